/**
 * A process of a fleet that works on lanes: says "<name> <job>" when it begins one, and "." when it has done it. A job named "hang…" never ends.
 * Arguments: the database's address, the queue, the name.
 */
import { writeSync } from 'node:fs';
import { openStorage } from '#storage/open.ts';

const [databaseUrl = '', queueName = '', name = ''] = process.argv.slice(2);
const storage = await openStorage({ dataDir: '', databaseUrl, mode: 'own', now: Date.now });
const queue = storage.work.queue(queueName, {
  now: Date.now,
  random: Math.random,
  wakeIn: (ms, wake) => {
    const timer = setTimeout(wake, ms);
    return () => clearTimeout(timer);
  },
  concurrency: 4,
  baseMs: 100,
  maxMs: 1_000,
  onFault: (error) => void writeSync(2, `${String(error)}\n`),
});
await queue.start(async ({ id }) => {
  writeSync(1, `${name} ${id}\n`);
  if (id.startsWith('hang') && name === 'first') await new Promise(() => {});
  if (id.startsWith('slow')) await new Promise((resolve) => setTimeout(resolve, 300));
  writeSync(1, `${name} done ${id}\n`);
  return 'done';
});
writeSync(1, `${name} ready\n`);
process.on('SIGTERM', async () => {
  await queue.drain();
  await storage.close();
  process.exit(0);
});
