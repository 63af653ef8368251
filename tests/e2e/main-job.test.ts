import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root, run, scratch, startBot } from './bot.ts';

const seed = join(root, '../shared/seed/feed.xml');
const flat = (text: string) => text.replace(/[│•]/g, ' ').replace(/\s+/g, ' ');

describe('the main job on a fresh machine', () => {
  let data: ReturnType<typeof scratch>;
  beforeAll(() => {
    data = scratch();
  });
  afterAll(() => data.remove());

  test('a first start prints the briefing of the sample and serves the page; a second one resumes it', async () => {
    const bot = await startBot(data.path);
    expect(bot.printed).toContain('SAMPLE');
    expect(bot.printed).toContain('17 Oct 2023');
    expect(bot.printed).toMatch(/^New\b/m);
    expect(
      Math.max(
        ...bot.printed
          .split('\n')
          .filter((line) => !line.includes('://'))
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80);
    expect(bot.printed).not.toContain('\u001b');
    const page = parseHTML(await (await fetch(bot.url)).text()).document;
    expect(page.body.textContent).toContain('SAMPLE');
    const first = await bot.end('SIGTERM');
    expect([first.code, first.stderr]).toEqual([0, '']);

    const again = await startBot(data.path);
    expect(again.printed).toContain('SAMPLE');
    expect(again.printed).not.toMatch(/^New\b/m);
    const second = await again.end('SIGINT');
    expect([second.code, second.stderr]).toEqual([0, '']);
    expect(existsSync(join(data.path, 'local-api.json'))).toBe(false);
  });

  test('the page, the terminal and the local API stand beside the running bot', async () => {
    const bot = await startBot(data.path);
    try {
      for (const ask of ['quotes putin', 'figures']) {
        const [terminal, html] = await Promise.all([
          run(ask.split(' '), data.path),
          fetch(`${bot.url}/api/answer?ask=${encodeURIComponent(ask)}`).then((answer) => answer.text()),
        ]);
        const words = parseHTML(`<html><body>${html}</body></html>`).document.querySelector('article')?.textContent ?? '';
        // The same document: each of the page's quoted words stands in the terminal's answer.
        for (const [quote] of words.matchAll(/“[^”]{3,}”/g)) expect(flat(terminal.stdout)).toContain(flat(quote));
        expect(words.length).toBeGreaterThan(20);
      }
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

describe('the command line', () => {
  let data: ReturnType<typeof scratch>;
  beforeAll(() => {
    data = scratch();
  });
  afterAll(() => data.remove());

  test('--help shows every command with examples', async () => {
    const { code, stdout } = await run(['--help'], data.path);
    expect(code).toBe(0);
    for (const name of ['start', 'brief', 'quotes', 'figures', 'help', 'ingest', 'check', 'extract', 'readable', 'parse-feed', 'Examples'])
      expect(stdout).toContain(name);
    expect((await run(['quotes', '--help'], data.path)).stdout).toMatch(/about:[\s\S]*Examples:/);
  });

  test('a question asked before any start is answered from the sample', async () => {
    const { code, stdout } = await run(['quotes', 'wang'], data.path);
    expect(code).toBe(0);
    expect(flat(stdout)).toContain('“appreciates”');
  });

  test('check is well on a fresh machine, and names what is wrong elsewhere', async () => {
    const well = await run(['check'], data.path);
    expect([well.code, well.stderr]).toEqual([0, '']);
    const wrong = await run(['check'], data.path, { PORT: 'http' });
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toMatch(/wrong\s+configuration[\s\S]*http\.port/);
    const nowhere = await run(['check'], join(root, 'package.json', 'data'));
    expect([nowhere.code, nowhere.stdout]).toEqual([1, expect.stringMatching(/wrong\s+database[\s\S]*not a directory/)]);
  });

  test('what cannot be read is refused with a way out, and leaves nothing behind', async () => {
    // The first thing that is done here: the sample was never loaded.
    const fresh = join(data.path, 'fresh');
    const missing = await run(['ingest', './no-such-feed.xml'], fresh);
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('neither an address nor a file')]);
    const notFeed = await run(['ingest', 'package.json'], fresh);
    expect(notFeed.code).toBe(1);
    expect((await run(['brief'], fresh)).stdout).toContain('SAMPLE');
  });

  test('an unknown command names the nearest and fails', async () => {
    const { code, stdout } = await run(['qotes'], data.path);
    expect([code, stdout]).toEqual([1, expect.stringContaining('quotes')]);
  });
});

describe.skipIf(!existsSync(seed))('the seed article, by the command line (skipped where ../shared is absent)', () => {
  const gold = () =>
    JSON.parse(readFileSync(join(root, '../shared/seed/putin-xi.gold.json'), 'utf8')) as {
      quotes: { text: string; key: boolean; speakers: string[] }[];
      figures: { near: string }[];
    };
  let data: ReturnType<typeof scratch>;
  beforeAll(async () => {
    data = scratch();
    expect((await run(['ingest', seed], data.path)).stdout).toContain('1 new');
  });
  afterAll(() => data.remove());

  test('the full briefing has a key quote of each speaker and all four figures, and nothing of captions and related stories', async () => {
    const text = flat((await run(['brief', 'putin-xi', 'detail:full'], data.path)).stdout);
    const { quotes, figures } = gold();
    const key = quotes.filter((quote) => quote.key);
    const speakers = new Set(key.filter((quote) => text.includes(quote.text)).flatMap((quote) => quote.speakers));
    expect([...speakers].sort()).toEqual(['Alexander Gabuev', 'Bjorn Alexander Duben', 'Vladimir Putin', 'Wang Yi']);
    for (const { near } of figures) expect(text.toLowerCase()).toContain(near.replace(/^representatives of /, '').toLowerCase());
    for (const stray of ['FILE PHOTO', 'RELATED', 'Read more', 'Wagner', 'reunited', 'Sputnik']) expect(text).not.toContain(stray);
    const more = flat((await run(['quotes', 'about', 'putin', 'xi'], data.path)).stdout);
    for (const quote of key) expect(more).toContain(quote.text);
  });

  test('the short briefing holds nothing that is not in the gold', async () => {
    const text = (await run(['brief', 'putin-xi', 'detail:short'], data.path)).stdout;
    const printed = [
      ...flat(
        text
          .split('\n')
          .filter((line) => line.includes('│'))
          .join(' '),
      ).matchAll(/“([^”]+)” — ([^[]+?) \[/g),
    ];
    expect(printed.length).toBeGreaterThan(0);
    for (const [, words = '', who = ''] of printed) {
      const quote = gold().quotes.find((candidate) => candidate.text === words);
      expect(quote?.speakers[0], words).toBe(who.split(',')[0]);
    }
  });

  test('exactly the four figures are printed', async () => {
    const { stdout } = await run(['figures'], data.path);
    expect(stdout).toContain('4 found');
  });
});
