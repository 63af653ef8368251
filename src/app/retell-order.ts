/**
 * A drafted sentence and the sentences that it cites → why it is not these sentences with parts left out. A model that may choose the order of
 * words makes "the mayor took bribes" of "the mayor sued the paper over a report that she took bribes", each word of it backed.
 */
import { verbReading } from '#text/lexicon.ts';

type Word = {
  readonly text: string;
  /** A sentence's beginning, a comma, a dash, a bracket or a quotation mark stands before it. */
  readonly opens: boolean;
};

/** May be added, and join what stands apart. */
const JOINING = new Set('a an the and but while which who whose where'.split(' '));
const RELATIVES = new Set('which who whose where when'.split(' '));
/** May go wherever they stand. */
const DROPPED = new Set('a an the and but that also for on meanwhile however'.split(' '));
/** What they open says when, where and why, and may go as a whole: "because of the storm". */
const PREPOSITIONS = new Set(
  'because for in on at during after before since near with amid inside outside within across along behind beside'.split(' '),
);
/** Nothing that holds these may go: without it the rest would be more than was said. */
const NEEDED =
  /^(?:not|no|never|none|nobody|nothing|without|neither|cannot|except|unless|if|may|might|could|would|should|likely|possibly|reportedly|apparently|alleg\w+|suspect\w*|accus\w+|according|say|says|said|tells?|told|den(?:y|ies|ied|ying)|claim(?:s|ed|ing)?|warn(?:s|ed|ing)?|add(?:s|ed)?|report(?:s|ed)?|announced?|expect(?:s|ed)?|plan(?:s|ned)?)$|n't$/;

export function whyNotInTheirOrder(text: string, cited: readonly string[]): string | undefined {
  const draft = wordsOf(text);
  const sources = cited.map(wordsOf);
  return isMadeOf(draft, sources) ? undefined : 'It does not follow the article’s words with parts left out.';
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let opens = true;
  for (const [piece] of text
    .toLowerCase()
    .replaceAll('’', "'")
    .matchAll(/[\p{L}\p{N}]+(?:['.,-][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu)) {
    if (/[\p{L}\p{N}]/u.test(piece)) {
      words.push({ text: piece, opens });
      opens = false;
    } else opens = opens || /[,;:–—()“”"-]/.test(piece);
  }
  return words;
}

/** Where the reading stands: the next word of the draft, the sentence, its next word, how many of it were taken; and the sentence that an inserted one goes back to. */
type State = {
  readonly d: number;
  readonly s: number;
  readonly p: number;
  readonly taken: number;
  readonly back?: { readonly s: number; readonly p: number };
};

function isMadeOf(draft: readonly Word[], sources: readonly (readonly Word[])[]): boolean {
  const seen = new Set<string>();
  const open: State[] = [{ d: 0, s: 0, p: 0, taken: 0 }];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const key = `${state.d} ${state.s} ${state.p} ${Math.min(state.taken, LEAST)} ${state.back?.s} ${state.back?.p}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const last = sources.length - 1;
    const isAtEnd = state.p === sources[state.s]?.length && state.taken >= LEAST;
    const isWhole = state.back === undefined ? state.s === last : state.back === RETURNED;
    if (isAtEnd && isWhole && state.d === draft.length) return true;
    open.push(...stepsFrom(state, draft, sources));
  }
  return false;
}

/** Once only. */
const RETURNED = { s: -1, p: -1 };

/** A sentence that is cited is told: so many of its words at least. */
const LEAST = 2;

function stepsFrom(state: State, draft: readonly Word[], sources: readonly (readonly Word[])[]): State[] {
  const { d, s, p, taken, back } = state;
  const source = sources[s] ?? [];
  const [word, theirs] = [draft[d], source[p]];
  const steps: State[] = [];
  if (word !== undefined && word.text === theirs?.text) steps.push({ ...state, d: d + 1, p: p + 1, taken: taken + 1 });
  if (word !== undefined && JOINING.has(word.text)) steps.push({ ...state, d: d + 1 });
  for (const end of leftOutAt(source, p)) steps.push({ ...state, p: end });
  const isTold = p === source.length && taken >= LEAST;
  const follows = sources[s + 1];
  if (isTold && back === undefined && follows !== undefined) steps.push({ d, s: s + 1, p: 0, taken: 0 });
  // Of two sentences alone: "40 ships, which had waited …, left".
  if (isTold && back !== undefined && (word === undefined || word.opens) && s === sources.length - 1)
    steps.push({ d, s: back.s, p: back.p, taken: LEAST, back: RETURNED });
  if (back === undefined && s === sources.length - 2 && follows !== undefined && word?.opens && RELATIVES.has(word.text) && p > 0) {
    const subject = follows.findIndex(({ text }) => text === source[p - 1]?.text);
    if (subject >= 0 && subject <= MAX_SUBJECT) steps.push({ d: d + 1, s: s + 1, p: subject + 1, taken: 1, back: { s, p } });
  }
  return steps;
}

/** Words of a subject that "which" stands for: "the three ships". */
const MAX_SUBJECT = 3;

/** Where one may go on when a part that begins here is left out. */
function leftOutAt(source: readonly Word[], p: number): number[] {
  const first = source[p];
  if (first === undefined) return [];
  const ends: number[] = [];
  if (DROPPED.has(first.text)) ends.push(p + 1);
  let end = p + 1;
  while (end < source.length && !source[end]?.opens) end++;
  const part = source.slice(p, end);
  const isNeeded = part.some(({ text }) => NEEDED.test(text));
  const isClause = part.some(({ text }) => verbReading(text)?.forms.has('past'));
  const isAside = first.opens && (RELATIVES.has(first.text) || first.text.endsWith('ing') || !isClause);
  // "Fell in Orsk, rose in Velm": what stands against another such part stays.
  const isAlone = end === source.length && source.every(({ text }, at) => at === p || text !== first.text);
  const isPhrase = PREPOSITIONS.has(first.text) && isAlone && !isClause && !part.some(({ text }) => /^(?:and|or|but)$/.test(text));
  if (!isNeeded && (isAside || isPhrase)) ends.push(end);
  return ends;
}
