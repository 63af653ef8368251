/** A text → a short mark of exactly these characters: 132 bits of SHA-256. */
import { hash } from 'node:crypto';

export function textHash(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22);
}
