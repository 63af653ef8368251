/** What the desk asks of the quote archive → quotes with permalinks, their speaker's record, and each in the article's own words. */
import { fingerprint } from '#brief/fingerprint.ts';
import type { Article, Span } from '#model/article.ts';
import type { ListedQuote } from '#model/briefing.ts';
import type { ArchivedQuote, QuoteArchive, QuoteFilter, QuoteInPlace, SpeakerRecord } from '#model/desk.ts';
import type { Extraction, Quote } from '#model/extraction.ts';
import type { Topic } from '#model/subscription.ts';
import type { FactWords, Library } from '#storage/contract/library.ts';
import { findSpeaker } from './find-speaker.ts';
import { LEAST_CONFIDENCE } from './lookup.ts';
import { localDate, startOfDay } from './since.ts';
import { resolveTopic, wordsOf } from './topics.ts';
import { type Withdrawn, withoutWithdrawn } from './withdrawn.ts';

const QUOTES_A_PAGE = 20;
/** Enough quotes of one speaker to tell which roles they held when. */
const MAX_FOR_ROLES = 60;
const MAX_OTHERS = 6;
const DAY_MS = 86_400_000;

export type Where = {
  readonly library: Library;
  readonly defined: readonly Topic[];
  readonly zone: string;
  /** Below it nobody's name is put beside a quote. */
  readonly leastConfidence: number;
  readonly withdrawn: Withdrawn;
};

/** A short key of the words: the same quote keeps its permalink when the article around it changes. */
export const markOf = (text: string): string => fingerprint(text);
const archived = (quote: ListedQuote): ArchivedQuote => ({ ...quote, mark: markOf(quote.text) });

export async function archiveOf(filter: QuoteFilter, where: Where): Promise<QuoteArchive> {
  const { library, defined, zone, leastConfidence, withdrawn } = where;
  const skip = filter.skip ?? 0;
  const limit = filter.limit ?? QUOTES_A_PAGE;
  const found = filter.speaker === undefined ? undefined : await findSpeaker(filter.speaker, library);
  if (found !== undefined && 'near' in found) return { total: 0, skip, limit, items: [], speaker: null, near: found.near };
  const topic = filter.topic === undefined ? undefined : resolveTopic(filter.topic, defined).query;
  const wanted = found?.names ?? (await namesOf(topic?.speakers ?? [], library));
  if (topic?.speakers !== undefined && wanted.length === 0) return { total: 0, skip, limit, items: [], speaker: null, near: [] };
  const speakers = found?.names ?? [];
  const about = [...(topic?.all ?? []), ...(filter.about === undefined ? [] : wordsOf(filter.about))];
  const { total, quotes } = await library.quotes({
    ...(wanted.length > 0 && { speakers: wanted }),
    ...(about.length > 0 && { about }),
    ...narrowing(filter, topic, zone),
    leastConfidence,
    skip,
    limit,
  });
  const speaker = speakers[0] === undefined ? null : await recordOf(speakers, where);
  return {
    total,
    skip,
    limit,
    items: quotes.filter(({ article, text }) => !withdrawn.quote(article, text)).map(archived),
    speaker,
    near: [],
  };
}

/** Under each form that articles give the names of a topic's speakers. */
async function namesOf(typed: readonly string[], library: Library): Promise<readonly string[]> {
  const found = await Promise.all(typed.map((name) => findSpeaker(name, library)));
  return [...new Set(found.flatMap((one) => ('names' in one ? one.names : [])))];
}

/** What a topic, an outlet and two local dates leave of quotes or figures. */
export function narrowing(
  filter: Pick<QuoteFilter, 'outlet' | 'since' | 'until'>,
  topic: Pick<Topic, 'any' | 'none' | 'feeds'> | ReturnType<typeof resolveTopic>['query'] | undefined,
  zone: string,
): FactWords {
  const feeds = filter.outlet === undefined ? (topic?.feeds ?? []) : [filter.outlet];
  const since = dayOf(filter.since, zone);
  const until = dayOf(filter.until, zone);
  return {
    ...(topic?.any?.length && { any: topic.any }),
    ...(topic?.none?.length && { none: topic.none }),
    ...(feeds.length > 0 && { feeds }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until: startOfDay(localDate(until + 1.5 * DAY_MS, zone), zone) - 1 }),
  };
}

const dayOf = (date: string | undefined, zone: string): number | undefined =>
  date !== undefined && /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(Date.parse(date)) ? startOfDay(date, zone) : undefined;

/** @param names The name most said under, then its other forms. */
async function recordOf(names: readonly string[], { library, leastConfidence, withdrawn }: Where): Promise<SpeakerRecord> {
  const [name = '', ...aliases] = names;
  const { quotes } = await library.quotes({ speakers: names, leastConfidence, limit: MAX_FOR_ROLES });
  const held = Map.groupBy(
    quotes.filter(({ quote, article, text }) => quote.role && quote.speakers.length === 1 && !withdrawn.quote(article, text)),
    ({ quote }) => (quote.role ?? '').toLowerCase(),
  );
  const roles = [...held.values()].map((times) => {
    const at = times.map(({ article }) => article.publishedAt);
    return { role: times[0]?.quote.role ?? '', from: Math.min(...at), to: Math.max(...at), times: times.length };
  });
  return { name, aliases, roles: roles.sort((a, b) => b.to - a.to || b.times - a.times) };
}

/** Null where the article is not in sight, holds no such words any more, or they were withdrawn. */
export async function quoteInPlace(
  articleId: string,
  mark: string,
  { library, withdrawn }: Pick<Where, 'library' | 'withdrawn'>,
): Promise<QuoteInPlace | null> {
  const stored = await library.article(articleId);
  const [story] = stored === undefined ? [] : withoutWithdrawn([{ id: stored.storyId, articles: [stored] }], withdrawn);
  const [shown] = story?.articles ?? [];
  if (story === undefined || shown === undefined) return null;
  const { article } = shown;
  const all = listedIn(article, shown.extraction, story.id);
  const found = all.find((one) => one.mark === mark);
  if (found === undefined) return null;
  return { found, around: aroundOf(found.quote, article.text), others: all.filter((one) => one !== found).slice(0, MAX_OTHERS) };
}

/** Those that may stand beside a name, in the order of the text. */
export function listedIn({ text, ...article }: Article, extraction: Extraction, storyId: string): readonly ArchivedQuote[] {
  return extraction.quotes
    .filter(({ speakers, confidence }) => speakers.length > 0 && confidence >= LEAST_CONFIDENCE)
    .map((quote) => archived({ quote, text: text.slice(quote.span.start, quote.span.end), article, storyId }));
}

/** The paragraphs that hold quote, mention and cue, and one more on either side. */
function aroundOf({ span, mention, cue }: Quote, text: string): QuoteInPlace['around'] {
  const spans = [span, mention, cue].filter((one) => one !== undefined);
  const start = paragraphBefore(text, Math.min(...spans.map((one) => one.start)));
  const end = paragraphAfter(text, Math.max(...spans.map((one) => one.end)));
  const moved = (one: Span): Span => ({ start: one.start - start, end: one.end - start });
  return {
    text: text.slice(start, end),
    quote: moved(span),
    ...(mention && { mention: moved(mention) }),
    ...(cue && { cue: moved(cue) }),
    goesOn: [start > 0, end < text.length],
  };
}

const BREAK = '\n\n';
function paragraphBefore(text: string, at: number): number {
  const own = text.lastIndexOf(BREAK, at);
  const before = own <= 0 ? -1 : text.lastIndexOf(BREAK, own - 1);
  return before < 0 ? 0 : before + BREAK.length;
}
function paragraphAfter(text: string, at: number): number {
  const own = text.indexOf(BREAK, at);
  const after = own < 0 ? -1 : text.indexOf(BREAK, own + BREAK.length);
  return after < 0 ? text.length : after;
}
