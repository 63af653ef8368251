import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi } from '../../src/desk/openapi.ts';
import { quoteParameters, quotesSchema } from '../../src/desk/quote-api.ts';
import { DESK } from '../../src/model/subscription.ts';
import { BUDGET, DAY_MS, FERRY, HOUR_MS } from '../app/newsroom.ts';
import { type Browser, type DeskRoom, openDeskRoom } from './room.ts';

let room: DeskRoom;
let browser: Browser;
beforeAll(async () => {
  room = await openDeskRoom({ publicUrl: 'https://desk.example/' });
  await room.publish({ ...FERRY, at: room.now - DAY_MS });
  await room.publish({
    title: 'Ferry off Lunde is afloat',
    text: 'The ferry that ran aground off Lunde floats again, the coast guard said.',
    at: room.now - HOUR_MS,
  });
  await room.publish({ ...BUDGET, at: room.now - HOUR_MS });
  browser = room.browser();
});
afterAll(() => room.end());

test('the quotes of a topic of speakers are theirs', async () => {
  const topic = { title: 'T', all: [], any: [], none: [], feeds: [], origin: 'store' } as const;
  const { topics } = room.storage.tenant(DESK);
  const every = quotesSchema.parse(await (await browser.get('/api/quotes?limit=50')).json());
  const name = every.quotes[0]?.speakers[0] ?? '';
  await topics.put({ ...topic, slug: 'theirs', speakers: [name.split(' ').at(-1) ?? ''] });
  await topics.put({ ...topic, slug: 'nobodys', speakers: ['Zeppelin'] });
  const theirs = quotesSchema.parse(await (await browser.get('/api/quotes?topic=theirs&limit=50')).json());
  expect(theirs.quotes.map(({ text }) => text)).toEqual(
    every.quotes.filter(({ speakers }) => speakers.includes(name)).map(({ text }) => text),
  );
  expect(theirs.quotes.length).toBeLessThan(every.quotes.length);
  expect(quotesSchema.parse(await (await browser.get('/api/quotes?topic=nobodys')).json()).quotes).toEqual([]);
  for (const slug of ['theirs', 'nobodys']) await topics.remove(slug);
});

test('a topic goes out as Atom: one entry a day, the newest first, by a reader’s parser', async () => {
  const answer = await browser.get('/topics/lunde.atom');
  expect(answer.headers.get('content-type')).toContain('application/atom+xml');
  const feed = parseAtomFeed(await answer.text());
  expect(feed.links?.map(({ href }) => href)).toContain('https://desk.example/topics/lunde.atom');
  const entries = feed.entries ?? [];
  expect(entries.map(({ id }) => id)).toEqual([
    'tag:desk.example,2026:topics/lunde/2026-11-23',
    'tag:desk.example,2026:topics/lunde/2026-11-22',
  ]);
  expect(entries[1]?.content?.value).toContain('“Everyone is off the ship and safe,”');
  expect(entries[1]?.content?.value).not.toContain('/?ask=');
  expect(String(entries[0]?.updated)).toContain('2026-11-23T11:00:00');
});

test('and as JSON Feed with the same entries', async () => {
  const feed = parseJsonFeed(await (await browser.get('/topics/lunde.json')).text());
  expect([feed.feed_url, feed.items?.length, feed.items?.[0]?.id]).toEqual([
    'https://desk.example/topics/lunde.json',
    2,
    'tag:desk.example,2026:topics/lunde/2026-11-23',
  ]);
  expect((await browser.get('/topics/nothing-at-all.json')).status).toBe(200);
});

test('the quote archive answers what its document says, page by page', async () => {
  const read = async (query: string) => quotesSchema.strict().parse(await (await browser.get(`/api/quotes?${query}`)).json());
  const all = await read('');
  expect([all.total, all.quotes.length, all.next]).toEqual([2, 2, null]);
  const first = await read('limit=1');
  expect(first.next).toBe('https://desk.example/api/quotes?limit=1&skip=1');
  expect((await read('limit=1&skip=1')).quotes.map(({ text }) => text)).toEqual([all.quotes[1]?.text]);
  const holm = await read('speaker=holm');
  expect([holm.speaker?.name, holm.quotes.map(({ text }) => text)]).toEqual(['Mara Holm', ['Everyone is off the ship and safe,']]);
  expect((await browser.get(new URL(holm.quotes[0]?.permalink ?? '').pathname)).status).toBe(200);
  expect((await read('speaker=hulm')).near).toEqual(['Mara Holm']);
  for (const wrong of ['limit=0', 'limit=many', 'since=yesterday', 'skip=-1']) {
    const answer = await browser.get(`/api/quotes?${wrong}`);
    expect([answer.status, ((await answer.json()) as { error: { message: string } }).error.message]).toEqual([
      400,
      expect.stringContaining(wrong.split('=')[0] ?? ''),
    ]);
  }
});

test('docs/openapi.json is what the schemas say (npm run openapi writes it), and every reference in it leads somewhere', async () => {
  const document = openApi() as { paths: Record<string, { get: { parameters: { name: string }[] } }>; components: { schemas: object } };
  expect(JSON.parse(readFileSync(join(import.meta.dirname, '../../docs/openapi.json'), 'utf8'))).toEqual(document);
  expect(await (await browser.get('/api/openapi.json')).json()).toEqual(document);
  expect(document.paths['/api/quotes']?.get.parameters.map(({ name }) => name)).toEqual(Object.keys(quoteParameters.shape));
  for (const [, name = ''] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g))
    expect(Object.keys(document.components.schemas)).toContain(name);
});
