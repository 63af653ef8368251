/** A route of Discord's REST API and a body → what came of it, as a value. Nothing is retried or waited for here. */
import {
  DefaultRestOptions,
  DiscordAPIError,
  HTTPError,
  RateLimitError,
  type RawFile,
  REST,
  type RESTOptions,
  type RouteLike,
} from 'discord.js';
import type { Attachment } from '#model/document.ts';
import type { Loose } from '../loose.ts';
import { type Outage, outageOf } from '../outage.ts';
import type { DiscordSettings } from './settings.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type ApiOutcome =
  | { readonly kind: 'ok'; readonly data: unknown }
  | { readonly kind: 'limited'; readonly retryAfterMs: number }
  /** `code` is Discord's own where it gave one, else the HTTP status. */
  | { readonly kind: 'refused'; readonly code: number; readonly status: number; readonly message: string }
  | Outage;

export type DiscordApi = {
  readonly call: (method: Method, route: string, body?: Loose | readonly unknown[]) => Promise<ApiOutcome>;
  /** By the token in the route; not held up by any limit of the bot's. */
  readonly interaction: (method: Method, route: string, body?: Loose) => Promise<ApiOutcome>;
};

type ApiSettings = Pick<DiscordSettings, 'apiUrl' | 'token' | 'network'>;

/** Until the answer begins; the library puts no limit on its end. */
const TIMEOUT_MS = 10_000;
/** For all of it, the library's own queue of the route included. */
const DEADLINE_MS = 20_000;
/** For a 429 that does not say how long. */
const DEFAULT_WAIT_MS = 1_000;

/**
 * The library's own ways are switched off: it retries a 5xx three times within milliseconds and a closed connection never, and sleeps
 * through a 429 with everything else of the route behind it. It still keeps count of the buckets, so that we seldom meet a 429 at all.
 */
export const restOptions = ({ apiUrl, network }: ApiSettings): Partial<RESTOptions> => ({
  ...(apiUrl ? { api: apiUrl.replace(/\/+$/, '') } : {}),
  version: '10',
  retries: 0,
  timeout: TIMEOUT_MS,
  rejectOnRateLimit: () => true,
  // Retry-After as it is given, not 50 ms more.
  offset: 0,
  makeRequest: withFormAsBytes(network ? throughFetch(network.fetch) : DefaultRestOptions.makeRequest),
});

export function createApi(settings: ApiSettings): DiscordApi {
  const { token = '' } = settings;
  const bot = new REST(restOptions(settings));
  // Discord does not count interactions among the bot's 50 requests a second.
  const open = new REST({ ...restOptions(settings), globalRequestsPerSecond: Number.POSITIVE_INFINITY });

  async function send(rest: REST, method: Method, route: string, body: Loose | readonly unknown[] | undefined): Promise<ApiOutcome> {
    try {
      const [path = '', query] = route.split('?');
      const { json, files } = bodyOf(body);
      const data = await rest.request({
        method: method as never,
        fullRoute: path as RouteLike,
        auth: rest === bot,
        signal: AbortSignal.timeout(DEADLINE_MS),
        ...(query === undefined ? {} : { query: new URLSearchParams(query) }),
        ...(json === undefined ? {} : { body: json }),
        ...(files.length > 0 ? { files } : {}),
      });
      return { kind: 'ok', data };
    } catch (error) {
      return outcomeOf(error);
    }
  }
  return {
    call: (method, route, body) => {
      // The library forgets the token at a 401.
      bot.setToken(token);
      return send(bot, method, route, body);
    },
    interaction: (method, route, body) => send(open, method, route, body),
  };
}

/** A message's file leaves the JSON and goes beside it. */
function bodyOf(body: Loose | readonly unknown[] | undefined): { readonly json: unknown; readonly files: RawFile[] } {
  if (body === undefined || !('file' in body) || body.file === undefined) return { json: body, files: [] };
  const { file, ...json } = body;
  const { name, mediaType, text } = file as Attachment;
  return { json, files: [{ name, contentType: mediaType, data: text }] };
}

/**
 * Neither another fetch nor another undici knows this one's FormData: the library's own (version 6) sends through the dispatcher of whichever
 * undici the process loaded last, ours (version 8) as a rule, and that refuses its forms. So a form goes as its bytes.
 */
function withFormAsBytes(send: RESTOptions['makeRequest']): RESTOptions['makeRequest'] {
  return async (url, { body, headers, ...init }) => {
    if (!(body instanceof FormData)) return send(url, { ...init, ...(headers && { headers }), ...(body === undefined ? {} : { body }) });
    const form = new Response(body);
    const type = form.headers.get('content-type') ?? '';
    return send(url, {
      ...init,
      headers: { ...(headers as Record<string, string>), 'content-type': type },
      body: new Uint8Array(await form.arrayBuffer()),
    });
  };
}

function throughFetch(send: typeof fetch): RESTOptions['makeRequest'] {
  return async (url, { dispatcher: _unused, ...init }) =>
    (await send(url, init as RequestInit)) as unknown as Awaited<ReturnType<RESTOptions['makeRequest']>>;
}

export function outcomeOf(error: unknown): ApiOutcome {
  if (error instanceof RateLimitError) return { kind: 'limited', retryAfterMs: error.retryAfter > 0 ? error.retryAfter : DEFAULT_WAIT_MS };
  if (error instanceof HTTPError) return { kind: 'outage', message: `HTTP ${error.status}`, mayHaveWorked: true };
  if (error instanceof DiscordAPIError) {
    const { code, status, message } = error;
    return { kind: 'refused', code: typeof code === 'number' && code > 0 ? code : status, status, message };
  }
  return outageOf(error);
}
