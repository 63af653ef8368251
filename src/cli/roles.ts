/** The role of a process → what it does. One process does it all; a fleet on PostgreSQL has any number of each. */
import type { Config, Role } from '#model/config.ts';
import { Failure } from '#model/failure.ts';

export type Duties = {
  /** Polls feeds, claims slots, composes and posts. */
  readonly works: boolean;
  /** Holds the connections of the chat platforms, and answers there. */
  readonly connects: boolean;
  /** Serves the page. */
  readonly serves: boolean;
};

const DUTIES: Readonly<Record<Role, Duties>> = {
  all: { works: true, connects: true, serves: true },
  worker: { works: true, connects: false, serves: false },
  chat: { works: false, connects: true, serves: false },
  web: { works: false, connects: false, serves: true },
};

/** @throws Failure 'needs-postgres' for a part of a fleet without a database that it could share. */
export function dutiesOf(role: Role, { databaseUrl }: Config): Duties {
  if (role === 'all' || databaseUrl !== null) return DUTIES[role];
  throw new Failure({
    code: 'needs-postgres',
    message: `A process of the role “${role}” shares its work with others, and the embedded database is for one process.`,
    hint: 'Set DATABASE_URL to a PostgreSQL database, or start without --role.',
  });
}
