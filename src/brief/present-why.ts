/** A composed story, its place and its record → the answer to "why this story": what spoke for it, what it was made of, what of it was taken. */
import type { Instant } from '#model/article.ts';
import type { SourcedSentence, StoryBriefing, StoryMaterial } from '#model/briefing.ts';
import type { Action, Block, Inline, MessageDocument } from '#model/document.ts';
import type { StoryRecord } from '#model/story.ts';
import { phrases } from '#phrases/briefing.ts';
import { phrases as words } from '#phrases/why.ts';
import type { ComposedStory } from './compose.ts';
import { tidyHeadline } from './headline.ts';
import { languageName } from './present.ts';
import { meritsOf } from './quote-weight.ts';
import type { RankedStory } from './rank.ts';
import { contentWords } from './words.ts';

export type WhyStory = {
  readonly composed: ComposedStory;
  readonly record: StoryRecord;
  /** From 1; undefined where the story was not weighed there. */
  readonly place: number | undefined;
  readonly of: number;
  /** How many stories a briefing shows, and the last of them. */
  readonly shown: number;
  readonly last: { readonly headline: string; readonly score: number } | undefined;
  /** "the top stories", or what else it was weighed among; how far that looks back. */
  readonly among: string;
  readonly window: string;
  readonly topic: readonly string[];
  readonly zone: string;
  readonly locale: string;
  readonly isSample: boolean;
};

const MAX_ARTICLES = 8;
const MAX_PASSED = 3;
const MAX_LEFT = 4;

const text = (content: string): Inline => ({ kind: 'text', text: content });
const paragraph = (...inlines: readonly Inline[]): Block => ({ kind: 'paragraph', inlines });
const heading = (level: 2 | 3, content: string): Block => ({ kind: 'heading', level, inlines: [text(content)] });
const time = (at: Instant, zone: string): Inline => ({ kind: 'time', at, zone, style: 'date-time' });

export function presentWhyStory(why: WhyStory): MessageDocument {
  const { story } = why.composed;
  const title = words.why(story.headline);
  const sentences = sentencesOf(why);
  return {
    summary: `${why.isSample ? `${phrases.sample}: ` : ''}${title}`,
    blocks: [
      heading(2, `${why.isSample ? `${phrases.sample} · ` : ''}${title}`),
      paragraph(text(placeOf(why))),
      paragraph(text(words.score(pointsOf(why.composed.ranked)))),
      { kind: 'list', items: partsOf(why) },
      heading(3, words.madeOf),
      { kind: 'list', items: madeOf(why) },
      ...(sentences.length > 0 ? [heading(3, words.sentences), { kind: 'list' as const, items: sentences }] : unread(why)),
      ...(story.quotes.length + story.moreQuotes.length > 0
        ? [heading(3, words.quotes), { kind: 'list' as const, items: quotesOf(why) }]
        : []),
      { kind: 'actions', actions: stepsOf(story) },
    ],
  };
}

/** What is not English is not read. */
function unread({ composed: { story }, locale }: WhyStory): Block[] {
  const [language] = story.sources.flatMap((source) => source.language ?? []);
  return language === undefined ? [] : [paragraph(text(words.unread(languageName(language, locale))))];
}

/** As the parts are shown, with one decimal, so that they add up; without what was told, which moves a story in scheduled briefings only. */
export const pointsOf = ({ parts: { freshness, outlets, prominence, topic } }: RankedStory): number =>
  [freshness, outlets, prominence, topic].reduce((sum, part) => sum + Math.round(10 * part), 0) / 10;

function placeOf({ place, of, shown, last, among, window }: WhyStory): string {
  if (place === undefined) return words.notAmong(among, window);
  if (of === 1) return words.onlyOne(among);
  const line = words.place(place, of, Math.min(shown, of), among);
  return place > shown && last !== undefined ? `${line} ${words.last(last.headline, last.score)}` : line;
}

function partsOf({ composed: { ranked, story }, zone }: WhyStory): Inline[][] {
  const { freshness, outlets, prominence, topic } = ranked.parts;
  const latest = Math.max(...story.sources.map(({ publishedAt }) => publishedAt));
  return [
    [text(words.parts.freshness(freshness)), time(latest, zone)],
    [text(words.parts.outlets(outlets, new Set(story.sources.map(({ outlet }) => outlet)).size))],
    [text(words.parts.prominence(prominence))],
    ...(topic > 0 ? [[text(words.parts.topic(topic))]] : []),
    [text(words.told[story.status])],
  ];
}

function madeOf({ record, zone }: WhyStory): Inline[][] {
  const titleOf = (id: string): string => {
    const found = record.articles.find((article) => article.id === id);
    return found === undefined ? '' : tidyHeadline(found.title, found.outlet);
  };
  const articles = record.articles.slice(0, MAX_ARTICLES).map(({ title, outlet, url, joining }): Inline[] => {
    const link: Inline[] = [{ kind: 'link', text: tidyHeadline(title, outlet), url }, text(` (${outlet})`)];
    if (joining === undefined) return [...link, text(words.began)];
    const like = titleOf(joining.like) || words.anotherReport;
    if (joining.why === 'near-duplicate') return [...link, text(words.copied(like))];
    return [...link, text(`${joining.why === 'split' ? words.moved : ''}${words.joined(joining.likeness, like, joining.shared)}`)];
  });
  const changes = record.changes.map(({ kind, article, at }): Inline[] => [
    text((kind === 'merge' ? words.merged : words.split)(titleOf(article) || words.anotherReport)),
    time(at, zone),
  ]);
  const rest = record.articles.length - articles.length;
  return [...articles, ...(rest > 0 ? [[text(words.andMore(rest))]] : []), ...changes];
}

function sentencesOf(why: WhyStory): Inline[][] {
  const { story, passed } = why.composed;
  const taken = story.summary.map((sentence): Inline[] => [
    text(`“${sentence.text}”`),
    text(words.taken(whyTaken(sentence, why.composed, why.topic))),
  ]);
  const left = passed
    .slice(0, MAX_PASSED)
    .map(({ text: raw, whyNot, as }): Inline[] => [text(`“${raw.replace(/\s+/g, ' ')}”`), text(words.passed(whyNot, as))]);
  return [...taken, ...left];
}

/** What of the weights held for it: where it stood, and what it names. */
export function whyTaken(sentence: SourcedSentence, { ranked, story }: ComposedStory, topic: readonly string[]): string[] {
  const position = positionOf(sentence, ranked.story);
  const isLatest = story.sources[0]?.articleId === sentence.source.articleId;
  const held = new Set(contentWords(sentence.text));
  const names = [...new Set(story.headline.match(/\p{Lu}[\p{L}’'-]+/gu) ?? [])].filter((name) =>
    contentWords(name).some((word) => held.has(word)),
  );
  return [
    position === 0 ? (isLatest ? words.opensLatest : words.opens) : position < 4 ? words.nearTop : words.later,
    ...(names.length > 0 ? [words.namesOfHeadline(names.slice(0, 3))] : []),
    ...(topic.some((word) => held.has(word)) ? [words.namesOfTopic] : []),
  ];
}

function positionOf({ source, span }: SourcedSentence, { articles }: StoryMaterial): number {
  const found = articles.find(({ article }) => article.id === source.articleId);
  return found?.extraction.sentences.findIndex(({ start }) => start === span.start) ?? -1;
}

function quotesOf({ composed, topic }: WhyStory): Inline[][] {
  const { story, left } = composed;
  const line = (quote: StoryBriefing['quotes'][number], reason: string): Inline[] => [
    text(`“${quote.text}” (${quote.speakers.join(', ')}) – ${reason}`),
  ];
  return [
    ...story.quotes.map((quote) => line(quote, phrases.and(whyTelling(quote.key, composed, topic)))),
    ...story.moreQuotes.slice(0, MAX_LEFT).map((quote) => line(quote, words.left[left.get(quote.key) ?? 'weak'])),
  ];
}

/** What speaks for a quote of the story, in words. */
export function whyTelling(key: string, { ranked, story }: ComposedStory, topic: readonly string[]): string[] {
  const shown = [...story.quotes, ...story.moreQuotes].find((quote) => quote.key === key);
  const held = ranked.story.articles.find(({ article }) => article.id === shown?.source.articleId);
  const quote = held?.extraction.quotes.find(({ span }) => held.article.text.slice(span.start, span.end) === shown?.text);
  if (held === undefined || quote === undefined || shown === undefined) return [];
  const merits = meritsOf(quote, shown.text, { title: held.article.title, names: held.extraction.names, topic });
  return [
    quote.kind === 'direct' ? words.statement : words.partOf,
    ...(merits.stance > 0 ? [words.stance] : []),
    ...(merits.speaker >= 0.1 ? [words.speaker] : []),
    ...(merits.news >= 0.09 ? [words.news] : []),
    ...(merits.length >= 0.15 ? [words.goodLength] : []),
  ];
}

/** Each fact is asked about by its own words. */
function stepsOf(story: StoryBriefing): Action[] {
  const opening = (quote: string): string =>
    quote
      .split(/\s+/)
      .slice(0, 7)
      .join(' ')
      .replace(/["“”]|[,;:.–—-]+$/g, '');
  return [
    ...story.quotes.slice(0, 2).map(
      ({ text: quote, speakers }): Action => ({
        label: words.whyQuoteOf(speakers.join(', ')),
        ask: `why "${opening(quote)}"`,
      }),
    ),
    ...story.figures
      .slice(0, 1)
      .flatMap(({ values }): Action[] =>
        values.slice(0, 1).map(({ amount }) => ({ label: words.whyFigure(amount), ask: `why "${amount.replace(/^(?:up|down) /, '')}"` })),
      ),
  ];
}
