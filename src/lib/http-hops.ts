/** A request's way through redirects: the first hop, and from each answer to the next, with what may go along and what is to be remembered. */
import type { Dispatcher } from 'undici';
import type { GetOptions } from './http.ts';

/** `movedTo`: set while every redirect so far was a permanent one. */
export type Hop = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly permanentSoFar: boolean;
  readonly movedTo?: string;
};

export function firstHeaders(client: { readonly userAgent: string }, { accept, headers, validators }: GetOptions): Record<string, string> {
  return {
    'user-agent': client.userAgent,
    accept: accept ?? '*/*',
    'accept-encoding': 'gzip, deflate, br, zstd',
    ...(validators?.etag === undefined ? {} : { 'if-none-match': validators.etag }),
    ...(validators?.lastModified === undefined ? {} : { 'if-modified-since': validators.lastModified }),
    ...headers,
  };
}

export function redirectTarget(answer: Dispatcher.ResponseData, from: URL): string | undefined {
  if (![301, 302, 303, 307, 308].includes(answer.statusCode)) return undefined;
  const location = flatHeaders(answer.headers).location;
  if (location === undefined || location.trim() === '') return undefined;
  const next = URL.parse(asUtf8(location), from.href);
  // A login belongs to the one who typed the address, never to a redirect.
  if (next !== null && next.origin === from.origin && next.username === '') {
    next.username = from.username;
    next.password = from.password;
  }
  return next?.href ?? location;
}

/** Header bytes reach us as Latin-1; servers that do not escape their addresses mean UTF-8. */
function asUtf8(text: string): string {
  const decoded = Buffer.from(text, 'latin1').toString('utf8');
  return decoded.includes('\ufffd') ? text : decoded;
}

export function followed(hop: Hop, from: URL, next: string, status: number): Hop {
  const target = URL.parse(next);
  const sameOrigin = target?.origin === from.origin;
  const { authorization: _login, cookie: _cookie, ...harmless } = hop.headers;
  // Going back from https to http is followed, but nothing to remember.
  const isPermanent =
    hop.permanentSoFar && (status === 301 || status === 308) && !(from.protocol === 'https:' && target?.protocol === 'http:');
  const movedTo = isPermanent ? next : hop.movedTo;
  return {
    url: next,
    headers: sameOrigin ? hop.headers : harmless,
    permanentSoFar: isPermanent,
    ...(movedTo === undefined ? {} : { movedTo }),
  };
}

export function flatHeaders(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}
