/** Stories, a topic and what the channel was told → a Briefing: ranked stories, each with its sentences, quotes, figures, changes and sources. */
import type { Instant } from '#model/article.ts';
import type { Briefing, BriefQuote, StoryBriefing, StoryMaterial, Told } from '#model/briefing.ts';
import { phrases } from '#phrases/briefing.ts';
import { findChanges } from './changes.ts';
import { figuresOfStory, type Revision } from './figures-of-story.ts';
import { headlineOf } from './headline.ts';
import { newsIn } from './news-in.ts';
import { withoutOvertaken } from './overtaken.ts';
import { withinQuotedWords } from './quoted-words.ts';
import { type LeftReason, quotesOfStory } from './quotes-of-story.ts';
import { lastAt, type RankedStory, rankStories } from './rank.ts';
import { inTurns, type Section, sectionOf } from './sections.ts';
import { sourcesOf } from './sources.ts';
import { type PassedSentence, type Summary, summarise } from './summarise.ts';
import { sentenceKey, toldStory } from './told.ts';
import { topicWords } from './topic.ts';

export type ComposeInput = {
  /** The topic's title as a reader would say it; absent: the words asked, or "Top stories". */
  readonly title?: string;
  /** As it was asked: "putin-xi"; absent for the top stories. */
  readonly topic?: string;
  /** What makes a text about the topic; absent: the words of `topic`. */
  readonly words?: readonly string[];
  readonly stories: readonly StoryMaterial[];
  readonly told: Told;
  readonly asOf: Instant;
  readonly zone: string;
  readonly locale: string;
  readonly isSample: boolean;
  readonly maxStories: number;
  /** Several topics in one post: each has its turn, and its stories stand together. */
  readonly sections?: readonly Section[];
  /** Of one article so many words at most; absent: any number. */
  readonly quotedWords?: number;
  /** Leave out what the channel knows: known stories, told quotes. For scheduled briefings. */
  readonly onlyNews?: boolean;
  /** What was looked through; absent: what the stories hold. */
  readonly read?: { readonly articles: number; readonly outlets: number };
  /** Asked for news since then: where there is none, the note says what is the latest. */
  readonly since?: Instant;
  readonly note?: string;
};

export function compose(input: ComposeInput): Briefing {
  const stories = composeStories(input).map(({ story }) => story);
  const articles = input.stories.flatMap((story) => story.articles.map(({ article }) => article));
  const note = input.note ?? staleNote(input);
  return {
    title: input.title ?? (input.topic === undefined ? phrases.topStories : titleOfTopic(input.topic, input.stories)),
    ...(input.topic === undefined ? {} : { topic: input.topic }),
    asOf: input.asOf,
    zone: input.zone,
    locale: input.locale,
    isSample: input.isSample,
    stories,
    articlesRead: input.read?.articles ?? articles.length,
    outlets: input.read?.outlets ?? new Set(articles.map((article) => article.outlet)).size,
    ...(note === undefined ? {} : { note }),
  };
}

/** A story as it is told, with what was weighed on the way: for "why". */
export type ComposedStory = {
  readonly story: StoryBriefing;
  readonly ranked: RankedStory;
  readonly passed: readonly PassedSentence[];
  /** Why each of the story's `moreQuotes` is no key quote. */
  readonly left: ReadonlyMap<string, LeftReason>;
};

/** Best first, at most as many as are wanted. */
export function composeStories(input: ComposeInput): ComposedStory[] {
  const words = topicOf(input);
  const composed: ComposedStory[] = [];
  const sections = input.sections ?? [];
  for (const ranked of inTurns(rankAll(input), sections)) {
    if (composed.length === input.maxStories) break;
    const one = composeStory(ranked, words, input.told, input.onlyNews ?? false);
    const story = withinQuotedWords(one.story, input.quotedWords ?? Number.POSITIVE_INFINITY);
    if (!(input.onlyNews && story.status === 'known')) composed.push({ ...one, story: labelled(story, sections) });
  }
  // Each topic's stories stand together, in the order of the topics.
  return sections.length < 2
    ? composed
    : composed.sort((a, b) => sectionOf(a.story.storyId, sections) - sectionOf(b.story.storyId, sections));
}

function labelled(story: StoryBriefing, sections: readonly Section[]): StoryBriefing {
  const section = sections.length < 2 ? undefined : sections[sectionOf(story.storyId, sections)]?.label;
  return section === undefined ? story : { ...story, section };
}

const topicOf = (input: ComposeInput): readonly string[] => input.words ?? topicWords(input.topic ?? '');

/** Who asks twice gets the same answer twice; only a scheduled post makes way for what the channel does not know. */
export const rankAll = (input: ComposeInput): RankedStory[] =>
  rankStories(input.stories, { now: input.asOf, topic: topicOf(input), told: input.onlyNews ? input.told : NOTHING_TOLD });

const NOTHING_TOLD: Told = new Map();

function composeStory(ranked: RankedStory, topic: readonly string[], told: Told, onlyNews: boolean): ComposedStory {
  const material = ranked.story;
  const before = toldStory(told, material.id);
  const found = quotesOfStory(material, topic, onlyNews ? told : NOTHING_TOLD);
  const { figures: lines, revisions } = figuresOfStory(material, topic);
  const figures = withoutOvertaken(lines);
  const sources = sourcesOf(material);
  const changes = findChanges({ storyId: material.id, figures, revisions, quotes: found.quotes, sources, newsIn: newsIn(material) }, told);
  const status = before === undefined ? 'new' : changes.length > 0 ? 'changed' : 'known';
  const isTold = (key: string): boolean => told.has(`quote:${key}`);
  const quotes = onlyNews ? found.quotes.filter((quote) => !isTold(quote.key)) : found.quotes;
  const news = status === 'changed' ? latest(material, new Set(before?.articles ?? [])) : material;
  const { sentences, passed } = summariseNews(news, {
    topic,
    quotes: onlyNews ? [...found.quotes, ...found.moreQuotes] : quotes,
    revisions,
    said: new Set(status === 'changed' ? before?.sentences : []),
  });
  const story: StoryBriefing = {
    storyId: material.id,
    headline: headlineOf(news),
    status,
    summary: sentences,
    quotes,
    moreQuotes: onlyNews ? [...found.quotes.filter((quote) => isTold(quote.key)), ...found.moreQuotes] : found.moreQuotes,
    figures,
    changes,
    sources,
  };
  const left = new Map(
    found.moreQuotes.flatMap(({ key }, index): [string, LeftReason][] => (found.left[index] ? [[key, found.left[index]]] : [])),
  );
  return { story, ranked, passed, left };
}

type NewsWish = {
  readonly topic: readonly string[];
  readonly quotes: readonly BriefQuote[];
  readonly revisions: readonly Revision[];
  /** Keys of sentences that the channel was told. */
  readonly said: ReadonlySet<string>;
};

/** What was told is not told again as news, what is quoted below is not told above, and what was overtaken is not told at all. */
function summariseNews(material: StoryMaterial, wish: NewsWish): Summary {
  return summarise(material, {
    topic: wish.topic,
    maxSentences: material.articles.length > 1 ? 4 : 3,
    maxWords: 110,
    whyUnwanted: ({ text, articleId }) => {
      if (wish.said.has(sentenceKey(text))) return 'told already';
      if (wish.quotes.some((quote) => text.includes(quote.text))) return 'quoted below';
      const isOvertaken = wish.revisions.some(
        ({ before }) => before.source.articleId === articleId && text.toLowerCase().includes(before.amount.toLowerCase()),
      );
      return isOvertaken ? 'overtaken' : undefined;
    },
  });
}

/** The articles that the channel has not been told of, where there are any. */
function latest(material: StoryMaterial, known: ReadonlySet<string>): StoryMaterial {
  const articles = material.articles.filter(({ article }) => !known.has(article.id));
  return articles.length === 0 ? material : { ...material, articles };
}

/** "putin-xi" → "Putin, Xi": each word as the articles spell it. */
export function titleOfTopic(topic: string, stories: readonly StoryMaterial[]): string {
  const spelled = new Map<string, string>();
  for (const { articles } of stories) {
    for (const { article, extraction } of articles) {
      for (const word of `${article.title} ${extraction.names.join(' ')}`.match(/[\p{L}\p{N}]+/gu) ?? []) {
        const folded = topicWords(word)[0] ?? word;
        if (!spelled.has(folded)) spelled.set(folded, word);
      }
    }
  }
  return topic
    .split(SEPARATORS)
    .filter(Boolean)
    .map((word) => spelled.get(topicWords(word)[0] ?? word) ?? word)
    .map((word, index) => (index === 0 ? word.slice(0, 1).toUpperCase() + word.slice(1) : word))
    .join(/\p{L}[-–—/_]\p{L}/u.test(topic) ? ', ' : ' ');
}
/** "putin-xi", "putin/xi" and "putin_xi" are two words. */
const SEPARATORS = /[-–—/_\s]+/;

function staleNote(input: ComposeInput): string | undefined {
  const times = input.stories.filter((story) => story.articles.length > 0).map(lastAt);
  if (input.since === undefined || times.length === 0) return undefined;
  const newest = Math.max(...times);
  if (newest >= input.since) return undefined;
  const isSameDay = dayOf(input, input.since) === dayOf(input, newest);
  const say = (at: Instant): string => dayOf(input, at, isSameDay ? { hour: '2-digit', minute: '2-digit' } : {});
  return phrases.nothingNew(say(input.since), say(newest));
}

/** @param time Where two are of one day. */
const dayOf = ({ locale, zone }: ComposeInput, at: Instant, time: Intl.DateTimeFormatOptions = {}): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, day: 'numeric', month: 'long', year: 'numeric', ...time }).format(at);
