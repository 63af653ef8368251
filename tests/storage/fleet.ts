/** Processes over one PostgreSQL database, for tests: each line they say, with when, and a way to wait for one. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export type Said = { readonly line: string; readonly at: number };

export function startChild(file: string, args: readonly string[], said: Said[]): ChildProcess {
  const path = join(import.meta.dirname, '../tools', file);
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) said.push({ line, at: performance.now() });
  });
  return child;
}

/** Settles with the first line that fits; rejects after the deadline. */
export async function heard(said: readonly Said[], fits: (line: string) => boolean, deadlineMs = 30_000): Promise<Said> {
  const until = performance.now() + deadlineMs;
  for (;;) {
    const found = said.find(({ line }) => fits(line));
    if (found) return found;
    if (performance.now() > until) throw new Error(`not said within ${deadlineMs} ms; said: ${said.map(({ line }) => line).join(' | ')}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
