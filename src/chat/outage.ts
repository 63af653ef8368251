/** A request that failed on its way → what that is called, and whether it may have been carried out all the same. */
import { phrases } from '#phrases/chat.ts';

export type Outage = {
  readonly kind: 'outage';
  readonly message: string;
  /** The request left us and no answer came. */
  readonly mayHaveWorked: boolean;
};

/** The request never left, or was never taken. */
const NEVER_ARRIVED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'EHOSTUNREACH', 'ENETUNREACH']);

export function outageOf(error: unknown): Outage {
  const code = networkCode(error);
  return { kind: 'outage', message: code, mayHaveWorked: !NEVER_ARRIVED.has(code) };
}

/** "ECONNRESET", or the error's name; never its message, which may hold an address with a secret. */
export function networkCode(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = (cause as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : error instanceof Error ? error.name : phrases.networkError;
}
