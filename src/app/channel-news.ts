/** A schedule and what its channel was told → the Briefing of what is new to it, or the best of a quiet day. */

import { type ComposeInput, compose } from '#brief/compose.ts';
import type { Section } from '#brief/sections.ts';
import { toldStory } from '#brief/told.ts';
import { capital } from '#lib/capital.ts';
import type { Article, Instant } from '#model/article.ts';
import type { Briefing, StoryMaterial, Told } from '#model/briefing.ts';
import type { Config } from '#model/config.ts';
import type { FeedId } from '#model/feed.ts';
import type { Schedule } from '#model/schedule.ts';
import type { FoundArticle, Library } from '#storage/contract/library.ts';
import type { Storage } from '#storage/storage.ts';
import { mostReported } from './most-reported.ts';
import { type Muting, muteStories, mutingOf, unmuted } from './mutes.ts';
import { readerFor } from './reader.ts';
import { toldOf } from './told-of.ts';
import { type ResolvedTopic, resolveTopic, toldByOutlets } from './topics.ts';
import { type Withdrawn, withdrawnOf, withoutWithdrawn } from './withdrawn.ts';

const HOUR_MS = 3_600_000;
/** Articles looked through for each topic; stories loaded at once, and how often for one briefing. */
const MAX_FOUND = 300;
const PAGE = 24;
const MAX_PAGES = 4;

/** Why a slot was composed and yet not posted. */
export const NOTHING_NEW = 'nothing-new';

export type ChannelNews = {
  readonly briefing: Briefing;
  readonly told: Told;
  readonly isSample: boolean;
  /** The best story of the window, told or not; made only when it is asked for. */
  readonly quietDay: () => Promise<Briefing>;
};

export async function channelNews(schedule: Schedule, storage: Storage, config: Config, now: Instant): Promise<ChannelNews> {
  const reader = await readerFor(schedule.tenant, storage, config, now);
  const tenant = storage.tenant(schedule.tenant);
  const { library } = storage.tenant(reader.tenant);
  const defined = [...config.topics, ...(await tenant.topics.list())];
  const topics = schedule.topics.map((name) => resolveTopic(name, defined));
  const muting = mutingOf(await tenant.mutes.of(schedule.channel));
  const told = await toldOf(schedule.channel, tenant, library);
  const since = reader.now - (await windowMs(schedule, storage, config, now));
  const withdrawn = await withdrawnOf(tenant);
  const search: Search = { library, topics, muting, withdrawn, since, now: reader.now };
  const { found, sections } = await findArticles(search);
  const readSince = reader.isSample ? new Map<FeedId, Instant>() : await tenant.subscriptions.readSince();
  const isBacklog = (article: Article) => Math.min(article.publishedAt, article.fetchedAt) <= (readSince.get(article.feedId) ?? 0);
  const input = async (stories: readonly StoryMaterial[]): Promise<ComposeInput> => ({
    ...titleOf(schedule, topics),
    ...(topics.length > 0 && { words: topics.flatMap(({ words }) => words) }),
    stories,
    told,
    asOf: reader.now,
    zone: schedule.zone,
    locale: schedule.locale,
    isSample: reader.isSample,
    maxStories: config.briefing.stories,
    sections,
    quotedWords: config.rights.quotedWords,
    ...(topics.length === 0 && { read: await library.counts(since) }),
  });
  const news = async (): Promise<Briefing> => {
    const ids = unseen(found, told);
    const stories: StoryMaterial[] = [];
    // A new feed's backlog, or a feed that brings all its articles again, may fill the first pages.
    for (let page = 1; ; page++) {
      const loaded = await loadStories(ids.slice((page - 1) * PAGE, page * PAGE), search);
      stories.push(...loaded.filter(({ articles }) => articles.some(({ article }) => !isBacklog(article))));
      const briefing = compose({ ...(await input(stories)), onlyNews: true });
      if (briefing.stories.length >= config.briefing.stories || page * PAGE >= ids.length || page === MAX_PAGES) return briefing;
    }
  };
  return {
    briefing: await news(),
    told,
    isSample: reader.isSample,
    quietDay: async () => compose({ ...(await input(await loadStories(mostReported(found).slice(0, PAGE), search))), maxStories: 1 }),
  };
}

/**
 * As far back as the briefing's own window, and at least to the last slot that was composed: a weekly briefing is about the week, and what a
 * parked one would have told is not lost. No farther: what was passed over then is no news now.
 */
async function windowMs(schedule: Schedule, storage: Storage, config: Config, now: Instant): Promise<number> {
  const usual = schedule.topics.length > 0 ? config.briefing.topicDays * 24 * HOUR_MS : config.briefing.windowHours * HOUR_MS;
  const done = await storage.tenant(schedule.tenant).deliveries.list({ states: ['sent', 'skipped'], scheduleId: schedule.id, limit: 60 });
  const last = done.find(({ state, steps }) => state === 'sent' || steps.at(-1)?.problem?.code === NOTHING_NEW);
  return Math.max(usual, Math.min(now - (last?.slot.at ?? schedule.addedAt - usual), MAX_WINDOW_MS));
}
const MAX_WINDOW_MS = 32 * 24 * HOUR_MS;

type Search = {
  readonly library: Library;
  readonly topics: readonly ResolvedTopic[];
  readonly muting: Muting | undefined;
  readonly withdrawn: Withdrawn;
  readonly since: Instant;
  readonly now: Instant;
};

type Found = { readonly found: readonly FoundArticle[] /** A topic each. */; readonly sections: readonly Section[] };

async function findArticles({ library, topics, muting, since, now }: Search): Promise<Found> {
  const found = new Map<string, FoundArticle>();
  const search = async (query: Partial<ResolvedTopic['query']>): Promise<ReadonlySet<string>> => {
    const none = [...(query.none ?? []), ...(muting?.words ?? [])];
    const articles = unmuted(await library.articles({ ...query, none, since, until: now, limit: MAX_FOUND }), muting);
    for (const article of articles) found.set(article.articleId, article);
    return new Set(articles.map(({ storyId }) => storyId));
  };
  if (topics.length === 0) await search({});
  const sections: Section[] = [];
  for (const topic of topics) sections.push({ label: labelOf(topic), storyIds: await search(topic.query) });
  return { found: [...found.values()], sections };
}

/** Stories with articles that the channel was not told of: what it knows must not crowd out what it does not. */
function unseen(found: readonly FoundArticle[], told: Told): readonly string[] {
  const seen = new Map<string, ReadonlySet<string>>();
  return mostReported(
    found.filter(({ storyId, articleId }) => {
      const known = seen.get(storyId) ?? new Set(toldStory(told, storyId)?.articles);
      seen.set(storyId, known);
      return !known.has(articleId);
    }),
  );
}

/** Stories whole, without what is muted; where every topic has its outlets, as those told them. */
async function loadStories(ids: readonly string[], { library, muting, withdrawn, topics }: Search): Promise<readonly StoryMaterial[]> {
  if (ids.length === 0) return [];
  const stories = withoutWithdrawn(await library.stories(ids), withdrawn);
  const outlets = topics.every(({ query }) => query.feeds?.length) ? topics.flatMap(({ query }) => query.feeds ?? []) : [];
  return muteStories(toldByOutlets(stories, outlets), muting, library);
}

/** One topic is titled as a question for it would be; several share the title. */
function titleOf({ topics: names }: Schedule, topics: readonly ResolvedTopic[]): Pick<ComposeInput, 'title' | 'topic'> {
  const [name] = names;
  if (name === undefined) return {};
  if (names.length === 1) return { topic: name, ...(topics[0]?.title !== undefined && { title: topics[0].title }) };
  return { title: topics.map(labelOf).join(' · ') };
}

const labelOf = ({ title, words }: ResolvedTopic): string => title ?? words.map(capital).join(', ');
