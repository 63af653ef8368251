/** The ledger of numbers → its page: filters by words, unit and topic, a table of figures with the sentence that holds each. */
import { html } from 'hono/html';
import type { ListedFigure } from '#model/briefing.ts';
import type { DeskTopic, FigureFilter, Page } from '#model/desk.ts';
import { phrases as frame } from '#phrases/desk.ts';
import { phrases } from '#phrases/desk-reading.ts';
import { type Clock, type Html, MOST, outside, pager, time, words } from './html.ts';
import { option } from './quotes.ts';

type Listed = ListedFigure & { readonly sentence: string };

/** Units that are asked for most; any other can be typed in the address. */
const UNITS = ['people', 'percent', 'money', 'dollar', 'euro', 'pound', 'length', 'mass', 'energy', 'time'];

export function figuresPage(found: Page<Listed>, filter: FigureFilter, topics: readonly DeskTopic[], clock: Clock): Html {
  const { items, total } = found;
  const units = filter.unit && !UNITS.includes(filter.unit) ? [...UNITS, filter.unit] : UNITS;
  return html`<div class="page-head"><h1>${frame.pages.figures}</h1><p class="standfirst">${phrases.aboutFigures}</p></div>
<form class="filters" action="/figures" method="get" role="search" aria-label="${frame.pages.figures}"><div class="fields">
<p><label for="words">${phrases.words}</label><input id="words" name="words" type="search" value="${filter.words ?? ''}" maxlength="200"></p>
<p><label for="unit">${phrases.unit}</label><select id="unit" name="unit"><option value="">${frame.any}</option>${units.map((unit) => option(unit, unit, filter.unit))}</select></p>
<p><label for="topic">${phrases.topic}</label><select id="topic" name="topic"><option value="">${frame.any}</option>${topics.map(({ slug, title }) => option(slug, title, filter.topic))}</select></p>
<p><label for="since">${phrases.from}</label><input id="since" name="since" type="date" value="${filter.since ?? ''}"></p>
<p class="go"><button>${frame.search}</button></p></div></form>
<p class="small" role="status">${items.length ? (total >= MOST ? phrases.manyFigures(MOST) : phrases.countOfFigures(total)) : ''}</p>
${items.length ? table(items, clock) : html`<p class="empty">${phrases.noFigures} <a href="/figures">${phrases.allFigures}</a></p>`}
${pager('/figures', { words: filter.words, unit: filter.unit, topic: filter.topic, since: filter.since }, found)}`;
}

function table(items: readonly Listed[], clock: Clock): Html {
  return html`<div class="scroll" role="region" aria-label="${frame.pages.figures}" tabindex="0"><table class="ledger figures-ledger"><thead><tr><th scope="col">${frame.figure}</th><th scope="col">${frame.whatItCounts}</th><th scope="col">${frame.accordingTo}</th><th scope="col">${phrases.sourceColumn}</th></tr></thead><tbody>${items.map(
    ({ figure, text, sentence, article, storyId }) => html`<tr><th scope="row">${words(sign(figure.modifier))}${words(text)}</th>
<td>${figure.concept ? words(figure.concept) : html`<span class="quiet">${phrases.notSaid}</span>`}<span class="sentence-of small">${words(sentence)}</span></td>
<td>${figure.saidBy ? html`<span class="narrow-only">${phrases.accordingTo}</span>${words(figure.saidBy)}` : html`<span class="wide-only">–</span>`}</td>
<td>${outside(article.url, article.outlet)}, ${time(article.publishedAt, clock, 'date')}<br><a class="small" href="/stories/${encodeURIComponent(storyId)}">${phrases.theStory}<span class="visually-hidden">${phrases.of(words(text))}</span></a></td></tr>`,
  )}</tbody></table></div>`;
}

const sign = (modifier: ListedFigure['figure']['modifier']): string => (modifier === 'up' ? '▲ ' : modifier === 'down' ? '▼ ' : '');
