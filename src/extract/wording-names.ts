/** Who a clause tells of → a name that a line of its own can use; undefined for "it", "his company" and other words that point out of the line. */
import { personNouns } from '#text/lexicon.ts';
import type { Subject } from './clause.ts';
import { type Stretch, type Tagged, timeLength } from './phrases.ts';
import { isVerbal, isWall } from './verb-group.ts';
import { isPlural } from './word-forms.ts';
import { isOwner, lowered } from './wording-labels.ts';
import { isTooLong } from './wording-phrases.ts';

/** "Trump and Carson" of "Cruz, Trump and Carson": half of those who did it. */
export function isListTail({ tokens, tags }: Tagged, { first, last }: Stretch): boolean {
  if (tokens[first - 1]?.text !== ',' || tags[first - 2] !== 'noun') return false;
  // "includes Ana Ruiz, Tom Holm, Vera Lund and others": one of many
  const isNamed = (i: number): boolean => tags[i] === 'noun' && /^\p{Lu}/u.test(tokens[i]?.text ?? '');
  if (tokens[last + 1]?.text === ',' && isNamed(first - 2) && isNamed(first) && isNamed(last + 2)) {
    for (let i = last + 3; i < last + 8; i++) if (tokens[i]?.lower === 'and') return true;
  }
  for (let i = first + 1; i < last; i++) if (tokens[i]?.lower === 'and') return true;
  return false;
}

/** A subject that a line of its own can name. */
export function whoOf(sentence: Tagged, subject: Subject | undefined): string | undefined {
  const stretch = subject?.kind === 'phrase' ? subject.stretch : subject?.of;
  if (!stretch || isOwner(sentence, stretch.first) || isTooLong(sentence, stretch) || isListTail(sentence, stretch)) return undefined;
  if (isUnsure(sentence, stretch) || pointsBack(sentence, stretch)) return undefined;
  const name = lowered(sentence, stretch);
  return name !== undefined && !/\b(?:its|their|his|her)\b/.test(name) ? name : undefined;
}

export const phraseOf = (subject: Subject | undefined): Stretch | undefined => (subject?.kind === 'phrase' ? subject.stretch : undefined);

/** Who did it, unless that is who says it too, or nobody that the line could name. */
export function agentOf(sentence: Tagged, subject: Subject | undefined, saidBy: string | undefined, said: string): string | undefined {
  const stretch = phraseOf(subject);
  if (!stretch || isOwner(sentence, stretch.first) || isTooLong(sentence, stretch) || isListTail(sentence, stretch)) return undefined;
  if (isUnsure(sentence, stretch) || pointsBack(sentence, stretch)) return undefined;
  // "on behalf of Republicans", "in June, which killed": no doer
  if (
    /^(?:behalf|part|account|terms|case)$/.test(sentence.tokens[stretch.first]?.lower ?? '') ||
    timeLength(sentence, stretch.first) > stretch.last - stretch.first
  )
    return undefined;
  // "has outspent Holm, who gave": a verb that looks like a noun
  if (sentence.tags[stretch.first - 1] === 'to') return undefined;
  // "T" of "AT&T", "Labour" of "second-place Labour"
  if (/^[&/-]$/.test(sentence.tokens[stretch.first - 1]?.text ?? '') && sentence.tokens[stretch.first - 1]?.glued) return undefined;
  if (
    /^(?:double|triple|half|bad|good|like|unlike|even)$/.test(sentence.tokens[stretch.first]?.lower ?? '') ||
    /[’']s?$/.test(sentence.tokens[stretch.last]?.text ?? '')
  )
    return undefined;
  if (
    /^(?:has|have|had)$/.test(sentence.tokens[stretch.first - 1]?.lower ?? '') &&
    /\p{Ll}/u.test(sentence.tokens[stretch.first]?.text[0] ?? '') &&
    sentence.tags[stretch.first] === 'noun'
  )
    return undefined;
  const name = lowered(sentence, stretch);
  const plain = (one: string): string => one.replace(/^(?:the|an?) /i, '').toLowerCase();
  // "Rebels" that opened a sentence: a name or not, nobody can tell
  const opener = stretch.first === 0 && stretch.last === 0 ? sentence.tokens[0] : undefined;
  if (opener !== undefined && isPlural(opener.lower) && name?.startsWith(opener.text)) return undefined;
  if (
    name === undefined ||
    /^(?:the |an? )?(?:type|kind|sort|way)s? of |\b(?:its|their|his|her|shows?|says?|suggests?|reveals?)\b/.test(name) ||
    name.length > 60 ||
    said.includes(name)
  )
    return undefined;
  if (/ (?:month|year|week|quarter|time) \p{Lu}/u.test(name)) return undefined;
  if (/^(?:people|someone|nobody|others|everyone|some|many|most|it|they|i|you|we|he|she)(?:[’']\p{L}+)?$/iu.test(name)) return undefined;
  return saidBy !== undefined && (plain(saidBy).endsWith(plain(name)) || plain(name).endsWith(plain(saidBy))) ? undefined : name;
}

/** "a rally in Lund that drew 5,000": Lund did not; "a donor and head of the fund who gave": half of who did. */
function isUnsure({ tokens, tags }: Pick<Tagged, 'tokens' | 'tags'>, { first, last }: Stretch): boolean {
  const isAntecedent = /^(?:that|which|who)$/.test(tokens[last + 1]?.lower ?? '');
  const isPlace = /^(?:in|at|on|near|outside|inside|across|from|without|despite)$/.test(tokens[first - 1]?.lower ?? '');
  const isHalf = tags[first - 1] === 'conj' && personNouns.has(tokens[first]?.lower ?? '');
  return (isAntecedent && (isPlace || isHalf)) || isSecondOfTwo({ tokens, tags }, first);
}

/** "those passengers", "whose debut album", "its existing streaming service": whom it means stands outside of the phrase. */
export function pointsBack({ tokens, tags }: Tagged, { first }: Stretch): boolean {
  const [before = '', here = ''] = [tokens[first - 1]?.lower, tokens[first]?.lower];
  return (
    before === 'whose' ||
    /^(?:those|these|this|such)$/.test(here) ||
    (before === 'that' && tags[first - 1] === 'det') ||
    (here === 'that' && tags[first] === 'det') ||
    (tags[first - 1] === 'gerund' && tags[first - 2] !== undefined && tokens[first - 2]?.text !== ',')
  );
}

/** A label whose first word looks like a verb form takes an article, so that nobody reads on: "the estimated cost". */
export function withArticle(words: string | undefined): string | undefined {
  return words !== undefined && /^(?:\p{Ll}+ed\s|(?:cost|bid|cut|spread|broadcast)$)/u.test(words) ? `the ${words}` : words;
}

/** "Tarn 2 and The Otters took $436 million": both did. */
function isSecondOfTwo({ tokens, tags }: Pick<Tagged, 'tokens' | 'tags'>, first: number): boolean {
  const before = tokens[first - 2]?.text === ',' ? first - 3 : first - 2;
  if (tokens[first - 1]?.lower !== 'and' || !/^(?:noun|num|amount)$/.test(tags[before] ?? '')) return false;
  for (let i = first - 2; i >= 0 && i > first - 12; i--)
    if ((isVerbal(tags[i]) && tags[i] !== 'gerund') || isWall(tokens[i]?.text)) return false;
  return true;
}
