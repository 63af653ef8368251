/** Work → the processor time that it took, here and in the PostgreSQL server's sessions: what a busy machine does not distort, as it does wall time. */
import { readdirSync, readFileSync } from 'node:fs';

/** Of Linux, for all of /proc: USER_HZ. */
const TICKS_PER_SECOND = 100;

/** What each session had when it was last seen: a pool closes those that are idle. */
const seen = new Map<string, number>();

/** Of all sessions of one database that were seen; 0 where the server is on another machine. */
export function serverSeconds(database: string): number {
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const command = readFileSync(`/proc/${entry}/cmdline`, 'utf8');
      if (!command.startsWith('postgres:') || !command.includes(database)) continue;
      // The second field, in brackets, may hold blanks: counted from behind it.
      const fields = readFileSync(`/proc/${entry}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      seen.set(`${database} ${entry}`, Number(fields[11]) + Number(fields[12]));
    } catch {
      // It ended while it was looked at.
    }
  }
  const own = [...seen].filter(([session]) => session.startsWith(`${database} `));
  return own.reduce((sum, [, ticks]) => sum + ticks, 0) / TICKS_PER_SECOND;
}

/** Milliseconds for one round: here, and in the server. */
export async function cpuOf(rounds: number, database: string, act: (round: number) => Promise<unknown> | unknown) {
  const [own, server] = [process.cpuUsage(), serverSeconds(database)];
  for (let round = 0; round < rounds; round++) await act(round);
  const { user, system } = process.cpuUsage(own);
  return { ownMs: (user + system) / 1_000 / rounds, serverMs: ((serverSeconds(database) - server) * 1_000) / rounds };
}
