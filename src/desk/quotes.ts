/** The quote archive → its page: search and filters, the speaker's names and roles over time, the quotes. */
import { html } from 'hono/html';
import type { DeskTopic, QuoteArchive, QuoteFilter, SpeakerRecord } from '#model/desk.ts';
import { phrases as frame } from '#phrases/desk.ts';
import { phrases } from '#phrases/desk-reading.ts';
import { type Clock, type Html, MOST, pager, time, words } from './html.ts';
import { quoteCard, saidOf } from './quote-card.ts';

export type QuotesParts = {
  readonly archive: QuoteArchive;
  readonly filter: QuoteFilter;
  readonly topics: readonly DeskTopic[];
  readonly outlets: readonly string[];
  readonly clock: Clock;
};

export function quotesPage({ archive, filter, topics, outlets, clock }: QuotesParts): Html {
  const { speaker, items, total, near } = archive;
  const title = speaker ? speaker.name : phrases.quotes;
  const query = {
    speaker: filter.speaker,
    about: filter.about,
    topic: filter.topic,
    outlet: filter.outlet,
    since: filter.since,
    until: filter.until,
  };
  return html`<div class="page-head"><h1>${words(title)}</h1>${speaker ? record(speaker, clock) : html`<p class="standfirst">${phrases.aboutQuotes}</p>`}</div>
${filters(filter, topics, outlets)}
<section aria-label="${phrases.quotes}"><p class="small" role="status">${items.length ? (total >= MOST ? phrases.manyQuotes(MOST) : phrases.countOfQuotes(total)) : ''}</p>
${items.length ? html`<ol class="quotes">${items.map((found) => html`<li>${quoteCard(saidOf(found), clock)}</li>`)}</ol>` : nothing(filter, near)}
${pager('/quotes', query, archive)}</section>`;
}

function record({ aliases, roles }: SpeakerRecord, clock: Clock): Html {
  return html`<div class="record">${aliases.length ? html`<p>${phrases.alsoNamed}${aliases.map((name, index) => html`${index ? ', ' : ''}<span class="alias">${words(name)}</span>`)}</p>` : ''}
${roles.length ? html`<h2 class="minor">${phrases.rolesOverTime}</h2><ol class="roles">${roles.slice(0, 8).map(({ role, from, to }) => html`<li><span class="when">${time(from, clock, 'date')}${sameDay(from, to) ? '' : html` – ${time(to, clock, 'date')}`}</span> <span>${words(role)}</span></li>`)}</ol>` : ''}</div>`;
}

const sameDay = (a: number, b: number): boolean => Math.abs(a - b) < 86_400_000;

function nothing({ speaker, about }: QuoteFilter, near: readonly string[]): Html {
  const lead = speaker || about ? phrases.noQuotes(speaker, about) : phrases.noQuotesYet;
  return html`<p class="empty">${words(lead)}${near.length ? phrases.near(html`${near.map((name, index) => html`${index ? ', ' : ''}<a href="/quotes?speaker=${encodeURIComponent(name)}">${words(name)}</a>`)}`) : ''} <a href="/quotes">${phrases.allQuotes}</a></p>`;
}

function filters(filter: QuoteFilter, topics: readonly DeskTopic[], outlets: readonly string[]): Html {
  const isNarrow = [filter.topic, filter.outlet, filter.since, filter.until].some(Boolean);
  return html`<form class="filters" action="/quotes" method="get" role="search" aria-label="${phrases.quotes}"><div class="fields">
<p><label for="speaker">${phrases.speaker}</label><input id="speaker" name="speaker" value="${filter.speaker ?? ''}" autocomplete="off" maxlength="100" list="speakers" data-suggest="quotes "><datalist id="speakers"></datalist></p>
<p><label for="about">${phrases.words}</label><input id="about" name="about" value="${filter.about ?? ''}" type="search" maxlength="200"></p>
<p class="go"><button>${frame.search}</button></p></div>
<details${isNarrow ? html` open` : ''}><summary>${phrases.narrow}</summary><div class="fields">
<p><label for="topic">${phrases.topic}</label><select id="topic" name="topic"><option value="">${frame.any}</option>${topics.map(({ slug, title }) => option(slug, title, filter.topic))}${
    filter.topic && !topics.some(({ slug }) => slug === filter.topic) ? option(filter.topic, filter.topic, filter.topic) : ''
  }</select></p>
<p><label for="outlet">${frame.outlet}</label><select id="outlet" name="outlet"><option value="">${frame.any}</option>${outlets.map((outlet) => option(outlet, outlet, filter.outlet))}</select></p>
<p><label for="since">${phrases.from}</label><input id="since" name="since" type="date" value="${filter.since ?? ''}"></p>
<p><label for="until">${phrases.to}</label><input id="until" name="until" type="date" value="${filter.until ?? ''}"></p></div></details></form>`;
}

export const option = (value: string, label: string, chosen: string | undefined): Html =>
  html`<option value="${value}"${value === chosen ? html` selected` : ''}>${words(label)}</option>`;
