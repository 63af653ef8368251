/** Stories → the same, best first, each with what spoke for it: fresh, widely reported, prominent, on the topic, not told yet. */
import type { Instant } from '#model/article.ts';
import type { StoryMaterial, Told } from '#model/briefing.ts';
import { toldStory } from './told.ts';
import { topicFit } from './topic.ts';
import { contentWords } from './words.ts';

export type RankWish = { readonly now: Instant; readonly topic: readonly string[]; readonly told: Told };
export type RankedStory = {
  readonly story: StoryMaterial;
  readonly score: number;
  /** Each part of the score, for "why". */
  readonly parts: Readonly<Record<'freshness' | 'outlets' | 'prominence' | 'topic' | 'told', number>>;
};

const HOUR_MS = 3_600_000;
/** After this long a story weighs half. */
const HALF_LIFE_HOURS = 18;

export function rankStories(stories: readonly StoryMaterial[], wish: RankWish): RankedStory[] {
  const titles = stories.map((story) => new Set(story.articles.flatMap(({ article }) => contentWords(article.title))));
  return stories
    .filter((story) => story.articles.length > 0)
    .map((story): RankedStory => {
      const parts = {
        // A day's briefing is about the day: an hour more or less must not outweigh a further outlet.
        freshness: 1.4 * freshness(story, wish.now),
        outlets: 1.3 * Math.log2(new Set(story.articles.map(({ article }) => article.outlet)).size),
        prominence: prominence(story, titles),
        topic: 3 * topicOf(story, wish.topic),
        told: toldWeight(story, wish.told),
      };
      return { story, parts, score: Object.values(parts).reduce((sum, part) => sum + part, 0) };
    })
    .sort((a, b) => b.score - a.score || lastAt(b.story) - lastAt(a.story) || (a.story.id < b.story.id ? -1 : 1));
}

export const lastAt = (story: StoryMaterial): Instant => Math.max(...story.articles.map(({ article }) => article.publishedAt));

function freshness(story: StoryMaterial, now: Instant): number {
  const hours = Math.max(0, now - lastAt(story)) / HOUR_MS;
  return 0.5 ** (hours / HALF_LIFE_HOURS);
}

/** People who speak, figures that count, and a headline whose names the other headlines of the day have too. */
function prominence(story: StoryMaterial, titles: readonly ReadonlySet<string>[]): number {
  const speakers = new Set(
    story.articles.flatMap(({ extraction }) =>
      extraction.quotes.filter((quote) => quote.printed).flatMap((quote) => quote.speakers.map((speaker) => speaker.name)),
    ),
  ).size;
  const figures = Math.max(0, ...story.articles.map(({ extraction }) => extraction.figures.filter((figure) => figure.printed).length));
  const own = new Set(story.articles.flatMap(({ article }) => contentWords(article.title)));
  const echoed = [...own].filter((word) => titles.filter((title) => title.has(word)).length > 1).length;
  return 0.5 * Math.min(1, speakers / 4) + 0.3 * Math.min(1, figures / 4) + 0.3 * Math.min(1, echoed / 4);
}

/** The best article counts, and its headline twice: a story is about what its headline names. */
function topicOf(story: StoryMaterial, topic: readonly string[]): number {
  if (topic.length === 0) return 0;
  return Math.max(
    0,
    ...story.articles.map(({ article, extraction }) => {
      const names = extraction.names.slice(0, 8).join(' ');
      return (2 * topicFit(topic, article.title) + topicFit(topic, names) + topicFit(topic, article.text)) / 4;
    }),
  );
}

/** What the channel does not know comes first; what has not moved since it was told comes last. */
function toldWeight(story: StoryMaterial, told: Told): number {
  const before = toldStory(told, story.id);
  if (before === undefined) return 1;
  const known = new Set(before.articles);
  return story.articles.some(({ article }) => !known.has(article.id)) ? 0.5 : -1;
}
