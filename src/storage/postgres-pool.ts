/** A DATABASE_URL → a pool of connections by pg. */
import pg from 'pg';
import type { Answered, Connections } from './postgres-database.ts';

export type PoolOptions = {
  readonly url: string;
  readonly mode: 'own' | 'read-only';
  /** Connections at once. */
  readonly size: number;
};

const CONNECT_TIMEOUT_MS = 10_000;
/** A statement of ours takes milliseconds. One that takes this long hangs, and holds up everybody behind it. */
const STATEMENT_TIMEOUT_MS = 60_000;
const INT8 = 20;

const joined = (all: readonly Answered[]): Answered => ({
  command: all.at(-1)?.command ?? '',
  rowCount: all.at(-1)?.rowCount ?? null,
  rows: all.flatMap(({ rows }) => rows),
});

const readInt8 = (text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is no safe integer`);
  return number;
};

export function createPool({ url, mode, size }: PoolOptions): Connections {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'wirebrief',
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        oid === INT8 && format !== 'binary' ? readInt8 : pg.types.getTypeParser(oid, format),
    } as pg.CustomTypesConfig,
    ...(mode === 'read-only' && { options: '-c default_transaction_read_only=on' }),
  });
  // A connection that breaks tells whoever uses it; without a listener it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  return {
    async connect() {
      const client = await pool.connect();
      return {
        async query(text, parameters) {
          // Without parameters it may be several statements (those of pg-boss are); they are answered one by one.
          const answered = (await (parameters.length > 0 ? client.query(text, [...parameters]) : client.query(text))) as
            | Answered
            | Answered[];
          return Array.isArray(answered) ? joined(answered) : answered;
        },
        release: (isBroken) => client.release(isBroken),
      };
    },
    end: () => pool.end(),
  };
}
