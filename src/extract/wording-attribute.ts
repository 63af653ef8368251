/** An amount that describes the noun behind it → that noun: "a 0.5 percent tax on financial transactions", "a £1,000 payment". */
import { personNouns } from '#text/lexicon.ts';
import { phraseStartingAt, type Stretch, type Tagged, timeLength, wordsOf } from './phrases.ts';
import { tightPhraseEndingAt, wholePhraseEndingAt } from './whole-phrases.ts';
import { isPlural, singularOf } from './word-forms.ts';
import type { Worded } from './wording.ts';
import { clauseFrom } from './wording-clause.ts';
import { isCut } from './wording-endings.ts';
import { isOwner } from './wording-labels.ts';
import { isMove, namesMeasure, namesRate } from './wording-measures.ts';
import { withArticle } from './wording-names.ts';
import { isTooLong } from './wording-phrases.ts';
import { endsInVerb } from './wording-whole.ts';

/** "a 0.5 percent tax on financial transactions", "a £1,000 payment". */
export function attributiveNoun(sentence: Tagged, { first, last, isShare }: Worded): string | undefined {
  const { tokens, tags } = sentence;
  const hyphen = /^[-‑–]$/.test(tokens[last + 1]?.text ?? '') ? 1 : 0;
  const at = last + 1 + hyphen;
  if (tags[at] !== 'noun' || timeLength(sentence, at) > 0) return undefined;
  // "a 10% or higher rate": a threshold
  if (isOwner(sentence, first - 1) || tokens.slice(first, last + 1).some(({ lower }) => lower === 'or')) return undefined;
  const phrase = phraseStartingAt(sentence, at);
  const head = phrase && headOf(sentence, phrase);
  const isOpened =
    /^(?:det|noun)$/.test(tags[first - 1] ?? '') && (tags[first - 1] === 'det' || /[’']s?$/.test(tokens[first - 1]?.text ?? ''));
  if (!isOpened && !hyphen && !isPlural(head ?? '')) return undefined;
  // "only 40% think so"
  if (
    !isOpened &&
    !hyphen &&
    /^(?:think|say|believe|want|feel|know|agree|hope|expect|plan|support|oppose|back|prefer|like)$/.test(tokens[at]?.lower ?? '')
  )
    return undefined;
  if (!phrase || phrase.first !== at || tags[phrase.last + 1] === 'amount' || isTooLong(sentence, phrase)) return undefined;
  if (endsInVerb(sentence, phrase.last)) return undefined;
  // "43 percent-owned by", "a $15k-or-less car", "a 30 percent shareholder": no noun of the amount's own
  if (tokens[at + 1]?.text === '-' && /^(?:owned|held|controlled|backed|funded)$/.test(tokens[at + 2]?.lower ?? '')) return undefined;
  if (hyphen > 0 && (/ed$/.test(tokens[at]?.lower ?? '') || tokens[at + 1]?.text === '-')) return undefined;
  if (head !== undefined && (personNouns.has(singularOf(head)) || /(?:holder|owner|partner|giant|company|firm|group|cent)s?$/.test(head)))
    return undefined;
  if (isAllNames(sentence, phrase)) return contactClause(sentence, phrase);
  const whole = withRelative(sentence, phrase);
  if (whole === undefined || isCut(sentence, whole.last) || isNamedClause(sentence, phrase)) return undefined;
  // "a cap on the tax rates": a noun that looks like a verb; "a drop that is known as": half a clause
  const isOpen =
    whole.last > phrase.last
      ? !isBoundary(sentence, whole.last + 1)
      : tags[whole.last + 1] === 'verb' && isPlural(tokens[whole.last + 1]?.lower ?? '');
  if (isOpen && !opensClause(sentence, first)) return undefined;
  // "the $2 billion package that Velm passed included": the clause has run into the verb of the sentence
  if (whole.last > phrase.last && opensClause(sentence, first)) return undefined;
  // "warns that a 70 percent rate would fail": nobody has it
  if (/^(?:would|could|might)$/.test(tokens[whole.last + 1]?.lower ?? '')) return undefined;
  const words = wordsOf(sentence, whole);
  // "package at Tuesday’s hearing"
  if (words !== undefined && /(?:day|night)[’']s /.test(words)) return undefined;
  // "contribution from a nonprofit": from which
  if (words !== undefined && / (?:from|by|with|to|in|of) (?:an?|another) \p{Ll}/u.test(words)) return undefined;
  if (words === undefined || / in an? (?:effort|attempt|bid|move)$/.test(words) || !(namesMeasure(words) || (isShare && namesRate(words))))
    return undefined;
  return withArticle(words);
}

/** "a 15 percent tariff that the government had planned to impose", "a 29 percent drop in the number of drivers being tested": undefined where it cannot be told whole. */
function withRelative(sentence: Tagged, phrase: Stretch): Stretch | undefined {
  const { tokens, tags } = sentence;
  // "a fall in property prices": a noun that looks like a verb
  const isHidden =
    tags[phrase.last + 1] === 'verb' &&
    isPlural(tokens[phrase.last + 1]?.lower ?? '') &&
    /^(?:prep|mark|conj)$/.test(tags[phrase.last + 2] ?? 'mark') &&
    tags[phrase.last - 1] === 'prep' &&
    !/^(?:ends|begins|starts|opens|runs|goes|comes|takes|expires|lasts)$/.test(tokens[phrase.last + 1]?.lower ?? '');
  const isDeed =
    tags[phrase.last + 1] === 'verb' &&
    /^(?:cut|hike|break|increase|rise|cuts|rises|falls|hikes|claims|loans|bids|fines|fees|charges|gains)$/.test(
      tokens[phrase.last + 1]?.lower ?? '',
    );
  if (isHidden || isDeed) return { first: phrase.first, last: phrase.last + 1 };
  const at = phrase.last + 1;
  const tag = sentence.tags[at];
  const isReduced = tag === 'gerund' || tag === 'participle' || sentence.tokens[at]?.lower === 'being';
  if (!isReduced && (tag !== 'rel' || !/^(?:that|which)$/.test(sentence.tokens[at]?.lower ?? ''))) return phrase;
  const clause = clauseFrom(sentence, at, 70);
  if (clause) return { first: phrase.first, last: clause.last };
  return isReduced ? undefined : phrase;
}

/** "a 1 percent rise in ownership", "a 15 percent credit for the old": whose, only a name says; "there had been a 29 percent drop in arrests": of all. */
export const isAnybodys = ({ tokens }: Tagged, { first, isShare }: Worded, words: string): boolean =>
  (isMove(words) && tokens.some(({ lower }, i) => /^(?:associated|correlated|linked|correlates|correlate)$/.test(lower) && i > first)) ||
  ((isShare || isMove(words)) &&
    (!/\p{Lu}/u.test(words.replace(/\bGDP\b/g, '')) || (isMove(words) && isAhead(tokens, first))) &&
    !/\b(?:unemployment|jobless|inflation) rate$|\bturnout\b|\b(?:national|federal) (?:debt|deficit|budget)\b|\b(?:tariff|tax|duty|levy|tariffs|taxes|duties)\b.* on .*\b(?:imports?|imported|exports|goods|products|steel|aluminum|aluminium|cars|families|income|profits|gains|all)\b/.test(
      words,
    ) &&
    !isThere(tokens.slice(Math.max(0, first - 6), first).map(({ lower }) => lower)));

/** "would lead to a 2 percent cut". */
const isAhead = (tokens: Tagged['tokens'], first: number): boolean =>
  tokens.slice(Math.max(0, first - 6), first).some(({ lower }) => /^(?:would|could|might)$/.test(lower));

const isThere = (before: readonly string[]): boolean =>
  before.includes('there') && !before.some((word) => /^(?:would|could|might|may|will)$/.test(word));

const isBoundary = ({ tokens, tags }: Tagged, at: number): boolean =>
  tokens[at] === undefined ||
  tokens[at]?.kind === 'mark' ||
  tags[at] === 'conj' ||
  timeLength({ text: '', tokens, tags }, tags[at] === 'prep' ? at + 1 : at) > 0;

const opensClause = ({ tokens, tags }: Tagged, first: number): boolean => {
  const before = tags[first - 1] === 'det' ? first - 2 : first - 1;
  return before < 0 || tokens[before]?.kind === 'mark' || tags[before] === 'conj';
};

/** "the $2 billion loan President Holm signed": the name is no part of the noun. */
const isNamedClause = ({ tokens, tags }: Tagged, { first, last }: Stretch): boolean =>
  tags[last + 1] === 'verb' &&
  /^\p{Lu}/u.test(tokens[last]?.text ?? '') &&
  tokens.slice(first, last).every((_, i) => tags[first + i] !== 'prep');

function isAllNames({ tokens }: Tagged, { first, last }: Stretch): boolean {
  for (let i = first; i <= last; i++) if (tokens[i]?.kind === 'word' && !/^\p{Lu}/u.test(tokens[i]?.text ?? '')) return false;
  return true;
}

/** "the $3 million Ruiz raised in May": a relative clause without "that". */
function contactClause(sentence: Tagged, { last }: Stretch): string | undefined {
  const { tags } = sentence;
  const name = wholePhraseEndingAt(sentence, last) ?? tightPhraseEndingAt(sentence, last);
  if (tags[last + 1] !== 'verb') return undefined;
  const clause = name && clauseFrom(sentence, last + 1, 80);
  const who = name && wordsOf(sentence, { first: last - Math.min(2, last - name.first), last });
  return clause && who && `that ${who} ${wordsOf(sentence, clause)}`;
}

/** The noun before the first preposition: "tax" of "tax on financial transactions". */
function headOf({ tokens, tags }: Tagged, { first, last }: Stretch): string | undefined {
  let i = first;
  while (i < last && tags[i + 1] !== 'prep') i += 1;
  return tokens[i]?.lower;
}
