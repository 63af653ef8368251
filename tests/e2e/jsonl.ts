/** The JSON Lines protocols, as another program speaks them. */
import { spawn } from 'node:child_process';
import { root } from './bot.ts';

/** The command's answers to these lines, as it gives them. */
export function serve(name: string, input: string): Promise<{ code: number | null; answers: Record<string, unknown>[]; stderr: string }> {
  const child = spawn(process.execPath, ['src/main.ts', name, '--jsonl'], { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdin.end(input);
  return new Promise((done) =>
    child.on('close', (code) =>
      done({
        code,
        stderr,
        answers: stdout
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line)),
      }),
    ),
  );
}
