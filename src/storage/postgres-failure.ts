/** An error of PostgreSQL or of the way to it → a Failure that says what to do, where it is trouble that a person can mend. */
import { Failure, type Problem } from '#model/failure.ts';
import { phrases } from '#phrases/database.ts';

const UNREACHABLE: Problem = { code: 'database-unreachable', ...phrases.noServer };
const DENIED: Problem = { code: 'database-denied', ...phrases.wrongPassword };

/** By SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html, or the system's code. */
const BY_CODE: Readonly<Record<string, Problem>> = {
  ECONNREFUSED: UNREACHABLE,
  ENOTFOUND: UNREACHABLE,
  EAI_AGAIN: UNREACHABLE,
  EHOSTUNREACH: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  ETIMEDOUT: UNREACHABLE,
  ECONNRESET: UNREACHABLE,
  EPIPE: UNREACHABLE,
  '28000': DENIED,
  '28P01': DENIED,
  '3D000': { code: 'no-database', ...phrases.notCreated },
  '42501': { code: 'database-denied', ...phrases.notAllowed },
  '53100': { code: 'disk-full', ...phrases.serverFull },
  '53300': { code: 'database-busy', ...phrases.noConnection },
  '57P01': UNREACHABLE,
  '57P02': UNREACHABLE,
  '57P03': UNREACHABLE,
  '25006': { code: 'database-read-only', ...phrases.standby },
};

/** What pg says without a code. */
const BY_MESSAGE: readonly (readonly [RegExp, Problem])[] = [
  [/not currently accepting connections|timeout expired|timeout exceeded when trying to connect|Connection terminated/i, UNREACHABLE],
  [/password must be a string|no password supplied/i, DENIED],
];

function problemOf(error: object): Problem | undefined {
  if ('code' in error && typeof error.code === 'string' && error.code in BY_CODE) return BY_CODE[error.code];
  if (error instanceof AggregateError) return error.errors.map(problemOf).find((problem) => problem !== undefined);
  const message = error instanceof Error ? error.message : '';
  return BY_MESSAGE.find(([pattern]) => pattern.test(message))?.[1];
}

/** Anything else (a bug, or what another transaction did) is given back as it came. */
export function toPostgresFailure(error: unknown): unknown {
  if (error instanceof Failure || typeof error !== 'object' || error === null) return error;
  const problem = problemOf(error);
  return problem === undefined ? error : new Failure(problem, { cause: error });
}
