/** What a channel muted → articles and stories without it. */

import { fold } from '#lib/fold.ts';
import type { ArticleId } from '#model/article.ts';
import type { StoryMaterial } from '#model/briefing.ts';
import type { Mute } from '#model/subscription.ts';
import type { FoundArticle, Library } from '#storage/contract/library.ts';
import type { Scene } from './scene.ts';
import { titleOf, visibleFeeds } from './visible-feeds.ts';

const plain = (name: string) => fold(name).trim();
const partsOf = (name: string) => plain(name).split(/\s+/);

/** An outlet by its whole name; a speaker by the whole name or the last word of it; else a word. */
export async function whatIsMeant(
  what: string,
  as: Mute['kind'] | undefined,
  scene: Pick<Scene, 'reader' | 'storage' | 'asker' | 'tenant' | 'config'>,
): Promise<Mute> {
  if (as === undefined || as === 'outlet') {
    const outlet = (await visibleFeeds(scene)).map(titleOf).find((title) => plain(title) === plain(what));
    if (outlet !== undefined || as === 'outlet') return { kind: 'outlet', what: outlet ?? what };
  }
  if (as === undefined || as === 'speaker') {
    const [speaker] = await scene.storage.tenant(scene.reader.tenant).library.speakers(what, 1);
    const isMeant = speaker !== undefined && (plain(speaker.name) === plain(what) || partsOf(speaker.name).at(-1) === plain(what));
    if (isMeant || as === 'speaker') return { kind: 'speaker', what: speaker?.name ?? what };
  }
  return { kind: 'word', what: what.toLowerCase() };
}

/** What was muted by these words: as it stands there, or by the last word of a speaker's name, as whoever muted it may have typed. */
export const mutedAs = (what: string, mutes: readonly Mute[]): readonly Mute[] => {
  const whole = mutes.filter((mute) => plain(mute.what) === plain(what));
  return whole.length > 0 ? whole : mutes.filter((mute) => mute.kind === 'speaker' && partsOf(mute.what).at(-1) === plain(what));
};

export type Muting = {
  /** For an ArticleQuery's `none`. */
  readonly words: readonly string[];
  readonly isMutedOutlet: (outlet: string) => boolean;
  readonly isMutedSpeaker: (name: string) => boolean;
};

export function mutingOf(mutes: readonly Mute[]): Muting | undefined {
  if (!mutes.length) return undefined;
  const of = (kind: Mute['kind']) => mutes.filter((mute) => mute.kind === kind).map(({ what }) => what);
  const outlets = new Set(of('outlet').map(plain));
  const speakers = of('speaker').map(partsOf);
  const within = (short: readonly string[], long: readonly string[]) => short.every((part) => long.includes(part));
  return {
    words: of('word'),
    isMutedOutlet: (outlet) => outlets.has(plain(outlet)),
    // "Putin" is the muted "Vladimir Putin", and the other way round.
    isMutedSpeaker: (name) => speakers.some((muted) => within(partsOf(name), muted) || within(muted, partsOf(name))),
  };
}

/** Articles that may be shown; those of muted words the query has left out already. */
export const unmuted = (found: readonly FoundArticle[], muting: Muting | undefined): readonly FoundArticle[] =>
  muting ? found.filter(({ outlet }) => !muting.isMutedOutlet(outlet)) : found;

const MAX_MUTED = 5_000;

/** Stories come whole from the store, so their muted articles and quotes go here; a story of which nothing is left goes with them. */
export async function muteStories(
  stories: readonly StoryMaterial[],
  muting: Muting | undefined,
  library: Library,
): Promise<readonly StoryMaterial[]> {
  if (!muting || !stories.length) return stories;
  const withWords = await articlesWith(muting.words, stories, library);
  return stories
    .map(({ id, articles }) => ({
      id,
      articles: articles
        .filter(({ article }) => !withWords.has(article.id) && !muting.isMutedOutlet(article.outlet))
        .map(({ article, extraction }) => ({
          article,
          extraction: {
            ...extraction,
            quotes: extraction.quotes.filter(({ speakers }) => !speakers.some(({ name }) => muting.isMutedSpeaker(name))),
          },
        })),
    }))
    .filter(({ articles }) => articles.length);
}

async function articlesWith(
  words: readonly string[],
  stories: readonly StoryMaterial[],
  library: Library,
): Promise<ReadonlySet<ArticleId>> {
  if (!words.length) return new Set();
  const times = stories.flatMap(({ articles }) => articles.map(({ article }) => article.publishedAt));
  const found = await library.articles({ any: words, since: Math.min(...times), until: Math.max(...times), limit: MAX_MUTED });
  return new Set(found.map(({ articleId }) => articleId));
}
