/** Something that one process of a fleet may have at a time (a shard of Discord's gateway) → had when it is free, kept while this process lives. */
import type { Instant } from '#model/article.ts';
import type { Leases } from '#storage/contract/work.ts';

export type Standby = {
  /** Settles when it is this process's; false where it was stopped before. */
  readonly taken: Promise<boolean>;
  /** Settles when another process has it after all: this one was not heard of for too long. */
  readonly lost: Promise<void>;
  readonly stop: () => Promise<void>;
};

const TURN_MS = 15_000;
const RENEW_MS = 4_000;

export function standBy(
  leases: Leases,
  name: string,
  { holder, now, onFault }: { readonly holder: string; readonly now: () => Instant; readonly onFault: (error: unknown) => void },
): Standby {
  const taken = Promise.withResolvers<boolean>();
  const lost = Promise.withResolvers<void>();
  let isMine = false;
  let asking: Promise<void> = Promise.resolve();
  const ask = async (): Promise<void> => {
    const isTaken = await leases.take(name, holder, now(), now() + TURN_MS);
    if (isTaken) taken.resolve(true);
    else if (isMine) lost.resolve();
    isMine = isTaken;
  };
  const askAgain = (): void => {
    asking = asking.then(ask).catch(onFault);
  };
  askAgain();
  const renewal = setInterval(askAgain, RENEW_MS).unref();
  return {
    taken: taken.promise,
    lost: lost.promise,
    stop: async () => {
      clearInterval(renewal);
      taken.resolve(false);
      await asking;
      if (isMine) await leases.giveBack(name, holder, 0).catch(onFault);
    },
  };
}
