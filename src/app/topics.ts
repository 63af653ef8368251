/** What was asked for ("putin-xi", "the grid", "ceasefire talks") → the words that articles must hold, from a defined topic or from the words themselves. */
import { isCommon } from '#brief/words.ts';
import { PRINT_FROM } from '#extract/confidence.ts';
import type { Article } from '#model/article.ts';
import type { StoryMaterial } from '#model/briefing.ts';
import type { Topic } from '#model/subscription.ts';
import type { ArticleQuery } from '#storage/contract/library.ts';

export type ResolvedTopic = {
  /** Only a defined topic has one of its own. */
  readonly title?: string;
  readonly query: Pick<ArticleQuery, 'all' | 'any' | 'none' | 'feeds' | 'speakers' | 'leastConfidence'>;
  /** Words for ranking sentences by. */
  readonly words: readonly string[];
};

/** Words that tell nothing about a topic; a search for them would find everything. */
const EMPTY_WORDS = new Set(
  'a an and are as at by for from in into is it of on or that the their this to was were with about news latest'.split(' '),
);

/** @param defined The configuration's topics before the tenant's own: what the file defines is not overruled by chat. */
export function resolveTopic(asked: string, defined: readonly Topic[]): ResolvedTopic {
  const slug = asked.trim().toLowerCase().replace(/\s+/g, '-');
  const topic = defined.find(
    (candidate) => candidate.slug.toLowerCase() === slug || candidate.title.toLowerCase() === asked.trim().toLowerCase(),
  );
  if (topic) return ofTopic(topic);
  const words = wordsOf(asked);
  return { query: { all: words }, words };
}

/**
 * A topic of some outlets tells a story as they told it; what none of them told goes.
 * @param outlets Names, or ids of feeds whose names were not known when the topic was made; none stands for all.
 */
export function toldByOutlets(stories: readonly StoryMaterial[], outlets: readonly string[]): readonly StoryMaterial[] {
  if (!outlets.length) return stories;
  const isTheirs = ({ outlet, feedId }: Article) => outlets.includes(outlet) || outlets.includes(feedId);
  return stories
    .map(({ id, articles }) => ({ id, articles: articles.filter(({ article }) => isTheirs(article)) }))
    .filter(({ articles }) => articles.length);
}

function ofTopic(topic: Topic): ResolvedTopic {
  const { speakers = [] } = topic;
  const given = {
    ...{ all: topic.all, any: topic.any, none: topic.none, feeds: topic.feeds },
    ...(speakers.length > 0 && { speakers, leastConfidence: PRINT_FROM }),
  };
  const hasWords = topic.all.length + topic.any.length + topic.feeds.length + speakers.length > 0;
  return {
    title: topic.title,
    query: hasWords ? given : { ...given, all: wordsOf(topic.slug) },
    words: [...topic.all, ...topic.any, ...speakers.flatMap(wordsOf)],
  };
}

/** The words of a slug or a phrase; words in double quotes, 2,750 and AT&T stay one phrase; words that tell nothing are left out unless there is nothing else. */
export function wordsOf(asked: string): string[] {
  const parts = [...asked.matchAll(/"([^"]+)"|([\p{L}\p{N}](?:[\p{L}\p{N}'’.]|(?<=\p{N}),(?=\p{N})|&(?=[\p{L}\p{N}]))*)/gu)].map(
    ([, phrase, word]) => (phrase ?? word ?? '').replace(/(?:['’]s)?[.'’]*$/i, ''),
  );
  // IT is a trade, it is not.
  const telling = parts.filter((word) => !EMPTY_WORDS.has(/^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase()));
  return telling.length ? telling : parts;
}

/** A word that is no topic by itself: "the", "after", "said". */
export const tellsNothing = (word: string): boolean => EMPTY_WORDS.has(word) || isCommon(word);
