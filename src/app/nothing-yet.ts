/** The feeds of a tenant that has no news → why that is, and what helps. */
import type { MessageDocument } from '#model/document.ts';
import { phrases } from '#phrases/feeds.ts';
import { reply } from './reply.ts';
import type { VisibleFeed } from './visible-feeds.ts';

export function nothingYet(feeds: readonly Pick<VisibleFeed, 'failures'>[]): MessageDocument {
  const all = { label: phrases.feeds, ask: 'feeds list' };
  if (feeds.length === 0) return reply(phrases.nothingToBrief, [phrases.addOne], [all]);
  return reply(phrases.nothingToBrief, [whyNothing(feeds)], [{ label: phrases.whatIsWrong, ask: 'feeds check' }, all]);
}

/** @param feeds At least one. */
export function whyNothing(feeds: readonly Pick<VisibleFeed, 'failures'>[]): string {
  const failing = feeds.filter(({ failures }) => failures > 0).length;
  return phrases.noNews(feeds.length, failing);
}
