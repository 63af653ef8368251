/** Small pieces that every page is made of: times, outside links, quotes. Feed text is always text. */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { cleanText, webAddress } from '#chat/clean-text.ts';
import { timeInWords } from '#chat/times.ts';
import type { Instant } from '#model/article.ts';
import type { DeskMoment } from '#model/desk.ts';
import { phrases } from '#phrases/desk.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Feed text without what could steer a screen. */
export const words = (text: string): string => cleanText(text);

export type Clock = Pick<DeskMoment, 'zone' | 'locale'>;

export function time(at: Instant, { zone, locale }: Clock, style: 'date' | 'time' | 'date-time' = 'date-time'): Html {
  return html`<time datetime="${new Date(at).toISOString()}">${timeInWords({ at, zone, style }, locale)}</time>`;
}

/** Only addresses of the web become links; anything else stays text. */
export function outside(url: string, text: string, name = ''): Html {
  const address = webAddress(url);
  if (!address) return html`${words(text)}`;
  return html`<a href="${address.href}" rel="noopener noreferrer nofollow" target="_blank"${name ? html` class="${name}"` : ''}>${words(text)}</a>`;
}

/** For words inside a phrase. */
export const link =
  (href: string) =>
  (text: string): Html =>
    html`<a href="${href}">${text}</a>`;
export const code = (text: string): Html => html`<code>${text}</code>`;

/** More than so many are not counted. */
export const MOST = 200;

/** Query parameters → an address; those that are empty are left out. */
export function address(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString();
  return search ? `${path}?${search}` : path;
}

/** Local dates as form fields write them. */
export const isDate = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text);

/** "Earlier"/"later" links under a list; nothing where all of it is shown. */
export function pager(
  path: string,
  query: Readonly<Record<string, string | undefined>>,
  page: { readonly total: number; readonly skip: number; readonly limit: number },
): Html {
  const { total, skip, limit } = page;
  if (skip === 0 && total <= limit) return html``;
  const to = (at: number) => address(path, { ...query, skip: at > 0 ? at : undefined });
  return html`<nav class="pager" aria-label="${phrases.moreResults}"><p>
${skip > 0 ? html`<a rel="prev" href="${to(Math.max(0, skip - limit))}">${phrases.newer}</a>` : ''}
<span>${phrases.shownOf(skip + 1, Math.min(skip + limit, total), total >= MOST ? undefined : total)}</span>
${skip + limit < total ? html`<a rel="next" href="${to(skip + limit)}">${phrases.older}</a>` : ''}
</p></nav>`;
}
