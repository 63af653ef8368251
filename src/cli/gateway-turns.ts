/** A platform whose events go to every connection of the bot → connected by one process of a fleet at a time, while others stand by. */
import type { House } from './house.ts';
import { type Standby, standBy } from './standby.ts';

export type GatewayTurns = {
  /** Settles when this process may connect; false where it was stopped before. Slack shares its events out among connections by itself. */
  readonly comeTo: (platform: string, say: (line: string) => void) => Promise<boolean>;
  /** After the platforms: the next one connects at once. */
  readonly stop: () => Promise<void>;
};

const PATIENCE_MS = 1_000;

export function gatewayTurns({ config, storage, log, now }: Pick<House, 'config' | 'storage' | 'log' | 'now'>): GatewayTurns {
  let turn: Standby | undefined;
  return {
    async comeTo(platform, say) {
      if (config.databaseUrl === null || platform !== 'discord') return true;
      const { shard } = config.discord;
      const name = shard ? `Discord’s shard ${shard.id}/${shard.count}` : 'Discord’s gateway';
      const onFault = (error: unknown) => log.warn({ err: error }, `the turn at ${name} could not be kept`);
      turn = standBy(storage.leases, name, { holder: crypto.randomUUID(), now, onFault });
      const waiting = setTimeout(() => say(`Another process is at ${name}; this one stands by.`), PATIENCE_MS).unref();
      const isMine = await turn.taken;
      clearTimeout(waiting);
      // Two at one shard would both answer. Whoever started this process starts it again, and it stands by.
      if (isMine)
        void turn.lost.then(() => {
          log.error({ platform }, `another process has taken over ${name}, since this one was not heard of; it ends`);
          process.kill(process.pid, 'SIGTERM');
        });
      return isMine;
    },
    stop: async () => turn?.stop(),
  };
}
