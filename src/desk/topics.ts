/** The topics → their page: what each finds, where its feeds are; add and remove. */
import { html } from 'hono/html';
import type { DeskTopic } from '#model/desk.ts';
import { phrases as frame } from '#phrases/desk.ts';
import { phrases } from '#phrases/desk-managing.ts';
import { phrases as topicPhrases } from '#phrases/topics.ts';
import { type Html, link, words } from './html.ts';
import type { Visit } from './layout.ts';
import { button, form, signInHint } from './manage.ts';

export function topicsPage(topics: readonly DeskTopic[], visit: Visit): Html {
  return html`<div class="page-head"><h1>${frame.pages.topics}</h1><p class="standfirst">${phrases.aboutTopics(link('/topics/putin-xi')('/topics/putin-xi'))}</p></div>
${signInHint(visit, phrases.defineTopics)}
${form(
  visit,
  '/topics/add',
  html`<div class="fields"><p><label for="name">${phrases.name}</label><input id="name" name="name" required maxlength="80" placeholder="grid"></p>
<p><label for="words">${phrases.allWords}</label><input id="words" name="words" maxlength="300"></p>
<p><label for="any">${phrases.anyWord}</label><input id="any" name="any" maxlength="300" placeholder="${phrases.anyExample}"></p>
<p><label for="none">${phrases.noWord}</label><input id="none" name="none" maxlength="300"></p>
<p><label for="speakers">${phrases.onlySpeakers}</label><input id="speakers" name="speakers" maxlength="300"></p>
<p><label for="feeds">${phrases.onlyOutlets}</label><input id="feeds" name="feeds" maxlength="300"></p>
<p class="go"><button>${phrases.saveTopic}</button></p></div>`,
  { name: 'filters' },
)}
${topics.length ? html`<ul class="cards">${topics.map((topic) => card(topic, visit))}</ul>` : html`<p class="empty">${topicPhrases.none}</p>`}`;
}

function card({ slug, title, finds, origin }: DeskTopic, visit: Visit): Html {
  const path = `/topics/${encodeURIComponent(slug)}`;
  return html`<li><h2><a href="${path}">${words(title)}</a></h2><p>${phrases.finds(words(finds))}</p>
<p class="acts small"><a href="${path}.atom">Atom<span class="visually-hidden">${phrases.feedOf(words(title))}</span></a> <a href="${path}.json">JSON Feed<span class="visually-hidden">${phrases.of(words(title))}</span></a> <a href="/preview?topic=${encodeURIComponent(slug)}">${frame.pages.preview}<span class="visually-hidden">${phrases.of(words(title))}</span></a>${
    origin === 'config'
      ? html`<span class="quiet">${frame.inFile}</span>`
      : button(visit, '/topics/remove', frame.remove, title, { name: slug })
  }</p></li>`;
}
