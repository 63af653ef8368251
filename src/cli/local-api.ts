/** Writing commands of the terminal → the running bot: a token in the data directory opens its local API to whoever may read that directory. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { Failure } from '#model/failure.ts';

const FILE = 'local-api.json';

export type LocalApi = { readonly routes: Hono; readonly announce: (url: string) => void; readonly withdraw: () => void };

/** @param ingest Reads feeds now; returns lines to print. */
export function createLocalApi(dataDir: string, ingest: (feeds: readonly string[]) => Promise<IngestAnswer>): LocalApi {
  const token = randomBytes(24).toString('base64url');
  const expected = Buffer.from(`Bearer ${token}`);
  const routes = new Hono();
  routes.use(async (context, next) => {
    const given = Buffer.from(context.req.header('authorization') ?? '');
    if (given.length !== expected.length || !timingSafeEqual(given, expected))
      return context.text('Only the command line of this machine may ask here.', 403);
    return next();
  });
  routes.post('/ingest', async (context) => {
    const body: unknown = await context.req.json().catch(() => null);
    const feeds =
      typeof body === 'object' && body !== null && 'feeds' in body && Array.isArray(body.feeds)
        ? body.feeds.filter((feed) => typeof feed === 'string')
        : [];
    return context.json(await ingest(feeds));
  });
  return {
    routes,
    announce: (url) => writeFileSync(join(dataDir, FILE), JSON.stringify({ url, token }), { mode: 0o600 }),
    withdraw: () => rmSync(join(dataDir, FILE), { force: true }),
  };
}

export type IngestAnswer = { readonly lines: readonly string[]; readonly failed: number };

/** Asks the running bot of this data directory. @throws Failure 'bot-silent' where it does not answer. */
export async function ingestByRunningBot(dataDir: string, feeds: readonly string[]): Promise<IngestAnswer> {
  try {
    const { url, token } = JSON.parse(readFileSync(join(dataDir, FILE), 'utf8')) as { url: string; token: string };
    const response = await fetch(new URL('/api/local/ingest', url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ feeds }),
    });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    return (await response.json()) as IngestAnswer;
  } catch (cause) {
    throw new Failure(
      {
        code: 'bot-silent',
        message: `Another Wirebrief holds ${dataDir}, and its local API does not answer.`,
        hint: 'Wait until it has started, or stop it and run this again.',
      },
      { cause },
    );
  }
}
