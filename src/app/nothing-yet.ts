/** The feeds of a tenant that has no news → why that is, and what helps. */
import type { MessageDocument } from '#model/document.ts';
import { reply } from './reply.ts';
import type { VisibleFeed } from './visible-feeds.ts';

export const NOTHING_YET = 'There is nothing to brief about yet.';

export function nothingYet(feeds: readonly Pick<VisibleFeed, 'failures'>[]): MessageDocument {
  const all = { label: 'Feeds', ask: 'feeds list' };
  if (feeds.length === 0) return reply(NOTHING_YET, ['Add a feed: feeds add https://example.org/feed.xml'], [all]);
  return reply(NOTHING_YET, [whyNothing(feeds)], [{ label: 'What is wrong with them?', ask: 'feeds check' }, all]);
}

/** @param feeds At least one. */
export function whyNothing(feeds: readonly Pick<VisibleFeed, 'failures'>[]): string {
  const failing = feeds.filter(({ failures }) => failures > 0).length;
  const lead = feeds.length === 1 ? 'The one feed here' : `The ${feeds.length} feeds here`;
  const rest = failing === 0 ? '' : failing === feeds.length ? ', and cannot be read' : `, and ${failing} cannot be read`;
  return `${lead} ${feeds.length === 1 ? 'has' : 'have'} brought no news of late${rest}.`;
}
