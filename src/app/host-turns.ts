/** Turns of hosts among the processes of a fleet: one request at a time to a host, and its pause afterwards, whichever process asks. */
import type { HostTurns } from '#ingest/politeness.ts';
import type { Instant } from '#model/article.ts';
import type { Leases } from '#storage/contract/work.ts';

export type HostTurnsSettings = {
  readonly leases: Leases;
  /** This process. */
  readonly holder: string;
  readonly now: () => Instant;
  readonly pause: (ms: number) => Promise<void>;
  readonly random: () => number;
  readonly onFault: (error: unknown) => void;
};

/** What a killed process held is free again after this. */
const TURN_MS = 15_000;
const RENEW_MS = 5_000;
/** How often a host that is taken is asked for. */
const RETRY_MS = 250;

export function createHostTurns({
  leases,
  holder,
  now,
  pause,
  random,
  onFault,
}: HostTurnsSettings): HostTurns & { readonly stop: () => void } {
  const held = new Set<string>();
  const nameOf = (host: string): string => `host ${host}`;
  const renewal = setInterval(() => {
    for (const host of held) leases.take(nameOf(host), holder, now(), now() + TURN_MS).catch(onFault);
  }, RENEW_MS).unref();
  return {
    async enter(host) {
      while (!(await leases.take(nameOf(host), holder, now(), now() + TURN_MS))) await pause(RETRY_MS * (0.5 + random()));
      held.add(host);
    },
    async leave(host, readyAt) {
      held.delete(host);
      await leases.giveBack(nameOf(host), holder, readyAt).catch(onFault);
    },
    stop: () => clearInterval(renewal),
  };
}
