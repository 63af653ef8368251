/** A quote as a card: its words, who said them in which role to whom, and where they stand. */
import { html } from 'hono/html';
import type { ArchivedQuote } from '#model/desk.ts';
import { phrases as chat } from '#phrases/chat.ts';
import { phrases } from '#phrases/desk-reading.ts';
import { type Clock, type Html, outside, time, words } from './html.ts';

/** "/quotes/0123456789abcdef/k3v9": its article, and a short key of its words. */
export const permalink = ({ article, mark }: Pick<ArchivedQuote, 'mark'> & { readonly article: { readonly id: string } }): string =>
  `/quotes/${encodeURIComponent(article.id)}/${encodeURIComponent(mark)}`;

export type Said = {
  readonly text: string;
  readonly speakers: readonly string[];
  readonly role?: string | undefined;
  readonly toldTo?: string | undefined;
  readonly isUnsure?: boolean;
  readonly outlet: string;
  readonly url: string;
  readonly at: number;
  /** Its permalink. */
  readonly href?: string;
};

export const saidOf = (found: ArchivedQuote): Said => ({
  text: found.text,
  speakers: found.quote.speakers.map(({ name }) => name),
  role: found.quote.role,
  toldTo: found.quote.toldTo,
  isUnsure: !found.quote.printed,
  outlet: found.article.outlet,
  url: found.article.url,
  at: found.article.publishedAt,
  href: permalink(found),
});

export function quoteCard(said: Said, clock: Clock): Html {
  return html`<figure class="quote"><blockquote><p>“${words(said.text)}”</p></blockquote>
<figcaption>${credit(said)} <span class="origin">${outside(said.url, said.outlet)}, ${time(said.at, clock, 'date')}${
    said.href
      ? html` · <a href="${said.href}">${phrases.toItsPlace}<span class="visually-hidden">${phrases.whatWasSaid(said.speakers[0] && words(said.speakers[0]))}</span></a>`
      : ''
  }</span></figcaption></figure>`;
}

/** Names are links to all that they said. */
export function credit({ speakers, role, toldTo, isUnsure }: Said): Html {
  const names = speakers.map(
    (name, index) =>
      html`${index ? phrases.and : ''}<a class="speaker" href="/quotes?speaker=${encodeURIComponent(name)}">${words(name)}</a>`,
  );
  return html`<span class="credit">${names.length ? names : chat.unclear}${role ? html`, ${words(role)}` : ''}${toldTo ? phrases.toldTo(words(toldTo)) : ''}${
    isUnsure ? html` <span class="doubt">${phrases.notCertain}</span>` : ''
  }</span>`;
}
