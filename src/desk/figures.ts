/** The ledger of numbers → its page: filters by words, unit and topic, a table of figures with the sentence that holds each. */
import { html } from 'hono/html';
import type { ListedFigure } from '#model/briefing.ts';
import type { DeskTopic, FigureFilter, Page } from '#model/desk.ts';
import { type Clock, counted, type Html, outside, pager, time, words } from './html.ts';
import { option } from './quotes.ts';

type Listed = ListedFigure & { readonly sentence: string };

/** Units that are asked for most; any other can be typed in the address. */
const UNITS = ['people', 'percent', 'money', 'dollar', 'euro', 'pound', 'length', 'mass', 'energy', 'time'];

export function figuresPage(found: Page<Listed>, filter: FigureFilter, topics: readonly DeskTopic[], clock: Clock): Html {
  const { items, total } = found;
  const units = filter.unit && !UNITS.includes(filter.unit) ? [...UNITS, filter.unit] : UNITS;
  return html`<div class="page-head"><h1>Figures</h1><p class="standfirst">Every number that was printed, with what it counts and who says so, newest first.</p></div>
<form class="filters" action="/figures" method="get" role="search" aria-label="Figures"><div class="fields">
<p><label for="words">Words</label><input id="words" name="words" type="search" value="${filter.words ?? ''}" maxlength="200"></p>
<p><label for="unit">Unit</label><select id="unit" name="unit"><option value="">any</option>${units.map((unit) => option(unit, unit, filter.unit))}</select></p>
<p><label for="topic">Topic</label><select id="topic" name="topic"><option value="">any</option>${topics.map(({ slug, title }) => option(slug, title, filter.topic))}</select></p>
<p><label for="since">From</label><input id="since" name="since" type="date" value="${filter.since ?? ''}"></p>
<p class="go"><button>Search</button></p></div></form>
<p class="small" role="status">${items.length ? (total >= 200 ? 'More than 200 figures' : counted(total, 'figure')) : ''}</p>
${items.length ? table(items, clock) : html`<p class="empty">No figures fit. <a href="/figures">All figures</a></p>`}
${pager('/figures', { words: filter.words, unit: filter.unit, topic: filter.topic, since: filter.since }, found)}`;
}

function table(items: readonly Listed[], clock: Clock): Html {
  return html`<div class="scroll" role="region" aria-label="Figures" tabindex="0"><table class="ledger figures-ledger"><thead><tr><th scope="col">Figure</th><th scope="col">What it counts</th><th scope="col">According to</th><th scope="col">Source</th></tr></thead><tbody>${items.map(
    ({ figure, text, sentence, article, storyId }) => html`<tr><th scope="row">${words(sign(figure.modifier))}${words(text)}</th>
<td>${figure.concept ? words(figure.concept) : html`<span class="quiet">not said</span>`}<span class="sentence-of small">${words(sentence)}</span></td>
<td>${figure.saidBy ? html`<span class="narrow-only">according to </span>${words(figure.saidBy)}` : html`<span class="wide-only">–</span>`}</td>
<td>${outside(article.url, article.outlet)}, ${time(article.publishedAt, clock, 'date')}<br><a class="small" href="/stories/${encodeURIComponent(storyId)}">the story<span class="visually-hidden"> of ${words(text)}</span></a></td></tr>`,
  )}</tbody></table></div>`;
}

const sign = (modifier: ListedFigure['figure']['modifier']): string => (modifier === 'up' ? '▲ ' : modifier === 'down' ? '▼ ' : '');
