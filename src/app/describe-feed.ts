/** A feed and how its polls went → the words for it: the wall it met, what was seen, what to do, when it is tried again. */
import type { Instant } from '#model/article.ts';
import type { Block, Inline } from '#model/document.ts';
import { feedHealth } from './feed-health.ts';
import type { Scene } from './scene.ts';
import { openAddress, safeAddress, titleOf, type VisibleFeed } from './visible-feeds.ts';

type At = Pick<Scene, 'asker'>;

const text = (words: string): Inline => ({ kind: 'text', text: words });
const time = (at: Instant, { asker }: At): Inline => ({ kind: 'time', at, zone: asker.zone, style: 'date-time' });

function named(feed: VisibleFeed): Inline {
  const url = openAddress(feed);
  return url === null ? { kind: 'strong', text: titleOf(feed) } : { kind: 'link', text: titleOf(feed), url };
}

/** For a list: title, and one remark. */
export function feedLine(feed: VisibleFeed, at: At): readonly Inline[] {
  if (feed.pausedAt !== undefined) return [named(feed), text(' – paused since '), time(feed.pausedAt, at)];
  const { mood, wall, polledAt } = feedHealth(feed);
  const seen = wall?.seen ?? 'It cannot be read.';
  switch (mood) {
    case 'silent':
      return [named(feed), text(` – silent: ${seen}`)];
    case 'asleep':
      return [named(feed), text(` – asleep, tried once a day: ${seen}`)];
    case 'unread':
      return [named(feed), text(' – not read yet')];
    case 'remark':
    case 'well':
      return [named(feed), ...(polledAt === null ? [] : [text(' – read '), time(polledAt, at)]), ...(wall ? [text(`; ${wall.seen}`)] : [])];
    default:
      return mood satisfies never;
  }
}

/** In full. */
export function describeFeed(feed: VisibleFeed, at: At, latestArticleAt?: Instant): Block[] {
  const { mood, wall, failures, polledAt, nextPollAt } = feedHealth(feed);
  const paragraph = (...inlines: Inline[]): Block => ({ kind: 'paragraph', inlines });
  const blocks: Block[] = [{ kind: 'heading', level: 3, inlines: [named(feed)] }];
  if (feed.pausedAt !== undefined)
    blocks.push(paragraph(text('It is paused, and asked for nothing, since '), time(feed.pausedAt, at), text('. The desk resumes it.')));
  if (wall) {
    blocks.push(paragraph({ kind: 'strong', text: wall.name }, text(` – ${wall.seen}`)));
    if (wall.advice) blocks.push(paragraph({ kind: 'strong', text: 'The way round: ' }, text(wall.advice)));
  } else blocks.push(paragraph(text(mood === 'unread' ? 'It was not read yet.' : 'It is well.')));
  const story: Inline[] = [];
  if (polledAt !== null)
    story.push(
      text(failures > 0 ? `Tried ${failures === 1 ? 'once' : `${failures} times`} in vain, last ` : 'Read '),
      time(polledAt, at),
      text('. '),
    );
  if (mood === 'asleep') story.push(text('It is asleep: tried once a day, until it answers or is removed. '));
  if (nextPollAt !== null) story.push(text('Next try '), time(nextPollAt, at), text('. '));
  if (feed.page === 'never') story.push(text('Its articles’ pages are not fetched. '));
  if (latestArticleAt !== undefined) story.push(text('Its latest article is of '), time(latestArticleAt, at), text('. '));
  story.push(text(feed.url.startsWith('file:') ? 'A file of this machine.' : safeAddress(feed.url)));
  blocks.push({ kind: 'paragraph', quiet: true, inlines: story });
  return blocks;
}
