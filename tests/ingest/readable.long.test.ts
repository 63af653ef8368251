/** Pages that end the thread that reads them, by their time or their memory. */
import { afterEach, describe, expect, test } from 'vitest';
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

const SENTENCE = 'The ferry to the island was late again on Monday, the harbour master said, and no one could tell why. ';
const article = (name: string) =>
  `<html><head><title>${name}</title></head><body><article><p>${name}. ${SENTENCE.repeat(3)}</p><p>${SENTENCE.repeat(4)}</p></article></body></html>`;
const good = { url: 'https://harbour.example/ferry', html: article('Late ferry') };

describe('hostile pages', () => {
  const hostile: readonly [string, () => string][] = [
    ['3 MB of links', () => '<a href="/x">y</a> '.repeat(150_000)],
    ['3 MB of line breaks', () => '<br><br>'.repeat(370_000)],
    ['3 MB of paragraphs', () => `<p>${'x'.repeat(40)}.</p>`.repeat(60_000)],
  ];
  test('each is answered in time, and the next page is fine', async () => {
    const readable = open({ timeoutMs: 300 });
    for (const [name, html] of hostile) {
      const bad = readable.read({ url: '', html: html() });
      const fine = () => readable.read({ url: '', html: `<p>${SENTENCE.repeat(2)}</p>` });
      const next = fine();
      // A fast machine may even read it.
      const outcome = await bad;
      expect(['page-too-slow', 'read'], name).toContain('code' in outcome ? outcome.code : 'read');
      // Even a good one may take longer on a busy machine; it is read in the end.
      let page = await next;
      while ('code' in page && page.code === 'page-too-slow') page = await fine();
      expect(page, name).toMatchObject({ text: SENTENCE.repeat(2).trim() });
    }
  });

  test('one that takes too much memory is named so, and the next page is fine', async () => {
    const readable = open({ heapMb: 24, timeoutMs: 15_000 });
    expect(await readable.read({ url: '', html: `<p>${'<b>x</b>'.repeat(300_000)}</p>` })).toMatchObject({ code: 'page-too-heavy' });
    expect(await readable.read(good)).toMatchObject({ title: 'Late ferry' });
  });
});
