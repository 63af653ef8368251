/** An asker → topics listed, added, removed, and things muted in the channel, each with the sentence that says what came of it. */
import type { Choice, MuteRequest, TopicRequest, TopicUses } from '#model/command.ts';
import type { Block, Inline, MessageDocument } from '#model/document.ts';
import type { Mute, Topic } from '#model/subscription.ts';
import { defineTopic, MAX_TOPICS, topicInWords, toSlug } from './define-topic.ts';
import { mutedAs, whatIsMeant } from './mutes.ts';
import { nearest } from './nearest.ts';
import { refuse, reply } from './reply.ts';
import { audit, type Scene } from './scene.ts';
import { resolveTopic } from './topics.ts';
import { titleOf, visibleFeeds } from './visible-feeds.ts';

const DAY_MS = 86_400_000;

export const createTopicUses = (scene: Scene): TopicUses => ({
  list: () => listTopics(scene),
  add: (request) => addTopic(request, scene),
  remove: (name) => removeTopic(name, scene),
  mute: (request) => mute(request, scene),
  suggest: async (typed): Promise<readonly Choice[]> =>
    (await scene.tenant.topics.list())
      .map(({ slug }) => slug)
      .filter((slug) => slug.startsWith(typed.trim().toLowerCase()))
      .slice(0, 25)
      .map((slug) => ({ name: slug, value: slug })),
});

const text = (words: string): Inline => ({ kind: 'text', text: words });

async function listTopics(scene: Scene): Promise<MessageDocument> {
  const { tenant, config, asker } = scene;
  const titles = new Map((await visibleFeeds(scene)).map((feed) => [feed.id, titleOf(feed)]));
  const readable = (topic: Topic): Topic => ({ ...topic, feeds: topic.feeds.map((feed) => titles.get(feed) ?? feed) });
  const own = await tenant.topics.list();
  const muted = await tenant.mutes.of(asker.channel);
  const line = (topic: Topic): readonly Inline[] => [{ kind: 'strong', text: topic.slug }, text(` – ${topicInWords(readable(topic))}`)];
  const group = (title: string, topics: readonly Topic[]): Block[] =>
    topics.length
      ? [
          { kind: 'paragraph', inlines: [{ kind: 'strong', text: title }] },
          { kind: 'list', items: topics.map(line) },
        ]
      : [];
  const count = own.length + config.topics.length;
  const summary = count ? `${count} ${count === 1 ? 'topic' : 'topics'}` : 'No topic is defined yet.';
  const first = own[0] ?? config.topics[0];
  return {
    summary,
    blocks: [
      { kind: 'heading', level: 2, inlines: [text(summary)] },
      ...group('Ours', own),
      ...group('Of the configuration file', config.topics),
      {
        kind: 'paragraph',
        quiet: true,
        inlines: [
          text('Any words do without a definition: brief putin-xi. A manager defines one: topics add grid any:"power cut, blackout"'),
        ],
      },
      ...(muted.length
        ? ([
            { kind: 'paragraph', inlines: [{ kind: 'strong', text: 'Muted in this channel' }] },
            { kind: 'list', items: muted.map(({ kind, what }) => [{ kind: 'strong', text: what }, text(` (${kind})`)]) },
          ] satisfies Block[])
        : []),
      ...(first || muted.length
        ? [
            {
              kind: 'actions' as const,
              actions: [
                ...(first ? [{ label: `Brief me on ${first.title}`, ask: `brief ${first.slug}` }] : []),
                ...muted.slice(0, 3).map((entry) => ({ label: `Unmute ${entry.what}`, ask: undoAsk(entry) })),
              ],
            },
          ]
        : []),
    ],
  };
}

const inFile = (topic: Topic): MessageDocument =>
  refuse(`“${topic.slug}” stands in the configuration file and cannot be changed from here.`, [
    'Change it in the file and start the bot again.',
  ]);

async function addTopic(request: TopicRequest, scene: Scene): Promise<MessageDocument> {
  const { tenant, config, reader, storage } = scene;
  const outlets = (await visibleFeeds(scene)).map(titleOf);
  const defined = defineTopic(request, outlets);
  if ('problem' in defined) return refuse(defined.problem);
  const { topic } = defined;
  const configured = config.topics.find(({ slug }) => slug.toLowerCase() === topic.slug);
  if (configured) return inFile(configured);
  const own = await tenant.topics.list();
  const before = own.find(({ slug }) => slug === topic.slug);
  if (!before && own.length >= MAX_TOPICS)
    return refuse(`${MAX_TOPICS} topics are the most that can be defined here.`, ['Remove some first.']);
  await tenant.topics.put(topic);
  await audit(scene, 'topics add', `${topic.slug}: ${topicInWords(topic)}`);
  const { query } = resolveTopic(topic.slug, [topic]);
  const found = await storage
    .tenant(reader.tenant)
    .library.articles({ ...query, since: reader.now - config.briefing.topicDays * DAY_MS, until: reader.now, limit: 100 });
  const count = found.length === 100 ? '100 or more articles' : `${found.length} ${found.length === 1 ? 'article' : 'articles'}`;
  return reply(
    before ? `The topic “${topic.slug}” was changed.` : `The topic “${topic.slug}” was added.`,
    [
      `It finds: ${topicInWords(topic)}.`,
      found.length
        ? `${count} of the last ${config.briefing.topicDays} days ${found.length === 1 ? 'fits' : 'fit'}.`
        : `No article of the last ${config.briefing.topicDays} days fits yet.`,
    ],
    [
      { label: 'Brief me on it', ask: `brief ${topic.slug}` },
      { label: 'All topics', ask: 'topics list' },
    ],
  );
}

async function removeTopic(name: string, scene: Scene): Promise<MessageDocument> {
  const { tenant, config } = scene;
  const slug = toSlug(name);
  if (await tenant.topics.remove(slug)) {
    await audit(scene, 'topics remove', slug);
    return reply(`The topic “${slug}” is gone.`, ['Its words can still be asked for: a topic needs no definition.']);
  }
  const configured = config.topics.find((topic) => topic.slug.toLowerCase() === slug);
  if (configured) return inFile(configured);
  const own = (await tenant.topics.list()).map((topic) => topic.slug);
  const near = nearest(slug, own);
  return refuse(
    `No topic here is called “${name}”.`,
    near.length ? [] : ['topics list shows them all.'],
    near.length ? near.map((other) => ({ label: other, ask: `topics remove ${other}` })) : [{ label: 'All topics', ask: 'topics list' }],
  );
}

const quoted = (what: string) => `"${what.replaceAll('"', '')}"`;
const undoAsk = ({ kind, what }: Mute): string => `topics mute ${quoted(what)} as:${kind} undo:yes`;

/** Says what was taken for what, and offers the other readings. */
async function mute({ what: typed, as, undo }: MuteRequest, scene: Scene): Promise<MessageDocument> {
  const { tenant, asker } = scene;
  const what = typed.trim();
  if (undo) {
    const wanted = mutedAs(what, await tenant.mutes.of(asker.channel)).filter(({ kind }) => as === undefined || kind === as);
    for (const entry of wanted) await tenant.mutes.remove(asker.channel, entry);
    if (!wanted.length) return refuse(`“${what}” is not muted in this channel.`, [], [{ label: 'What is muted?', ask: 'topics list' }]);
    const names = [...new Set(wanted.map((entry) => entry.what))].join(', ');
    await audit(scene, 'topics unmute', `${names} in ${asker.channel}`);
    return reply(`“${names}” is back in this channel’s briefings.`);
  }
  const entry = await whatIsMeant(what, as, scene);
  if ((await tenant.mutes.of(asker.channel)).length >= MAX_TOPICS)
    return refuse(`${MAX_TOPICS} muted things are the most for a channel.`, ['Unmute some first: topics list shows them.']);
  await tenant.mutes.add(asker.channel, entry);
  await audit(scene, 'topics mute', `${entry.kind} ${entry.what} in ${asker.channel}`);
  return reply(
    MUTED[entry.kind](entry.what),
    [],
    [
      { label: 'Undo', ask: undoAsk(entry) },
      ...(entry.kind === 'word' ? [] : [{ label: 'Mute the word instead', ask: `topics mute ${quoted(what)} as:word` }]),
    ],
  );
}

const MUTED: Readonly<Record<Mute['kind'], (what: string) => string>> = {
  word: (what) => `Articles that hold “${what}” are left out of this channel’s briefings.`,
  speaker: (what) => `Quotes of ${what} are left out of this channel’s briefings.`,
  outlet: (what) => `Articles of ${what} are left out of this channel’s briefings.`,
};
