/** An asker → feeds listed, added, removed, checked, imported and exported, each with the sentence that says what came of it. */
import type { Choice, FeedUses } from '#model/command.ts';
import type { Block, MessageDocument } from '#model/document.ts';
import type { PageSetting } from '#model/feed.ts';
import { DESK } from '#model/subscription.ts';
import type { Added } from './add-feed.ts';
import { describeFeed, feedLine } from './describe-feed.ts';
import { doubtsAbout, gatherProblems, toWall } from './feed-walls.ts';
import { refuse, reply } from './reply.ts';
import { audit, type Scene } from './scene.ts';
import { findFeeds, nameOf, nearFeeds, safeAddress, titleOf, type VisibleFeed, visibleFeeds } from './visible-feeds.ts';
import { toWebAddress } from './web-address.ts';

/** What reads feeds is loaded by those who add, check or carry them: every other command starts without it. */
export const createFeedUses = (scene: Scene): FeedUses => ({
  list: () => listFeeds(scene),
  add: async (address, page) => {
    const { addFeed } = await import('./add-feed.ts');
    return tellAdded(await addFeed(address, page, scene), page);
  },
  remove: (asked) => removeFeed(asked, scene),
  check: (asked) => (asked === undefined ? checkAll(scene) : checkOne(asked, scene)),
  import: async (file) => (await import('./feed-files.ts')).importFeeds(file, scene),
  export: async () => (await import('./feed-files.ts')).exportFeeds(scene),
  suggest: async (typed): Promise<readonly Choice[]> =>
    (await visibleFeeds(scene))
      .map(titleOf)
      .filter((title) => title.toLowerCase().includes(typed.trim().toLowerCase()))
      .slice(0, 25)
      .map((title) => ({ name: title, value: title })),
});

const heading = (text: string): Block => ({ kind: 'heading', level: 2, inlines: [{ kind: 'text', text }] });
const PAGES_STAY = 'Whether its articles’ pages are fetched stays as it was: others may read it too. The desk changes it.';
const HOW_TO_ADD = 'A manager adds one: feeds add https://example.org/feed.xml';

async function listFeeds(scene: Scene): Promise<MessageDocument> {
  const feeds = await visibleFeeds(scene);
  if (!feeds.length)
    return reply(scene.reader.isSample ? 'The sample feeds are read until a real feed is there.' : 'No feed is read here yet.', [
      HOW_TO_ADD,
    ]);
  const groups: readonly (readonly [title: string, feeds: readonly VisibleFeed[]])[] = [
    ['Ours', feeds.filter(({ origin }) => origin === 'ours')],
    ['Everybody’s', feeds.filter(({ origin }) => origin === 'everybody')],
    ['Of the configuration file', feeds.filter(({ origin }) => origin === 'file')],
  ];
  const trouble = feeds.filter(({ failures }) => failures > 0);
  const summary = `${feeds.length} ${feeds.length === 1 ? 'feed' : 'feeds'}${trouble.length ? `, ${trouble.length} silent` : ''}`;
  return {
    summary,
    blocks: [
      heading(summary),
      ...groups.flatMap(([title, members]): Block[] =>
        members.length
          ? [
              { kind: 'paragraph', inlines: [{ kind: 'strong', text: title }] },
              { kind: 'list', items: members.map((feed) => feedLine(feed, scene)) },
            ]
          : [],
      ),
      ...(trouble.length ? [{ kind: 'actions' as const, actions: [{ label: 'Why are some silent?', ask: 'feeds check' }] }] : []),
    ],
  };
}

function tellAdded(added: Added, page?: PageSetting): MessageDocument {
  if (added.kind === 'refused')
    return refuse(added.problem.message, [...(added.problem.hint ? [added.problem.hint] : []), 'Nothing was added.']);
  const name = nameOf(added.feed);
  if (added.kind === 'known')
    return reply(`${titleOf(added.feed)} is read here already.`, page ? [PAGES_STAY] : [], [
      { label: 'How is it?', ask: `feeds check ${name}` },
    ]);
  const { report, progress, others } = added;
  const title = titleOf(report?.feed ?? added.feed);
  const further = others.slice(0, 3).map(({ url, title: other }) => ({ label: `Add ${other || url}`, ask: `feeds add ${url}` }));
  if (!report)
    return reply(
      `${title} was added and is being read.`,
      [`${progress.done} of ${progress.total} articles so far; the rest follows by itself.`],
      [{ label: 'How is it now?', ask: `feeds check ${name}` }, ...further],
    );
  const count = report.added + report.updated + report.unchanged;
  const remarks = [
    ...(page && (added.feed.page ?? 'auto') !== page ? [PAGES_STAY] : []),
    ...report.problems.slice(0, 3).map(({ message, hint }) => (hint ? `${message} ${hint}` : message)),
  ];
  return reply(`${title} was added, with ${count} ${count === 1 ? 'article' : 'articles'}.`, remarks, [
    { label: 'Brief me', ask: 'brief' },
    { label: 'All feeds', ask: 'feeds list' },
    ...further,
  ]);
}

async function removeFeed(asked: string, scene: Scene): Promise<MessageDocument> {
  const feeds = await visibleFeeds(scene);
  const [feed, ...more] = findFeeds(asked, feeds);
  if (!feed) return notFound(asked, feeds, 'remove');
  if (more.length) return whichOne([feed, ...more], 'remove');
  if (feed.origin === 'file')
    return refuse(`${titleOf(feed)} stands in the configuration file and cannot be removed from here.`, [
      'Take it out of the file and start the bot again.',
    ]);
  if (feed.origin === 'everybody' && scene.asker.tenant !== DESK)
    return refuse(`${titleOf(feed)} is everybody’s: it was added on the bot’s own machine and is removed there.`);
  if (feed.origin === 'everybody') await scene.storage.feeds.remove(feed.id);
  else {
    await scene.tenant.subscriptions.remove(feed.id);
    await scene.storage.feeds.removeUnread(feed.id);
  }
  await audit(scene, 'feeds remove', safeAddress(feed.url));
  return reply(`${titleOf(feed)} is no longer read here.`, ['Its articles are no longer shown.']);
}

async function checkAll(scene: Scene): Promise<MessageDocument> {
  const feeds = await visibleFeeds(scene);
  if (!feeds.length) return listFeeds(scene);
  const troubled = feeds.filter(({ problem }) => problem !== null);
  const waiting = feeds.filter(({ polledAt, problem }) => polledAt === null && problem === null).length;
  const well = feeds.length - troubled.length - waiting;
  const summary = troubled.length
    ? `${troubled.length} of ${feeds.length} feeds ${troubled.length === 1 ? 'has' : 'have'} trouble.`
    : waiting
      ? 'No feed is known to have trouble.'
      : `All ${feeds.length} feeds are well.`;
  return {
    summary,
    blocks: [
      heading(summary),
      ...troubled.flatMap((feed) => describeFeed(feed, scene)),
      ...(troubled.length || waiting
        ? [
            {
              kind: 'paragraph' as const,
              quiet: true,
              inlines: [{ kind: 'text' as const, text: `${well} well, ${waiting} not read yet.` }],
            },
          ]
        : []),
    ],
  };
}

async function checkOne(asked: string, scene: Scene): Promise<MessageDocument> {
  const feeds = await visibleFeeds(scene);
  const [feed, ...more] = findFeeds(asked, feeds);
  if (more.length && feed) return whichOne([feed, ...more], 'check');
  if (feed) {
    const [latest] = await scene.tenant.library.articles({ feeds: [feed.id], limit: 1 });
    return {
      summary: `${titleOf(feed)}: ${feed.problem ? `${toWall(feed.problem).name} – ${feed.problem.message}` : 'it is well'}`,
      blocks: describeFeed(feed, scene, latest?.publishedAt),
    };
  }
  const address = toWebAddress(asked);
  // Somebody else's server is asked for managers only.
  if (!address.ok || !scene.asker.isManager) return notFound(asked, feeds, 'check');
  const { probeFeed } = await import('./probe-feed.ts');
  const probe = await probeFeed(address.url, scene.firstReading.tools);
  if (probe.kind === 'refused') {
    const { name, seen, advice } = toWall(probe.problem);
    return refuse(`${name} – ${seen}`, advice ? [`The way round: ${advice}`] : []);
  }
  const found = gatherProblems([...probe.feed.problems, ...doubtsAbout(probe.feed, scene.now(), probe.outcome.tookMs)]);
  const remarks = found.slice(0, 3).map(({ message, hint }) => (hint ? `${message} ${hint}` : message));
  const count = probe.feed.items.length;
  return reply(
    `${probe.feed.title || probe.url} can be read: ${count} ${count === 1 ? 'article' : 'articles'}. It is not among the feeds here.`,
    remarks,
    [{ label: 'Add it', ask: `feeds add ${probe.url}` }],
  );
}

function notFound(asked: string, feeds: readonly VisibleFeed[], act: 'remove' | 'check'): MessageDocument {
  const near = nearFeeds(asked, feeds);
  return refuse(
    `No feed here is called “${asked}”.`,
    near.length ? [] : ['feeds list shows them all.'],
    near.length
      ? near.map((title) => ({ label: title, ask: `feeds ${act} "${title.replaceAll('"', '')}"` }))
      : [{ label: 'All feeds', ask: 'feeds list' }],
  );
}

const whichOne = (feeds: readonly VisibleFeed[], act: 'remove' | 'check'): MessageDocument =>
  refuse(
    'Several feeds are called so. Which one?',
    [],
    feeds.slice(0, 5).map((feed) => ({ label: `${titleOf(feed)} (${safeAddress(feed.url)})`, ask: `feeds ${act} ${feed.id}` })),
  );
