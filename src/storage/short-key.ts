/** A key as a feed gives it → one that an index takes: a guid may be a whole article, and PostgreSQL indexes 2,700 bytes at most. */
import { textHash } from './text-hash.ts';

const MAX_LENGTH = 400;

/** The same for the same key, and another one for another. */
export function shortKey(key: string): string {
  return key.length <= MAX_LENGTH ? key : `${key.slice(0, MAX_LENGTH - 50)}#${textHash(key)}`;
}
