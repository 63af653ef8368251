/** What a manager withdrew, and what was forgotten, is shown on no page of the desk and by none of its feeds. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Reported } from '#model/correction.ts';
import { createForgetter } from '../../src/app/forget.ts';
import { BUDGET, DAY_MS, FERRY, HOUR_MS } from '../app/newsroom.ts';
import { type DeskRoom, openDeskRoom } from './room.ts';

let room: DeskRoom;
beforeEach(async () => {
  room = await openDeskRoom();
  await room.publish({ ...FERRY, at: room.now - DAY_MS });
  await room.publish({ ...BUDGET, at: room.now - HOUR_MS });
});
afterEach(() => room.end());

const QUOTE = 'Everyone is off the ship and safe';
const addressOf = ({ title }: typeof FERRY) => `https://harbour.example/${encodeURIComponent(title)}`;
const withdraw = (what: Reported) =>
  room.storage.tenant('desk').reports.put({
    id: 'r1',
    tenant: 'desk',
    deliveryId: '',
    channel: 'desk',
    what,
    at: room.now,
    state: 'corrected',
  });

/** The pages, feeds and answers of the desk that hold the words. */
async function showing(words: string): Promise<readonly string[]> {
  const pages = ['/', '/quotes', '/api/quotes', '/figures', '/topics/lunde', '/topics/lunde.atom', story, permalink];
  const browser = room.browser();
  const texts = await Promise.all(pages.map(async (path) => (await browser.get(path)).text()));
  return pages.filter((_, index) => texts[index]?.includes(words));
}
let story: string;
let permalink: string;
beforeEach(async () => {
  const answer = await room.browser().get('/api/quotes?speaker=holm');
  const { quotes } = (await answer.json()) as { quotes: { story: string; permalink: string }[] };
  story = `/stories/${quotes[0]?.story}`;
  permalink = new URL(quotes[0]?.permalink ?? '').pathname;
});

test('a quote', async () => {
  expect(await showing(QUOTE)).toEqual(['/', '/quotes', '/api/quotes', '/topics/lunde', '/topics/lunde.atom', story, permalink]);
  await withdraw({ kind: 'quote', text: QUOTE, speakers: ['Mara Holm'], url: addressOf(FERRY) });
  expect(await showing(QUOTE)).toEqual([]);
});

test('a figure', async () => {
  expect(await showing('82 million euros')).toEqual(['/', '/figures']);
  await withdraw({ kind: 'figure', amount: '82 million euros', counts: 'budget', url: addressOf(BUDGET) });
  expect(await showing('82 million euros')).toEqual([]);
});

test('an article', async () => {
  await withdraw({ kind: 'article', url: addressOf(FERRY) });
  expect(await showing(QUOTE)).toEqual([]);
});

test('a speaker that was asked to be forgotten, though the feed of the day was kept for who asks again', async () => {
  expect(await showing('Mara Holm')).toContain('/topics/lunde.atom');
  const file = { read: () => [], append: () => {} };
  await createForgetter({ storage: room.storage, file, now: () => room.now, newSalt: () => 'salt' }).forget('speaker', 'Mara Holm');
  expect(await showing('Mara Holm')).toEqual([]);
});
