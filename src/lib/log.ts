/** Log lines → JSON on standard error, with every secret taken out. */
import { pino } from 'pino';
import { requestId } from './request-id.ts';

export type Log = {
  readonly debug: (fields: object, message: string) => void;
  readonly info: (fields: object, message: string) => void;
  readonly warn: (fields: object, message: string) => void;
  readonly error: (fields: object, message: string) => void;
};

/** Tokens by their form, so that one that was never configured (a feed's, a person's paste) is caught too. */
const TOKEN_FORMS = /\bxox[a-z]-[\w-]{8,}|\bxapp-[\w-]{8,}|\b(?:Bearer|Bot|Basic) [\w.~+/=-]{8,}|(?<=:\/\/)[^\s/@:]*:[^\s/@]*(?=@)/g;

/** Takes known secrets, and whatever has a token's form, out of a text. */
export function redact(text: string, secrets: readonly string[]): string {
  // The longest first: one that begins like another would leave its end behind.
  const known = secrets.filter(({ length }) => length >= 4).sort((a, b) => b.length - a.length);
  return known.reduce((clean, secret) => clean.replaceAll(secret, '[redacted]'), text).replace(TOKEN_FORMS, '[redacted]');
}

/** @param write Takes whole lines; standard error in production. */
export function createLog(options: { level: string; secrets: readonly string[]; write: (line: string) => void }): Log {
  const secrets = options.secrets.flatMap((secret) => [secret, asJson(secret)]);
  return pino(
    { level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime, mixin: () => ({ request: requestId() }) },
    { write: (line: string) => options.write(redact(line, secrets)) },
  );
}

/** As it stands in a line, where quotes and backslashes are escaped. */
const asJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Where it went wrong, without the fields that a platform's library hangs on its errors: they hold what was asked for. */
export const traceOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
