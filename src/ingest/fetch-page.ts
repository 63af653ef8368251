/** An article's address → its title and text, if the site lets us read it: robots.txt, one request at a time for a host, and what the page itself says. */
import type { GetOptions, HttpClient } from '#lib/http.ts';
import type { Instant } from '#model/article.ts';
import type { Problem } from '#model/failure.ts';
import { phrases } from '#phrases/requests.ts';
import { decodeBytes } from './decode.ts';
import { ownAddress } from './page-address.ts';
import { findOptOut, RESERVED, statesReservation } from './page-rights.ts';
import type { HostQueue } from './politeness.ts';
import type { Readable } from './readable.ts';
import { ALLOW_ALL, DISALLOW_ALL, mayFetch, parseRobots, type RobotsRules } from './robots.ts';
import { isReservedBy, parseReservations, type Reservation } from './tdm-reservations.ts';

export type PageFetcherOptions = {
  readonly client: HttpClient;
  readonly readable: Readable;
  readonly queue: HostQueue;
  readonly now: () => Instant;
  /** Our name as robots.txt files would write it: "wirebrief". */
  readonly product: string;
};

export type PageOutcome =
  | {
      readonly kind: 'page';
      /** As the page names itself (rel=canonical of the same site), else where it was found after redirects. */
      readonly url: string;
      readonly title: string;
      readonly text: string;
    }
  | { readonly kind: 'later'; readonly retryAt: Instant; readonly problem: Problem }
  | { readonly kind: 'failed'; readonly problem: Problem };

export interface PageFetcher {
  fetch(url: string, options?: Pick<GetOptions, 'headers' | 'signal'>): Promise<PageOutcome>;
}

const ROBOTS_LIFE_MS = 24 * 3_600_000;
/** A server in trouble says nothing about its wishes: nothing is fetched, and it is asked again soon. */
const UNKNOWN_ROBOTS_LIFE_MS = 600_000;
const MAX_SITES = 2000;
const ACCEPT_PAGES = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1';

export function createPageFetcher(options: PageFetcherOptions): PageFetcher {
  const { client, queue, now, product } = options;
  const sites = new Map<string, Site>();

  const siteOf = (url: string): Site => {
    const origin = URL.parse(url)?.origin ?? '';
    const known = sites.get(origin);
    if (known !== undefined && known.until > now()) return known;
    sites.delete(origin);
    // The oldest goes first: a Map keeps the order of insertion.
    for (const oldest of sites.keys()) if (sites.size >= MAX_SITES) sites.delete(oldest);
    const site: Site = { until: now() + ROBOTS_LIFE_MS, rules: Promise.resolve(DISALLOW_ALL), reservations: undefined };
    site.rules = queue
      .run(url, () => fetchRobots(client, origin, product))
      .then(({ rules, isKnown }) => {
        if (!isKnown) site.until = now() + UNKNOWN_ROBOTS_LIFE_MS;
        return rules;
      });
    sites.set(origin, site);
    forgetWhereItFails(origin, site, site.rules);
    return site;
  };
  /** A failure of ours is not the site's answer: the next page asks again. */
  const forgetWhereItFails = (origin: string, site: Site, asked: Promise<unknown>) => {
    asked.catch(() => {
      if (sites.get(origin) === site) sites.delete(origin);
    });
  };
  /** Asked for once a page is to be kept, and as long remembered as robots.txt. */
  const isReserved = async (url: string): Promise<boolean> => {
    const site = siteOf(url);
    if (site.reservations === undefined) {
      const origin = URL.parse(url)?.origin ?? '';
      site.reservations = queue.run(url, () => fetchReservations(client, origin));
      forgetWhereItFails(origin, site, site.reservations);
    }
    return isReservedBy(await site.reservations, url);
  };

  return {
    fetch: async (url, getOptions = {}) => {
      const robots = await siteOf(url).rules;
      if (!mayFetch(robots, url)) return failed(disallowed(url));
      const answer = await queue.run(url, () => client.get(url, { ...getOptions, accept: ACCEPT_PAGES }), robots.crawlDelayMs ?? 0);
      if (answer.kind === 'later') return { kind: 'later', retryAt: answer.retryAt, problem: answer.problem };
      if (answer.kind === 'failed') return failed(answer.problem);
      if (answer.kind === 'unchanged') return failed(notAPage('unchanged'));
      // A redirect may lead to a part of the site, or to another one, that does not want to be read.
      if (answer.url !== url && !mayFetch(await siteOf(answer.url).rules, answer.url)) return failed(disallowed(answer.url));
      if (!isHtml(answer.contentType)) return failed(notAPage(answer.contentType ?? ''));
      const html = decodeBytes(answer.bytes, answer.contentType).text;
      const optOut = findOptOut(answer.headers, html, product);
      if (optOut !== null) return failed(optOut);
      // What the page says of itself goes before what the site says of all of them.
      if (!statesReservation(answer.headers, html) && (await isReserved(answer.url))) return failed(RESERVED);
      const page = await options.readable.read({ url: answer.url, html });
      return 'code' in page ? failed(page) : { kind: 'page', url: ownAddress(html, answer.url), ...page };
    },
  };
}

type Site = { rules: Promise<RobotsRules>; until: Instant; reservations: Promise<readonly Reservation[]> | undefined };

/** No such file, or none that can be read, reserves nothing. */
async function fetchReservations(client: HttpClient, origin: string): Promise<readonly Reservation[]> {
  const answer = await client.get(`${origin}/.well-known/tdmrep.json`, { accept: 'application/json, */*;q=0.5', maxBytes: 500_000 });
  return answer.kind === 'fresh' ? parseReservations(decodeBytes(answer.bytes, answer.contentType).text) : [];
}

/** RFC 9309, 2.3.1: no such file means all is allowed; no answer means nothing is. */
async function fetchRobots(client: HttpClient, origin: string, product: string): Promise<{ rules: RobotsRules; isKnown: boolean }> {
  const answer = await client.get(`${origin}/robots.txt`, { accept: 'text/plain, */*;q=0.5', maxBytes: 1_000_000 });
  if (answer.kind === 'fresh') return { rules: parseRobots(decodeBytes(answer.bytes, answer.contentType).text, product), isKnown: true };
  const isAbsent = answer.kind === 'failed' && answer.status !== undefined && answer.status >= 400 && answer.status < 500;
  return isAbsent ? { rules: ALLOW_ALL, isKnown: true } : { rules: DISALLOW_ALL, isKnown: false };
}

function isHtml(contentType: string | undefined): boolean {
  return contentType === undefined || /^\s*(?:text\/html|application\/xhtml\+xml|text\/plain)\b/i.test(contentType);
}

function disallowed(url: string): Problem {
  return {
    code: 'robots',
    message: phrases.robots(URL.parse(url)?.host),
    hint: phrases.feedInstead,
  };
}

function notAPage(contentType: string): Problem {
  return {
    code: 'not-a-page',
    message: phrases.noPage(contentType.slice(0, 60)),
    hint: phrases.feedInstead,
  };
}

function failed(problem: Problem): PageOutcome {
  return { kind: 'failed', problem };
}
