/**
 * An http or https address → a FetchOutcome, by a client that goes nowhere private, follows at most five redirects, waits no longer and reads no
 * more than it may. Trouble is a value with a name; only a programming error throws.
 */

import { type Dispatcher, request } from 'undici';
import type { Instant } from '#model/article.ts';
import type { Problem } from '#model/failure.ts';
import type { FetchOutcome, Validators } from '#model/feed.ts';
import { phrases } from '#phrases/requests.ts';
import { parseAllowList } from './addresses.ts';
import { freshForMs } from './fresh-for.ts';
import { BlockedAddress, type Resolve } from './guard.ts';
import { BadEncoding, BodyTooLarge, contentEncodings, readBody } from './http-body.ts';
import { firstHeaders, flatHeaders, followed, type Hop, redirectTarget } from './http-hops.ts';
import { errorCode, requestProblem, shownUrl, statusProblem } from './http-problem.ts';
import { createRoutes, type ProxyOptions, type Routes } from './http-routes.ts';
import { retryInstant } from './retry-after.ts';

export type HttpClientOptions = {
  readonly userAgent: string;
  /** For the whole of a request, all its redirects included. */
  readonly timeoutMs: number;
  /** Of the body, both as it comes over the wire and decoded. */
  readonly maxBytes: number;
  /** "address:port" pairs that pass although they are private. */
  readonly allow: readonly string[];
  readonly now: () => Instant;
  readonly proxy?: ProxyOptions;
  /** PEM certificates to trust instead of the built-in ones. */
  readonly ca?: readonly string[];
  /** Host name lookup, for tests. */
  readonly resolve?: Resolve;
};

export type GetOptions = {
  readonly accept?: string;
  /** Sent on every hop of the same origin; `authorization` and `cookie` do not follow a redirect to another. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly validators?: Validators;
  readonly signal?: AbortSignal;
  readonly maxBytes?: number;
  readonly timeoutMs?: number;
};

/** Lower-case names; several values of one name are joined by ", ". */
export type AnswerHeaders = Readonly<Record<string, string>>;

type Of<Kind extends FetchOutcome['kind']> = Extract<FetchOutcome, { kind: Kind }>;

/** A FetchOutcome with what a caller needs beyond it: headers, and the status of a refusal. */
type HttpOutcome =
  | (Of<'fresh' | 'unchanged'> & { readonly headers: AnswerHeaders })
  | (Of<'later'> & { readonly status: number })
  | (Of<'failed'> & { readonly status?: number });

export interface HttpClient {
  get(url: string, options?: GetOptions): Promise<HttpOutcome>;
  /** What the guard cannot promise here, in words for `check`: empty without a proxy. */
  readonly caveats: readonly Problem[];
  /** Ends open connections; a request under way fails with `stopped`. */
  stop(): Promise<void>;
}

const MAX_REDIRECTS = 5;

export function createHttpClient(options: HttpClientOptions): HttpClient {
  const routes = createRoutes({ ...options, allow: parseAllowList(options.allow) });
  const stopping = new AbortController();
  return {
    caveats: routes.caveats,
    get: (url, getOptions = {}) => get({ client: options, routes, stopped: stopping.signal }, url, getOptions),
    stop: async () => {
      stopping.abort();
      await routes.stop();
    },
  };
}

type Context = { readonly client: HttpClientOptions; readonly routes: Routes; readonly stopped: AbortSignal };

async function get(context: Context, url: string, options: GetOptions): Promise<HttpOutcome> {
  const limits = { timeoutMs: options.timeoutMs ?? context.client.timeoutMs, maxBytes: options.maxBytes ?? context.client.maxBytes };
  const signal = AbortSignal.any([AbortSignal.timeout(limits.timeoutMs), context.stopped, ...(options.signal ? [options.signal] : [])]);
  const askedAt = context.client.now();
  let hop: Hop = { url, headers: firstHeaders(context.client, options), permanentSoFar: true };
  try {
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const target = webAddress(hop.url);
      if (target === null) return failed(badAddress(hop.url));
      const answer = await send(context.routes, target, hop.headers, signal);
      const next = redirectTarget(answer, target);
      if (next === undefined) {
        const outcome = await settle(context.client, hop, answer, options, limits);
        return outcome.kind === 'fresh' ? { ...outcome, tookMs: context.client.now() - askedAt } : outcome;
      }
      await answer.body.dump({ limit: 65_536, signal }).catch(() => {});
      hop = followed(hop, target, next, answer.statusCode);
    }
    return failed({
      code: 'too-many-redirects',
      message: phrases.inCircles(shownUrl(url), MAX_REDIRECTS),
      hint: phrases.useLast,
    });
  } catch (error) {
    return failed(requestProblem(hop.url, context.stopped.aborted ? context.stopped.reason : error, limits));
  }
}

function webAddress(url: string): URL | null {
  const parsed = URL.parse(url);
  return parsed !== null && (parsed.protocol === 'http:' || parsed.protocol === 'https:') && parsed.hostname !== '' ? parsed : null;
}

function badAddress(url: string): Problem {
  return {
    code: 'bad-address',
    message: phrases.noWebAddress(shownUrl(url)),
    hint: phrases.giveFull,
  };
}

async function send(
  routes: Routes,
  target: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Dispatcher.ResponseData> {
  const dispatcher = routes.to(target);
  if (dispatcher === null) throw new BlockedAddress(target.hostname);
  const { address, authorization } = withoutLogin(target);
  const options = { dispatcher, signal, headers: { ...(authorization ? { authorization } : {}), ...headers } };
  try {
    return await request(address, options);
  } catch (error) {
    // A connection kept alive may be closed by the server in the very moment it is used again; asking once more is then right.
    const code = errorCode(error);
    if ((code !== 'UND_ERR_SOCKET' && code !== 'ECONNRESET') || signal.aborted) throw error;
    return await request(address, options);
  }
}

/** "https://me:secret@host/feed" → the address without the login, and the login as a header. */
function withoutLogin(target: URL): { address: URL; authorization?: string } {
  if (target.username === '' && target.password === '') return { address: target };
  const address = new URL(target);
  address.username = '';
  address.password = '';
  const login = `${unescaped(target.username)}:${unescaped(target.password)}`;
  return { address, authorization: `Basic ${Buffer.from(login, 'utf8').toString('base64')}` };
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

async function settle(
  client: HttpClientOptions,
  hop: Hop,
  answer: Dispatcher.ResponseData,
  options: GetOptions,
  limits: { readonly timeoutMs: number; readonly maxBytes: number },
): Promise<HttpOutcome> {
  const { statusCode: status, body } = answer;
  const headers = flatHeaders(answer.headers);
  const fresh = freshForMs(headers, client.now());
  const seen = {
    headers,
    ...(hop.movedTo === undefined ? {} : { movedTo: hop.movedTo }),
    ...(fresh === undefined ? {} : { freshForMs: fresh }),
  };
  if (status >= 200 && status < 300) {
    const encodings = contentEncodings(headers['content-encoding']);
    if (encodings === null || Number(headers['content-length'] ?? 0) > limits.maxBytes) {
      body.on('error', () => {}).destroy();
      throw encodings === null ? new BadEncoding(headers['content-encoding'] ?? '') : new BodyTooLarge(limits.maxBytes);
    }
    const bytes = await readBody(body, encodings, { maxRawBytes: limits.maxBytes, maxBytes: limits.maxBytes });
    return {
      kind: 'fresh',
      bytes,
      contentType: headers['content-type'],
      url: hop.url,
      validators: validatorsOf(headers),
      ...seen,
    };
  }
  await body.dump({ limit: 65_536 }).catch(() => {});
  const wasAsked = options.validators?.etag !== undefined || options.validators?.lastModified !== undefined;
  if (status === 304 && wasAsked) return { kind: 'unchanged', ...seen };
  const problem = statusProblem(hop.url, status, headers);
  const retryAt = retryInstant(status, headers['retry-after'], client.now());
  return retryAt === null ? { kind: 'failed', problem, status } : { kind: 'later', retryAt, problem, status };
}

function validatorsOf(headers: AnswerHeaders): Validators {
  const { etag, 'last-modified': lastModified } = headers;
  return { ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) };
}

function failed(problem: Problem): HttpOutcome {
  return { kind: 'failed', problem };
}
