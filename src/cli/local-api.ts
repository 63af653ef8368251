/** Commands of the terminal → the running bot: a token in the data directory opens its local API to whoever may read that directory. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { Forgetting } from '#app/forget.ts';
import type { Pruned } from '#app/prune.ts';
import type { Ask } from '#chat/chat.ts';
import type { MessageDocument } from '#model/document.ts';
import { Failure } from '#model/failure.ts';
import type { ForgottenKind } from '#model/forgotten.ts';

const FILE = 'local-api.json';

export type LocalApi = { readonly routes: Hono; readonly announce: (url: string) => void; readonly withdraw: () => void };

export type LocalUses = {
  /** Reads feeds now. */
  readonly ingest: (feeds: readonly string[]) => Promise<IngestAnswer>;
  readonly ask: (body: Ask['body']) => Promise<MessageDocument>;
  readonly forget: (request: ForgetRequest) => Promise<Forgetting>;
  readonly prune: (days: number) => Promise<Pruned>;
};

export type ForgetRequest = { readonly kind: ForgottenKind; readonly what: string; readonly isTrial: boolean };

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
      mkdirSync(dataDir, { recursive: true, mode: 0o700 });
      writeFileSync(join(dataDir, FILE), JSON.stringify({ url, token }), { mode: 0o600 });
    },
    withdraw: () => rmSync(join(dataDir, FILE), { force: true }),
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

export type IngestAnswer = { readonly lines: readonly string[]; readonly failed: number };

/** Both ask the running bot of this data directory. @throws Failure 'bot-silent' where it does not answer. */
export const ingestByRunningBot = (dataDir: string, feeds: readonly string[]): Promise<IngestAnswer> =>
  post<IngestAnswer>(dataDir, 'ingest', { feeds });
export const askRunningBot = (dataDir: string, body: Ask['body']): Promise<MessageDocument> => post<MessageDocument>(dataDir, 'ask', body);
export const pruneByRunningBot = (dataDir: string, days: number): Promise<Pruned> => post<Pruned>(dataDir, 'prune', { days });
export const forgetByRunningBot = (dataDir: string, request: ForgetRequest): Promise<Forgetting> =>
  post<Forgetting>(dataDir, 'forget', request);

async function post<T>(dataDir: string, path: string, body: object): Promise<T> {
  try {
    const { url, token } = JSON.parse(readFileSync(join(dataDir, FILE), 'utf8')) as { url: string; token: string };
    const response = await fetch(new URL(`/api/local/${path}`, url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    return (await response.json()) as T;
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
