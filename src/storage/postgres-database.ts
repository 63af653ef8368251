/** A connection pool → a Kysely over PostgreSQL, with the same checked parameters and exact texts as the embedded engine. */
import { Kysely, PostgresAdapter, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import { POSTGRES } from './differences.ts';
import { checkedParameter } from './parameter.ts';
import { toPostgresFailure } from './postgres-failure.ts';
import { fromPostgresText, toPostgresText } from './postgres-text.ts';
import type { Tables } from './tables.ts';

/** A pool of connections, as pg has it; one over PGlite in the tests. */
export type Connections = {
  readonly connect: () => Promise<Connection>;
  /** Settles when every connection has been given back and closed. */
  readonly end: () => Promise<void>;
};
export type Connection = {
  readonly query: (text: string, parameters: readonly unknown[]) => Promise<Answered>;
  /** A broken one is closed instead of used again. */
  readonly release: (isBroken: boolean) => void;
};
export type Answered = { readonly command: string; readonly rowCount: number | null; readonly rows: readonly unknown[] };

class PostgresAdapterWithDifferences extends PostgresAdapter {
  readonly differences = POSTGRES;
}

class CheckedPostgresDialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new PostgresAdapterWithDifferences();
  }
}

const toParameter = (value: unknown): unknown => {
  // Only Kysely's own look at the catalogue has some; no column of ours is boolean, and the server would refuse one.
  if (typeof value === 'boolean') return value;
  const checked = checkedParameter(value);
  return typeof checked === 'string' ? toPostgresText(checked) : checked;
};

function readRow(row: unknown): unknown {
  for (const [column, value] of Object.entries(row as Record<string, unknown>))
    if (typeof value === 'string') (row as Record<string, unknown>)[column] = fromPostgresText(value);
  return row;
}

async function attempt<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw toPostgresFailure(error);
  }
}

function wrapPool(connections: Connections): PostgresPool {
  return {
    async connect() {
      const connection = await attempt(connections.connect);
      const query = (text: string, parameters: readonly unknown[]) =>
        attempt(async () => {
          const { command, rowCount, rows } = await connection.query(text, parameters.map(toParameter));
          return { command, rowCount: rowCount ?? 0, rows: rows.map(readRow) };
        });
      return { query, release: (isBroken = false) => connection.release(isBroken) } as unknown as PostgresPoolClient;
    },
    end: connections.end,
    options: {},
  };
}

export function createPostgresKysely(connections: Connections): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new CheckedPostgresDialect({ pool: wrapPool(connections) }) });
}
