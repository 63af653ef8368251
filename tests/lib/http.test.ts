import type { RequestListener } from 'node:http';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { createHttpClient, type HttpClient, type HttpClientOptions } from '#lib/http.ts';
import { type LocalServer, startLocalServer } from './local-server.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function serve(handler: RequestListener): Promise<LocalServer> {
  const server = await startLocalServer(handler);
  stops.push(server.stop);
  return server;
}

function clientFor(server: LocalServer, options: Partial<HttpClientOptions> = {}): HttpClient {
  const client = createHttpClient({
    userAgent: 'Wirebrief/test',
    timeoutMs: 3000,
    maxBytes: 5_000_000,
    allow: [server.endpoint],
    now: () => NOW,
    ...options,
  });
  stops.push(() => client.stop());
  return client;
}

async function codeOf(client: HttpClient, url: string): Promise<string> {
  const outcome = await client.get(url);
  return outcome.kind === 'failed' || outcome.kind === 'later' ? outcome.problem.code : outcome.kind;
}

describe('a plain answer', () => {
  test('comes with bytes, type, address and validators', async () => {
    const server = await serve((request, response) => {
      response.setHeader('content-type', 'text/xml');
      response.setHeader('etag', '"a1"');
      response.setHeader('last-modified', 'Sun, 01 Mar 2026 10:00:00 GMT');
      response.end(request.headers['user-agent']);
    });
    const outcome = await clientFor(server).get(`${server.url}/feed.xml`);
    expect(outcome).toMatchObject({
      kind: 'fresh',
      contentType: 'text/xml',
      url: `${server.url}/feed.xml`,
      validators: { etag: '"a1"', lastModified: 'Sun, 01 Mar 2026 10:00:00 GMT' },
    });
    expect(outcome.kind === 'fresh' && Buffer.from(outcome.bytes).toString()).toBe('Wirebrief/test');
    expect(outcome).not.toHaveProperty('movedTo');
  });

  test('304 is "unchanged", and only where validators were sent', async () => {
    const server = await serve((request, response) => {
      response.statusCode = request.headers['if-none-match'] === '"a1"' || request.url === '/odd' ? 304 : 200;
      response.end();
    });
    const client = clientFor(server);
    expect(await client.get(server.url, { validators: { etag: '"a1"' } })).toMatchObject({ kind: 'unchanged' });
    expect(await client.get(server.url, { validators: { etag: '"a0"' } })).toMatchObject({ kind: 'fresh' });
    expect(await client.get(`${server.url}/odd`)).toMatchObject({ kind: 'failed', status: 304 });
  });

  test('connections are kept and never more than two for an origin', async () => {
    let open = 0;
    let most = 0;
    const server = await serve((_request, response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open -= 1;
        response.end('ok');
      }, 5);
    });
    const client = clientFor(server);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => client.get(server.url)));
    expect(outcomes.every(({ kind }) => kind === 'fresh')).toBe(true);
    expect(most).toBe(2);
    expect(server.connections()).toBe(2);
  });

  test('a kept connection that the server closes is replaced without a word', async () => {
    let answered = 0;
    const server = await serve((request, response) => {
      answered += 1;
      if (answered === 2) request.socket.destroy();
      else response.end('ok');
    });
    const client = clientFor(server);
    await client.get(server.url);
    expect(await client.get(server.url)).toMatchObject({ kind: 'fresh' });
  });
});

describe('encodings', () => {
  const text = 'News of the harbour. '.repeat(2000);
  const cases: readonly [string, Buffer][] = [
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['br', brotliCompressSync(text)],
    ['zstd', zstdCompressSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    ['gzip, br', brotliCompressSync(gzipSync(text))],
    ['identity', Buffer.from(text)],
    ['gzip', gzipSync(text).subarray(0, -6)],
  ];
  test.each(cases)('%s is undone', async (encoding, body) => {
    const server = await serve((_request, response) => {
      response.setHeader('content-encoding', encoding);
      response.end(body);
    });
    const outcome = await clientFor(server).get(server.url);
    expect(outcome.kind === 'fresh' && Buffer.from(outcome.bytes).toString()).toBe(text);
  });

  test.each([
    ['gzip', Buffer.from('this is no gzip')],
    ['br', Buffer.from('\x01\x02\x03 this is no brotli')],
    ['compress', Buffer.from('x')],
    ['gzip, gzip, gzip', gzipSync(gzipSync(gzipSync('x')))],
  ])('%s that cannot be undone is "bad-encoding"', async (encoding, body) => {
    const server = await serve((_request, response) => {
      response.setHeader('content-encoding', encoding);
      response.end(body);
    });
    expect(await codeOf(clientFor(server), server.url)).toBe('bad-encoding');
  });
});

describe('limits', () => {
  const zeros = Buffer.alloc(80_000_000);
  const bombs: readonly [string, () => Buffer][] = [
    ['gzip', () => gzipSync(zeros, { level: 9 })],
    ['br', () => brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })],
    ['zstd', () => zstdCompressSync(zeros)],
    ['gzip, gzip', () => gzipSync(gzipSync(zeros, { level: 9 }))],
  ];
  test.each(bombs)('a %s bomb is cut early', async (encoding, pack) => {
    const bomb = pack();
    const server = await serve((_request, response) => {
      response.setHeader('content-encoding', encoding);
      response.end(bomb);
    });
    const client = clientFor(server);
    await client.get(server.url);
    const before = process.memoryUsage();
    const started = performance.now();
    expect(await codeOf(client, server.url)).toBe('too-large');
    const after = process.memoryUsage();
    expect(performance.now() - started).toBeLessThan(1000);
    expect(after.external + after.heapUsed - before.external - before.heapUsed).toBeLessThan(20_000_000);
  });

  test('an endless body is cut, and its connection with it', async () => {
    let closed: (() => void) | undefined;
    const wasClosed = new Promise<void>((done) => {
      closed = done;
    });
    const server = await serve((_request, response) => {
      const chunk = Buffer.alloc(65_536, 'x');
      const pour = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', pour).on('close', () => closed?.());
      pour();
    });
    expect(await codeOf(clientFor(server), server.url)).toBe('too-large');
    await wasClosed;
  });

  test('a body that announces its size is refused unread', async () => {
    const server = await serve((_request, response) => {
      response.setHeader('content-length', '900000000');
      response.write('x');
    });
    expect(await codeOf(clientFor(server), server.url)).toBe('too-large');
  });

  test.each([
    ['headers that never come', () => {}],
    ['a body that drips', ((_request, response) => void setInterval(() => response.write('x'), 20).unref()) satisfies RequestListener],
  ])('%s end in a timeout', async (_name, handler) => {
    const server = await serve(handler as RequestListener);
    expect(await codeOf(clientFor(server, { timeoutMs: 200 }), server.url)).toBe('timeout');
  });

  test('one time limit holds over all redirects', async () => {
    const server = await serve((_request, response) => {
      setTimeout(() => {
        response.writeHead(302, { location: '/again' }).end();
      }, 120);
    });
    expect(await codeOf(clientFor(server, { timeoutMs: 300 }), server.url)).toBe('timeout');
  });

  test('a connection cut in the middle is "broken-answer"', async () => {
    const server = await serve((_request, response) => {
      response.setHeader('content-length', '1000');
      response.write('half');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await codeOf(clientFor(server), server.url)).toBe('broken-answer');
  });

  test('headers larger than 64 kB and what is no HTTP are refused', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/large') response.writeHead(200, { 'x-large': 'x'.repeat(100_000) }).end();
      else request.socket.end('SSH-2.0-dropbear\r\n');
    });
    const client = clientFor(server);
    expect(await codeOf(client, `${server.url}/large`)).toBe('broken-answer');
    expect(await codeOf(client, server.url)).toBe('broken-answer');
  });

  test('stop() ends what is under way', async () => {
    const server = await serve(() => {});
    const client = clientFor(server);
    const pending = codeOf(client, server.url);
    await client.stop();
    expect(await pending).toBe('stopped');
  });

  test("a caller's signal ends its own request", async () => {
    const server = await serve(() => {});
    const outcome = await clientFor(server).get(server.url, { signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'stopped' } });
  });
});

describe('redirects', () => {
  test('permanent ones are remembered up to the first that is not', async () => {
    const hops: Record<string, [number, string]> = { '/a': [301, '/b'], '/b': [308, '/c'], '/c': [302, '/d'] };
    const server = await serve((request, response) => {
      const hop = hops[request.url ?? ''];
      if (hop === undefined) response.end('here');
      else response.writeHead(hop[0], { location: hop[1] }).end();
    });
    const client = clientFor(server);
    expect(await client.get(`${server.url}/a`)).toMatchObject({ kind: 'fresh', url: `${server.url}/d`, movedTo: `${server.url}/c` });
    expect(await client.get(`${server.url}/c`)).not.toHaveProperty('movedTo');
  });

  test('six are too many, a circle too', async () => {
    const server = await serve((request, response) => {
      const count = Number(request.url?.slice(1));
      if (count === 0) response.end('here');
      else response.writeHead(302, { location: Number.isNaN(count) ? '/round' : `/${count - 1}` }).end();
    });
    const client = clientFor(server);
    expect(await codeOf(client, `${server.url}/5`)).toBe('fresh');
    expect(await codeOf(client, `${server.url}/6`)).toBe('too-many-redirects');
    expect(await codeOf(client, `${server.url}/round`)).toBe('too-many-redirects');
  });

  test.each(['file:///etc/passwd', 'ftp://example.org/', 'javascript:1', 'http://', 'gopher://127.0.0.1:70/x'])(
    'never lead to %s',
    async (location) => {
      const server = await serve((_request, response) => response.writeHead(302, { location }).end());
      expect(['bad-address', 'too-many-redirects']).toContain(await codeOf(clientFor(server), server.url));
    },
  );

  test('a login does not follow to another origin', async () => {
    const seen: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      seen.push(request.headers.authorization, request.headers.cookie, request.headers['if-none-match']);
      response.end();
    });
    const server = await serve((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(302, { location: request.url === '/' ? '/two' : other.url }).end();
    });
    const client = clientFor(server, { allow: [server.endpoint, other.endpoint] });
    const address = server.url.replace('http://', 'http://me:s%20ecret@');
    await client.get(address, { headers: { cookie: 'a=b' }, validators: { etag: '"e"' } });
    const login = `Basic ${Buffer.from('me:s ecret').toString('base64')}`;
    expect(seen).toEqual([login, login, undefined, undefined, '"e"']);
    seen.length = 0;
    await client.get(server.url, { headers: { authorization: 'Bearer abc' } });
    expect(seen).toEqual(['Bearer abc', 'Bearer abc', undefined, undefined, undefined]);
  });
});

describe('refusals have a name', () => {
  const cases: readonly [number, Record<string, string>, string][] = [
    [400, {}, 'http-status'],
    [401, {}, 'unauthorized'],
    [403, {}, 'forbidden'],
    [404, {}, 'not-found'],
    [404, { server: 'cloudflare' }, 'not-found'],
    [410, {}, 'gone'],
    [451, {}, 'legal'],
    [500, {}, 'server-error'],
    [502, { server: 'cloudflare' }, 'server-error'],
  ];
  test.each(cases)('%i %o is "%s"', async (status, headers, code) => {
    const server = await serve((_request, response) => response.writeHead(status, headers).end('<html>no</html>'));
    expect(await clientFor(server).get(server.url)).toMatchObject({ kind: 'failed', status, problem: { code } });
  });

  test.each([
    ['Cloudflare', { 'cf-mitigated': 'challenge', server: 'cloudflare' }],
    ['DataDome', { 'x-datadome': 'protected', server: 'cloudflare' }],
    ['Akamai', { server: 'AkamaiGHost' }],
  ])('the wall of %s is recognised', async (name, headers) => {
    const server = await serve((_request, response) => response.writeHead(403, headers).end());
    const outcome = await clientFor(server).get(server.url);
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'forbidden', message: expect.stringContaining(name) } });
  });

  test.each([
    [429, '120', 120_000],
    [503, 'Sun, 01 Mar 2026 13:00:00 GMT', 3_600_000],
    [429, '0', 60_000],
    [429, '99999999', 86_400_000],
    [429, 'soon', 1_800_000],
    [429, undefined, 1_800_000],
  ])('%i with Retry-After %s waits', async (status, retryAfter, waitMs) => {
    const server = await serve((_request, response) => {
      response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter }).end();
    });
    expect(await clientFor(server).get(server.url)).toMatchObject({ kind: 'later', retryAt: NOW + waitMs, status });
  });

  test('503 without Retry-After is a failure like any other', async () => {
    const server = await serve((_request, response) => response.writeHead(503).end());
    expect(await codeOf(clientFor(server), server.url)).toBe('server-error');
  });

  test('a closed port, an unknown host and a bad address', async () => {
    const server = await startLocalServer(() => {});
    const client = clientFor(server, {
      resolve: async () => {
        throw Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
      },
    });
    await server.stop();
    expect(await codeOf(client, server.url)).toBe('refused');
    expect(await codeOf(client, 'http://nowhere.example/')).toBe('dns');
    for (const address of ['', 'feed.xml', 'ftp://example.org/x', 'file:///etc/passwd', 'http://']) {
      expect(await codeOf(client, address)).toBe('bad-address');
    }
  });

  test('no credential gets into a problem', async () => {
    const server = await serve((_request, response) => response.writeHead(403).end());
    const client = clientFor(server, { timeoutMs: 500 });
    const addresses = [
      server.url.replace('http://', 'http://me:hush@'),
      `${server.url}/feed?key=hush`,
      'http://me:hush@10.0.0.1/',
      'ftp://me:hush@example.org/',
    ];
    for (const address of addresses) {
      const outcome = await client.get(address);
      expect(outcome.kind).toBe('failed');
      expect(JSON.stringify(outcome)).not.toContain('hush');
    }
  });
});
