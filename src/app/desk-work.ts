/** The store's schedules, deliveries and feeds → what the desk shows of them, and a channel's next briefing before it is sent. */
import type { Instant } from '#model/article.ts';
import type { Config } from '#model/config.ts';
import type { DeskDelivery, DeskFeed, DeskSchedule, NextPost } from '#model/desk.ts';
import { DESK, SAMPLE } from '#model/subscription.ts';
import { phrases } from '#phrases/feeds.ts';
import type { Storage } from '#storage/storage.ts';
import { channelNews } from './channel-news.ts';
import { composeParts } from './compose-parts.ts';
import { feedHealth } from './feed-health.ts';
import { slotWords } from './slot-words.ts';
import { openAddress, safeAddress, titleOf, visibleFeeds } from './visible-feeds.ts';

const MAX_DELIVERIES = 60;

export async function deskSchedules(storage: Storage, all: boolean): Promise<readonly DeskSchedule[]> {
  const found = all ? await storage.work.schedules() : await storage.tenant(DESK).schedules.list();
  return found.map(({ schedule, next }) => ({
    schedule,
    next,
    when: slotWords(schedule.when, schedule.quiet),
    isOurs: schedule.tenant === DESK,
  }));
}

/** As it would be composed now; nothing is recorded. Null where there is no such schedule in sight. */
export async function nextPost(id: string, all: boolean, storage: Storage, config: Config, now: Instant): Promise<NextPost | null> {
  const one = (await deskSchedules(storage, all)).find(({ schedule }) => schedule.id === id);
  if (one === undefined) return null;
  const { schedule } = one;
  const news = await channelNews(schedule, storage, config, now);
  const composed = await composeParts(schedule, news, `preview:${id}`, now, now, false);
  return 'skip' in composed ? composed : { documents: composed.parts.map(({ document }) => document) };
}

export async function deskDeliveries(storage: Storage, all: boolean): Promise<readonly DeskDelivery[]> {
  const found = all ? await storage.work.latest(MAX_DELIVERIES) : await storage.tenant(DESK).deliveries.list({ limit: MAX_DELIVERIES });
  return found.map((delivery) => ({ ...delivery, isOurs: delivery.tenant === DESK }));
}

/** Those of the desk; the sample's until there is one. */
export async function deskFeeds(storage: Storage, config: Config): Promise<readonly DeskFeed[]> {
  const asker = { tenant: DESK, channel: '', isManager: false, zone: config.zone, locale: config.locale };
  const seen = await visibleFeeds({ asker, tenant: storage.tenant(DESK), storage, config });
  if (seen.length > 0)
    return seen.map((feed) => ({ ...stateOf(feed), title: titleOf(feed), address: addressOf(feed.url), origin: feed.origin }));
  const sample = (await storage.feeds.list()).filter(({ owner }) => owner === SAMPLE);
  return sample
    .toSorted((a, b) => titleOf(a).localeCompare(titleOf(b)))
    .map((feed) => ({ ...stateOf(feed), title: titleOf(feed), address: addressOf(feed.url), origin: 'sample' }));
}

type Stored = Awaited<ReturnType<Storage['feeds']['list']>>[number];
const stateOf = (feed: Stored) => {
  const { wall, ...health } = feedHealth(feed);
  return {
    id: feed.id,
    ...health,
    wall: wall && { name: wall.name, seen: wall.seen, advice: wall.advice || null },
    pausedAt: feed.pausedAt ?? null,
    page: feed.page ?? 'auto',
  };
};
const addressOf = (url: string): string => openAddress({ url }) ?? (url.startsWith('file:') ? phrases.fileHere : safeAddress(url));
