import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toldOf } from '../../src/app/told-of.ts';
import { DAY_MS, HOUR_MS, LAB, MONDAY, NEWS, type Newsroom, openNewsroom } from './newsroom.ts';

/** Two short flashes of one accident that share too little, and the report that tells both. */
const FLASH = {
  title: 'Tarn bridge down',
  text: 'A road bridge over the Tarn fell into the river on Monday, Osterby police said.\n\n“There was a crack like a gun,” said the lorry driver Jens Wold.',
};
const RESCUE = {
  title: 'Divers search for Marit Aune’s brother',
  text: 'Divers looked for the brother of fire chief Marit Aune on Monday, whose van is thought to lie in the Tarn.\n\n“Lasse knew that span,” said Aune in Osterby.',
};
const WHOLE = {
  title: 'Osterby bridge over the Tarn down; divers search for brother of chief Aune',
  text: 'The road bridge over the Tarn fell on Monday with a crack that the lorry driver Jens Wold took for a gun, Osterby police said, and divers search for Lasse, the brother of fire chief Marit Aune.\n\nHis van is thought to lie below the span in the river.',
};
const MARKET = {
  title: 'Shares close higher as Nordbank gains',
  text: 'Shares on the Aldland exchange closed higher on Monday. Nordbank gained 2.1 percent after it had raised its dividend, the analyst Ines Falk said.',
};

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom(MONDAY + 9 * HOUR_MS);
});
afterEach(() => room.end());

const library = () => room.storage.tenant(LAB).library;
const storyOf = async (title: string): Promise<string> => {
  const found = (await library().articles({ limit: 50 })).find((article) => article.title === title);
  return found?.storyId ?? 'none';
};

describe('stories as they grow', () => {
  test('two that began apart become one when a report tells both: the older keeps its identity, and it is written down', async () => {
    await room.publish({ ...FLASH, at: MONDAY + 7 * HOUR_MS });
    await room.publish({ ...RESCUE, at: MONDAY + 8 * HOUR_MS });
    const [first, second] = [await storyOf(FLASH.title), await storyOf(RESCUE.title)];
    expect(first).not.toBe(second);
    await room.publish({ ...WHOLE, at: MONDAY + 9 * HOUR_MS });
    expect([await storyOf(FLASH.title), await storyOf(RESCUE.title), await storyOf(WHOLE.title)]).toEqual([first, first, first]);
    const { articles, changes } = await library().storyRecord(first);
    expect(articles.map(({ title, joining }) => [title, joining?.why])).toEqual([
      [FLASH.title, undefined],
      [RESCUE.title, undefined],
      [WHOLE.title, 'same event'],
    ]);
    expect(changes).toMatchObject([{ kind: 'merge', from: second, into: first }]);
  });

  test('what a channel was told of the one was told of both', async () => {
    await room.publish({ ...FLASH, at: MONDAY + 7 * HOUR_MS });
    await room.publish({ ...RESCUE, at: MONDAY + 8 * HOUR_MS });
    const [first, second] = [await storyOf(FLASH.title), await storyOf(RESCUE.title)];
    const tenant = room.storage.tenant(LAB);
    const detail = (article: string) => JSON.stringify({ outlets: ['The harbour'], speakers: [], articles: [article], sentences: [] });
    for (const [key, article] of [
      [first, 'a'],
      [second, 'b'],
    ] as const)
      await tenant.told.record([{ channel: NEWS, kind: 'story', key, detail: detail(article), at: room.now }]);
    await room.publish({ ...WHOLE, at: MONDAY + 9 * HOUR_MS });
    const told = await toldOf(NEWS, tenant, library());
    expect(told.has(`story:${second}`)).toBe(false);
    expect(JSON.parse(told.get(`story:${first}`)?.detail ?? '{}')).toMatchObject({ articles: ['a', 'b'] });
  });

  test('an address that carries other news leaves its story, which keeps its identity', async () => {
    await room.publish({ ...FLASH, at: MONDAY + 7 * HOUR_MS, url: 'https://harbour.example/live' });
    await room.publish({ ...WHOLE, at: MONDAY + 8 * HOUR_MS });
    const story = await storyOf(FLASH.title);
    expect(await storyOf(WHOLE.title)).toBe(story);
    room.now += HOUR_MS;
    await room.publish({ ...MARKET, at: MONDAY + 7 * HOUR_MS, url: 'https://harbour.example/live' });
    expect(await storyOf(WHOLE.title)).toBe(story);
    const apart = await storyOf(MARKET.title);
    expect(apart).not.toBe(story);
    for (const side of [story, apart])
      expect((await library().storyRecord(side)).changes).toMatchObject([{ kind: 'split', from: story, into: apart }]);
  });

  test('an article that is only mended stays where it is', async () => {
    await room.publish({ ...FLASH, at: MONDAY + 7 * HOUR_MS, url: 'https://harbour.example/tarn' });
    await room.publish({ ...WHOLE, at: MONDAY + 8 * HOUR_MS });
    const story = await storyOf(FLASH.title);
    const mended = { ...FLASH, text: `${FLASH.text}\n\nThe bridge was built in 1964.` };
    await room.publish({ ...mended, at: MONDAY + 7 * HOUR_MS, url: 'https://harbour.example/tarn' });
    expect(await storyOf(FLASH.title)).toBe(story);
  });

  test('the next issue of what comes each day is a story of its own', async () => {
    await room.publish({ ...MARKET, at: MONDAY + 7 * HOUR_MS });
    const next = { title: 'Shares close lower', text: MARKET.text.replace('higher on Monday', 'lower on Tuesday').replace('2.1', '0.3') };
    room.now += DAY_MS;
    await room.publish({ ...next, text: `${next.text} Oil rose.`, at: MONDAY + 31 * HOUR_MS });
    expect(await storyOf(next.title)).not.toBe(await storyOf(MARKET.title));
  });
});
