import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPipeline, enrolFeeds, feedOf } from '#cli/pipeline.ts';
import { pollDue } from '#cli/polling.ts';
import { createLog } from '#lib/log.ts';
import { readConfig } from '../../src/config.ts';
import { type LocalServer, startLocalServer } from '../lib/local-server.ts';
import { openTemporary } from '../storage/engine.ts';

const BASIC = `Basic ${Buffer.from('ada:correct horse').toString('base64')}`;
/** Which everybody may read, so they are asked for without the login, in the bot's own name. */
const isPolicy = (at: string) => at === '/robots.txt' || at === '/.well-known/tdmrep.json';
let folder: string;
let server: LocalServer;
let elsewhere: LocalServer;
let asked: { readonly at: string; readonly headers: IncomingHttpHeaders }[];
let engine: Awaited<ReturnType<typeof openTemporary>>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wirebrief-login-'));
  asked = [];
  engine = await openTemporary();
  elsewhere = await startLocalServer((request, response) => {
    asked.push({ at: `elsewhere${request.url}`, headers: request.headers });
    response.end('<rss version="2.0"><channel><title>Elsewhere</title></channel></rss>');
  });
  server = await startLocalServer((request, response): unknown => {
    asked.push({ at: request.url ?? '', headers: request.headers });
    if (request.url === '/moved') return response.writeHead(301, { location: `${elsewhere.url}/new` }).end();
    if (request.url === '/robots.txt') return response.writeHead(404).end();
    if (request.headers.authorization !== BASIC) return response.writeHead(401).end();
    if (request.url === '/page')
      return response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<article>${'<p>Words that only members read, and many of them.</p>'.repeat(9)}</article>`);
    return response.end(
      '<rss version="2.0"><channel><title>Members</title><item><title>A</title><link>/page</link><description>Teaser.</description></item></channel></rss>',
    );
  });
});
afterEach(async () => {
  await Promise.all([server.stop(), elsewhere.stop(), engine.end()]);
  rmSync(folder, { recursive: true });
});

function configured(yaml: string, env: Record<string, string> = {}) {
  const file = join(folder, 'local.yaml');
  writeFileSync(file, `sample: false\nfetch: { allow: ["${server.endpoint}", "${elsewhere.endpoint}"] }\nfeeds:\n${yaml}`);
  return readConfig({ WIREBRIEF_CONFIG: file, WIREBRIEF_DATA: folder, ...env });
}

async function pollAll(config: ReturnType<typeof configured>): Promise<string> {
  const { storage } = engine;
  const lines: string[] = [];
  const log = createLog({ level: 'debug', secrets: config.secrets, write: (line) => void lines.push(line) });
  const pipeline = createPipeline({ config, storage, now: Date.now, log, hostPauseMs: 1 });
  const house = { config, storage, now: Date.now, pipeline, log };
  await enrolFeeds(house as never);
  await pollDue(house as never, pipeline.tools);
  await pipeline.stop();
  return lines.join('');
}

describe('a feed with a login', () => {
  test('is asked with it, its pages of the same site too, and belongs to one tenant', async () => {
    await pollAll(configured(`  - { url: "${server.url}/feed", login: MEMBERS, userAgent: Reader/9 }`, { MEMBERS: 'ada:correct horse' }));
    const [feed] = await engine.storage.feeds.list();
    expect(feed).toMatchObject({ title: 'Members', owner: 'desk', everybody: false, failures: 0 });
    expect(new Set(asked.filter(({ at }) => !isPolicy(at)).map(({ headers }) => headers['user-agent']))).toEqual(new Set(['Reader/9']));
    const found = async (tenant: string) =>
      (await engine.storage.tenant(tenant).library.articles({ limit: 5 })).map(({ articleId }) => articleId);
    expect(await found('slack:T1')).toEqual([]);
    const [id = ''] = await found('desk');
    expect((await engine.storage.articles.get(id))?.article.text).toContain('only members read');
  });

  test('takes a whole header or a file as well, and the tenant that it names', () => {
    const secret = join(folder, 'secret');
    writeFileSync(secret, 'Bearer 2f77aa\n');
    const config = configured(`  - { url: "${server.url}/feed", login: API, tenant: "slack:T1" }`, { API_FILE: secret });
    expect(config.feeds[0]).toMatchObject({ authorization: 'Bearer 2f77aa', tenant: 'slack:T1' });
    expect(config.feeds.map(feedOf)).toMatchObject([{ owner: 'slack:T1', everybody: false }]);
  });

  test('keeps it to itself: not over a redirect to another site, not in the log, not in what the store holds', async () => {
    const yaml = `  - { url: "${server.url}/moved", login: MEMBERS }\n  - { url: "${server.url.replace('://', '://ada:letmein99@')}/feed" }`;
    const config = configured(yaml, { MEMBERS: 'ada:correct horse' });
    const log = await pollAll(config);
    expect(asked.find(({ at }) => at === 'elsewhere/new')?.headers.authorization).toBeUndefined();
    expect(log).toContain('asks for a password');
    const held = JSON.stringify(await engine.storage.feeds.list());
    for (const secret of ['correct horse', BASIC.slice(6)]) expect(log + held).not.toContain(secret);
    expect(log).not.toContain('letmein99');
    expect((await engine.storage.feeds.list()).map(({ owner }) => owner)).toEqual(['desk', 'desk']);
  });

  test('that is not set is said at once, without the rest', () => {
    expect(() => configured(`  - { url: "${server.url}/feed", login: MEMBERS }`)).toThrow('takes its login from MEMBERS, which is not set');
    expect(() => configured(`  - { url: "${server.url}/feed", login: "ada:secret" }`)).toThrow('never the login itself');
  });

  test('was everybody’s before: its public articles go', async () => {
    await engine.storage.feeds.put(feedOf({ url: `${server.url}/feed`, page: 'auto' }));
    await pollAll(configured(`  - { url: "${server.url}/feed", login: MEMBERS }`, { MEMBERS: 'ada:correct horse' }));
    expect((await engine.storage.feeds.list()).map(({ owner }) => owner)).toEqual(['desk']);
  });
});
