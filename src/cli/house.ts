/** A Config → the parts that every command of the command line needs, put together. */
import { contextFor } from '#app/context.ts';
import { createDispatcher } from '#app/dispatch.ts';
import type { ChatHandlers } from '#chat/chat.ts';
import { commands } from '#commands/index.ts';
import { createLog, type Log } from '#lib/log.ts';
import type { Config } from '#model/config.ts';
import { openStorage } from '#storage/open.ts';
import type { Storage } from '#storage/storage.ts';

export type House = {
  readonly config: Config;
  readonly log: Log;
  readonly storage: Storage;
  readonly handlers: ChatHandlers;
  readonly now: () => number;
};

const logFor = (config: Config): Log =>
  createLog({ level: config.log.level, secrets: config.secrets, write: (line) => void process.stderr.write(line) });

export async function openHouse(config: Config, mode: 'own' | 'read-only'): Promise<House> {
  const now = Date.now;
  const log = logFor(config);
  const storage = await openStorage({ dataDir: config.dataDir, mode, now });
  const handlers = createDispatcher({
    commands,
    now,
    contextFor: (ask) => contextFor(ask, { storage, config, commands, now }),
    onFault: (error, ask) => log.error({ err: error, ask: ask.body }, 'an answer failed'),
  });
  return { config, log, storage, handlers, now };
}
