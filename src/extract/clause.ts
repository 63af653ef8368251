/** A verb group → the subject of its clause, as far as it is certain: what a figure’s wording is built from. */
import { isTitleStop, type Stretch, type Tagged, timeLength } from './phrases.ts';
import { isPersonNoun } from './speaker-nouns.ts';
import { groupAt, groupBefore, isVerbal, isWall, lemmaOf, type VerbGroup } from './verb-group.ts';
import { tightPhraseEndingAt, wholePhraseEndingAt } from './whole-phrases.ts';
import { isPlural, verbOf } from './word-forms.ts';

export type Subject =
  | { readonly kind: 'phrase'; readonly stretch: Stretch }
  /** "it", "they": stands for `of`, where the sentence names it. */
  | { readonly kind: 'pronoun'; readonly low: string; readonly of: Stretch | undefined };

const MAX_ASIDE_TOKENS = 24;

/** Who or what the verb group tells about; undefined where that is not certain. */
export function subjectOf(sentence: Tagged, group: VerbGroup, depth = 0): Subject | undefined {
  if (depth > 3) return undefined;
  const { tokens, tags } = sentence;
  if (group.to !== undefined && !/^(?:aux)$/.test(tags[group.to - 1] ?? '') && group.first === group.to)
    return controller(sentence, group, depth);
  let at = group.first - 1;
  while (tags[at] === 'adv') at -= 1;
  at -= timeBefore(sentence, at);
  const token = tokens[at];
  if (!token) return undefined;
  if (group.isGerund) return gerundSubject(sentence, at, depth);
  if (tags[at] === 'pron') return pronoun(sentence, at);
  if (tags[at] === 'rel') return relative(sentence, at);
  if (token.lower === 'and' || token.lower === 'but' || token.lower === 'or') return shared(sentence, at, depth);
  if (token.text === ',') return beforeAside(sentence, at) ?? undefined;
  return certainPhraseAt(sentence, at);
}

/** "China this week welcomes": how many tokens up to `last` only say when. */
export function timeBefore(sentence: Tagged, last: number): number {
  for (let length = 4; length > 0; length--) {
    const at = last - length + 1;
    if (at < 0) continue;
    if (timeLength(sentence, at) !== length) continue;
    const lead = sentence.tokens[at - 1]?.lower ?? '';
    if (lead === 'of') return 0;
    return length + (/^(?:in|on|by|during|at|since)$/.test(lead) ? 1 : 0);
  }
  return 0;
}

/** "Hamas fighters broke through …, killing": the clause's own subject. */
function gerundSubject(sentence: Tagged, at: number, depth: number): Subject | undefined {
  const { tokens, tags } = sentence;
  let i = at;
  // "shooting, stabbing and burning"
  while (i > 0 && (tokens[i]?.text === ',' || tokens[i]?.lower === 'and' || tags[i] === 'gerund')) i -= 1;
  if (tags[i] === 'prep' || tags[i] === 'det' || tokens[i + 1]?.text !== ',') return undefined;
  const before = groupBefore(sentence, i + 1);
  return before && !before.isPassive ? subjectOf(sentence, before, depth + 1) : undefined;
}

/** "sets total spending and brings the deficit down": the verb before has the same subject. */
function shared(sentence: Tagged, conjunction: number, depth: number): Subject | undefined {
  let before = groupBefore(sentence, conjunction);
  // "broke through the border … on October 7 and killed": participles of objects are no verbs of the clause
  for (let hops = 0; before && hops < 2 && before.first === before.main && sentence.tags[before.first] === 'participle'; hops++)
    before = groupBefore(sentence, before.first);
  return before && !before.isGerund ? subjectOf(sentence, before, depth + 1) : undefined;
}

function pronoun(sentence: Tagged, at: number): Subject | undefined {
  const { tokens } = sentence;
  const low = tokens[at]?.lower ?? '';
  if (!/^(?:it|they|he|she|we|i|you|there)$/.test(low)) return undefined;
  const isThird = low === 'it' || low === 'they' || low === 'he' || low === 'she';
  const before = isThird ? groupBefore(sentence, at) : undefined;
  const owner = before && !before.isGerund ? subjectOf(sentence, before, 2) : undefined;
  if (owner?.kind !== 'phrase') return { kind: 'pronoun', low, of: undefined };
  // "the office estimates that it could cut growth": rather the plan than the office
  if (before !== undefined && /^(?:estimate|project|forecast|predict|calculate|conclude)$/.test(before.base))
    return { kind: 'pronoun', low, of: undefined };
  // "experts say it is worth": "it" is not the experts
  const head = tokens[owner.stretch.last];
  const isMany = head !== undefined && head.text === head.lower && isPlural(head.lower);
  return { kind: 'pronoun', low, of: isMany && low !== 'they' ? undefined : owner.stretch };
}

/** "the coast guard, which had reported": what the relative stands for. */
function relative(sentence: Tagged, at: number): Subject | undefined {
  const { tokens, tags } = sentence;
  if (!/^(?:who|which|that)$/.test(tokens[at]?.lower ?? '')) return undefined;
  let i = at - 1;
  if (tags[i] === 'prep') return undefined;
  if (tokens[i]?.text === ',') i -= 1;
  i = beforeQuoted(sentence, i);
  const tight = tightPhraseEndingAt(sentence, i);
  // "a march in New York that drew": rather the march
  const isPlace =
    tight && /^(?:in|at|on|near|from)$/.test(tokens[tight.first - 1]?.lower ?? '') && /^\p{Lu}/u.test(tokens[tight.first]?.text ?? '');
  // "the church in Charleston, South Carolina, which": a place of a place
  const isOfPlace =
    tight !== undefined &&
    tokens[tight.first - 1]?.text === ',' &&
    /^\p{Lu}/u.test(tokens[tight.first]?.text ?? '') &&
    /^\p{Lu}/u.test(tokens[tight.first - 2]?.text ?? '') &&
    [3, 4].some((back) => /^(?:in|at|near|of|from)$/.test(tokens[tight.first - back]?.lower ?? ''));
  // "barred some drivers, which will save": the whole of it, as people are "who"
  const isAllOfIt = tokens[at]?.lower === 'which' && tight !== undefined && isPersonNoun(tokens[tight.last]?.lower ?? '');
  if (isOfPlace || isAllOfIt || (tight && isEveryone(sentence, tight, at))) return undefined;
  const stretch = isPlace ? (wholePhraseEndingAt(sentence, i) ?? tight) : tight && lastName(sentence, tight);
  if (!stretch || isObjectBefore(sentence, stretch.first)) return undefined;
  return { kind: 'phrase', stretch };
}

/** "loans for businesses that employ fewer than 500 people": whoever does so, nobody in particular. */
const isEveryone = ({ tokens, tags }: Tagged, { first, last }: Stretch, relative: number): boolean =>
  tokens[relative - 1]?.text !== ',' &&
  tags[first] !== 'det' &&
  isPlural(tokens[last]?.lower ?? '') &&
  tokens.slice(first, last + 1).every(({ text, lower }) => text === lower) &&
  verbOf(tokens[relative + 1]?.lower ?? '')?.form === 'base';

/** "a conference of the Governors Association, which": the name, rather than what is of it. */
function lastName({ tokens, tags }: Tagged, { first, last }: Stretch): Stretch {
  for (let i = last - 1; i > first; i--) {
    if (tokens[i]?.lower !== 'of') continue;
    const name = tags[i + 1] === 'det' ? i + 2 : i + 1;
    const isName = name < last && /^\p{Lu}/u.test(tokens[name]?.text ?? '') && /^\p{Ll}/u.test(tokens[i - 1]?.text ?? '');
    return isName ? { first: i + 1, last } : { first, last };
  }
  return { first, last };
}

/** "a bicycle, the “Sparrow”, which": what the name in marks is a name of. */
function beforeQuoted({ tokens }: Tagged, at: number): number {
  if (!/^[”"’]$/.test(tokens[at]?.text ?? '')) return at;
  for (let i = at - 1; i > at - 8 && i > 0; i--) {
    if (!/^[“"‘]$/.test(tokens[i]?.text ?? '')) continue;
    for (let k = i - 1; k > i - 4 && k > 0; k--) if (tokens[k]?.text === ',') return k - 1;
    return at;
  }
  return at;
}

/** "Strait Lines, the operator of the ferry, said": what stands before the aside. */
function beforeAside(sentence: Tagged, comma: number): Subject | undefined {
  const { tokens, tags } = sentence;
  for (let i = comma - 1; i > comma - MAX_ASIDE_TOKENS && i > 0; i--) {
    if (isWall(tokens[i]?.text) && !isTitleStop(tokens, i)) return undefined;
    if (tokens[i]?.text !== ',') continue;
    const opens = tags[i + 1];
    const isAside =
      opens === 'det' ||
      opens === 'noun' ||
      opens === 'rel' ||
      opens === 'prep' ||
      opens === 'participle' ||
      opens === 'verb' ||
      opens === 'gerund' ||
      opens === 'num' ||
      opens === 'amount';
    if (isAside && tags[i - 1] !== 'adv') return beforeApposition(sentence, phraseAt(sentence, i - 1));
  }
  return undefined;
}

/** "Cameron, the chief executive of Little Rock, Arkansas-based Mountaire, had given": the name before the first comma. */
function beforeApposition(sentence: Tagged, found: Subject | undefined): Subject | undefined {
  const { tokens, tags } = sentence;
  if (found?.kind !== 'phrase') return found;
  const { first } = found.stretch;
  if (tokens[first - 1]?.text !== ',' || tags[first] !== 'det' || tags[first - 2] !== 'noun') return found;
  const outer = phraseAt(sentence, first - 2);
  return outer?.kind === 'phrase' && /^\p{Lu}/u.test(tokens[first - 2]?.text ?? '') ? outer : found;
}

/** Verbs whose infinitive tells of what is to be, rather than of what was tried or refused. */
const planning = new Set(
  'plan agree want vow promise order ask aim expect need offer decide pledge urge tell allow seek force require propose intend prepare threaten commit instruct oblige sentence set schedule'.split(
    ' ',
  ),
);

function controller(sentence: Tagged, group: VerbGroup, depth: number): Subject | undefined {
  const { tags } = sentence;
  const at = (group.to ?? 0) - 1;
  if (isVerbal(tags[at])) {
    const before = groupAt(sentence, at);
    return planning.has(before.base) && !before.isNegative && !before.isGerund ? subjectOf(sentence, before, depth + 1) : undefined;
  }
  const owner = phraseAt(sentence, at);
  if (owner?.kind !== 'phrase') return undefined;
  const before = isVerbal(tags[owner.stretch.first - 1]) ? groupAt(sentence, owner.stretch.first - 1) : undefined;
  return before && planning.has(before.base) && !before.isNegative ? owner : undefined;
}

/** An infinitive says what will be only behind a verb of plans, or "is to". */
export function isPlanned(sentence: Tagged, group: VerbGroup): boolean {
  if (group.to === undefined) return true;
  const before = group.to - 1;
  if (sentence.tags[before] === 'aux' || group.first < group.to) return true;
  return controller(sentence, group, 0) !== undefined;
}

function phraseAt(sentence: Tagged, last: number): Subject | undefined {
  const stretch = wholePhraseEndingAt(sentence, last);
  return stretch && { kind: 'phrase', stretch };
}

function certainPhraseAt(sentence: Tagged, last: number): Subject | undefined {
  const found = phraseAt(sentence, last);
  if (found?.kind !== 'phrase' || !isObjectBefore(sentence, found.stretch.first)) return found;
  // "repealing the mandate would save $338 billion": the doing is the subject
  const gerund = found.stretch.first - 1;
  const opens = gerund === 0 || /^(?:,|that)$/.test(sentence.tokens[gerund - 1]?.lower ?? '');
  return sentence.tags[gerund] === 'gerund' && opens ? { kind: 'phrase', stretch: { first: gerund, last: found.stretch.last } } : undefined;
}

const clauseTaking =
  /^(?:say|report|estimate|announce|claim|show|find|suggest|think|believe|know|hope|expect|mean|predict|note|add|warn|argue|insist|testify|confirm|reveal|calculate|conclude|acknowledge|fear|forecast|project|indicate|assume|see|admit|deny|concede|declare|explain|learn|hear|is|be|let|make|help)$/;

/** "anyone reporting a flaw can earn": the phrase is the object of a verb before it, so the subject stands further left. */
function isObjectBefore({ tokens, tags }: Tagged, opening: number): boolean {
  // "a plane carrying mostly tourists"
  let first = opening;
  while (tags[first - 1] === 'adv') first -= 1;
  if (!isVerbal(tags[first - 1]) || tags[first - 1] === 'aux') return false;
  const lemma = lemmaOf(tokens[first - 1]?.lower ?? '');
  if (tags[first - 1] === 'gerund' || tags[first - 1] === 'participle')
    return !/^(?:say|add|claim|argue|warn|note|insist|mean)$/.test(lemma);
  return !clauseTaking.test(lemma);
}
