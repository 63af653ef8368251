/** What somebody typed for a feed → its web address, or what is wrong with it. Files of this machine are never reached from chat. */
import type { Problem } from '#model/failure.ts';
import { phrases } from '#phrases/feeds.ts';

export type Address = { readonly ok: true; readonly url: string } | { readonly ok: false; readonly problem: Problem };

/** "example.org/feed" gets https; "feed:https://…" and "feed://…" are how browsers once wrote it. */
export function toWebAddress(typed: string): Address {
  const text = typed
    .trim()
    .replace(/^<([^<>]*)>$/, '$1')
    .replace(/^feed:(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://');
  const full = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#]|$)/u.test(text) ? `https://${text}` : text;
  const url = URL.parse(full);
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return { ok: true, url: url.href };
  return {
    ok: false,
    problem:
      url?.protocol === 'file:'
        ? {
            code: 'file-not-allowed',
            message: phrases.noFileFromHere,
            hint: phrases.putInConfiguration,
          }
        : {
            code: 'not-a-feed-address',
            message: phrases.noAddress(text.slice(0, 80)),
            hint: phrases.writeInFull,
          },
  };
}

/** Names under which private feeds carry their login. */
const SECRET_NAME =
  /(?:^|[_-])(?:access|api|auth|key|apikey|authkey|pass|password|pwd|secret|sig|signature|token|user|uid)(?:$|[_-])|token$/i;

/** Whoever knows such an address may read what was meant for one reader. */
export function hasCredentials(url: string): boolean {
  const parsed = URL.parse(url);
  return (
    parsed !== null &&
    (parsed.username !== '' || parsed.password !== '' || [...parsed.searchParams.keys()].some((name) => SECRET_NAME.test(name)))
  );
}
