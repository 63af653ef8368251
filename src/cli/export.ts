/** The store → articles, quotes or figures as JSON Lines or CSV, on standard output or in a file, also while the bot runs. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { EXPORT_COLUMNS, type ExportKind, exportRows, type Row } from '#app/export-rows.ts';
import { parseSince } from '#app/since.ts';
import { csvLine } from '#lib/csv.ts';
import { drained } from '#lib/drained.ts';
import { Failure } from '#model/failure.ts';
import { phrases } from '#phrases/refusals.ts';
import { openStorage } from '#storage/open.ts';
import { readConfig } from '../config.ts';

export type ExportOptions = { readonly format?: string; readonly since?: string; readonly out?: string };

/** @throws Failure 'usage', 'exists'. */
export async function exportFacts(what: string, { format = 'jsonl', since, out }: ExportOptions): Promise<number> {
  const kind = (Object.keys(EXPORT_COLUMNS) as ExportKind[]).find((each) => each === what);
  if (!kind) throw usage(`“${what}” cannot be exported.`, `One of: ${Object.keys(EXPORT_COLUMNS).join(', ')}.`);
  if (format !== 'jsonl' && format !== 'csv') throw usage(`“${format}” is no format of an export.`, 'Take jsonl or csv.');
  const config = readConfig();
  const from = since === undefined ? Number.NEGATIVE_INFINITY : parseSince(since, Date.now(), config.zone);
  if (from === undefined) throw usage(phrases.noSince(since ?? ''), phrases.sinceForms);
  const storage = await openStorage({ ...config, mode: 'read-only', now: Date.now });
  try {
    const output = out === undefined ? process.stdout : await newFile(out);
    const count = await writeRows(output, exportRows(kind, from, storage.articles), kind, format);
    // Beside the output, which stays empty: programs read it.
    if (count === 0)
      process.stderr.write(
        `There are no ${kind} to export${from === Number.NEGATIVE_INFINITY ? '' : ' since then'}. The sample is not exported.\n`,
      );
    if (out !== undefined) {
      output.end();
      await once(output, 'close');
      process.stdout.write(`Wrote ${count} ${kind} to ${out}\n`);
    }
  } finally {
    await storage.close();
  }
  return 0;
}

const usage = (message: string, hint: string): Failure => new Failure({ code: 'usage', message, hint });

async function newFile(path: string): Promise<Writable> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  try {
    await once(file, 'open');
  } catch (cause) {
    throw new Failure({ code: 'exists', message: `${path} is there already, or cannot be written.`, hint: 'Name a new file.' }, { cause });
  }
  return file;
}

/** As fast as it is read; ends quietly where the reader goes away. @throws Failure 'not-written'. */
export async function writeRows(output: Writable, rows: AsyncIterable<Row>, kind: ExportKind, format: 'jsonl' | 'csv'): Promise<number> {
  let trouble: NodeJS.ErrnoException | undefined;
  output.on('error', (error) => {
    trouble = error;
  });
  const columns = EXPORT_COLUMNS[kind];
  let count = 0;
  if (format === 'csv') output.write(csvLine(columns));
  for await (const row of rows) {
    if (trouble) break;
    const line = format === 'csv' ? csvLine(columns.map((column) => row[column] ?? null)) : `${JSON.stringify(row)}\n`;
    count++;
    if (!output.write(line)) await drained(output);
  }
  if (trouble && trouble.code !== 'EPIPE')
    throw new Failure(
      {
        code: 'not-written',
        message: `The export could not be written to its end (${trouble.code ?? trouble.name}).`,
        hint: 'Make room for it, and export it again.',
      },
      { cause: trouble },
    );
  return count;
}
