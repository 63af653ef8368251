/** An asker → topics listed, added, removed, and things muted in the channel, each with the sentence that says what came of it. */
import type { Choice, MuteRequest, TopicRequest, TopicUses } from '#model/command.ts';
import type { Block, Inline, MessageDocument } from '#model/document.ts';
import type { Mute, Topic } from '#model/subscription.ts';
import { phrases } from '#phrases/topics.ts';
import { defineTopic, MAX_TOPICS, topicInWords, toSlug } from './define-topic.ts';
import { mutedAs, whatIsMeant } from './mutes.ts';
import { nearest } from './nearest.ts';
import { refuse, reply } from './reply.ts';
import { audit, type Scene } from './scene.ts';
import { resolveTopic } from './topics.ts';
import { titleOf, visibleFeeds } from './visible-feeds.ts';

const DAY_MS = 86_400_000;
const MAX_COUNTED = 100;

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
  const summary = count ? phrases.count(count) : phrases.none;
  const first = own[0] ?? config.topics[0];
  return {
    summary,
    blocks: [
      { kind: 'heading', level: 2, inlines: [text(summary)] },
      ...group(phrases.ours, own),
      ...group(phrases.inFile, config.topics),
      {
        kind: 'paragraph',
        quiet: true,
        inlines: [text(phrases.anyWordsDo)],
      },
      ...(muted.length
        ? ([
            { kind: 'paragraph', inlines: [{ kind: 'strong', text: phrases.mutedHere }] },
            { kind: 'list', items: muted.map(({ kind, what }) => [{ kind: 'strong', text: what }, text(` (${phrases.kinds[kind]})`)]) },
          ] satisfies Block[])
        : []),
      ...(first || muted.length
        ? [
            {
              kind: 'actions' as const,
              actions: [
                ...(first ? [{ label: phrases.briefMeOn(first.title), ask: `brief ${first.slug}` }] : []),
                ...muted.slice(0, 3).map((entry) => ({ label: phrases.unmute(entry.what), ask: undoAsk(entry) })),
              ],
            },
          ]
        : []),
    ],
  };
}

const inFile = (topic: Topic): MessageDocument => refuse(phrases.fixed(topic.slug), [phrases.changeInFile]);

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
  if (!before && own.length >= MAX_TOPICS) return refuse(phrases.tooMany(MAX_TOPICS), [phrases.removeSome]);
  await tenant.topics.put(topic);
  await audit(scene, 'topics add', `${topic.slug}: ${topicInWords(topic)}`);
  const { query } = resolveTopic(topic.slug, [topic]);
  const found = await storage
    .tenant(reader.tenant)
    .library.articles({ ...query, since: reader.now - config.briefing.topicDays * DAY_MS, until: reader.now, limit: MAX_COUNTED });
  return reply(
    before ? phrases.changed(topic.slug) : phrases.added(topic.slug),
    [phrases.finds(topicInWords(topic)), phrases.fits(found.length, MAX_COUNTED, config.briefing.topicDays)],
    [
      { label: phrases.briefMeOnIt, ask: `brief ${topic.slug}` },
      { label: phrases.all, ask: 'topics list' },
    ],
  );
}

async function removeTopic(name: string, scene: Scene): Promise<MessageDocument> {
  const { tenant, config } = scene;
  const slug = toSlug(name);
  if (await tenant.topics.remove(slug)) {
    await audit(scene, 'topics remove', slug);
    return reply(phrases.removed(slug), [phrases.canStillBeAsked]);
  }
  const configured = config.topics.find((topic) => topic.slug.toLowerCase() === slug);
  if (configured) return inFile(configured);
  const own = (await tenant.topics.list()).map((topic) => topic.slug);
  const near = nearest(slug, own);
  return refuse(
    phrases.notFound(name),
    near.length ? [] : [phrases.listShowsAll],
    near.length ? near.map((other) => ({ label: other, ask: `topics remove ${other}` })) : [{ label: phrases.all, ask: 'topics list' }],
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
    if (!wanted.length) return refuse(phrases.notMuted(what), [], [{ label: phrases.whatIsMuted, ask: 'topics list' }]);
    const names = [...new Set(wanted.map((entry) => entry.what))].join(', ');
    await audit(scene, 'topics unmute', phrases.inChannel(names, asker.channel));
    return reply(phrases.unmuted(names));
  }
  const entry = await whatIsMeant(what, as, scene);
  if ((await tenant.mutes.of(asker.channel)).length >= MAX_TOPICS) return refuse(phrases.tooManyMuted(MAX_TOPICS), [phrases.unmuteSome]);
  await tenant.mutes.add(asker.channel, entry);
  await audit(scene, 'topics mute', phrases.inChannel(`${phrases.kinds[entry.kind]} ${entry.what}`, asker.channel));
  return reply(
    phrases.muted[entry.kind](entry.what),
    [],
    [
      { label: phrases.undo, ask: undoAsk(entry) },
      ...(entry.kind === 'word' ? [] : [{ label: phrases.muteWord, ask: `topics mute ${quoted(what)} as:word` }]),
    ],
  );
}
