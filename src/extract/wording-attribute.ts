/** An amount that describes the noun behind it → that noun: "a 0.5 percent tax on financial transactions", "a £1,000 payment". */
import { personNouns } from '#text/lexicon.ts';
import { phraseStartingAt, type Stretch, type Tagged, timeLength, wordsOf } from './phrases.ts';
import { tightPhraseEndingAt, wholePhraseEndingAt } from './whole-phrases.ts';
import { isPlural, singularOf } from './word-forms.ts';
import type { Worded } from './wording.ts';
import { clauseFrom } from './wording-clause.ts';
import { isOwner } from './wording-labels.ts';
import { withArticle } from './wording-names.ts';
import { isTooLong } from './wording-phrases.ts';
import { endsInVerb } from './wording-whole.ts';

/** "a 0.5 percent tax on financial transactions", "a £1,000 payment". */
export function attributiveNoun(sentence: Tagged, { first, last }: Worded): string | undefined {
  const { tokens, tags } = sentence;
  const hyphen = /^[-‑–]$/.test(tokens[last + 1]?.text ?? '') ? 1 : 0;
  const at = last + 1 + hyphen;
  if (tags[at] !== 'noun' || timeLength(sentence, at) > 0) return undefined;
  if (isOwner(sentence, first - 1)) return undefined;
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
  return whole && withArticle(wordsOf(sentence, whole));
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
    /^(?:cuts|rises|falls|hikes|claims|loans|bids|fines|fees|charges|gains)$/.test(tokens[phrase.last + 1]?.lower ?? '');
  if (isHidden || isDeed) return { first: phrase.first, last: phrase.last + 1 };
  const at = phrase.last + 1;
  const tag = sentence.tags[at];
  const isReduced = tag === 'gerund' || tag === 'participle' || sentence.tokens[at]?.lower === 'being';
  if (!isReduced && (tag !== 'rel' || !/^(?:that|which)$/.test(sentence.tokens[at]?.lower ?? ''))) return phrase;
  const clause = clauseFrom(sentence, at, 70);
  if (clause) return { first: phrase.first, last: clause.last };
  return isReduced ? undefined : phrase;
}

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
