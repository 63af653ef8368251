/** The parts of a running bot → whether it can do its work now, part by part: database, queue, each chat, the oldest slot that is due. */
import type { Instant } from '#model/article.ts';
import { phrases } from '#phrases/status.ts';
import type { Storage } from '#storage/storage.ts';
import type { Connection } from './scene.ts';

export type Check = {
  readonly name: string;
  readonly ok: boolean /** For a person; never a secret or a name of theirs. */;
  readonly detail: string;
};
export type Readiness = { readonly ready: boolean; readonly checks: readonly Check[] };

export type ReadinessTools = {
  readonly storage: Pick<Storage, 'work'>;
  readonly connections: () => readonly Connection[];
  readonly now: () => Instant;
  /** Settles after so long: a database that hangs is no database. */
  readonly after: (ms: number) => Promise<void>;
};

const PATIENCE_MS = 2_000;
/** A tick comes each minute; what is due for longer is not being looked at. */
const MAX_DUE_MS = 5 * 60_000;

export async function readiness({ storage, connections, now, after }: ReadinessTools): Promise<Readiness> {
  const within = <T>(work: Promise<T>): Promise<T | undefined> =>
    Promise.race([work.catch(() => undefined), after(PATIENCE_MS).then(() => undefined)]);
  const [due, unfinished] = await Promise.all([within(storage.work.due(now(), 1)), within(storage.work.unfinished(1))]);
  const oldest = due?.[0]?.next.at;
  const lateMs = oldest === undefined ? 0 : Math.max(0, now() - oldest);
  const checks: Check[] = [
    { name: 'database', ok: due !== undefined, detail: due ? phrases.answers : phrases.doesNotAnswer },
    { name: 'queue', ok: unfinished !== undefined, detail: unfinished ? phrases.answers : phrases.doesNotAnswer },
    ...connections().map(({ platform, health }) => ({ name: platform, ok: health.state === 'connected', detail: health.state })),
    {
      name: 'slots',
      ok: due !== undefined && lateMs < MAX_DUE_MS,
      detail: due === undefined ? phrases.notKnown : lateMs === 0 ? phrases.noneOverdue : phrases.dueFor(Math.round(lateMs / 1000)),
    },
  ];
  return { ready: checks.every(({ ok }) => ok), checks };
}
