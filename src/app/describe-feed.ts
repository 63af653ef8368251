/** A feed and how its polls went → the words for it: the wall it met, and the way round. */
import type { Instant } from '#model/article.ts';
import type { Block, Inline } from '#model/document.ts';
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
  if (feed.failures > 0) return [named(feed), text(` – silent: ${feed.problem?.message ?? 'it cannot be read.'}`)];
  if (feed.polledAt === null) return [named(feed), text(' – not read yet')];
  return [named(feed), text(' – read '), time(feed.polledAt, at), ...(feed.problem ? [text(`; ${feed.problem.message}`)] : [])];
}

/** In full: what was seen, the way round, when it is tried again. */
export function describeFeed(feed: VisibleFeed, at: At, latestArticleAt?: Instant): Block[] {
  const { polledAt, nextPollAt, failures, problem } = feed;
  const paragraph = (...inlines: Inline[]): Block => ({ kind: 'paragraph', inlines });
  const blocks: Block[] = [{ kind: 'heading', level: 3, inlines: [named(feed)] }];
  if (problem) {
    blocks.push(paragraph(text(problem.message)));
    if (problem.hint) blocks.push(paragraph({ kind: 'strong', text: 'The way round: ' }, text(problem.hint)));
  } else blocks.push(paragraph(text(polledAt === null ? 'It was not read yet.' : 'It is well.')));
  const story: Inline[] = [];
  if (polledAt !== null)
    story.push(
      text(failures > 0 ? `Tried ${failures === 1 ? 'once' : `${failures} times`} in vain, last ` : 'Read '),
      time(polledAt, at),
      text('. '),
    );
  if (nextPollAt !== null) story.push(text('Next try '), time(nextPollAt, at), text('. '));
  if (latestArticleAt !== undefined) story.push(text('Its latest article is of '), time(latestArticleAt, at), text('. '));
  story.push(text(feed.url.startsWith('file:') ? 'A file of this machine.' : safeAddress(feed.url)));
  blocks.push({ kind: 'paragraph', quiet: true, inlines: story });
  return blocks;
}
