/** An ask → the CommandContext of its asker: the use cases, bound to who asks, where and when. */
import { present } from '#brief/present.ts';
import { presentNotFound } from '#brief/present-not-found.ts';
import { presentSources } from '#brief/present-sources.ts';
import type { Ask } from '#chat/chat.ts';
import type { Instant } from '#model/article.ts';
import type { Briefing } from '#model/briefing.ts';
import type { Asker, Command, CommandContext } from '#model/command.ts';
import type { Config } from '#model/config.ts';
import type { MessageDocument } from '#model/document.ts';
import type { BriefRequest } from '#model/request.ts';
import { phrases as listingPhrases } from '#phrases/listings.ts';
import { phrases as topicPhrases } from '#phrases/topics.ts';
import type { Storage } from '#storage/storage.ts';
import { answerBrief } from './answer-brief.ts';
import { topicsOfChannel } from './channel-topics.ts';
import type { Clock } from './clock.ts';
import { answerFigures, answerQuotes } from './lookup.ts';
import { createCorrectionUses } from './manage-corrections.ts';
import { createDeliveryUses } from './manage-deliveries.ts';
import { createFeedUses } from './manage-feeds.ts';
import { createScheduleUses } from './manage-schedules.ts';
import { createTopicUses } from './manage-topics.ts';
import { completeTopic, nearTopics } from './near-topics.ts';
import { nothingYet } from './nothing-yet.ts';
import { readerFor } from './reader.ts';
import { reply } from './reply.ts';
import type { Rewriter } from './rewrite.ts';
import type { Connection, FirstReading, Scene } from './scene.ts';
import { visibleFeeds } from './visible-feeds.ts';

/** Discord takes no more. */
const MAX_CHOICES = 25;

export type ContextSettings = {
  readonly storage: Storage;
  readonly config: Config;
  readonly commands: readonly Command[];
  readonly now: () => Instant;
  readonly firstReading: FirstReading;
  /** Null: no bot runs here, only a command of the terminal. */
  readonly connections: (() => readonly Connection[]) | null;
  readonly clock?: Clock | undefined;
  readonly rewriter?: Rewriter | undefined;
};

export async function contextFor(ask: Ask, settings: ContextSettings): Promise<CommandContext> {
  const { storage, config, commands, now } = settings;
  const asker: Asker = {
    tenant: ask.tenant,
    channel: ask.channel,
    ...(ask.user && { user: ask.user }),
    isManager: ask.isManager,
    zone: ask.zone ?? config.zone,
    locale: ask.locale ?? config.locale,
  };
  const reader = await readerFor(ask.tenant, storage, config, now());
  const { library } = storage.tenant(reader.tenant);
  const { topics } = storage.tenant(asker.tenant);
  const scene: Scene = { ...settings, asker, reader, tenant: storage.tenant(asker.tenant) };
  const briefed = async (
    request: BriefRequest,
    shown: (briefing: Briefing) => MessageDocument | Promise<MessageDocument>,
  ): Promise<MessageDocument> => {
    const ask = (asked: BriefRequest) => answerBrief(asked, asker, reader, storage, config);
    const own = request.topic === undefined ? await topicsOfChannel(asker.channel, scene.tenant) : [];
    const ofChannel = own.length > 0 ? await ask({ ...request, topic: own.join(', ') }) : undefined;
    const answer = ofChannel?.kind === 'briefing' ? ofChannel : await ask(request);
    if (answer.kind === 'briefing') return shown(answer.briefing);
    if (answer.kind === 'empty' && answer.isMuted)
      return reply(topicPhrases.channelMuted, [], [{ label: topicPhrases.whatIsMuted, ask: 'topics list' }]);
    if (answer.kind === 'empty') return nothingYet(await visibleFeeds(scene));
    const near = answer.near.map((name) => ({ name, ask: `brief ${name}` }));
    return presentNotFound({ what: listingPhrases.storiesAbout(answer.asked), near, isSample: reader.isSample });
  };
  return {
    asker,
    now: reader.now,
    commands,
    brief: async (request) =>
      briefed(request, async (briefing) =>
        present(await (settings.rewriter?.rewrite(briefing, request.detail) ?? briefing), request.detail),
      ),
    sources: async (request) => briefed(request, presentSources),
    quotes: (request) => answerQuotes(request, { ...config.quotes, asker }, reader, storage),
    figures: (request) => answerFigures(request, asker, reader, storage),
    // A briefing starts without these two.
    why: async (what) => (await import('./answer-why.ts')).answerWhy(what, scene),
    topics: createTopicUses(scene),
    feeds: createFeedUses(scene),
    schedules: createScheduleUses(scene),
    deliveries: createDeliveryUses(scene),
    corrections: createCorrectionUses(scene),
    status: async () => (await import('./status.ts')).tellStatus(scene),
    suggestTopics: async (typed) => {
      const defined = [...config.topics, ...(await topics.list())].map(({ slug }) => slug);
      const since = reader.now - config.briefing.topicDays * 86_400_000;
      const names = await completeTopic(typed, library, { defined, since, limit: MAX_CHOICES });
      return (names.length || !typed ? names : await nearTopics(typed, library, []))
        .slice(0, MAX_CHOICES)
        .map((name) => ({ name, value: name }));
    },
    suggestSpeakers: async (typed) => (await library.speakers(typed, MAX_CHOICES)).map(({ name }) => ({ name, value: name })),
  };
}
