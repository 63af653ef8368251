/**
 * Who may read and who may change things. On this machine's own loopback address reading is free; from anywhere else it takes a session,
 * which the admin token opens; changing things always takes one, and a token in the form that belongs to it.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Instant } from '#model/article.ts';

export type AccessSettings = {
  /** SHA-256 of the admin token, in hex. */
  readonly tokenHash: string;
  readonly publicUrl: string | null;
  readonly now: () => Instant;
  /** The address of the other end of the connection; undefined where there is none. */
  readonly remoteAddress: (context: Context) => string | undefined;
};

export type Session = { readonly csrf: string };
export type Access = {
  readonly mayRead: (context: Context) => boolean;
  /** Null: nobody is signed in. */
  readonly session: (context: Context) => Session | null;
  /** True where the token is right; 'slow' where it was guessed too often. */
  readonly signIn: (context: Context, token: string) => boolean | 'slow';
  readonly signOut: (context: Context) => void;
  /** The form was sent by a page of ours, in this session. */
  readonly isOurs: (context: Context, csrf: string | undefined) => boolean;
  /** Sent by one of our pages, as far as the browser tells. */
  readonly isSameSite: (context: Context) => boolean;
  /** Opens one topic's feed to programs that know no cookies. */
  readonly feedKey: (slug: string) => string;
};

const COOKIE = 'wirebrief';
const SESSION_MS = 30 * 24 * 3_600_000;
const GUESSES = 10;
const GUESSES_MS = 60_000;

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
export const newToken = (): string => randomBytes(24).toString('base64url');

export function createAccess({ tokenHash, publicUrl, now, remoteAddress }: AccessSettings): Access {
  const sign = (text: string) => createHmac('sha256', tokenHash).update(text).digest('base64url');
  const isSecure = (context: Context) => publicUrl?.startsWith('https:') === true || new URL(context.req.url).protocol === 'https:';
  const wrong: Instant[] = [];

  /** "until.nonce.signature": whoever holds the token's hash can check it, and a new token ends all sessions. */
  const validCookie = (context: Context): string | null => {
    const cookie = getCookie(context, COOKIE);
    const [until = '', nonce = '', signature = ''] = cookie?.split('.') ?? [];
    if (!cookie || !same(signature, sign(`session ${until} ${nonce}`))) return null;
    return Number(until) > now() ? cookie : null;
  };
  const session = (context: Context): Session | null => {
    const cookie = validCookie(context);
    return cookie === null ? null : { csrf: sign(`form ${cookie}`) };
  };
  const hasBearer = (context: Context): boolean => {
    const [, token] = /^Bearer (.+)$/.exec(context.req.header('authorization') ?? '') ?? [];
    return token !== undefined && same(hashOf(token), tokenHash);
  };
  const isSameSite = (context: Context): boolean => {
    const site = context.req.header('sec-fetch-site');
    if (site !== undefined) return site === 'same-origin' || site === 'none';
    const origin = context.req.header('origin');
    return origin === undefined || URL.parse(origin)?.host === context.req.header('host');
  };

  return {
    mayRead: (context) => isFromHere(context, remoteAddress(context)) || session(context) !== null || hasBearer(context),
    session,
    signIn: (context, token) => {
      while (wrong.length > 0 && (wrong[0] ?? 0) < now() - GUESSES_MS) wrong.shift();
      if (wrong.length >= GUESSES) return 'slow';
      if (!same(hashOf(token.trim()), tokenHash)) {
        wrong.push(now());
        return false;
      }
      const until = now() + SESSION_MS;
      const nonce = randomBytes(12).toString('base64url');
      setCookie(context, COOKIE, `${until}.${nonce}.${sign(`session ${until} ${nonce}`)}`, {
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
        secure: isSecure(context),
        maxAge: SESSION_MS / 1000,
      });
      return true;
    },
    signOut: (context) => void deleteCookie(context, COOKIE, { path: '/' }),
    isOurs: (context, csrf) => {
      const open = session(context);
      return open !== null && csrf !== undefined && same(csrf, open.csrf) && isSameSite(context);
    },
    isSameSite,
    feedKey: (slug) => sign(`feed ${slug}`).slice(0, 22),
  };
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

const LOOPBACK_NAME = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/;
const LOOPBACK_ADDRESS = /^(?:127(?:\.\d{1,3}){3}|::1|::ffff:127(?:\.\d{1,3}){3})$/;

/**
 * From this machine to this machine: the connection, and the name that was asked for (a name that somebody else's DNS leads here could
 * otherwise read through a browser). What a proxy hands on comes from elsewhere.
 */
function isFromHere(context: Context, remote: string | undefined): boolean {
  const header = (name: string) => context.req.header(name);
  if (header('forwarded') !== undefined || header('x-forwarded-for') !== undefined || header('x-real-ip') !== undefined) return false;
  return remote !== undefined && LOOPBACK_ADDRESS.test(remote) && LOOPBACK_NAME.test(header('host') ?? new URL(context.req.url).host);
}
