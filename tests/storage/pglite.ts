/** PostgreSQL inside of the process (PGlite): one instance for all test files of a worker, emptied for each test. */
import { PGlite, types } from '@electric-sql/pglite';
import type { Connections } from '#storage/postgres-database.ts';
import { openPostgres } from '#storage/postgres-storage.ts';
import type { EngineUnderTest } from '../contract/storage.ts';
import { EMPTY } from './server.ts';

let instance: Promise<PGlite> | undefined;

/** It takes two seconds to make, so it is made once. */
export function sharedPGlite(): Promise<PGlite> {
  instance ??= PGlite.create({ parsers: { [types.INT8]: Number } });
  return instance;
}

/** Its one session as a pool: who asks while it is taken waits. `end` ends the pool, never the instance. */
export function connectionsTo(pglite: PGlite): Connections {
  let last: Promise<void> = Promise.resolve();
  let isEnded = false;
  return {
    async connect() {
      if (isEnded) throw new Error('Cannot use a pool after calling end on the pool');
      const { promise: given, resolve: release } = Promise.withResolvers<void>();
      const before = last;
      last = given;
      await before;
      return {
        release: () => release(),
        async query(text, parameters) {
          if (parameters.length === 0) {
            const all = await pglite.exec(text);
            return { command: all.at(-1)?.command ?? '', rowCount: all.at(-1)?.rowCount ?? null, rows: all.flatMap(({ rows }) => rows) };
          }
          const { command, rowCount, rows } = await pglite.query<unknown>(text, [...parameters]);
          return { command: command ?? '', rowCount: rowCount ?? null, rows };
        },
      };
    },
    async end() {
      isEnded = true;
      await last;
    },
  };
}

/** Emptying the tables takes a twentieth of making them anew. */
const emptyPGlite = (pglite: PGlite) =>
  pglite.exec(`set session_replication_role = replica; ${EMPTY}; set session_replication_role = origin;`);

export async function openOnPGlite(now = Date.now): Promise<EngineUnderTest> {
  const pglite = await sharedPGlite();
  await emptyPGlite(pglite);
  const open = () => openPostgres({ connections: connectionsTo(pglite), mode: 'own', now });
  let current = await open();
  return {
    storage: current,
    async reopen() {
      await current.close();
      current = await open();
      return current;
    },
    end: () => current.close(),
  };
}
