/** A posted briefing ↔ what the channel was told: the ledger's records, and the ledger read again. */
import type { Briefing, FigureValue, StoryBriefing, Told } from '#model/briefing.ts';
import type { ToldRecord } from '#model/subscription.ts';
import { fingerprint } from './fingerprint.ts';

export type Telling = Omit<ToldRecord, 'channel'>;

/** What was told of a story; kept in its record's detail. */
export type ToldStory = {
  readonly outlets: readonly string[];
  readonly speakers: readonly string[];
  readonly articles: readonly string[];
  readonly sentences: readonly string[];
};
const nothing: ToldStory = { outlets: [], speakers: [], articles: [], sentences: [] };

export const sentenceKey = (text: string): string => fingerprint(text);

/** Records of all that the briefing holds; give it the briefing as shown (`abridge`d for the short form). Without the channel, which is the caller's. */
export function toldBy(briefing: Briefing, told: Told = new Map()): Telling[] {
  return briefing.stories.flatMap((story) => tellingsOf(story, briefing.asOf, told));
}

function tellingsOf(story: StoryBriefing, at: number, told: Told): Telling[] {
  const before = toldStory(told, story.storyId) ?? nothing;
  const detail: ToldStory = {
    outlets: union(
      before.outlets,
      story.sources.map((source) => source.outlet),
    ),
    speakers: union(
      before.speakers,
      [...story.quotes, ...story.moreQuotes].flatMap((quote) => quote.speakers),
    ),
    articles: union(
      before.articles,
      story.sources.map((source) => source.articleId),
    ),
    sentences: union(
      before.sentences,
      story.summary.map((sentence) => sentenceKey(sentence.text)),
    ),
  };
  // A short form tells a figure that moved only as a change.
  const moved = story.changes.flatMap((change): [string, readonly FigureValue[]][] =>
    change.kind === 'figure' ? [[change.key, [change.after]]] : [],
  );
  const figures = new Map([...moved, ...story.figures.map((figure): [string, readonly FigureValue[]] => [figure.key, figure.values])]);
  return [
    { kind: 'story', key: story.storyId, detail: JSON.stringify(detail), at },
    ...story.quotes.map((quote): Telling => ({ kind: 'quote', key: quote.key, detail: quote.speakers.join(', '), at })),
    ...[...figures].map(([key, values]): Telling => ({ kind: 'figure', key, detail: JSON.stringify(values), at })),
  ];
}

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

/**
 * The ledger's rows of one channel, as compose reads them; a later telling of a key replaces an earlier one,
 * and of a story adds to it.
 * @param successors Of stories that were merged into another: what was told of them was told of that one.
 */
export function toTold(records: readonly Telling[], successors: ReadonlyMap<string, string> = new Map()): Told {
  const told = new Map<string, { at: number; detail: string }>();
  for (const { kind, key, at, detail } of records) {
    const now = (kind === 'story' ? successors.get(key) : undefined) ?? key;
    const held = told.get(`${kind}:${now}`);
    if (kind === 'story' && held !== undefined)
      told.set(`${kind}:${now}`, { at: Math.max(at, held.at), detail: both(held.detail, detail) });
    else if (held === undefined || held.at <= at) told.set(`${kind}:${now}`, { at, detail });
  }
  return told;
}

function both(detail: string, other: string): string {
  const [a, b] = [readStory(detail), readStory(other)];
  const merged: ToldStory = {
    outlets: union(a.outlets, b.outlets),
    speakers: union(a.speakers, b.speakers),
    articles: union(a.articles, b.articles),
    sentences: union(a.sentences, b.sentences),
  };
  return JSON.stringify(merged);
}

/** Undefined where the story was never told; a record that cannot be read (an older version's) still says that it was. */
export function toldStory(told: Told, storyId: string): ToldStory | undefined {
  const record = told.get(`story:${storyId}`);
  return record && readStory(record.detail);
}

function readStory(json: string): ToldStory {
  const detail = parse(json);
  if (typeof detail !== 'object' || detail === null) return nothing;
  const list = (name: keyof ToldStory): string[] => {
    const value: unknown = Reflect.get(detail, name);
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  };
  return { outlets: list('outlets'), speakers: list('speakers'), articles: list('articles'), sentences: list('sentences') };
}

export function toldFigure(told: Told, key: string): readonly FigureValue[] {
  const record = told.get(`figure:${key}`);
  const detail = record === undefined ? undefined : parse(record.detail);
  return Array.isArray(detail) ? detail.filter(isFigureValue) : [];
}

function isFigureValue(value: unknown): value is FigureValue {
  if (typeof value !== 'object' || value === null) return false;
  const held = value as { readonly amount?: unknown; readonly value?: unknown; readonly source?: { readonly outlet?: unknown } | null };
  const isNumber = typeof held.value === 'number' || (Array.isArray(held.value) && held.value.length === 2);
  return typeof held.amount === 'string' && isNumber && typeof held.source?.outlet === 'string';
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
