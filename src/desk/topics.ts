/** The topics → their page: what each finds, where its feeds are; add and remove. */
import { html } from 'hono/html';
import type { DeskTopic } from '#model/desk.ts';
import { type Html, words } from './html.ts';
import type { Visit } from './layout.ts';
import { button, form, signInHint } from './manage.ts';

export function topicsPage(topics: readonly DeskTopic[], visit: Visit): Html {
  return html`<div class="page-head"><h1>Topics</h1><p class="standfirst">A topic is words by a name. Any words do without one: <a href="/topics/putin-xi">/topics/putin-xi</a> is a briefing already, and a feed.</p></div>
${signInHint(visit, 'define topics')}
${form(
  visit,
  '/topics/add',
  html`<div class="fields"><p><label for="name">Name</label><input id="name" name="name" required maxlength="80" placeholder="grid"></p>
<p><label for="words">Every one of these words</label><input id="words" name="words" maxlength="300"></p>
<p><label for="any">One of these, with commas</label><input id="any" name="any" maxlength="300" placeholder="power cut, blackout"></p>
<p><label for="none">None of these</label><input id="none" name="none" maxlength="300"></p>
<p><label for="feeds">Only these outlets</label><input id="feeds" name="feeds" maxlength="300"></p>
<p class="go"><button>Save the topic</button></p></div>`,
  { name: 'filters' },
)}
${topics.length ? html`<ul class="cards">${topics.map((topic) => card(topic, visit))}</ul>` : html`<p class="empty">No topic is defined yet.</p>`}`;
}

function card({ slug, title, finds, origin }: DeskTopic, visit: Visit): Html {
  const path = `/topics/${encodeURIComponent(slug)}`;
  return html`<li><h2><a href="${path}">${words(title)}</a></h2><p>Finds ${words(finds)}.</p>
<p class="acts small"><a href="${path}.atom">Atom<span class="visually-hidden"> feed of ${words(title)}</span></a> <a href="${path}.json">JSON Feed<span class="visually-hidden"> of ${words(title)}</span></a> <a href="/preview?topic=${encodeURIComponent(slug)}">Preview<span class="visually-hidden"> of ${words(title)}</span></a>${
    origin === 'config'
      ? html`<span class="quiet">in the configuration file</span>`
      : button(visit, '/topics/remove', 'Remove', title, { name: slug })
  }</p></li>`;
}
