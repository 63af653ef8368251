/** An OPML file → feeds and topics of the asker; and the other way round. */
import type { MessageDocument } from '#model/document.ts';
import type { Problem } from '#model/failure.ts';
import type { FeedId } from '#model/feed.ts';
import type { Topic } from '#model/subscription.ts';
import { phrases } from '#phrases/feed-lists.ts';
import { phrases as feedPhrases } from '#phrases/feeds.ts';
import { MAX_OWN_FEEDS, subscribe } from './add-feed.ts';
import { MAX_TOPICS, toSlug } from './define-topic.ts';
import { refuse, reply } from './reply.ts';
import { audit, type Scene } from './scene.ts';
import { openAddress, titleOf, visibleFeeds } from './visible-feeds.ts';
import { hasCredentials, toWebAddress } from './web-address.ts';

const MAX_BYTES = 5_000_000;

/** The feeds are read by the next polls, not now: a reader's list is long. */
export async function importFeeds(file: string, scene: Scene): Promise<MessageDocument> {
  const bytes = await bytesOf(file, scene);
  if ('problem' in bytes) return tell(bytes.problem);
  const { readOpml } = await import('#ingest/opml.ts');
  const read = readOpml(bytes.bytes);
  if (!read.ok) return tell(read.problem);
  const known = await visibleFeeds(scene);
  const ids = new Map(known.map((feed) => [feed.url, feed.id]));
  let room = MAX_OWN_FEEDS - known.filter(({ origin }) => origin === 'ours').length;
  let added = 0;
  for (const { url } of read.feeds) {
    if (ids.has(url) || room <= 0) continue;
    const feed = await subscribe({ url, title: '', owner: hasCredentials(url) ? scene.asker.tenant : null }, scene, { dueNow: true });
    ids.set(url, feed.id);
    added++;
    room--;
  }
  const topics = await addTopics(read.feeds, ids, scene);
  await audit(scene, 'feeds import', phrases.noted(added, topics.length));
  const left = read.feeds.filter(({ url }) => !ids.has(url)).length;
  return reply(
    added ? phrases.added(added, read.feeds.length) : phrases.allKnown,
    [
      ...(added ? [phrases.readSoon] : []),
      ...(topics.length ? [phrases.becameTopics(topics)] : []),
      ...(left ? [phrases.leftOut(left, MAX_OWN_FEEDS)] : []),
      ...read.problems.map(({ message, hint }) => (hint ? `${message} ${hint}` : message)),
    ],
    [
      { label: feedPhrases.all, ask: 'feeds list' },
      { label: phrases.whichTrouble, ask: 'feeds check' },
    ],
  );
}

const tell = ({ message, hint }: Problem): MessageDocument => refuse(message, [...(hint ? [hint] : []), feedPhrases.nothingAdded]);

/** Fetched through the same guard as a feed; a data: address holds the file itself. */
async function bytesOf(file: string, scene: Scene): Promise<{ readonly bytes: Uint8Array } | { readonly problem: Problem }> {
  const [, encoded] = /^data:[^,]{0,100};base64,([A-Za-z0-9+/=]*)$/.exec(file) ?? [];
  if (encoded !== undefined) return { bytes: Buffer.from(encoded, 'base64') };
  const address = toWebAddress(file);
  if (!address.ok) return { problem: { ...address.problem, hint: phrases.giveAddress } };
  const outcome = await scene.firstReading.tools.fetchFeed(address.url, {});
  if (outcome.kind === 'fresh' && outcome.bytes.length <= MAX_BYTES) return { bytes: outcome.bytes };
  if (outcome.kind === 'failed' || outcome.kind === 'later') return { problem: outcome.problem };
  return {
    problem: { code: 'too-large', message: phrases.tooLarge, hint: phrases.exportAgain },
  };
}

/** A folder that no topic is called after becomes one: the articles of its feeds, by their ids, since their titles are not known yet. */
async function addTopics(
  feeds: readonly { readonly url: string; readonly topics: readonly string[] }[],
  ids: ReadonlyMap<string, FeedId>,
  { tenant, config }: Scene,
): Promise<readonly string[]> {
  const own = await tenant.topics.list();
  const taken = new Set([...config.topics, ...own].map(({ slug }) => slug));
  const folders = new Map<string, { readonly title: string; readonly feeds: Set<string> }>();
  for (const { url, topics } of feeds) {
    const id = ids.get(url);
    for (const title of id === undefined ? [] : topics) {
      const slug = toSlug(title);
      if (!slug || taken.has(slug)) continue;
      const folder = folders.get(slug) ?? { title, feeds: new Set<string>() };
      folders.set(slug, folder);
      if (id !== undefined) folder.feeds.add(id);
    }
  }
  const made = [...folders].slice(0, Math.max(0, MAX_TOPICS - own.length));
  for (const [slug, { title, feeds: members }] of made) {
    const topic: Topic = { slug, title, all: [], any: [], none: [], feeds: [...members], origin: 'store' };
    await tenant.topics.put(topic);
  }
  return made.map(([slug]) => slug);
}

/** Files of this machine and addresses with a login in them stay here. */
export async function exportFeeds(scene: Scene): Promise<MessageDocument> {
  const feeds = await visibleFeeds(scene);
  const topics = [...scene.config.topics, ...(await scene.tenant.topics.list())];
  const shown = feeds.flatMap((feed) => {
    const url = openAddress(feed);
    const title = titleOf(feed);
    return url === null
      ? []
      : [
          {
            url,
            title,
            topics: topics.filter((topic) => topic.feeds.includes(title) || topic.feeds.includes(feed.id)).map((topic) => topic.title),
          },
        ];
  });
  if (!shown.length) return refuse(phrases.nothingToExport, [feedPhrases.howToAdd]);
  const { writeOpml } = await import('#ingest/opml.ts');
  const kept = feeds.length - shown.length;
  const summary = phrases.asOpml(shown.length);
  return {
    summary,
    blocks: [
      { kind: 'heading', level: 2, inlines: [{ kind: 'text', text: summary }] },
      { kind: 'links', links: shown.map(({ url, title }) => ({ text: title, url })) },
      ...(kept
        ? [
            {
              kind: 'paragraph' as const,
              quiet: true,
              inlines: [{ kind: 'text' as const, text: phrases.keptHere(kept) }],
            },
          ]
        : []),
    ],
    attachment: { name: 'wirebrief.opml', mediaType: 'text/x-opml', text: writeOpml('Wirebrief', shown) },
  };
}
