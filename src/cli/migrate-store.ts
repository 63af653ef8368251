/** The embedded database → PostgreSQL, with a line for each table and what to do next. */
import { Failure } from '#model/failure.ts';
import { migrateStore } from '#storage/migrate-store.ts';
import { readConfig } from '../config.ts';

export async function migrateStoreCommand(): Promise<number> {
  const { dataDir, databaseUrl } = readConfig();
  if (databaseUrl === null)
    throw new Failure({
      code: 'configuration',
      message: 'There is nowhere to copy to: DATABASE_URL is not set.',
      hint: 'Set it to an empty PostgreSQL database: postgres://user:password@host:5432/database.',
    });
  const isTerminal = process.stderr.isTTY === true;
  let shown = 0;
  const onProgress = (table: string, done: number, total: number): void => {
    if (!isTerminal || (performance.now() - shown < 100 && done < total)) return;
    shown = performance.now();
    process.stderr.write(`\r\u001b[K${table}: ${done} of ${total}`);
  };
  const copied = await migrateStore({ dataDir, databaseUrl, onProgress });
  if (isTerminal) process.stderr.write('\r\u001b[K');
  for (const { table, rows, checksum } of copied)
    if (rows > 0) process.stdout.write(`${table.padEnd(16)} ${String(rows).padStart(9)} rows  ${checksum.slice(0, 12)}\n`);
  process.stdout.write(
    `\nAll ${copied.reduce((sum, { rows }) => sum + rows, 0)} rows arrived as they were. From now on start with DATABASE_URL set; ${dataDir} stays as it is.\n`,
  );
  return 0;
}
