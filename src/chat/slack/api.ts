/** A method of Slack's Web API and its arguments → what came of it, as a value. One client a token; nothing is retried or queued here. */
import { webApi } from '@slack/bolt';
import { phrases } from '#phrases/slack.ts';
import { type Outage, outageOf } from '../outage.ts';
import { boltLogger } from './bolt-log.ts';
import type { SlackSettings } from './settings.ts';

export type ApiOutcome =
  | { readonly kind: 'ok'; readonly data: Readonly<Record<string, unknown>> }
  | { readonly kind: 'limited'; readonly retryAfterMs: number }
  | { readonly kind: 'refused'; readonly error: string; readonly needed?: string }
  | Outage;

export type SlackApi = {
  readonly call: (token: string, method: string, args?: Readonly<Record<string, unknown>>) => Promise<ApiOutcome>;
  readonly forget: (token: string) => void;
};

type ApiSettings = Pick<SlackSettings, 'apiUrl' | 'log' | 'network'>;

const TIMEOUT_MS = 10_000;
/** For a 429 without a Retry-After. */
const DEFAULT_WAIT_MS = 30_000;

/**
 * Fresh options for each client, never `headers`: web-api writes the first client's token into a shared headers object.
 * No queue of the library's: its 429 handling would hold up every call of the workspace.
 */
export const clientOptions = ({ apiUrl, log, network }: ApiSettings): webApi.WebClientOptions => ({
  slackApiUrl: apiUrl,
  timeout: TIMEOUT_MS,
  rejectRateLimitedCalls: true,
  retryConfig: { retries: 0 },
  logger: boltLogger(log),
  ...(network ? { fetch: network.fetch } : {}),
});

export function createApi(settings: ApiSettings): SlackApi {
  const clients = new Map<string, webApi.WebClient>();
  return {
    call: async (token, method, args = {}) => {
      const client = clients.get(token) ?? new webApi.WebClient(token, clientOptions(settings));
      clients.set(token, client);
      try {
        return { kind: 'ok', data: { ...(await client.apiCall(method, args)) } };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    forget: (token) => void clients.delete(token),
  };
}

/** Slack's own troubles, said as platform errors; something may have been done. */
const SERVER_ERRORS = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'team_added_to_org']);

export function outcomeOf(error: unknown): ApiOutcome {
  if (error instanceof webApi.WebAPIRateLimitedError) return { kind: 'limited', retryAfterMs: error.retryAfter * 1_000 };
  if (error instanceof webApi.WebAPIPlatformError) return platformOutcome({ ...error.data });
  if (error instanceof webApi.WebAPIHTTPError)
    return { kind: 'outage', message: `HTTP ${error.statusCode}`, mayHaveWorked: error.statusCode >= 500 };
  if (error instanceof webApi.WebAPIRequestError) return outageOf(error.original);
  if (error instanceof Error && error.message.startsWith('Retry header')) return { kind: 'limited', retryAfterMs: DEFAULT_WAIT_MS };
  return { kind: 'outage', message: error instanceof Error ? error.name : phrases.unknownError, mayHaveWorked: true };
}

function platformOutcome(data: Readonly<Record<string, unknown>>): ApiOutcome {
  const error = String(data.error ?? 'unknown_error');
  if (error === 'ratelimited' || error === 'rate_limited') {
    const seconds = Number((data.response_metadata as { retryAfter?: unknown } | undefined)?.retryAfter);
    return { kind: 'limited', retryAfterMs: Number.isFinite(seconds) ? seconds * 1_000 : DEFAULT_WAIT_MS };
  }
  if (SERVER_ERRORS.has(error)) return { kind: 'outage', message: error, mayHaveWorked: true };
  // An error page of a proxy comes as its whole text.
  if (!/^[\w.:-]{1,80}$/.test(error)) return { kind: 'outage', message: phrases.notJson, mayHaveWorked: true };
  return { kind: 'refused', error, ...(typeof data.needed === 'string' ? { needed: data.needed } : {}) };
}
