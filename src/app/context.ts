/** An ask → the CommandContext of its asker: the use cases, bound to who asks, where and when. */
import { present } from '#brief/present.ts';
import { presentNotFound } from '#brief/present-not-found.ts';
import type { Ask } from '#chat/chat.ts';
import type { Instant } from '#model/article.ts';
import type { Asker, Command, CommandContext } from '#model/command.ts';
import type { Config } from '#model/config.ts';
import type { Storage } from '#storage/storage.ts';
import { answerBrief, nearTopics } from './answer-brief.ts';
import { answerFigures, answerQuotes } from './lookup.ts';
import { readerFor } from './reader.ts';
import { reply } from './reply.ts';

export type ContextSettings = {
  readonly storage: Storage;
  readonly config: Config;
  readonly commands: readonly Command[];
  readonly now: () => Instant;
};

export async function contextFor(ask: Ask, { storage, config, commands, now }: ContextSettings): Promise<CommandContext> {
  const asker: Asker = {
    tenant: ask.tenant,
    channel: ask.channel,
    isManager: ask.isManager,
    zone: ask.zone ?? config.zone,
    locale: ask.locale ?? config.locale,
  };
  const reader = await readerFor(ask.tenant, storage, config, now());
  const { library, topics } = storage.tenant(reader.tenant);
  return {
    asker,
    now: reader.now,
    commands,
    brief: async (request) => {
      const answer = await answerBrief(request, asker, reader, storage, config);
      if (answer.kind === 'briefing') return present(answer.briefing, request.detail);
      if (answer.kind === 'empty')
        return reply('There is nothing to brief about yet.', ['Add a feed: node src/main.ts ingest https://example.org/feed.xml']);
      const near = answer.near.map((name) => ({ name, ask: `brief ${name}` }));
      return presentNotFound({ what: `stories about “${answer.asked}”`, near, isSample: reader.isSample });
    },
    quotes: (request) => answerQuotes(request, asker, reader, storage),
    figures: (request) => answerFigures(request, asker, reader, storage),
    suggestTopics: async (typed) => {
      const defined = [...config.topics, ...(await topics.list())]
        .map(({ slug }) => slug)
        .filter((slug) => slug.startsWith(typed.toLowerCase()));
      const terms = await library.terms(typed, reader.now - config.briefing.topicDays * 86_400_000, 25);
      const names = [...new Set([...defined, ...terms])];
      return (names.length || !typed ? names : await nearTopics(typed, library, [])).slice(0, 25).map((name) => ({ name, value: name }));
    },
    suggestSpeakers: async (typed) => (await library.speakers(typed, 25)).map(({ name }) => ({ name, value: name })),
  };
}
