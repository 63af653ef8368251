/** What programs can read here → a page for people. */
import { html } from 'hono/html';
import type { DeskTopic } from '#model/desk.ts';
import { type Html, words } from './html.ts';

export function apiPage(topics: readonly DeskTopic[], feedKey: ((slug: string) => string) | null): Html {
  const suffix = (slug: string) => (feedKey ? `?key=${feedKey(slug)}` : '');
  return html`<div class="page-head"><h1>API and feeds</h1><p class="standfirst">What other programs can read. From this machine it is open; from elsewhere it takes the admin token: <code>Authorization: Bearer …</code></p></div>
<section><h2>Quotes</h2><p><a href="/api/quotes?speaker=putin"><code>/api/quotes?speaker=putin</code></a> answers JSON; <a href="/api/openapi.json">the OpenAPI document</a> names each parameter and field.</p></section>
<section><h2>Briefings as feeds</h2><p>Each topic has one, and so has any word: <code>/topics/putin-xi.atom</code>, <code>/topics/putin-xi.json</code>. An entry is a day’s briefing.</p>
${topics.length ? html`<ul>${topics.map(({ slug, title }) => html`<li>${words(title)}: <a href="/topics/${encodeURIComponent(slug)}.atom${suffix(slug)}">Atom</a>, <a href="/topics/${encodeURIComponent(slug)}.json${suffix(slug)}">JSON Feed</a></li>`)}</ul>` : ''}
${feedKey ? html`<p class="small">The key in these addresses opens that one feed, from anywhere: for a reader’s program that can send no token.</p>` : ''}</section>`;
}
