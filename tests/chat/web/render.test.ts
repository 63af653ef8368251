import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { toHtml } from '../../../src/chat/web/render.ts';
import { HOSTILE, HOSTILE_URLS } from '../../fixtures/hostile.ts';
import { countFacts, documents } from '../document-arbitraries.ts';

const dom = async (document: Parameters<typeof toHtml>[0]) =>
  parseHTML(`<html><body>${await toHtml(document, 'en-GB')}</body></html>`).document;

describe('the page', () => {
  test('each fact is shown once', async () => {
    await fc.assert(
      fc.asyncProperty(documents(6), async ({ document, facts }) => {
        const counts = countFacts((await dom(document)).body.textContent ?? '');
        expect(facts.filter((fact) => counts.get(fact) !== 1)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test.each(HOSTILE)('$name is shown as text', async ({ text }) => {
    const page = await dom({
      summary: 'x',
      blocks: [
        { kind: 'quote', text, speakers: [text], role: text, source: [{ kind: 'cite', outlet: text, url: 'https://news.example/' }] },
      ],
    });
    expect([...page.querySelectorAll('script, img, iframe, style, [onclick], [onerror]')]).toEqual([]);
    const anchors = [...page.querySelectorAll('a')].map((anchor) => anchor.getAttribute('href'));
    expect(anchors).toEqual(['https://news.example/']);
  });

  test.each(HOSTILE_URLS)('the address %j becomes a link of the web or none', async (url) => {
    const page = await dom({
      summary: 'x',
      blocks: [
        { kind: 'links', links: [{ text: 'T', url }] },
        { kind: 'actions', actions: [{ label: url, ask: url }] },
      ],
    });
    for (const anchor of page.querySelectorAll('a')) {
      expect(anchor.getAttribute('href')).toMatch(/^(https?:\/\/[^@\s"<>]*$|\/\?ask=)/);
      expect(
        [...anchor.attributes].map(({ name }) => name).filter((name) => !['href', 'rel', 'target', 'class', 'data-ask'].includes(name)),
      ).toEqual([]);
    }
  });
});
