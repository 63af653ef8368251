import { expect, test } from 'vitest';
import { DESK } from '#model/subscription.ts';
import { HOUR_MS, ingested, NOON } from '../contract/ingested.ts';
import { openTemporary } from './engine.ts';

test('the facts of a rare outlet are found in a store of many articles, and those of a common one too', async () => {
  const engine = await openTemporary();
  const { storage } = engine;
  try {
    await storage.feeds.put({ id: 'harbour', url: 'https://harbour.example/feed.xml', title: 'Common', owner: null, everybody: true });
    const many = Array.from({ length: 1_010 }, (_, index) =>
      ingested({
        id: `a${index}`,
        outlet: 'Common',
        marked: index % 100 ? 'Calm.' : `"«Calm ${index}.|Bo Falk»" with [20 ships]`,
        at: NOON + index,
      }),
    );
    await storage.articles.put(null, many);
    await storage.articles.put(null, [
      ingested({ id: 'rare', outlet: 'Rare', marked: 'On fish: "«Cod.|Ada Lind»" with [30 ships]', at: NOON - HOUR_MS }),
    ]);
    const { library } = storage.tenant(DESK);
    const quotes = async (query: object) => (await library.quotes({ limit: 5, ...query })).quotes.map(({ text }) => text);
    const figures = async (query: object) => (await library.figures({ limit: 5, ...query })).figures.map(({ text }) => text);
    expect(await quotes({ feeds: ['Rare'] })).toEqual(['Cod.']);
    expect(await quotes({ feeds: ['Rare'], about: ['fish'] })).toEqual(['Cod.']);
    expect(await quotes({ feeds: ['Rare'], speakers: ['Bo Falk'] })).toEqual([]);
    expect(await quotes({ feeds: ['Nobody'] })).toEqual([]);
    expect(await figures({ feeds: ['Rare'] })).toEqual(['30 ships']);
    expect((await quotes({ feeds: ['Common'] })).slice(0, 2)).toEqual(['Calm 1000.', 'Calm 900.']);
    expect((await quotes({ feeds: ['harbour'] })).length).toBe(5);
  } finally {
    await engine.end();
  }
});
