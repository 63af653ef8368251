import { describe, expect, test } from 'vitest';
import { serve } from './jsonl.ts';

const lines = (...requests: unknown[]) =>
  requests.map((request) => (typeof request === 'string' ? request : JSON.stringify(request))).join('\n');

describe('extract --jsonl', () => {
  const text =
    'PORT ELLER — Ada Pell, the mayor of Port Eller, told reporters: “We are ready for the storm.”\n\nAround 2,750 people left their homes, according to the council.\n\n“It was quick,” she said.';
  test('answers each line in order, with offsets into the text as it was given, and survives any line', async () => {
    const { code, answers, stderr } = await serve(
      'extract',
      lines({ id: 'a', text }, '{broken', '', { id: 'b' }, { id: 'c', text: '' }, { id: 4, text, title: 'Storm near' }),
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(answers.map(({ id, error }) => [id, (error as { code: string } | undefined)?.code ?? 'ok'])).toEqual([
      ['a', 'ok'],
      [null, 'broken-json'],
      [null, 'blank'],
      ['b', 'no-text'],
      ['c', 'ok'],
      [4, 'ok'],
    ]);
    const [first] = answers as unknown as [{ quotes: Record<string, unknown>[]; figures: Record<string, unknown>[]; summary: string }];
    for (const fact of [...first.quotes, ...first.figures]) expect(text.slice(fact.start as number, fact.end as number)).toBe(fact.text);
    expect(first.quotes.map(({ text: words, speaker, kind }) => [words, speaker, kind])).toEqual([
      ['We are ready for the storm.', 'Ada Pell', 'direct'],
      ['It was quick,', 'Ada Pell', 'direct'],
    ]);
    expect(Object.keys(first.quotes[0] ?? {}).sort()).toEqual([
      'confidence',
      'cue',
      'end',
      'kind',
      'printed',
      'role',
      'speaker',
      'speakerMention',
      'speakers',
      'start',
      'text',
      'toldTo',
    ]);
    expect(first.figures).toEqual([
      expect.objectContaining({
        text: 'Around 2,750 people',
        value: 2750,
        unit: 'people',
        modifier: '~',
        saidBy: expect.stringMatching(/council/),
        printed: true,
      }),
    ]);
    expect(Object.keys(first.figures[0] ?? {}).sort()).toEqual([
      'concept',
      'end',
      'modifier',
      'printed',
      'saidBy',
      'salience',
      'start',
      'text',
      'unit',
      'value',
    ]);
    expect(first.summary.length).toBeGreaterThan(20);
  });
});

describe('readable --jsonl', () => {
  test('gives title and text, and an error for what is no page', async () => {
    const paragraph =
      '<p>The bridge over the Orle was closed on Monday after a crack had been found in its third pier, the council said in a long statement.</p>';
    const html = `<html><head><title>Bridge closed</title></head><body><nav>Home News</nav><article><h1>Bridge closed</h1>${paragraph.repeat(6)}</article></body></html>`;
    const { code, answers } = await serve('readable', lines({ id: 1, url: 'https://vale.example/bridge', html }, { id: 2, url: 'x' }));
    expect(code).toBe(0);
    expect(answers[0]).toMatchObject({ id: 1, title: 'Bridge closed', text: expect.stringContaining('third pier') });
    expect(answers[0]?.text).not.toContain('Home News');
    expect(answers[1]).toMatchObject({ id: 2, error: { code: 'no-html' } });
  });
});

describe('parse-feed --jsonl', () => {
  test('gives feed, entries and problems; what is no feed gets an error', async () => {
    const rss =
      '<rss version="2.0"><channel><title>The Vale</title><link>https://vale.example/</link><item><title>Bridge &amp; mill</title><link>/bridge</link><pubDate>Mon, 16 Oct 2023 10:00:00 GMT</pubDate><description>&lt;p&gt;Closed.&lt;/p&gt;</description></item></channel></rss>';
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    const { code, answers } = await serve(
      'parse-feed',
      lines(
        { id: 'a', url: 'https://vale.example/feed', base64: base64(rss) },
        { id: 'b', url: 'https://vale.example/', base64: base64('hello') },
      ),
    );
    expect(code).toBe(0);
    expect(answers[0]).toEqual({
      id: 'a',
      feed: { title: 'The Vale', link: 'https://vale.example/', language: null, kind: 'rss' },
      entries: [
        { title: 'Bridge & mill', link: 'https://vale.example/bridge', publishedAt: '2023-10-16T10:00:00.000Z', html: '<p>Closed.</p>' },
      ],
      problems: [],
    });
    expect(answers[1]).toMatchObject({ id: 'b', error: { code: expect.any(String) } });
  });
});

describe('verify --jsonl', () => {
  test('says of each claim whether the text backs it, and why', async () => {
    const text = 'At least 40 ships left Port Eller on Monday, Ada Pell said.';
    const { code, answers } = await serve(
      'verify',
      lines(
        { id: 'a', text, claim: 'At least forty ships left Port Eller, Pell said.' },
        { id: 'b', text, claim: 'At least 14 ships left Port Eller.' },
        { id: 'c', text },
        { id: 'd', claim: 'x' },
      ),
    );
    expect(code).toBe(0);
    expect(answers).toEqual([
      { id: 'a', supported: true, why: expect.any(String) },
      { id: 'b', supported: false, why: expect.stringContaining('14') },
      { id: 'c', error: { code: 'no-claim', message: expect.any(String) } },
      { id: 'd', error: { code: 'no-text', message: expect.any(String) } },
    ]);
  });
});
