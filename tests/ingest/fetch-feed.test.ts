import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fetchFeed } from '#ingest/fetch-feed.ts';
import { createHttpClient } from '#lib/http.ts';
import { type LocalServer, startLocalServer } from '../lib/local-server.ts';

let server: LocalServer;
let client: ReturnType<typeof createHttpClient>;
const folder = mkdtempSync(join(tmpdir(), 'wirebrief-feed-'));
const file = join(folder, 'feed.xml');
const fileUrl = pathToFileURL(file).href;

beforeAll(async () => {
  writeFileSync(file, '<rss/>');
  server = await startLocalServer((request, response) => {
    if (request.url === '/to-file') response.writeHead(302, { location: fileUrl }).end();
    else if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
    else response.writeHead(200, { etag: '"1"' }).end(`${request.headers.accept} ${request.headers.authorization}`);
  });
  client = createHttpClient({ userAgent: 'Wirebrief/test', timeoutMs: 2000, maxBytes: 1000, allow: [server.endpoint], now: () => 0 });
});
afterAll(async () => {
  await client.stop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('over http', () => {
  test('fresh, then unchanged by the validators it gave', async () => {
    const first = await fetchFeed(client, server.url, {}, { headers: { authorization: 'Bearer x' } });
    expect(first).toMatchObject({ kind: 'fresh', validators: { etag: '"1"' } });
    expect(first.kind === 'fresh' && Buffer.from(first.bytes).toString()).toMatch(/application\/rss\+xml.* Bearer x$/);
    expect(first.kind === 'fresh' && (await fetchFeed(client, server.url, first.validators)).kind).toBe('unchanged');
  });
  test('a redirect never leads to a file, even where files are allowed', async () => {
    const outcome = await fetchFeed(client, `${server.url}/to-file`, {}, { allowFile: true });
    expect(outcome).toMatchObject({ kind: 'failed', problem: { code: 'bad-address' } });
  });
});

describe('from a file', () => {
  test('only where that is allowed', async () => {
    expect(await fetchFeed(client, fileUrl, {})).toMatchObject({ kind: 'failed', problem: { code: 'file-not-allowed' } });
  });
  test('fresh, unchanged, and fresh again when the file changes', async () => {
    const first = await fetchFeed(client, fileUrl, {}, { allowFile: true });
    if (first.kind !== 'fresh') throw new Error(first.kind);
    expect(Buffer.from(first.bytes).toString()).toBe('<rss/>');
    expect(await fetchFeed(client, fileUrl, first.validators, { allowFile: true })).toEqual({ kind: 'unchanged' });
    utimesSync(file, 1, 1);
    expect(await fetchFeed(client, fileUrl, first.validators, { allowFile: true })).toMatchObject({ kind: 'fresh' });
  });
  test.each([
    [pathToFileURL(join(folder, 'none.xml')).href, 'not-found'],
    [pathToFileURL(folder).href, 'not-a-file'],
    ['file://other-host/feed.xml', 'bad-address'],
  ])('%s has a name for its trouble', async (url, code) => {
    expect(await fetchFeed(client, url, {}, { allowFile: true })).toMatchObject({ kind: 'failed', problem: { code } });
  });
  test('a file over the cap is not read', async () => {
    expect(await fetchFeed(client, fileUrl, {}, { allowFile: true, maxBytes: 3 })).toMatchObject({
      kind: 'failed',
      problem: { code: 'too-large' },
    });
  });
});
