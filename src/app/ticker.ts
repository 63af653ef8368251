/** One real-time tick a minute for the whole process, by node-cron; what is due is decided by the store, not by the timer. */
import { schedule } from 'node-cron';

export type Ticker = { readonly stop: () => Promise<void> };

/** A tick that is still running when the next is due lets that one pass. @param onTick Must not reject. */
export function startTicker(onTick: () => Promise<void>): Ticker {
  const task = schedule('* * * * *', onTick, { name: 'tick', noOverlap: true, suppressMissedWarning: true });
  return { stop: async () => void (await task.destroy()) };
}
