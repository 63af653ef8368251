/** What programs can read here → a page for people. */
import { html } from 'hono/html';
import type { DeskTopic } from '#model/desk.ts';
import { phrases as frame } from '#phrases/desk.ts';
import { phrases } from '#phrases/desk-ledger.ts';
import { code, type Html, link, words } from './html.ts';

export function apiPage(topics: readonly DeskTopic[], feedKey: ((slug: string) => string) | null): Html {
  const suffix = (slug: string) => (feedKey ? `?key=${feedKey(slug)}` : '');
  return html`<div class="page-head"><h1>${frame.pages.api}</h1><p class="standfirst">${phrases.aboutApi(code('Authorization: Bearer …'))}</p></div>
<section><h2>${phrases.quotes}</h2><p>${phrases.answersJson(html`<a href="/api/quotes?speaker=putin"><code>/api/quotes?speaker=putin</code></a>`, link('/api/openapi.json'))}</p></section>
<section><h2>${phrases.briefingsAsFeeds}</h2><p>${phrases.aboutFeeds(code('/topics/putin-xi.atom'), code('/topics/putin-xi.json'))}</p>
${topics.length ? html`<ul>${topics.map(({ slug, title }) => html`<li>${words(title)}: <a href="/topics/${encodeURIComponent(slug)}.atom${suffix(slug)}">Atom</a>, <a href="/topics/${encodeURIComponent(slug)}.json${suffix(slug)}">JSON Feed</a></li>`)}</ul>` : ''}
${feedKey ? html`<p class="small">${phrases.aboutKey}</p>` : ''}</section>`;
}
