/** Two figures of a story → whether they count the same thing, so that outlets can be set side by side. Strict: two things must not become one line. */
import type { Figure } from '#model/extraction.ts';
import { containment, contentWords } from './words.ts';

/** Words of one outcome; two outcomes are never one quantity, however much else is shared. */
const outcomes: readonly (readonly string[])[] = [
  ['killed', 'dead', 'died', 'death', 'toll', 'fatality', 'perished', 'lost', 'body', 'kill', 'killing', 'die'],
  ['injured', 'wounded', 'hurt', 'injury', 'hospitalised', 'hospitalized', 'wounding', 'injuring'],
  ['missing', 'unaccounted', 'trapped'],
  ['fled', 'displaced', 'evacuated', 'homeless', 'flee', 'uprooted', 'evacuation', 'leave', 'left'],
  ['arrested', 'detained', 'arrest', 'held', 'jailed', 'custody'],
  ['board', 'aboard'],
  ['rescued', 'saved', 'freed', 'released', 'rescue'],
  ['rose', 'grew', 'up', 'increased', 'rise', 'increase', 'gained', 'jumped', 'growth', 'climbed'],
  ['fell', 'dropped', 'decreased', 'fall', 'decline', 'declined', 'cut', 'shrank', 'loss'],
];
const outcomeOf = new Map(outcomes.flatMap((words, index) => words.map((word) => [word, `outcome ${index}`] as const)));

/** A toll grows by the hour; how many were on board, or what it cost, does not: two sayers who differ go on differing. */
export const isSteady = ({ outcomes: found }: Quantity): boolean => [...found].every((outcome) => outcome === outcomeOf.get('board'));

/** Units that count what happened to people: "19 deaths" are 19 people killed. */
const ofPeople = new Set(['death', 'fatality', 'casualty', 'injury', 'arrest', 'detention', 'rescue', 'evacuation']);

export type Quantity = { readonly unit: string | null; readonly words: ReadonlySet<string>; readonly outcomes: ReadonlySet<string> };

/** What a figure counts, as words to compare; a unit tells nothing apart by its own words, unless it is an outcome. */
export function quantityOf(counts: string, unit: string | null): Quantity {
  const isOutcome = unit !== null && ofPeople.has(unit);
  const unitWords = new Set(contentWords(unit ?? ''));
  const all = contentWords(counts).filter((word) => !unitWords.has(word) && !/^\d/.test(word));
  const words = (isOutcome ? [unit, ...all] : all).map((word) => ({ word, outcome: outcomeOf.get(word) }));
  return {
    unit: isOutcome ? 'people' : unit,
    words: new Set(words.map(({ word, outcome }) => outcome ?? word)),
    outcomes: new Set(words.flatMap(({ outcome }) => outcome ?? [])),
  };
}

type Measured = Pick<Figure, 'value' | 'modifier'> & { readonly quantity: Quantity };

export function isSameQuantity(a: Measured, b: Measured): boolean {
  if (a.quantity.unit !== b.quantity.unit) return false;
  if (isChange(a) !== isChange(b)) return false;
  if (!sameSet(a.quantity.outcomes, b.quantity.outcomes)) return false;
  const fit = containment(a.quantity.words, b.quantity.words);
  if (isSameValue(a.value, b.value)) return fit >= 0.5;
  if (!isNear(a.value, b.value)) return false;
  const shared = [...a.quantity.words].filter((word) => b.quantity.words.has(word)).length;
  // "killed" beside "killed in the sinking": the shorter says nothing that the longer does not.
  const isShorter = fit === 1 && a.quantity.outcomes.size > 0;
  return isShorter || (shared >= 2 && fit >= 0.6);
}

/** A rise by four percent is not a rate of four percent. */
const isChange = (figure: Measured): boolean => figure.modifier === 'up' || figure.modifier === 'down';

const sameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size === b.size && [...a].every((item) => b.has(item));

const middle = (value: Figure['value']): number => (typeof value === 'number' ? value : (value[0] + value[1]) / 2);

export function isSameValue(a: Figure['value'], b: Figure['value']): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a === b;
  if (typeof a === 'number' || typeof b === 'number') return false;
  return a[0] === b[0] && a[1] === b[1];
}

/** Counts of one thing by two outlets lie within an order of magnitude; further apart they count two things. */
function isNear(a: Figure['value'], b: Figure['value']): boolean {
  const [low, high] = [Math.abs(middle(a)), Math.abs(middle(b))].sort((x, y) => x - y);
  return low !== undefined && high !== undefined && (high === 0 || high / Math.max(low, Number.EPSILON) <= 10);
}
