/** Bolt's logger → our log, one step quieter: what it calls an error is for us trouble that is already handled. */
import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '#lib/log.ts';

/** Debug lines of the libraries hold whole payloads, so they go nowhere. */
export function boltLogger(log: Log): Logger {
  const words = (parts: readonly unknown[]): string => parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts: unknown[]) => log.debug({ part: 'bolt' }, words(parts)),
    error: (...parts: unknown[]) => log.info({ part: 'bolt' }, words(parts)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}
