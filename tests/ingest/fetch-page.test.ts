import type { RequestListener } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createPageFetcher, type PageOutcome } from '#ingest/fetch-page.ts';
import { createHostQueue, type HostTurns } from '#ingest/politeness.ts';
import { createReadable, READABLE_DEFAULTS, type Readable } from '#ingest/readable.ts';
import { createHttpClient } from '#lib/http.ts';
import { startLocalServer } from '../lib/local-server.ts';

const SENTENCE = 'The ferry to the island was late again on Monday, the harbour master said, and no one could tell why. ';
const page = (head = '') =>
  `<html><head><title>Late ferry</title>${head}</head><body><article><p>${SENTENCE.repeat(3)}</p><p>${SENTENCE.repeat(3)}</p></article></body></html>`;

let readable: Readable;
beforeAll(() => {
  readable = createReadable(READABLE_DEFAULTS);
});
afterAll(() => readable.stop());

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function site(handler: RequestListener, turns?: HostTurns) {
  const asked: string[] = [];
  const server = await startLocalServer((request, response) => {
    asked.push(request.url ?? '');
    handler(request, response);
  });
  let clock = 0;
  const client = createHttpClient({
    userAgent: 'Wirebrief/test',
    timeoutMs: 2000,
    maxBytes: 1_000_000,
    allow: [server.endpoint],
    now: () => clock,
  });
  stops.push(client.stop, server.stop);
  const queue = createHostQueue({ delayMs: 0, now: () => clock, turns, pause: async () => {} });
  const fetcher = createPageFetcher({ client, readable, queue, now: () => clock, product: 'wirebrief' });
  return {
    server,
    asked,
    fetch: (path: string) => fetcher.fetch(`${server.url}${path}`),
    wait: (ms: number) => {
      clock += ms;
    },
  };
}

const withoutTdm = (asked: readonly string[]) => asked.filter((path) => !path.includes('tdmrep'));
const codeOf = (outcome: PageOutcome) => (outcome.kind === 'page' ? 'page' : outcome.problem.code);

test('a failure of our own while a site is asked for its wishes is not remembered as its answer', async () => {
  // robots.txt, then the page, then tdmrep.json: each has its turn of the host, and the store of turns is gone for one.
  for (const broken of [1, 3]) {
    let turn = 0;
    const enter = async () => {
      turn += 1;
      if (turn === broken) throw new Error('the database is restarting');
    };
    const { fetch } = await site(
      (request, response) => {
        if (request.url?.startsWith('/story') !== true) response.writeHead(404).end();
        else response.setHeader('content-type', 'text/html').end(page());
      },
      { enter, leave: async () => {} },
    );
    await expect(fetch('/story')).rejects.toThrow('the database is restarting');
    expect(codeOf(await fetch('/story'))).toBe('page');
  }
});

describe('/.well-known/tdmrep.json', () => {
  const reserving = (path: string, head = '') =>
    site((request, response) => {
      if (request.url === '/.well-known/tdmrep.json')
        response.end(
          JSON.stringify([{ location: '/free/*', 'tdm-reservation': 0 }, { location: path, 'tdm-reservation': 1, 'tdm-policy': 'x' }, 7]),
        );
      else if (request.url === '/robots.txt') response.writeHead(404).end();
      else response.setHeader('content-type', 'text/html').end(page(head));
    });

  test('reserves what it names, is asked once a day, and its first rule that fits decides', async () => {
    const { fetch, asked } = await reserving('/');
    expect([codeOf(await fetch('/story')), codeOf(await fetch('/free/story')), codeOf(await fetch('/other'))]).toEqual([
      'tdm-reserved',
      'page',
      'tdm-reserved',
    ]);
    expect(asked.filter((path) => path.includes('tdmrep'))).toHaveLength(1);
  });

  test('what a page says of itself goes before it', async () => {
    const { fetch, asked } = await reserving('/', '<meta name="tdm-reservation" content="0">');
    expect(codeOf(await fetch('/story'))).toBe('page');
    expect(asked.some((path) => path.includes('tdmrep'))).toBe(false);
  });

  test('a file of another kind reserves nothing', async () => {
    const { fetch } = await site((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else response.setHeader('content-type', 'text/html').end(page());
    });
    expect(codeOf(await fetch('/story'))).toBe('page');
  });
});

describe('robots.txt', () => {
  test('is asked once a day for a site and obeyed', async () => {
    const { fetch, asked, wait } = await site((request, response) => {
      if (request.url === '/robots.txt') response.end('User-agent: *\nDisallow: /private');
      else response.setHeader('content-type', 'text/html').end(page());
    });
    expect(await fetch('/story')).toMatchObject({ kind: 'page', title: 'Late ferry' });
    expect(codeOf(await fetch('/private/story'))).toBe('robots');
    expect(withoutTdm(asked)).toEqual(['/robots.txt', '/story']);
    wait(25 * 3_600_000);
    await fetch('/story');
    expect(asked.filter((url) => url === '/robots.txt')).toHaveLength(2);
  });

  test('absent, everything is allowed; in trouble, nothing is for ten minutes', async () => {
    let status = 404;
    const { fetch, wait } = await site((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(status).end();
      else response.setHeader('content-type', 'text/html').end(page());
    });
    expect(codeOf(await fetch('/story'))).toBe('page');
    status = 500;
    wait(25 * 3_600_000);
    expect(codeOf(await fetch('/story'))).toBe('robots');
    status = 404;
    expect(codeOf(await fetch('/story'))).toBe('robots');
    wait(11 * 60_000);
    expect(codeOf(await fetch('/story'))).toBe('page');
  });

  test('a redirect into what is disallowed is not read', async () => {
    const { fetch } = await site((request, response) => {
      if (request.url === '/robots.txt') response.end('User-agent: wirebrief\nDisallow: /private');
      else if (request.url === '/story') response.writeHead(302, { location: '/private/story' }).end();
      else response.setHeader('content-type', 'text/html').end(page());
    });
    expect(codeOf(await fetch('/story'))).toBe('robots');
  });
});

describe('what the page says of itself', () => {
  const cases: readonly [string, Record<string, string>, string][] = [
    ['<meta name="robots" content="index, NOARCHIVE">', {}, 'noarchive'],
    ['<meta content="noai, noimageai" name=robots>', {}, 'text-mining'],
    ['<meta name="wirebrief" content="noarchive">', {}, 'noarchive'],
    ['<meta name="googlebot" content="noarchive">', {}, 'page'],
    ['<meta name="tdm-reservation" content="1">', {}, 'tdm-reserved'],
    ['<meta name="tdm-reservation" content="0">', {}, 'page'],
    ['', { 'tdm-reservation': '1' }, 'tdm-reserved'],
    ['', { 'x-robots-tag': 'noindex, noai' }, 'text-mining'],
    ['', { 'x-robots-tag': 'googlebot: noarchive, nosnippet' }, 'page'],
    ['', { 'x-robots-tag': 'wirebrief: noarchive' }, 'noarchive'],
    ['<meta name="robots" content="max-image-preview:large">', {}, 'page'],
  ];
  test.each(cases)('%s %o: %s', async (head, headers, code) => {
    const { fetch } = await site((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(page(head));
    });
    expect(codeOf(await fetch('/story'))).toBe(code);
  });

  test.each([
    ['/story-7?from=feed', '<link rel="canonical" href="/story-7">', '/story-7'],
    ['/story-7?from=feed', '<link href="http://elsewhere.example/story" rel=canonical>', '/story-7?from=feed'],
    ['/story-7?from=feed', '<link rel="canonical" href="/">', '/story-7?from=feed'],
    ['/story-7?from=feed', '', '/story-7?from=feed'],
  ])('%s with %s is known as %s', async (path, head, own) => {
    const { fetch, server } = await site((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else response.setHeader('content-type', 'text/html').end(page(head));
    });
    expect(await fetch(path)).toMatchObject({ kind: 'page', url: `${server.url}${own}` });
  });
});

test('other trouble keeps its name', async () => {
  const { fetch } = await site((request, response) => {
    if (request.url === '/pdf') response.setHeader('content-type', 'application/pdf').end('%PDF');
    else if (request.url === '/empty') response.setHeader('content-type', 'text/html').end('<html></html>');
    else if (request.url === '/busy') response.writeHead(429, { 'retry-after': '90' }).end();
    else response.writeHead(404).end();
  });
  expect(codeOf(await fetch('/pdf'))).toBe('not-a-page');
  expect(codeOf(await fetch('/empty'))).toBe('no-article');
  expect(codeOf(await fetch('/gone'))).toBe('not-found');
  expect(await fetch('/busy')).toMatchObject({ kind: 'later', retryAt: 90_000, problem: { code: 'rate-limited' } });
});

describe('a queue for each host', () => {
  test('runs one task at a time and pauses between two; hosts do not wait for each other', async () => {
    let clock = 0;
    const log: string[] = [];
    const queue = createHostQueue({
      delayMs: 1000,
      now: () => clock,
      pause: async (ms) => {
        log.push(`pause ${ms}`);
        clock += ms;
      },
    });
    const task = (name: string) => async () => {
      log.push(`${name} begins`);
      await new Promise((done) => setImmediate(done));
      log.push(`${name} ends`);
    };
    await Promise.all([
      queue.run('https://a.example/1', task('a1')),
      queue.run('https://b.example/1', task('b1')),
      queue.run('https://a.example/2', task('a2')),
    ]);
    expect(log.filter((line) => !line.startsWith('b'))).toEqual(['a1 begins', 'a1 ends', 'pause 1000', 'a2 begins', 'a2 ends']);
    expect(log.indexOf('b1 begins')).toBeLessThan(log.indexOf('a1 ends'));
  });

  test('a task that fails does not stop the next, and a rested host is asked at once', async () => {
    let clock = 0;
    const pauses: number[] = [];
    const queue = createHostQueue({ delayMs: 1000, now: () => clock, pause: async (ms) => void pauses.push(ms) });
    await expect(queue.run('https://a.example/', () => Promise.reject(new Error('no')), 5000)).rejects.toThrow('no');
    clock = 2000;
    expect(await queue.run('https://a.example/', async () => 'yes')).toBe('yes');
    clock = 9000;
    await queue.run('https://a.example/', async () => {});
    expect(pauses).toEqual([3000]);
  });
});
