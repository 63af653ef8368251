/** The real process in a data directory of its own: started, asked and ended as a user would. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';

export const root = resolve(import.meta.dirname, '../..');

export const scratch = () => {
  const path = mkdtempSync(join(tmpdir(), 'wirebrief-e2e-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
};

type Child = ChildProcessByStdio<null, Readable, Readable>;
export type Run = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** No setting of the machine's own reaches the process. */
const spawnBot = (args: readonly string[], dataDir: string, env: Record<string, string> = {}): Child =>
  spawn(process.execPath, ['src/start.mjs', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', TZ: 'UTC', WIREBRIEF_DATA: dataDir, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** A test that fails before its end leaves no bot behind. */
const running = new Set<Child>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Runs a command to its end, or until it is sent a signal. */
export function run(
  args: readonly string[],
  dataDir: string,
  env?: Record<string, string>,
  signal?: Promise<NodeJS.Signals>,
): Promise<Run> {
  const child = spawnBot(args, dataDir, env);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  void signal?.then((name) => child.kill(name));
  return new Promise((done) => child.on('close', (code, by) => done({ code, signal: by, stdout, stderr })));
}

export type Bot = {
  readonly pid: number;
  readonly url: string;
  readonly printed: string;
  readonly end: (signal: NodeJS.Signals) => Promise<Run>;
};

/** Starts the bot; resolves once it has printed its address, rejects where it ends before. */
export function startBot(dataDir: string, env?: Record<string, string>, options: readonly string[] = []): Promise<Bot> {
  const child = spawnBot(['start', ...options], dataDir, env);
  running.add(child);
  child.once('close', () => running.delete(child));
  let stdout = '';
  let stderr = '';
  const ended = new Promise<Run>((done) => child.on('close', (code, signal) => done({ code, signal, stdout, stderr })));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((ready, refuse) => {
    ended.then((result) => refuse(new Error(`the bot ended with ${result.code}: ${result.stderr}${result.stdout}`)));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      const url = /The page: (\S+)|Running as \w+; (\S+)\/livez/.exec(stdout)?.slice(1).find(Boolean);
      if (url)
        ready({
          pid: child.pid ?? 0,
          url,
          printed: stdout,
          end: (signal) => {
            child.kill(signal);
            return ended;
          },
        });
    });
  });
}
