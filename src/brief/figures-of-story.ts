/** A story's printed figures → at most five lines: one quantity a line, outlets that differ side by side, what was overtaken as a revision. */
import type { Instant } from '#model/article.ts';
import type { BriefFigure, FigureValue, StoryMaterial } from '#model/briefing.ts';
import type { Figure } from '#model/extraction.ts';
import { asAmount, goesOn } from './amount.ts';
import { fingerprint } from './fingerprint.ts';
import { isSameQuantity, isSameValue, isSteady, type Quantity, quantityOf } from './quantities.ts';
import { inOrder, sourceOf } from './sources.ts';
import { topicFit } from './topic.ts';
import { contentWords, fold } from './words.ts';

const MAX_FIGURES = 5;
/** A count older than this beside a newer one was overtaken, whoever gave it. */
const CURRENT_MS = 12 * 3_600_000;
/** Where two who are named differ about what does not grow, both stand longer. */
const DISAGREEING_MS = 48 * 3_600_000;
/** What its own article's headline tells comes first. */
const HEADLINED = 0.3;

type Found = {
  readonly figure: Figure;
  readonly value: FigureValue;
  readonly counts: string;
  readonly quantity: Quantity;
};
export type Revision = { readonly key: string; readonly counts: string; readonly before: FigureValue; readonly after: FigureValue };
export type StoryFigures = { readonly figures: readonly BriefFigure[]; readonly revisions: readonly Revision[] };

export function figuresOfStory(material: StoryMaterial, topic: readonly string[]): StoryFigures {
  const lines = groupsOf(material)
    .map((group) => lineOf(material.id, group, topic))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_FIGURES);
  return { figures: lines.map((line) => line.figure), revisions: lines.flatMap((line) => line.revisions) };
}

/** A line that names nothing counted, or only who says so, says nothing. */
function saysWhat(counts: string, saidBy = ''): boolean {
  const sayer = new Set(contentWords(saidBy));
  return contentWords(counts).some((word) => !sayer.has(word));
}

/** First report first; one article never gives two values to one quantity: it would be two quantities. */
function groupsOf(material: StoryMaterial): Found[][] {
  const groups: Found[][] = [];
  for (const { article, extraction } of inOrder(material)) {
    for (const figure of extraction.figures) {
      const counts = figure.concept ?? '';
      if (!figure.printed || !saysWhat(counts, figure.saidBy)) continue;
      const found: Found = {
        figure,
        counts,
        quantity: quantityOf(counts, figure.unit),
        value: {
          amount: asAmount(article.text.slice(figure.span.start, figure.span.end), figure.modifier, figure.unit),
          value: figure.value,
          modifier: figure.modifier,
          ...(figure.saidBy === undefined ? {} : { saidBy: figure.saidBy }),
          source: sourceOf(article),
        },
      };
      const group = groups.find((members) =>
        members.every(
          (member) =>
            isSameQuantity({ ...member.figure, quantity: member.quantity }, { ...figure, quantity: found.quantity }) &&
            (member.value.source.articleId !== article.id || isSameValue(member.figure.value, figure.value)),
        ),
      );
      if (group === undefined) groups.push([found]);
      else group.push(found);
    }
  }
  return groups;
}

function lineOf(
  storyId: string,
  group: readonly Found[],
  topic: readonly string[],
): { figure: BriefFigure; revisions: Revision[]; weight: number } {
  const [first] = group;
  if (first === undefined) throw new Error('a group of figures is never empty');
  const newestAt = Math.max(...group.map((found) => found.value.source.publishedAt));
  const { current, revisions } = settle(group, newestAt);
  // The fullest wording among the values that still stand says what is counted.
  const [top] = [...current].sort((a, b) => b.figure.salience - a.figure.salience);
  const { counts: thing, figure: fullest } = top ?? first;
  const counts = goesOn(thing, fullest.unit, fullest.modifier);
  const key = fingerprint(storyId, first.figure.unit ?? '', first.counts);
  const outlets = new Set(group.map((found) => found.value.source.outlet)).size;
  const salience = Math.max(...group.map((found) => found.figure.salience));
  return {
    figure: { key, unit: first.figure.unit, counts, values: current.map((found) => found.value) },
    revisions: revisions.map((revision) => ({ key, counts, ...revision })),
    weight: salience + 0.1 * (outlets - 1) + 0.15 * topicFit(topic, thing) + (group.some(isHeadlined) ? HEADLINED : 0),
  };
}

const numeralsOf = (text: string): readonly string[] => text.match(/\d(?:[\d.,]*\d)?/g) ?? [];

function isHeadlined({ value: { amount, source } }: Found): boolean {
  const told = numeralsOf(source.title);
  return numeralsOf(amount).some((numeral) => told.includes(numeral));
}

/** Which values stand, newest first, and which were overtaken: by the same outlet, by the same sayer, or by a day. */
function settle(
  group: readonly Found[],
  newestAt: Instant,
): { current: Found[]; revisions: { before: FigureValue; after: FigureValue }[] } {
  // of two that say the same, the one that tells who says so
  const newestFirst = [...group].sort(
    (a, b) =>
      b.value.source.publishedAt - a.value.source.publishedAt ||
      Number(b.value.saidBy !== undefined) - Number(a.value.saidBy !== undefined),
  );
  const current: Found[] = [];
  const revisions: { before: FigureValue; after: FigureValue }[] = [];
  for (const found of newestFirst) {
    if (current.some((other) => isSameValue(other.figure.value, found.figure.value))) continue;
    const age = newestAt - found.value.source.publishedAt;
    const isOld = age > (current.some((other) => disagrees(other, found)) ? DISAGREEING_MS : CURRENT_MS);
    const after = current.find((other) => overtakes(other, found)) ?? (isOld ? current[0] : undefined);
    if (after === undefined) current.push(found);
    else revisions.push({ before: found.value, after: after.value });
  }
  return { current, revisions };
}

/** Two who are named, about what no hour changes. */
function disagrees(later: Found, earlier: Found): boolean {
  const [a, b] = [later.value.saidBy, earlier.value.saidBy];
  return a !== undefined && b !== undefined && sayer(a) !== sayer(b) && isSteady(later.quantity) && isSteady(earlier.quantity);
}

function overtakes(later: Found, earlier: Found): boolean {
  if (later.value.source.publishedAt <= earlier.value.source.publishedAt) return false;
  if (later.value.source.outlet === earlier.value.source.outlet) return true;
  const [a, b] = [later.value.saidBy, earlier.value.saidBy];
  return a !== undefined && b !== undefined && sayer(a) === sayer(b);
}

/** "the coast guard" and "coast guard" are one. */
const sayer = (saidBy: string): string => fold(saidBy).replace(/^(?:the|an?) /, '');
