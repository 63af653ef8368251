import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseFeed } from '#ingest/parse-feed.ts';
import { statusProblem } from '#lib/http-problem.ts';
import { feedHealth } from '../../src/app/feed-health.ts';
import { doubtsAbout, gatherProblems, toWall } from '../../src/app/feed-walls.ts';

const now = Date.parse('2026-11-25T10:00:00Z');
const item = (date: string, index: number) =>
  `<item><title>T${index}</title><link>https://a.example/${index}</link><pubDate>${date}</pubDate><description>Words.</description></item>`;
const rss = (dates: readonly string[]) => `<rss version="2.0"><channel><title>A</title>${dates.map(item).join('')}</channel></rss>`;

async function walls(text: string | Buffer, tookMs?: number): Promise<readonly string[]> {
  const read = await parseFeed(Buffer.from(text), { url: 'https://a.example/feed', now });
  if (!read.ok) return [toWall(read.problem).name];
  return gatherProblems([...read.feed.problems, ...doubtsAbout(read.feed, now, tookMs)]).map((problem) => toWall(problem).name);
}

const MONDAY = 'Mon, 23 Nov 2026 10:00:00 GMT';
const good = ['Mon, 23 Nov 2026 10:00:00 GMT', 'Mon, 23 Nov 2026 11:00:00 GMT'];

describe('each wall has its name', () => {
  test.each<[string, string | Buffer, readonly string[], number?]>([
    ['well', rss(good), []],
    ['a page', '<!doctype html><html><body>Hello</body></html>', ['A page instead of a feed']],
    [
      'a test for browsers',
      '<!doctype html><html><head><title>Just a moment...</title></head><body><script src="/cdn-cgi/challenge-platform/h/b/orchestrate.js"></script></body></html>',
      ['Programs kept out'],
    ],
    [
      'another',
      '<html><script>var dd={"rt":"c"}</script><script src="https://ct.captcha-delivery.com/c.js"></script></html>',
      ['Programs kept out'],
    ],
    [
      'a page behind a guard that lets us in, and names its feed',
      '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body>Hi<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script></body></html>',
      ['A page instead of a feed'],
    ],
    [
      'a page behind a guard that lets us in',
      `<!doctype html><html><body>${'<p>Ordinary words of the site.</p>'.repeat(60)}<script>window._pxAppId = 1</script></body></html>`,
      ['A page instead of a feed'],
    ],
    ['nothing', '', ['Empty answer']],
    ['no articles', rss([]), ['Empty feed']],
    ['no dates', rss(['', '']), ['No dates']],
    ['equal dates', rss([MONDAY, MONDAY, MONDAY, MONDAY]), ['Equal dates']],
    ['the future', rss([...good, 'Mon, 23 Nov 2037 10:00:00 GMT']), ['Dates in the future']],
    ['no date that can be read', rss([...good, 'the day after']), ['Dates that cannot be read']],
    ['mixed charsets', Buffer.concat([Buffer.from(rss(good).replace('Words', 'Wörds ')), Buffer.from([0xe9, 0x81])]), ['Wrong charset']],
    ['long ago', rss(['Mon, 23 Mar 2026 10:00:00 GMT']), ['Nothing new for long']],
    ['slowly', rss(good), ['Slow'], 14_000],
    ['mended', rss(good).replace('Words.', 'Fish & chips <'), ['Mended']],
  ])('%s', async (_, text, names, tookMs) => {
    expect(await walls(text, tookMs)).toEqual(names);
  });

  test('and says what was seen and what to do', () => {
    const wall = toWall(statusProblem('https://a.example/feed', 403, { server: 'cloudflare', 'cf-ray': '1' }));
    expect(wall).toMatchObject({ code: 'forbidden', name: 'Programs kept out' });
    expect([wall.seen, wall.advice]).toEqual([expect.stringContaining('Cloudflare'), expect.stringContaining('Ask the publisher')]);
  });

  test('many articles with one fault are one remark, and what is gravest stands first', () => {
    const future = { code: 'future-date', message: 'The date lies in the future.', item: 1 };
    const found = gatherProblems([
      { code: 'mended-xml', message: 'Mended.' },
      future,
      { ...future, item: 2 },
      { code: 'dns', message: 'Gone.' },
    ]);
    expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'dns: Gone.',
      'future-date: The date lies in the future. So it is with 2 articles.',
      'mended-xml: Mended.',
    ]);
  });

  test('every code that fetching and parsing a feed can give has one', () => {
    const folder = new URL('../../src/', import.meta.url);
    const files = ['lib/http-problem.ts', 'lib/http.ts', 'ingest/parse-feed.ts', 'ingest/map-item.ts', 'app/feed-walls.ts'];
    expect(files.every((file) => readdirSync(new URL(file.replace(/[^/]*$/, ''), folder)).includes(file.replace(/^.*\//, '')))).toBe(true);
    const codes = files.flatMap((file) =>
      [...readFileSync(new URL(file, folder), 'utf8').matchAll(/(?:code: |refuse\(\s*)'([a-z-]+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(codes.length).toBeGreaterThan(25);
    // "stopped" is our own doing and no wall.
    expect([...new Set(codes)].filter((code) => code !== 'stopped' && toWall({ code, message: '' }).name === 'Trouble')).toEqual([]);
  });
});

test('the moods of a feed', () => {
  const state = { validators: {}, polledAt: now, nextPollAt: now + 1, failures: 0, problem: null };
  const problem = { code: 'dns', message: 'Gone.' };
  expect(
    [
      state,
      { ...state, polledAt: null },
      { ...state, problem },
      { ...state, problem, failures: 2 },
      { ...state, problem, failures: 9, nextPollAt: now + 86_400_000 },
    ].map((each) => feedHealth(each).mood),
  ).toEqual(['well', 'unread', 'remark', 'silent', 'asleep']);
});
