/** One story → its page: the lead, what changed, the figures side by side, who said what when, and every report in the order of time. */
import { html } from 'hono/html';
import type { BriefFigure } from '#model/briefing.ts';
import type { StoryRecord, StoryReport } from '#model/desk.ts';
import { phrases as briefing } from '#phrases/briefing.ts';
import { phrases as frame } from '#phrases/desk.ts';
import { phrases } from '#phrases/desk-reading.ts';
import { chart } from './chart.ts';
import { type Clock, type Html, outside, time, words } from './html.ts';
import { credit, saidOf } from './quote-card.ts';
import { changeLine, sourced } from './today.ts';

export function storyPage({ story, reports, series }: StoryRecord, clock: Clock): Html {
  const outlets = new Set(reports.map(({ article }) => article.outlet)).size;
  const [first, last] = [reports[0], reports.at(-1)];
  const said = reports.flatMap(({ quotes }) => quotes);
  return html`<article class="whole-story"><div class="opening"><header class="page-head"><p class="kicker">${phrases.reports(reports.length, outlets)}${
    first && last
      ? phrases.fromTo(time(first.article.publishedAt, clock), last === first ? undefined : time(last.article.publishedAt, clock))
      : ''
  }</p>
<h1>${words(story.headline)}</h1>
<p class="summary">${story.summary.map((sentence, place) => sourced(sentence, `s${place}`, story.sources, clock))}</p>
<p class="small"><a href="/why?what=${encodeURIComponent(story.headline)}">${phrases.whyOneStory}</a></p></header>
${story.changes.length ? html`<section class="changed"><h2>${briefing.whatChanged}</h2><ul>${story.changes.map((change) => html`<li>${changeLine(change, clock)}</li>`)}</ul></section>` : ''}</div>
${story.figures.length ? html`<section><h2>${phrases.sideBySide}</h2>${sideBySide(story.figures, clock)}${series.length ? html`<div class="charts">${series.map((one) => chart(one, clock))}</div>` : ''}</section>` : ''}
${said.length ? html`<section><h2>${phrases.whoSaidWhat}</h2>${whoSaidWhat(reports, clock)}</section>` : ''}
<section><h2>${phrases.allReports}</h2><ol class="timeline">${reports.map((report) => reportLine(report, clock))}</ol></section></article>`;
}

function sideBySide(figures: readonly BriefFigure[], clock: Clock): Html {
  return html`<div class="scroll" role="region" aria-label="${phrases.byOutlet}" tabindex="0"><table class="ledger"><thead><tr><th scope="col">${frame.figure}</th><th scope="col">${frame.whatItCounts}</th><th scope="col">${frame.accordingTo}</th><th scope="col">${frame.outlet}</th></tr></thead>
${figures.map(
  ({ values, counts }) =>
    html`<tbody${values.length > 1 ? html` class="disagree"` : ''}>${values.map(
      (value, index) =>
        html`<tr><th scope="row">${words(value.amount)}${index === 0 && values.length > 1 ? html` <span class="doubt">${phrases.outletsDiffer}</span>` : ''}</th><td>${index === 0 ? words(counts.replace(/^– /, '')) : html`<span class="quiet">${phrases.theSame}</span>`}</td><td>${value.saidBy ? words(value.saidBy) : '–'}</td><td>${outside(value.source.url, value.source.outlet)}, ${time(value.source.publishedAt, clock)}</td></tr>`,
    )}</tbody>`,
)}</table></div>`;
}

function whoSaidWhat(reports: readonly StoryReport[], clock: Clock): Html {
  const seen = new Set<string>();
  const lines = reports.flatMap(({ article, quotes }) =>
    quotes.flatMap((found) => {
      const said = saidOf(found);
      // The first outlet to print the words is when they were heard.
      const key = `${found.mark} ${said.speakers.join()}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [
        html`<li><span class="when">${time(article.publishedAt, clock)}</span><figure class="quote"><blockquote><p><a href="${said.href ?? ''}">“${words(said.text)}”</a></p></blockquote><figcaption>${credit(said)} <span class="origin">${words(said.outlet)}</span></figcaption></figure></li>`,
      ];
    }),
  );
  return html`<ol class="said">${lines}</ol>`;
}

function reportLine({ article, opening }: StoryReport, clock: Clock): Html {
  return html`<li><span class="when">${time(article.publishedAt, clock)}</span><div><h3>${outside(article.url, article.title)}</h3><p class="small">${words(article.outlet)}${article.byline ? html`, ${words(article.byline)}` : ''}</p>${opening ? html`<p>${words(opening)}</p>` : ''}</div></li>`;
}
