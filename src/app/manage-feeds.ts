/** An asker → feeds listed, added, removed, checked, imported and exported, each with the sentence that says what came of it. */
import type { Choice, FeedUses } from '#model/command.ts';
import type { Block, MessageDocument } from '#model/document.ts';
import type { PageSetting } from '#model/feed.ts';
import { DESK } from '#model/subscription.ts';
import { phrases as statePhrases } from '#phrases/feed-state.ts';
import { phrases } from '#phrases/feeds.ts';
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

async function listFeeds(scene: Scene): Promise<MessageDocument> {
  const feeds = await visibleFeeds(scene);
  if (!feeds.length) return reply(scene.reader.isSample ? phrases.onlySample : phrases.none, [phrases.howToAdd]);
  const groups: readonly (readonly [title: string, feeds: readonly VisibleFeed[]])[] = [
    [phrases.ours, feeds.filter(({ origin }) => origin === 'ours')],
    [phrases.everybodys, feeds.filter(({ origin }) => origin === 'everybody')],
    [phrases.inFile, feeds.filter(({ origin }) => origin === 'file')],
  ];
  const trouble = feeds.filter(({ failures }) => failures > 0);
  const summary = phrases.count(feeds.length, trouble.length);
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
      ...(trouble.length ? [{ kind: 'actions' as const, actions: [{ label: phrases.whySilent, ask: 'feeds check' }] }] : []),
    ],
  };
}

function tellAdded(added: Added, page?: PageSetting): MessageDocument {
  if (added.kind === 'refused')
    return refuse(added.problem.message, [...(added.problem.hint ? [added.problem.hint] : []), phrases.nothingAdded]);
  const name = nameOf(added.feed);
  if (added.kind === 'known')
    return reply(phrases.known(titleOf(added.feed)), page ? [phrases.pagesStay] : [], [
      { label: phrases.howIsIt, ask: `feeds check ${name}` },
    ]);
  const { report, progress, others } = added;
  const title = titleOf(report?.feed ?? added.feed);
  const further = others.slice(0, 3).map(({ url, title: other }) => ({ label: phrases.addThis(other || url), ask: `feeds add ${url}` }));
  if (!report)
    return reply(
      phrases.beingRead(title),
      [phrases.soFar(progress.done, progress.total)],
      [{ label: phrases.howIsItNow, ask: `feeds check ${name}` }, ...further],
    );
  const count = report.added + report.updated + report.unchanged;
  const remarks = [
    ...(page && (added.feed.page ?? 'auto') !== page ? [phrases.pagesStay] : []),
    ...report.problems.slice(0, 3).map(({ message, hint }) => (hint ? `${message} ${hint}` : message)),
  ];
  return reply(phrases.added(title, count), remarks, [
    { label: phrases.briefMe, ask: 'brief' },
    { label: phrases.all, ask: 'feeds list' },
    ...further,
  ]);
}

async function removeFeed(asked: string, scene: Scene): Promise<MessageDocument> {
  const feeds = await visibleFeeds(scene);
  const [feed, ...more] = findFeeds(asked, feeds);
  if (!feed) return notFound(asked, feeds, 'remove');
  if (more.length) return whichOne([feed, ...more], 'remove');
  if (feed.origin === 'file') return refuse(phrases.fixed(titleOf(feed)), [phrases.takeOut]);
  if (feed.origin === 'everybody' && scene.asker.tenant !== DESK) return refuse(phrases.notOurs(titleOf(feed)));
  if (feed.origin === 'everybody') await scene.storage.feeds.remove(feed.id);
  else {
    await scene.tenant.subscriptions.remove(feed.id);
    await scene.storage.feeds.removeUnread(feed.id);
  }
  await audit(scene, 'feeds remove', safeAddress(feed.url));
  return reply(phrases.removed(titleOf(feed)), [phrases.articlesGone]);
}

async function checkAll(scene: Scene): Promise<MessageDocument> {
  const feeds = await visibleFeeds(scene);
  if (!feeds.length) return listFeeds(scene);
  const troubled = feeds.filter(({ problem }) => problem !== null);
  const waiting = feeds.filter(({ polledAt, problem }) => polledAt === null && problem === null).length;
  const well = feeds.length - troubled.length - waiting;
  const summary = troubled.length
    ? phrases.troubled(troubled.length, feeds.length)
    : waiting
      ? phrases.noTroubleKnown
      : phrases.allWell(feeds.length);
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
              inlines: [{ kind: 'text' as const, text: phrases.wellAndUnread(well, waiting) }],
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
      summary: `${titleOf(feed)}: ${feed.problem ? `${toWall(feed.problem).name} – ${feed.problem.message}` : phrases.isWell}`,
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
    return refuse(`${name} – ${seen}`, advice ? [`${statePhrases.wayRound}${advice}`] : []);
  }
  const found = gatherProblems([...probe.feed.problems, ...doubtsAbout(probe.feed, scene.now(), probe.outcome.tookMs)]);
  const remarks = found.slice(0, 3).map(({ message, hint }) => (hint ? `${message} ${hint}` : message));
  const count = probe.feed.items.length;
  return reply(phrases.canBeRead(probe.feed.title || probe.url, count), remarks, [{ label: phrases.addIt, ask: `feeds add ${probe.url}` }]);
}

function notFound(asked: string, feeds: readonly VisibleFeed[], act: 'remove' | 'check'): MessageDocument {
  const near = nearFeeds(asked, feeds);
  return refuse(
    phrases.notFound(asked),
    near.length ? [] : [phrases.listShowsAll],
    near.length
      ? near.map((title) => ({ label: title, ask: `feeds ${act} "${title.replaceAll('"', '')}"` }))
      : [{ label: phrases.all, ask: 'feeds list' }],
  );
}

const whichOne = (feeds: readonly VisibleFeed[], act: 'remove' | 'check'): MessageDocument =>
  refuse(
    phrases.whichOne,
    [],
    feeds.slice(0, 5).map((feed) => ({ label: `${titleOf(feed)} (${safeAddress(feed.url)})`, ask: `feeds ${act} ${feed.id}` })),
  );
