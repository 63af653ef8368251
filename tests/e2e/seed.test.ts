/** The seed article of ../shared by the command line: quotes, speakers and figures are right to the last one. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root, run, scratch } from './bot.ts';

const seed = join(root, '../shared/seed/feed.xml');
const flat = (text: string) => text.replace(/[│•]/g, ' ').replace(/\s+/g, ' ');

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
