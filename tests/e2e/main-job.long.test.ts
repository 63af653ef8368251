/** What stands beside the bot of npm start: the terminal and the local API; what ends it early. */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run, scratch, startBot } from './bot.ts';

const flat = (text: string) => text.replace(/[│•]/g, ' ').replace(/\s+/g, ' ');

describe('beside the main job', () => {
  let data: ReturnType<typeof scratch>;
  beforeAll(() => {
    data = scratch();
  });
  afterAll(() => data.remove());

  test('the page, the terminal and the local API stand beside the running bot', async () => {
    const bot = await startBot(data.path);
    try {
      const [terminal, html] = await Promise.all([
        run(['quotes', 'putin'], data.path),
        fetch(`${bot.url}/api/answer?ask=quotes%20putin`).then((answer) => answer.text()),
      ]);
      const words = parseHTML(`<html><body>${html}</body></html>`).document.querySelector('article')?.textContent ?? '';
      // The same document: each of the page's quoted words stands in the terminal's answer.
      for (const [quote] of words.matchAll(/“[^”]{3,}”/g)) expect(flat(terminal.stdout)).toContain(flat(quote));
      expect(words.length).toBeGreaterThan(20);
      const refused = await fetch(`${bot.url}/api/local/ingest`, { method: 'POST', body: '{"feeds":[]}' });
      expect(refused.status).toBe(403);
      const second = await run(['start'], data.path);
      expect(second.code).toBe(1);
      expect(second.stderr).toMatch(/another wirebrief/i);
      const beside = await run(['ingest', 'config/sample/meridian-wire.xml'], data.path);
      expect([beside.code, beside.stderr]).toEqual([0, '']);
      expect(beside.stdout).toMatch(/Meridian Wire: \d+ new/);
      // A real feed is there now, so the sample steps aside.
      expect((await run(['brief', 'putin-xi'], data.path)).stdout).not.toContain('SAMPLE');
    } finally {
      expect((await bot.end('SIGTERM')).code).toBe(0);
    }
  });

  test('Ctrl+C while a feed hangs ends it at once, and quietly', async () => {
    const fresh = scratch();
    const asked = Promise.withResolvers<NodeJS.Signals>();
    const feed = createServer((socket) => socket.once('data', () => asked.resolve('SIGINT')));
    await new Promise<void>((resolve) => feed.listen(0, '127.0.0.1', resolve));
    const { port } = feed.address() as { port: number };
    const config = join(fresh.path, 'config.yaml');
    writeFileSync(config, `feeds: [{ url: "http://127.0.0.1:${port}/" }]\nsample: false\nfetch: { allow: ["127.0.0.1:${port}"] }\n`);
    try {
      const result = await run(['start'], fresh.path, { WIREBRIEF_CONFIG: config }, asked.promise);
      expect([result.code, result.stderr]).toEqual([0, '']);
      expect(result.stdout).not.toContain('The page:');
    } finally {
      feed.close();
      fresh.remove();
    }
  });

  test('a taken port ends the start with the way out', async () => {
    const fresh = scratch();
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
    );
    try {
      const result = await run(['start'], fresh.path, { PORT: String(port) });
      expect(result.code).toBe(1);
      expect(result.stderr).toContain(`PORT=${port + 1} npm start`);
    } finally {
      other.close();
      fresh.remove();
    }
  });
});
