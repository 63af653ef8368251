/** Storage and configuration → what the desk's pages ask: readings of the desk's own library, and changes by its manager. */
import { present } from '#brief/present.ts';
import { toTold } from '#brief/told.ts';
import type { Ask, ChatHandlers } from '#chat/chat.ts';
import { PRINT_FROM } from '#extract/confidence.ts';
import type { Instant } from '#model/article.ts';
import type { Asker } from '#model/command.ts';
import type { Config } from '#model/config.ts';
import type { About, DeskActing, DeskBriefing, DeskReading } from '#model/desk.ts';
import { type ChannelId, DESK } from '#model/subscription.ts';
import type { Storage } from '#storage/storage.ts';
import { unitsAsked } from '#text/units-asked.ts';
import { answerBrief } from './answer-brief.ts';
import { topicInWords } from './define-topic.ts';
import { archiveOf, narrowing, quoteInPlace } from './desk-quotes.ts';
import { storyRecord } from './desk-story.ts';
import { deskDeliveries, deskFeeds, deskSchedules, nextPost } from './desk-work.ts';
import { createKept } from './kept.ts';
import { LEAST_CONFIDENCE } from './lookup.ts';
import { type Reader, readerFor } from './reader.ts';
import type { Connection } from './scene.ts';
import { localDate, startOfDay } from './since.ts';
import { resolveTopic, wordsOf } from './topics.ts';
import { withdrawnOf, withoutWithdrawn } from './withdrawn.ts';

export type DeskSettings = {
  readonly storage: Storage;
  readonly config: Config;
  readonly now: () => Instant;
  /** The desk's own channel: what was told there is not new. */
  readonly channel: ChannelId;
  readonly connections: () => readonly Connection[];
  readonly handlers: Pick<ChatHandlers, 'answer'>;
};

/** Of a story that everybody reports, the newest are enough for a page. */
const PER_STORY = 60;
const FIGURES_A_PAGE = 40;
const MAX_AUDIT = 50;
/** A day that is past brings little that is new: what it brought is kept for a while, for the programs that ask again and again. */
const PAST_DAYS = 400;
const PAST_MS = 20 * 60_000;

type DayBriefing = Awaited<ReturnType<DeskReading['days']>>[number];

export function createDeskReading({ storage, config, now, channel, connections, handlers }: DeskSettings): DeskReading {
  const { zone, locale } = config;
  const asker: Asker = { tenant: DESK, channel, isManager: false, zone, locale };
  const readerNow = () => readerFor(DESK, storage, config, now());
  const libraryOf = (reader: Reader) => storage.tenant(reader.tenant).library;
  const defined = async () => [...config.topics, ...(await storage.tenant(DESK).topics.list())];
  const leastConfidence = config.quotes.unclear === 'mark' ? LEAST_CONFIDENCE : PRINT_FROM;
  const withdrawnHere = () => withdrawnOf(storage.tenant(DESK));
  const where = async () => ({
    library: libraryOf(await readerNow()),
    defined: await defined(),
    zone,
    leastConfidence,
    withdrawn: await withdrawnHere(),
  });

  const past = createKept<DayBriefing | null>(PAST_DAYS, PAST_MS);

  const briefing = async (topic: string | undefined, detail: 'short' | 'full' = 'full'): Promise<DeskBriefing> => {
    const reader = await readerNow();
    const request = { detail, ...(topic !== undefined && { topic }) };
    const answer = await answerBrief(request, asker, reader, storage, config);
    if (answer.kind === 'briefing') return { kind: 'briefing', briefing: answer.briefing, document: present(answer.briefing, detail) };
    return { kind: 'none', near: answer.kind === 'unknown-topic' ? answer.near : [] };
  };

  return {
    moment: async () => {
      const reader = await readerNow();
      return { now: reader.now, zone, locale, isSample: reader.isSample };
    },
    topics: async () => {
      const titles = new Map((await deskFeeds(storage, config)).map(({ id, title }) => [id, title]));
      return (await defined()).map((topic) => ({
        slug: topic.slug,
        title: topic.title,
        origin: topic.origin,
        finds: topicInWords({ ...topic, feeds: topic.feeds.map((feed) => titles.get(feed) ?? feed) }),
      }));
    },
    briefing,
    days: async (topic, count) => {
      const reader = await readerNow();
      // Nothing is kept past a withdrawal, or past what was asked to be forgotten.
      const left = `${(await withdrawnHere()).count} ${(await storage.forgetting.list()).length}`;
      const days: DayBriefing[] = [];
      for (let back = 0, end = reader.now; back < count; back++) {
        const day = localDate(end, zone);
        const since = startOfDay(day, zone);
        const told = await past.of(back === 0 ? undefined : `${reader.tenant} ${topic} ${day} ${left}`, now(), async () => {
          const answer = await answerBrief({ topic, since, detail: 'full' }, asker, { ...reader, now: end }, storage, config);
          // A note says that the day brought nothing, and that older news would be shown.
          if (answer.kind !== 'briefing' || answer.briefing.note !== undefined || answer.briefing.stories.length === 0) return null;
          return { day, briefing: answer.briefing, document: present(answer.briefing, 'full') };
        });
        if (told) days.push(told);
        end = since - 1;
      }
      return days;
    },
    story: async (id) => {
      const reader = await readerNow();
      const [material] = withoutWithdrawn(await libraryOf(reader).stories([id], PER_STORY), await withdrawnHere());
      const told = toTold(await storage.tenant(DESK).told.of(channel));
      return material === undefined ? null : storyRecord(material, told, reader, config);
    },
    quotes: async (filter) => archiveOf(filter, await where()),
    quote: async (article, mark) => quoteInPlace(article, mark, await where()),
    figures: async (filter) => {
      const { library, defined: topics, withdrawn } = await where();
      const topic = filter.topic === undefined ? undefined : resolveTopic(filter.topic, topics).query;
      const words = [...(topic?.all ?? []), ...(filter.words === undefined ? [] : wordsOf(filter.words))];
      const skip = filter.skip ?? 0;
      const { total, figures } = await library.figures({
        ...(words.length > 0 && { words }),
        ...(filter.unit !== undefined && { units: unitsAsked(filter.unit) }),
        ...narrowing({ since: filter.since }, topic, zone),
        skip,
        limit: FIGURES_A_PAGE,
      });
      const items = figures.filter(({ article, text }) => !withdrawn.figure(article, text));
      return { total, skip, limit: FIGURES_A_PAGE, items };
    },
    outlets: async () => [...new Set((await deskFeeds(storage, config)).map(({ title }) => title))],
    feeds: () => deskFeeds(storage, config),
    schedules: (all) => deskSchedules(storage, all),
    next: (id, all) => nextPost(id, all, storage, config, now()),
    deliveries: (all) => deskDeliveries(storage, all),
    audit: () => storage.tenant(DESK).audit.list(MAX_AUDIT),
    ask: async (name, options) => {
      const ask: Ask = { eventId: crypto.randomUUID(), tenant: DESK, channel, isManager: false, body: { kind: 'command', name, options } };
      return (await handlers.answer(ask)).document;
    },
    marks: async () => {
      const reader = await readerNow();
      const feeds = (await deskFeeds(storage, config)).filter(({ origin }) => origin !== 'sample');
      const articles = await storage.articles.count();
      const named = connections().map(({ platform, health }) => [
        platform,
        { isConnected: health.state === 'connected', words: health.problem?.message ?? health.state },
      ]);
      return { sampleRead: reader.isSample && articles > 0, feeds: feeds.length, articles, connections: Object.fromEntries(named) };
    },
  };
}

export function createDeskActing({ storage, config, now, channel, connections, handlers }: DeskSettings): DeskActing {
  const note = (what: string, detail: string) => storage.tenant(DESK).audit.append({ at: now(), who: 'desk', what, detail });
  /** Whose schedule, delivery or channel it is: a command is theirs. */
  const placeOf = async (about: About = {}) => {
    // A channel's name begins with its tenant's, and that with its platform's.
    if (about.channel && connections().some(({ platform }) => about.channel?.startsWith(`${platform}:`)))
      return { tenant: about.channel.slice(0, about.channel.lastIndexOf(':')), channel: about.channel };
    const schedule = about.schedule && (await storage.work.schedules()).find((one) => one.schedule.id === about.schedule)?.schedule;
    const delivery = about.delivery && (await deskDeliveries(storage, true)).find(({ id }) => id === about.delivery);
    const { tenant, channel: theirs } = schedule || delivery || { tenant: DESK, channel };
    return { tenant, channel: theirs };
  };
  return {
    command: async (name, options, about) => {
      const ask: Ask = {
        eventId: crypto.randomUUID(),
        ...(await placeOf(about)),
        user: 'desk',
        isManager: true,
        body: { kind: 'command', name, options },
      };
      return (await handlers.answer(ask)).document;
    },
    pauseFeed: async (id, paused) => {
      const feed = await storage.feeds.get(id);
      if (feed === undefined) return false;
      await storage.feeds.pause(id, paused ? now() : null);
      await note(paused ? 'feeds pause' : 'feeds resume', feed.title || id);
      return true;
    },
    setPages: async (id, page) => {
      const feed = await storage.feeds.get(id);
      const shown = (await deskFeeds(storage, config)).find((one) => one.id === id);
      if (feed === undefined || shown === undefined || shown.origin === 'file') return false;
      await storage.feeds.put({ ...feed, page });
      await note(`feeds page:${page}`, feed.title || id);
      return true;
    },
  };
}
