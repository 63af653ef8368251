/** prune DAYS → older articles removed, by the running bot where there is one. */
import { type Pruned, prune } from '#app/prune.ts';
import { Failure } from '#model/failure.ts';
import { openStorage } from '#storage/open.ts';
import { readConfig } from '../config.ts';
import { pruneByRunningBot } from './running-bot.ts';

/** @throws Failure 'usage'. */
export async function pruneStore(given: string): Promise<number> {
  const days = Number(given);
  if (!Number.isInteger(days) || days < 1)
    throw new Failure({ code: 'usage', message: `“${given}” is no number of days.`, hint: 'For example: prune 365' });
  const config = readConfig();
  const { articles, rows } = await here().catch((error: unknown) => {
    if (error instanceof Failure && error.code === 'already-running') return pruneByRunningBot(config.dataDir, days);
    throw error;
  });
  process.stdout.write(
    `${articles} ${articles === 1 ? 'article' : 'articles'} older than ${days} days removed, and ${rows} ${rows === 1 ? 'row' : 'rows'} that nothing referred to. The file keeps its size and fills up again.\n`,
  );
  return 0;

  async function here(): Promise<Pruned> {
    const storage = await openStorage({ ...config, mode: 'own', now: Date.now });
    try {
      return await prune(days, storage.retention, Date.now());
    } finally {
      await storage.close();
    }
  }
}
