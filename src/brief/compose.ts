/** Stories, a topic and what the channel was told → a Briefing: ranked stories, each with its sentences, quotes, figures, changes and sources. */
import type { Instant } from '#model/article.ts';
import type { Briefing, BriefQuote, StoryBriefing, StoryMaterial, Told } from '#model/briefing.ts';
import { findChanges } from './changes.ts';
import { figuresOfStory, type Revision } from './figures-of-story.ts';
import { headlineOf } from './headline.ts';
import { newsIn } from './news-in.ts';
import { phrases } from './phrases.ts';
import { withinQuotedWords } from './quoted-words.ts';
import { quotesOfStory } from './quotes-of-story.ts';
import { lastAt, rankStories } from './rank.ts';
import { sourcesOf } from './sources.ts';
import { summarise } from './summarise.ts';
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
  const words = input.words ?? topicWords(input.topic ?? '');
  // Who asks twice gets the same answer twice; only a scheduled post makes way for what the channel does not know.
  const toldOf = input.onlyNews ? input.told : NOTHING_TOLD;
  const ranked = rankStories(input.stories, { now: input.asOf, topic: words, told: toldOf });
  const stories: StoryBriefing[] = [];
  for (const { story } of ranked) {
    if (stories.length === input.maxStories) break;
    const composed = withinQuotedWords(
      composeStory(story, words, input.told, input.onlyNews ?? false),
      input.quotedWords ?? Number.POSITIVE_INFINITY,
    );
    if (!(input.onlyNews && composed.status === 'known')) stories.push(composed);
  }
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

const NOTHING_TOLD: Told = new Map();

function composeStory(material: StoryMaterial, topic: readonly string[], told: Told, onlyNews: boolean): StoryBriefing {
  const before = toldStory(told, material.id);
  const found = quotesOfStory(material, topic, onlyNews ? told : NOTHING_TOLD);
  const { figures, revisions } = figuresOfStory(material, topic);
  const sources = sourcesOf(material);
  const changes = findChanges({ storyId: material.id, figures, revisions, quotes: found.quotes, sources, newsIn: newsIn(material) }, told);
  const status = before === undefined ? 'new' : changes.length > 0 ? 'changed' : 'known';
  const isTold = (key: string): boolean => told.has(`quote:${key}`);
  const quotes = onlyNews ? found.quotes.filter((quote) => !isTold(quote.key)) : found.quotes;
  const news = status === 'changed' ? latest(material, new Set(before?.articles ?? [])) : material;
  return {
    storyId: material.id,
    headline: headlineOf(news),
    status,
    summary: summariseNews(news, {
      topic,
      quotes: onlyNews ? [...found.quotes, ...found.moreQuotes] : quotes,
      revisions,
      said: new Set(status === 'changed' ? before?.sentences : []),
    }),
    quotes,
    moreQuotes: onlyNews ? [...found.quotes.filter((quote) => isTold(quote.key)), ...found.moreQuotes] : found.moreQuotes,
    figures,
    changes,
    sources,
  };
}

type NewsWish = {
  readonly topic: readonly string[];
  readonly quotes: readonly BriefQuote[];
  readonly revisions: readonly Revision[];
  /** Keys of sentences that the channel was told. */
  readonly said: ReadonlySet<string>;
};

/** What was told is not told again as news, what is quoted below is not told above, and what was overtaken is not told at all. */
function summariseNews(material: StoryMaterial, wish: NewsWish) {
  return summarise(material, {
    topic: wish.topic,
    maxSentences: material.articles.length > 1 ? 4 : 3,
    maxWords: 110,
    isUnwanted: ({ text, articleId }) =>
      wish.said.has(sentenceKey(text)) ||
      wish.quotes.some((quote) => text.includes(quote.text)) ||
      wish.revisions.some(
        ({ before }) => before.source.articleId === articleId && text.toLowerCase().includes(before.amount.toLowerCase()),
      ),
  });
}

/** The articles that the channel has not been told of, where there are any. */
function latest(material: StoryMaterial, known: ReadonlySet<string>): StoryMaterial {
  const articles = material.articles.filter(({ article }) => !known.has(article.id));
  return articles.length === 0 ? material : { ...material, articles };
}

/** "putin-xi" → "Putin, Xi": each word as the articles spell it. */
function titleOfTopic(topic: string, stories: readonly StoryMaterial[]): string {
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
    .split(/[-\s]+/)
    .filter(Boolean)
    .map((word) => spelled.get(topicWords(word)[0] ?? word) ?? word)
    .map((word, index) => (index === 0 ? word.slice(0, 1).toUpperCase() + word.slice(1) : word))
    .join(topic.includes('-') ? ', ' : ' ');
}

function staleNote(input: ComposeInput): string | undefined {
  const times = input.stories.filter((story) => story.articles.length > 0).map(lastAt);
  if (input.since === undefined || times.length === 0) return undefined;
  const newest = Math.max(...times);
  if (newest >= input.since) return undefined;
  const format = new Intl.DateTimeFormat(input.locale, { timeZone: input.zone, day: 'numeric', month: 'long', year: 'numeric' });
  return phrases.nothingNew(format.format(input.since), format.format(newest));
}
