/** The current briefing → Today: by topic, as it would stand in the channel, each sentence with its source, what changed marked. */
import { html } from 'hono/html';
import type { Briefing, BriefQuote, Change, FigureValue, Source, SourcedSentence, StoryBriefing } from '#model/briefing.ts';
import type { DeskBriefing, DeskTopic } from '#model/desk.ts';
import { phrases as briefing } from '#phrases/briefing.ts';
import { phrases as frame } from '#phrases/desk.ts';
import { phrases } from '#phrases/desk-reading.ts';
import { type Clock, type Html, link, outside, time, words } from './html.ts';
import { quoteCard } from './quote-card.ts';

export type TodayParts = {
  readonly topics: readonly DeskTopic[];
  /** As it was asked for; none: the top stories. */
  readonly topic: string | undefined;
  readonly found: DeskBriefing;
  readonly clock: Clock;
  /** A briefing's key of a quote's words. */
  readonly markOf: (text: string) => string;
};

export function today({ topics, topic, found, clock, markOf }: TodayParts): Html {
  const title = found.kind === 'briefing' ? found.briefing.title : (topic ?? frame.pages.today);
  return html`<div class="page-head"><h1>${words(title)}</h1>
${topicLinks(topics, topic)}
${found.kind === 'briefing' ? lineOfNumbers(found.briefing, topic, clock) : ''}</div>
${found.kind === 'briefing' ? html`<div class="stories">${found.briefing.stories.map((story, index) => storyPart(story, clock, markOf, index))}</div>` : nothing(topic, found.near)}`;
}

function topicLinks(topics: readonly DeskTopic[], topic: string | undefined): Html {
  const place = (href: string, label: string, isHere: boolean) =>
    html`<li><a href="${href}"${isHere ? html` aria-current="page"` : ''}>${words(label)}</a></li>`;
  if (topics.length === 0 && topic === undefined) return html``;
  return html`<nav class="topics" aria-label="${frame.pages.topics}"><ul>${place('/', briefing.topStories, topic === undefined)}${topics.map(
    ({ slug, title }) => place(`/topics/${encodeURIComponent(slug)}`, title, slug === topic),
  )}</ul></nav>`;
}

function lineOfNumbers({ articlesRead, outlets, asOf, note }: Briefing, topic: string | undefined, clock: Clock): Html {
  const preview = topic === undefined ? '/preview' : `/preview?topic=${encodeURIComponent(topic)}`;
  return html`${note ? html`<p class="note">${words(note)}</p>` : ''}<p class="small">${phrases.read(articlesRead, outlets, time(asOf, clock))} · <a href="${preview}">${phrases.seeAsPost}</a></p>`;
}

function nothing(topic: string | undefined, near: readonly string[]): Html {
  if (topic === undefined) return html`<p class="empty">${phrases.nothing(link('/feeds'), link('/start'))}</p>`;
  return html`<p class="empty">${phrases.nothingFound(words(topic))}${
    near.length
      ? phrases.near(
          html`${near.map((name, index) => html`${index ? ', ' : ''}<a href="/topics/${encodeURIComponent(name)}">${words(name)}</a>`)}`,
        )
      : ''
  }</p>`;
}

function storyPart(story: StoryBriefing, clock: Clock, markOf: TodayParts['markOf'], index: number): Html {
  const outlets = new Set(story.sources.map(({ outlet }) => outlet)).size;
  const href = `/stories/${encodeURIComponent(story.storyId)}`;
  return html`<article class="story${index === 0 ? ' lead' : ''}${story.quotes.length ? '' : ' bare'}" tabindex="-1">
<header><p class="kicker">${story.status === 'known' ? '' : html`<span class="status ${story.status}">${phrases.status[story.status]}</span> `}${phrases.outlets(outlets)}</p>
<h2><a href="${href}">${words(story.headline)}</a></h2></header>
<div class="told"><p class="summary">${story.summary.map((sentence, place) => sourced(sentence, `s${index}-${place}`, story.sources, clock))}</p>
${story.changes.length ? changesPart(story.changes, clock) : ''}
${story.figures.length ? figuresPart(story, clock) : ''}
<p class="small">${sourcesLine(story.sources)} · <a href="${href}">${phrases.wholeStory}<span class="visually-hidden">: ${words(story.headline)}</span></a></p></div>
${story.quotes.length ? html`<div class="rail">${story.quotes.map((quote) => quoteCard(ofBriefing(quote, markOf), clock))}</div>` : ''}
</article>`;
}

/** The sentence, the number of its source, and a card that names it while one points at either. */
export function sourced({ text, source }: SourcedSentence, id: string, sources: readonly Source[], clock: Clock): Html {
  const number = sources.findIndex(({ url }) => url === source.url) + 1 || 1;
  return html`<span class="sentence">${words(text)}<sup>${refLink(source, number, id)}</sup><span class="card" role="tooltip" id="${id}">${words(source.outlet)}, ${time(source.publishedAt, clock)}: ${words(source.title)}</span></span> `;
}

const refLink = (source: Source, number: number, id: string): Html => {
  const address = URL.parse(source.url);
  const label = phrases.source(number, words(source.outlet));
  if (address?.protocol !== 'https:' && address?.protocol !== 'http:') return html`<span class="ref">${number}</span>`;
  return html`<a class="ref" href="${address.href}" rel="noopener noreferrer nofollow" target="_blank" aria-label="${label}" aria-describedby="${id}">${number}</a>`;
};

const ofBriefing = (quote: BriefQuote, markOf: (text: string) => string) => ({
  text: quote.text,
  speakers: quote.speakers,
  role: quote.role,
  toldTo: quote.toldTo,
  outlet: quote.source.outlet,
  url: quote.source.url,
  at: quote.source.publishedAt,
  href: `/quotes/${encodeURIComponent(quote.source.articleId)}/${markOf(quote.text)}`,
});

function sourcesLine(sources: readonly Source[]): Html {
  const outlets = [...new Map(sources.map((source) => [source.outlet, source])).values()];
  return html`${outlets.slice(0, 5).map(({ outlet, url }, index) => html`${index ? ', ' : ''}${outside(url, outlet)}`)}${outlets.length > 5 ? phrases.moreSources(outlets.length - 5) : ''}`;
}

function changesPart(changes: readonly Change[], clock: Clock): Html {
  return html`<section class="changed" aria-label="${briefing.whatChanged}"><h3>${briefing.whatChanged}</h3><ul>${changes.map((change) => html`<li>${changeLine(change, clock)}</li>`)}</ul></section>`;
}

export function changeLine(change: Change, clock: Clock): Html {
  switch (change.kind) {
    case 'figure':
      return html`<del>${words(change.before.amount)}</del> <ins>${words(change.after.amount)}</ins> ${words(change.counts)} <span class="small">${outside(change.after.source.url, change.after.source.outlet)}, ${time(change.after.source.publishedAt, clock)}</span>`;
    case 'speaker':
      return html`${phrases.newSpeaker}<a href="/quotes?speaker=${encodeURIComponent(change.speaker)}">${words(change.speaker)}</a>`;
    case 'outlet':
      return html`${briefing.newOutlet(words(change.source.outlet))}${outside(change.source.url, change.source.title)}`;
    case 'report':
      return html`${briefing.newReport}${outside(change.source.url, change.source.title)} <span class="small">${words(change.source.outlet)}</span>`;
    default:
      return change satisfies never;
  }
}

function figuresPart(story: StoryBriefing, clock: Clock): Html {
  return html`<ul class="figures">${story.figures.map(({ values, counts }) => {
    const [first, ...others] = values;
    return first
      ? html`<li><strong>${words(first.amount)}</strong> ${words(counts)}${saidBy(first)} <span class="small">${outside(first.source.url, first.source.outlet)}</span>${others.map(
          (other) =>
            html`<span class="differs">${phrases.elsewhere}<strong>${words(other.amount)}</strong>${saidBy(other)} <span class="small">${outside(other.source.url, other.source.outlet)}, ${time(other.source.publishedAt, clock, 'date')}</span></span>`,
        )}</li>`
      : '';
  })}</ul>`;
}

const saidBy = ({ saidBy: who }: FigureValue): string => (who ? `, ${phrases.accordingTo}${words(who)}` : '');
