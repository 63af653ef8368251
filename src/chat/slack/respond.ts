/** An answer to a response_url, tried again where Slack is slow, busy or away; Bolt's own `respond` never retries and never times out. */
import { backoffMs } from '#lib/backoff.ts';
import { networkCode } from '../outage.ts';
import type { SlackSettings } from './settings.ts';

export type Respond = (url: string, body: Readonly<Record<string, unknown>>) => Promise<RespondOutcome>;
/** gone: used five times, or older than thirty minutes; another way is needed. */
type RespondOutcome = { readonly kind: 'ok' } | { readonly kind: 'gone' } | { readonly kind: 'failed'; readonly message: string };

const TIMEOUT_MS = 10_000;
const MAX_ATTEMPTS = 6;
const BACKOFF = { baseMs: 500, maxMs: 20_000 };
/** A wait longer than this is not worth it for an answer that somebody waits for. */
const MAX_RETRY_AFTER_MS = 5 * 60_000;

export function createRespond({ sleep, random, log, network }: Pick<SlackSettings, 'sleep' | 'random' | 'log' | 'network'>): Respond {
  const send = network?.fetch ?? fetch;
  return async (url, body) => {
    let message = '';
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const tried = await tryOnce(send, url, JSON.stringify(body));
      if (tried.kind !== 'again') return tried;
      message = tried.message;
      if (attempt < MAX_ATTEMPTS - 1) await sleep(tried.waitMs ?? backoffMs(attempt, BACKOFF, random()));
    }
    log.warn({ platform: 'slack', trouble: message }, 'an answer could not be given to Slack');
    return { kind: 'failed', message };
  };
}

type Tried = RespondOutcome | { readonly kind: 'again'; readonly message: string; readonly waitMs?: number };

async function tryOnce(send: typeof fetch, url: string, body: string): Promise<Tried> {
  try {
    const response = await send(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    // The body is read so that the connection can be used again.
    const text = await response.text();
    if (response.ok) return { kind: 'ok' };
    if (response.status === 404 || response.status === 410) return { kind: 'gone' };
    if (response.status === 429) {
      const waitMs = Number(response.headers.get('retry-after') ?? 1) * 1_000;
      return waitMs <= MAX_RETRY_AFTER_MS ? { kind: 'again', message: 'HTTP 429', waitMs } : { kind: 'failed', message: 'HTTP 429' };
    }
    if (response.status >= 500) return { kind: 'again', message: `HTTP ${response.status}` };
    return { kind: 'failed', message: `HTTP ${response.status} ${text.slice(0, 80)}` };
  } catch (error) {
    return { kind: 'again', message: networkCode(error) };
  }
}
