/** Tagged tokens → a verb with its auxiliaries as one group: tense, voice, negation and lemma. */
import { verbReading } from '#text/lexicon.ts';
import { isTitleStop, type Tagged } from './phrases.ts';
import { participleOf, verbOf } from './word-forms.ts';

/** "would have been paid": from its first auxiliary to its main verb. */
export type VerbGroup = {
  readonly first: number;
  readonly main: number;
  readonly base: string;
  readonly isPassive: boolean;
  readonly isGerund: boolean;
  /** "would", "could"; "to" where the group is an infinitive. */
  readonly modal: string | undefined;
  /** "not", "never", "no longer": what did not happen is told in whole clauses only. */
  readonly isNegative: boolean;
  /** Token of the "to" that opens an infinitive. */
  readonly to: number | undefined;
};

const MODALS = /^(?:will|would|can|could|may|might|shall|should|must)$/;
const BE = /^(?:is|are|was|were|be|been|being|am|isn[’']t|aren[’']t|wasn[’']t|weren[’']t)$/;
const NEGATIVE = /^(?:not|never|cannot|hardly|barely|neither|nor|failed|refused|declined)$|n[’']t$/;

export const isVerbal = (tag: string | undefined): boolean => tag === 'verb' || tag === 'gerund' || tag === 'participle' || tag === 'aux';

export function groupAt({ tokens, tags }: Tagged, main: number): VerbGroup {
  let first = main;
  let to: number | undefined;
  while (first > 0 && main - first < 8) {
    const tag = tags[first - 1];
    const low = tokens[first - 1]?.lower ?? '';
    const isInside =
      tag === 'aux' ||
      tag === 'adv' ||
      low === 'not' ||
      (low === 'no' && tokens[first]?.lower === 'longer') ||
      (tag === 'to' && to === undefined) ||
      isChained(tags, tokens, first - 1, to);
    if (!isInside) break;
    first -= 1;
    if (tag === 'to') to = first;
  }
  while (first < main && tags[first] === 'adv' && tokens[first]?.lower !== 'never') first += 1;
  const low = tokens[main]?.lower ?? '';
  const verb = verbOf(low);
  let auxiliary: string | undefined;
  let modal: string | undefined;
  let isNegative = NEGATIVE.test(low) || (tokens[main - 1]?.lower === 'longer' && tokens[main - 2]?.lower === 'no');
  for (let i = first; i < main; i++) {
    const word = tokens[i]?.lower ?? '';
    if (NEGATIVE.test(word)) isNegative = true;
    if (MODALS.test(word) || tags[i] === 'to') modal = tags[i] === 'to' ? 'to' : word;
    if (tags[i] === 'aux') auxiliary = word;
  }
  if (modal === undefined && auxiliary === undefined && verb?.form === 'base' && tags[first - 1] === 'conj')
    modal = modalBefore({ tokens, tags }, first);
  const isPast = verb ? verb.form === 'past' || verb.form === 'participle' || participleOf(verb.base) === low : low.endsWith('ed');
  return {
    first,
    main,
    base: lemmaOf(low),
    isPassive: isPast && auxiliary !== undefined && BE.test(auxiliary),
    isGerund: tags[main] === 'gerund' || (verb?.form === 'gerund' && !(auxiliary !== undefined && BE.test(auxiliary))),
    modal,
    isNegative,
    to,
  };
}

/** "will create 800 jobs and produce": what was said once holds for both. */
function modalBefore({ tokens, tags }: Pick<Tagged, 'tokens' | 'tags'>, first: number): string | undefined {
  for (let i = first - 2; i >= 0 && i > first - 12; i--) {
    if (tags[i] === 'to') return 'to';
    if (MODALS.test(tokens[i]?.lower ?? '')) return tokens[i]?.lower;
  }
  return undefined;
}

const FORMS_OF_HAVE = /^(?:has|have|had|having)$/;

export function lemmaOf(low: string): string {
  if (BE.test(low)) return 'be';
  if (FORMS_OF_HAVE.test(low)) return 'have';
  return verbOf(low)?.base ?? verbReading(low)?.lemma ?? low;
}

/** "is expected to reach", "is likely to be": what stands between "is" and the infinitive. */
function isChained(tags: Tagged['tags'], tokens: Tagged['tokens'], at: number, to: number | undefined): boolean {
  if (to !== at + 1 || tags[at - 1] !== 'aux') return false;
  return tags[at] === 'verb' || /^(?:likely|due|set|bound|poised|ready|sure|certain)$/.test(tokens[at]?.lower ?? '');
}

/** The finite verb group that stands nearest on the left of `at`, in the same sentence part. */
export function groupBefore(sentence: Tagged, at: number): VerbGroup | undefined {
  const { tokens, tags } = sentence;
  for (let i = at - 1, steps = 0; i >= 0 && steps < 40; i--, steps++) {
    if (isWall(tokens[i]?.text) && !isTitleStop(tokens, i)) return undefined;
    if (isVerbal(tags[i]) && !(tags[i] === 'participle' && tags[i - 1] === 'noun')) return groupAt(sentence, i);
  }
  return undefined;
}

export const isWall = (text: string | undefined): boolean => text !== undefined && WALLS.has(text);
const WALLS = new Set(['...', ...';:?!.“”"—']);
