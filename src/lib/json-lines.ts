/** A byte stream → its lines as JSON values, and answers → lines in the order of the input, in constant memory. */
import type { Readable, Writable } from 'node:stream';
import { drained } from './drained.ts';

/** A line longer than this is skipped to its end. */
const MAX_LINE_BYTES = 32 * 1024 * 1024;

export type Line = { readonly kind: 'line'; readonly bytes: Buffer } | { readonly kind: 'too-long' };

/** Cuts at line feeds; what follows the last one is a line too, unless it is empty. */
export async function* readLines(input: Readable, maxBytes = MAX_LINE_BYTES): AsyncGenerator<Line> {
  let held: Buffer[] = [];
  let size = 0;
  let skipping = false;
  const keep = (part: Buffer) => {
    size += part.length;
    if (size > maxBytes) {
      skipping = true;
      held = [];
    } else if (part.length) held.push(part);
  };
  const finish = (): Line => {
    const line: Line = skipping ? { kind: 'too-long' } : { kind: 'line', bytes: Buffer.concat(held) };
    held = [];
    size = 0;
    skipping = false;
    return line;
  };
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      keep(bytes.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    keep(bytes.subarray(start));
  }
  if (size > 0) yield finish();
}

export type LineError = { readonly code: string; readonly message: string };
type Fields = Readonly<Record<string, unknown>>;

/** What a protocol makes of one line: its own fields (the id is put before them), or an error. */
export type Serve = (request: Fields) => Promise<Fields | { readonly error: LineError }> | Fields | { readonly error: LineError };

/**
 * Serves each line of `input` with one line of `output`, in order, flushed as it goes; at most `atOnce` are in work.
 * A line that cannot be served gets `{"id":null|id,"error":{code,message}}`. Ends when the input ends or the reader goes away.
 */
export async function serveLines(input: Readable, output: Writable, serve: Serve, atOnce = 1): Promise<void> {
  const inWork: Promise<string>[] = [];
  const flushOne = async () => {
    const text = await inWork.shift();
    if (text !== undefined && !output.write(`${text}\n`)) await drained(output);
  };
  for await (const line of readLines(input)) {
    if (output.destroyed) return;
    inWork.push(serveLine(line, serve));
    if (inWork.length >= atOnce) await flushOne();
  }
  while (inWork.length) await flushOne();
}

async function serveLine(line: Line, serve: Serve): Promise<string> {
  if (line.kind === 'too-long') return refusal(null, 'too-long', `The line is over ${MAX_LINE_BYTES} bytes.`);
  let id: string | number | null = null;
  try {
    const text = line.bytes.toString('utf8').replace(/^\uFEFF/, '');
    if (text.trim() === '') return refusal(null, 'blank', 'The line is blank.');
    const request: unknown = JSON.parse(text);
    if (typeof request !== 'object' || request === null || Array.isArray(request))
      return refusal(null, 'not-an-object', 'The line is no JSON object.');
    const fields = request as Fields;
    if (typeof fields.id === 'string' || typeof fields.id === 'number') id = fields.id;
    return JSON.stringify({ id, ...(await serve(fields)) });
  } catch (error) {
    if (error instanceof SyntaxError && id === null) return refusal(null, 'broken-json', 'The line is no valid JSON.');
    return refusal(id, 'failed', `The line could not be served: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const refusal = (id: string | number | null, code: string, message: string) => JSON.stringify({ id, error: { code, message } });
