/** The running bot's side of its local API: a token in the data directory opens it to the commands of whoever may read that directory. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { Forgetting } from '#app/forget.ts';
import type { Pruned } from '#app/prune.ts';
import type { Ask } from '#chat/chat.ts';
import { makeDirectory } from '#lib/make-directory.ts';
import type { MessageDocument } from '#model/document.ts';
import { toFailure } from '#storage/sqlite-failure.ts';
import { type ForgetRequest, type IngestAnswer, LOCAL_API_FILE } from './running-bot.ts';

export type LocalApi = { readonly routes: Hono; readonly announce: (url: string) => void; readonly withdraw: () => void };

export type LocalUses = {
  /** Reads feeds now. */
  readonly ingest: (feeds: readonly string[]) => Promise<IngestAnswer>;
  readonly ask: (body: Ask['body']) => Promise<MessageDocument>;
  readonly forget: (request: ForgetRequest) => Promise<Forgetting>;
  readonly prune: (days: number) => Promise<Pruned>;
};

export function createLocalApi(dataDir: string, { ingest, ask, forget, prune }: LocalUses): LocalApi {
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
    const { feeds } = await readBody(context.req.raw);
    return context.json(await ingest(Array.isArray(feeds) ? feeds.filter((feed) => typeof feed === 'string') : []));
  });
  routes.post('/ask', async (context) => {
    const body = toBody(await readBody(context.req.raw));
    return body ? context.json(await ask(body)) : context.text('Nothing was asked.', 400);
  });
  routes.post('/forget', async (context) => {
    const { kind, what, isTrial } = await readBody(context.req.raw);
    if ((kind !== 'article' && kind !== 'speaker' && kind !== 'tenant') || typeof what !== 'string')
      return context.text('Nothing was asked.', 400);
    return context.json(await forget({ kind, what, isTrial: isTrial === true }));
  });
  routes.post('/prune', async (context) => {
    const { days } = await readBody(context.req.raw);
    if (!Number.isInteger(days) || Number(days) < 1) return context.text('Nothing was asked.', 400);
    return context.json(await prune(Number(days)));
  });
  return {
    routes,
    announce: (url) => {
      try {
        makeDirectory(dataDir);
        writeFileSync(join(dataDir, LOCAL_API_FILE), JSON.stringify({ url, token }), { mode: 0o600 });
      } catch (error) {
        throw toFailure(error, dataDir);
      }
    },
    withdraw: () => rmSync(join(dataDir, LOCAL_API_FILE), { force: true }),
  };
}

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const readBody = async (request: Request): Promise<Record<string, unknown>> => {
  const body: unknown = await request.json().catch(() => null);
  return isTree(body) ? body : {};
};

/** {"text"} as one types it, or {"name","options"}. */
function toBody({ text, name, options }: Record<string, unknown>): Ask['body'] | null {
  if (typeof text === 'string') return { kind: 'text', text };
  if (typeof name !== 'string' || !isTree(options)) return null;
  const words = Object.entries(options).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { kind: 'command', name, options: Object.fromEntries(words) };
}
