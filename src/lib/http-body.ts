/** The body of an answer as it comes over the wire → its decoded bytes, or a stop as soon as either side of the decoder exceeds its cap. */
import type { Readable, Transform } from 'node:stream';
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw, createZstdDecompress } from 'node:zlib';
import { drained } from './drained.ts';

export type BodyLimits = { readonly maxRawBytes: number; readonly maxBytes: number };

export class BodyTooLarge extends Error {
  readonly code = 'BODY_TOO_LARGE';

  constructor(maxBytes: number) {
    super(`The body is larger than ${maxBytes} bytes.`);
    this.name = 'BodyTooLarge';
  }
}

export class BadEncoding extends Error {
  readonly code = 'BAD_ENCODING';

  constructor(encoding: string) {
    super(`The body could not be decoded as ${encoding}.`);
    this.name = 'BadEncoding';
  }
}

/** More than two layers is no server's honest wish: gzip of gzip exists (a proxy that packs what was packed), a third layer is a bomb. */
const MAX_ENCODINGS = 2;

/** 8 MiB of window, as RFC 9659 asks of zstd on the web: a frame may otherwise demand 128 MiB before its first byte. */
const ZSTD_WINDOW_LOG = 23;

/** Names of the layers in the order in which they were put on; null where one is unknown or there are too many. */
export function contentEncodings(header: string | undefined): readonly string[] | null {
  const names = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim().replace(/^x-/, ''))
    .filter((name) => name !== '' && name !== 'identity' && name !== 'none' && name !== 'utf-8');
  const isKnown = names.every((name) => name === 'gzip' || name === 'br' || name === 'zstd' || name === 'deflate');
  return isKnown && names.length <= MAX_ENCODINGS ? names : null;
}

/** Throws BodyTooLarge, BadEncoding, or what the stream throws. The stream is destroyed in each case. */
export async function readBody(body: Readable, encodings: readonly string[], limits: BodyLimits): Promise<Uint8Array> {
  try {
    return await collect(decoded(counted(body, limits.maxRawBytes), encodings), limits.maxBytes);
  } finally {
    body.on('error', () => {});
    body.destroy();
  }
}

async function* counted(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    if (total > maxBytes) throw new BodyTooLarge(maxBytes);
    yield chunk;
  }
}

function decoded(chunks: AsyncIterable<Uint8Array>, encodings: readonly string[]): AsyncIterable<Uint8Array> {
  return encodings.reduceRight((inner, encoding) => throughDecoder(inner, encoding), chunks);
}

/** Feeds a decoder chunk by chunk and hands on what it gives; the reader's pace holds it back, so a bomb stops where its reader stops. */
async function* throughDecoder(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done === true) return;
  const decoder = createDecoder(encoding, first.value);
  // A failing source ends the decoder with the source's own error, so that a cut connection is not reported as a bad encoding.
  let sourceError: unknown;
  const feeding = feed(decoder, first.value, source).catch((error: unknown) => {
    sourceError = error;
    decoder.destroy(error instanceof Error ? error : new Error('The body ended early.'));
  });
  try {
    yield* decoder as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw sourceError ?? (error instanceof BodyTooLarge ? error : new BadEncoding(encoding));
  } finally {
    decoder.destroy();
    await source.return?.(undefined);
    await feeding;
  }
}

async function feed(decoder: Transform, first: Uint8Array, source: AsyncIterator<Uint8Array>): Promise<void> {
  let step: IteratorResult<Uint8Array> = { value: first };
  while (step.done !== true && !decoder.destroyed && !decoder.writableEnded) {
    if (!decoder.write(step.value)) await drained(decoder);
    step = await source.next();
  }
  if (!decoder.destroyed) decoder.end();
}

function createDecoder(encoding: string, firstChunk: Uint8Array): Transform {
  // Servers that cut the last bytes off are common; what came is decoded as far as it goes.
  const lenient = { finishFlush: constants.Z_SYNC_FLUSH };
  switch (encoding) {
    case 'gzip':
      return createGunzip(lenient);
    case 'br':
      return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
    case 'zstd':
      return createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } });
    default:
      // "deflate" means zlib's format by the standard, and the bare one by what some servers send; the first byte tells.
      return ((firstChunk[0] ?? 0) & 0x0f) === 8 ? createInflate(lenient) : createInflateRaw(lenient);
  }
}

async function collect(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    if (total > maxBytes) throw new BodyTooLarge(maxBytes);
    parts.push(chunk);
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts, total);
}
