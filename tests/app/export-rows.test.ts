import { describe, expect, it } from 'vitest';
import { EXPORT_COLUMNS, type ExportKind, exportRows, type Row } from '../../src/app/export-rows.ts';
import { prune } from '../../src/app/prune.ts';
import { storeArticles } from '../../src/app/store-articles.ts';
import { openTemporary } from '../storage/engine.ts';

const NOON = Date.UTC(2031, 0, 5, 12);
const DAY_MS = 86_400_000;

async function setUp(count: number) {
  const engine = await openTemporary(() => NOON);
  await engine.storage.feeds.put({ id: 'f', url: 'https://vale.example/feed', title: 'The Vale', owner: null, everybody: true });
  for (let n = 0; n < count; n++) {
    const url = `https://vale.example/${n}`;
    const text = `At least ${n + 2_000} ships left Port Eller.\n\n“We are ready for storm ${n},” Ada Pell, the mayor, said.`;
    const at = NOON - n * DAY_MS;
    const article = { feedId: 'f', outlet: 'The Vale', url, title: `=Storm ${n}`, text, publishedAt: at, fetchedAt: at };
    await storeArticles(null, [{ article, key: url, guid: null }], engine.storage.articles);
  }
  const rows = async (kind: ExportKind, since = Number.NEGATIVE_INFINITY) => {
    const found: Row[] = [];
    for await (const row of exportRows(kind, since, engine.storage.articles)) found.push(row);
    return found;
  };
  return { engine, rows };
}

describe('an export', () => {
  it('has each article, quote and figure once, over pages, with all columns in order', async () => {
    const { engine, rows } = await setUp(130);
    try {
      for (const kind of ['articles', 'quotes', 'figures'] as const) {
        const found = await rows(kind);
        for (const row of found) expect(Object.keys(row)).toEqual(EXPORT_COLUMNS[kind]);
        expect(new Set(found.map(({ url }) => url)).size).toBe(130);
      }
      const [newest] = (await rows('quotes', NOON)).slice(-1);
      expect(newest).toMatchObject({
        text: 'We are ready for storm 0,',
        speakers: 'Ada Pell',
        role: expect.stringContaining('mayor'),
        publishedAt: '2031-01-05T12:00:00.000Z',
      });
      expect((await rows('figures', NOON))[0]).toMatchObject({ low: 2_000, high: 2_000, unit: 'ship', modifier: '>' });
      expect(await rows('articles', NOON - DAY_MS)).toHaveLength(2);
    } finally {
      await engine.end();
    }
  });
});

describe('a pruning', () => {
  it('takes what is older than its days, with what was found in it, and leaves the rest', async () => {
    const { engine, rows } = await setUp(40);
    try {
      const { articles, rows: left } = await prune(30, engine.storage.retention, NOON);
      expect([articles, (await rows('articles')).length, (await rows('quotes')).length]).toEqual([9, 31, 31]);
      expect(left).toBeGreaterThan(0);
      expect(await prune(30, engine.storage.retention, NOON)).toEqual({ articles: 0, rows: 0 });
    } finally {
      await engine.end();
    }
  });
});
