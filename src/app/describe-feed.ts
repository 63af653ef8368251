/** A feed and how its polls went → the words for it: the wall it met, what was seen, what to do, when it is tried again. */
import type { Instant } from '#model/article.ts';
import type { Block, Inline } from '#model/document.ts';
import { phrases } from '#phrases/feed-state.ts';
import { phrases as feedPhrases } from '#phrases/feeds.ts';
import { feedHealth } from './feed-health.ts';
import type { Scene } from './scene.ts';
import { openAddress, safeAddress, titleOf, type VisibleFeed } from './visible-feeds.ts';

type At = Pick<Scene, 'asker'>;

const text = (words: string): Inline => ({ kind: 'text', text: words });
/** A phrase with something in its middle. */
const inlines = (parts: readonly (string | Inline)[]): readonly Inline[] =>
  parts.map((part) => (typeof part === 'string' ? text(part) : part));
const time = (at: Instant, { asker }: At): Inline => ({ kind: 'time', at, zone: asker.zone, style: 'date-time' });

function named(feed: VisibleFeed): Inline {
  const url = openAddress(feed);
  return url === null ? { kind: 'strong', text: titleOf(feed) } : { kind: 'link', text: titleOf(feed), url };
}

/** For a list: title, and one remark. */
export function feedLine(feed: VisibleFeed, at: At): readonly Inline[] {
  if (feed.pausedAt !== undefined) return [named(feed), text(phrases.pausedSince), time(feed.pausedAt, at)];
  const { mood, wall, polledAt } = feedHealth(feed);
  const seen = wall?.seen ?? phrases.cannotBeRead;
  switch (mood) {
    case 'silent':
      return [named(feed), text(phrases.silent(seen))];
    case 'asleep':
      return [named(feed), text(phrases.asleep(seen))];
    case 'unread':
      return [named(feed), text(phrases.unread)];
    case 'remark':
    case 'well':
      return [
        named(feed),
        ...(polledAt === null ? [] : [text(phrases.read), time(polledAt, at)]),
        ...(wall ? [text(`; ${wall.seen}`)] : []),
      ];
    default:
      return mood satisfies never;
  }
}

/** In full. */
export function describeFeed(feed: VisibleFeed, at: At, latestArticleAt?: Instant): Block[] {
  const { mood, wall, failures, polledAt, nextPollAt } = feedHealth(feed);
  const paragraph = (...inlines: Inline[]): Block => ({ kind: 'paragraph', inlines });
  const blocks: Block[] = [{ kind: 'heading', level: 3, inlines: [named(feed)] }];
  if (feed.pausedAt !== undefined) blocks.push(paragraph(...inlines(phrases.isPaused(time(feed.pausedAt, at)))));
  if (wall) {
    blocks.push(paragraph({ kind: 'strong', text: wall.name }, text(` – ${wall.seen}`)));
    if (wall.advice) blocks.push(paragraph({ kind: 'strong', text: phrases.wayRound }, text(wall.advice)));
  } else blocks.push(paragraph(text(mood === 'unread' ? phrases.isUnread : phrases.isWell)));
  const story: Inline[] = [];
  if (polledAt !== null)
    story.push(...inlines(failures > 0 ? phrases.triedInVain(failures, time(polledAt, at)) : phrases.lastRead(time(polledAt, at))));
  if (mood === 'asleep') story.push(text(phrases.isAsleep));
  if (nextPollAt !== null) story.push(...inlines(phrases.nextTry(time(nextPollAt, at))));
  if (feed.page === 'never') story.push(text(phrases.noPages));
  if (latestArticleAt !== undefined) story.push(...inlines(phrases.latestArticle(time(latestArticleAt, at))));
  story.push(text(feed.url.startsWith('file:') ? feedPhrases.aFileHere : safeAddress(feed.url)));
  blocks.push({ kind: 'paragraph', quiet: true, inlines: story });
  return blocks;
}
