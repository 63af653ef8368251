import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { createReadable, READABLE_DEFAULTS, type Readable, type ReadableOptions } from '#ingest/readable.ts';

const opened: Readable[] = [];
afterEach(async () => {
  for (const readable of opened.splice(0)) await readable.stop();
});

function open(options: Partial<ReadableOptions> = {}): Readable {
  const readable = createReadable({ ...READABLE_DEFAULTS, ...options });
  opened.push(readable);
  return readable;
}

/** For whatever leaves its thread alive: starting one takes longer than most of these tests. */
const usual = createReadable({ ...READABLE_DEFAULTS, timeoutMs: 3000 });
afterAll(() => usual.stop());

const SENTENCE = 'The ferry to the island was late again on Monday, the harbour master said, and no one could tell why. ';
const article = (name: string) =>
  `<html><head><title>${name}</title></head><body><article><p>${name}. ${SENTENCE.repeat(3)}</p><p>${SENTENCE.repeat(4)}</p></article></body></html>`;
const good = { url: 'https://harbour.example/ferry', html: article('Late ferry') };

test('a page comes back as title and paragraphs', async () => {
  const page = await usual.read(good);
  expect(page).toMatchObject({ title: 'Late ferry' });
  expect('text' in page && page.text.split('\n\n')).toHaveLength(2);
});

test('many pages at once are each answered with their own text', async () => {
  const readable = open({ workers: 2 });
  const pages = await Promise.all(Array.from({ length: 12 }, (_, i) => readable.read({ url: '', html: article(`Story ${i}`) })));
  expect(pages.map((page) => 'text' in page && page.text.slice(0, 9).replace('.', ''))).toEqual(
    Array.from({ length: 12 }, (_, i) => `Story ${i}. `.slice(0, 9).replace('.', '')),
  );
});

describe('hostile pages', () => {
  test('one that takes too long is named so', async () => {
    const readable = open({ timeoutMs: 60 });
    await readable.read(good);
    expect(await readable.read({ url: '', html: '<a href="/x">y</a> '.repeat(150_000) })).toMatchObject({ code: 'page-too-slow' });
  });

  test('100,000 nested elements are read quickly', async () => {
    const html = `<body>${'<div>'.repeat(100_000)}<p>${SENTENCE.repeat(8)}</p>${'</div>'.repeat(100_000)}</body>`;
    const page = await usual.read({ url: '', html });
    expect('text' in page && page.text).toContain('The ferry to the island');
  });

  test('one over the size cap is refused unread', async () => {
    expect(await open({ maxBytes: 1000 }).read({ url: '', html: 'x'.repeat(1001) })).toMatchObject({ code: 'page-too-large' });
  });

  test('what is no article is "no-article"', async () => {
    for (const html of ['', ' ', '<', '<html>', '<body></body>', '\0\0\0', '<p>', '<script>while(true);</script>', '{"json": true}']) {
      expect(await usual.read({ url: '', html }), html).toMatchObject({ code: 'no-article' });
    }
  });
});

test('what is under way when it stops is answered "stopped"', async () => {
  const readable = open();
  const pending = [readable.read(good), readable.read(good)];
  await readable.stop();
  expect((await Promise.all(pending)).map((page) => 'code' in page && page.code)).toEqual(['stopped', 'stopped']);
  expect(await readable.read(good)).toMatchObject({ code: 'stopped' });
});

test('a thread without work ends by itself, and the next page starts another', async () => {
  const readable = open({ idleMs: 1 });
  await readable.read(good);
  // Whether the first thread is still there, ending or gone, the answer is the same.
  for (const waitMs of [0, 20]) {
    await new Promise((done) => setTimeout(done, waitMs));
    expect(await readable.read(good)).toMatchObject({ title: 'Late ferry' });
  }
  expect(await readable.read(good)).toMatchObject({ title: 'Late ferry' });
});
