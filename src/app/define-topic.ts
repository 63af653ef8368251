/** What a manager typed for a topic → the Topic, or what is wrong with it. */
import { fold } from '#lib/fold.ts';
import type { TopicRequest } from '#model/command.ts';
import type { Topic } from '#model/subscription.ts';
import { phrases } from '#phrases/topics.ts';
import { wordsOf } from './topics.ts';

/** So that one tenant cannot fill the machine. */
export const MAX_TOPICS = 200;
const MAX_WORDS = 40;
const MAX_SLUG = 60;

/** "The Power Grid" → "the-power-grid"; empty where nothing of it is a letter or digit. */
export const toSlug = (name: string): string =>
  (name.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join('-').slice(0, MAX_SLUG).replace(/-$/, '');

export type Defined = { readonly topic: Topic } | { readonly problem: string };

/** @param outlets Names of those that are read here: a topic's outlets are among them. */
export function defineTopic({ name, words, any, none, feeds, speakers }: TopicRequest, outlets: readonly string[]): Defined {
  const slug = toSlug(name);
  if (!slug) return { problem: phrases.noName(name) };
  const wanted = listOf(feeds);
  const strange = wanted.filter((outlet) => !matching(outlet, outlets));
  if (strange.length) return { problem: phrases.noFeeds(strange) };
  const topic: Topic = {
    slug,
    title: name.trim(),
    all: termsOf(words),
    any: termsOf(any),
    none: termsOf(none),
    feeds: wanted.map((outlet) => matching(outlet, outlets) ?? outlet),
    speakers: listOf(speakers),
    origin: 'store',
  };
  const count = topic.all.length + topic.any.length + topic.none.length + topic.feeds.length + (topic.speakers ?? []).length;
  if (count > MAX_WORDS) return { problem: phrases.tooLong(MAX_WORDS, count) };
  return { topic };
}

/** With commas, phrases stand between them; without, each word is one, and quotes keep a phrase. */
function termsOf(typed: string | undefined): string[] {
  if (typed === undefined) return [];
  return typed.includes(',') ? listOf(typed.replaceAll('"', '')) : wordsOf(typed);
}

const listOf = (typed: string | undefined): string[] =>
  (typed ?? '')
    .split(',')
    .map((part) => part.trim().replace(/^["“](.*)["”]$/, '$1'))
    .filter(Boolean);

const matching = (outlet: string, outlets: readonly string[]): string | undefined => outlets.find((known) => fold(known) === fold(outlet));

/** "power cut or blackout; not football; from The Example". */
export function topicInWords({ slug, all, any, none, feeds, speakers = [] }: Topic): string {
  const parts = [
    all.length ? phrases.allOf(all) : '',
    any.length ? phrases.anyOf(any) : '',
    none.length ? phrases.noneOf(none) : '',
    speakers.length ? phrases.quoting(speakers) : '',
    feeds.length ? phrases.fromOutlets(feeds) : '',
  ].filter(Boolean);
  return parts.length && all.length + any.length + feeds.length + speakers.length > 0
    ? parts.join('; ')
    : [phrases.allOf(wordsOf(slug)), ...parts].join('; ');
}
