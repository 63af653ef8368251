/** A Reading → the figures of its body: value, unit, what they count, hedge, who says so, each with its span and how much a reader wants it. */
import type { Figure, Modifier, Sentence } from '#model/extraction.ts';
import type { Reading } from '#text/reading.ts';
import { kindOf } from '#text/units.ts';
import { type Amount, findAmounts } from './amounts.ts';
import { conceptOf } from './concept.ts';
import { conversionBrackets, isInside, withoutBrackets } from './conversions.ts';
import { type CountedNoun, countedNoun } from './counted-noun.ts';
import { ballotOf, chainStart, isAlternative, opensBallot, sameDirection } from './figure-chains.ts';
import { type Antecedent, sayingsOf, sourceOf } from './figure-source.ts';
import { antecedentsOf } from './figure-speakers.ts';
import { type Token, tokenise } from './figure-tokens.ts';
import type { Tag } from './known-words.ts';
import { modifierOf } from './modifiers.ts';
import type { Tagged } from './phrases.ts';
import { isBeing, weigh } from './salience.ts';
import { unitLeftOut } from './unit-left-out.ts';
import { tagWords } from './word-tags.ts';
import { type Worded, wordingOf } from './wording.ts';

/** Paragraphs of the body that count as its lede. */
const LEDE_PARAGRAPHS = 3;

export function findFigures(reading: Reading): Figure[] {
  const ledeEnd = reading.sentences.at(0)?.paragraph ?? 0;
  const antecedent = antecedentsOf(reading);
  return reading.sentences.flatMap((sentence) =>
    figuresOf(reading.text, sentence, sentence.paragraph < ledeEnd + LEDE_PARAGRAPHS, antecedent),
  );
}

function figuresOf(text: string, span: Sentence, isLede: boolean, antecedent: Antecedent): Figure[] {
  if (!mayHoldFigure(text, span)) return [];
  const tokens = tokenise(text, span);
  const tagged: Tagged = { text, tokens, tags: tagWords(tokens) };
  const amounts = findAmounts(tokens, tagged.tags);
  if (amounts.length === 0) return [];
  const sentence: Tagged = { text, tokens, tags: withAmounts(tagged.tags, amounts) };
  const read = amounts.map((amount) => ({ amount, noun: amount.unit === null ? countedNoun(tokens, tagged.tags, amount) : undefined }));
  const brackets = conversionBrackets(sentence, amounts);
  const { read: plain, placeOf } = withoutBrackets(sentence, brackets);
  const sayings = sayingsOf(sentence, antecedent);
  const words = new Set(tokens.map((token) => token.lower));
  const quoted = quotedParts(sentence);
  // "killed 11 and nine people, respectively": which of them, only the whole sentence tells
  const isPaired = words.has('respectively');
  let last: { readonly end: number; readonly modifier: Modifier } | undefined;
  return read.flatMap(({ amount, noun }, index): Figure[] => {
    const inherited = noun ? undefined : unitLeftOut(sentence, read, index);
    const unit = noun?.unit ?? amount.unit ?? inherited ?? null;
    if (!isWorthKeeping(sentence, amount, noun, unit)) return [];
    const hedged = modifierOf(tokens, {
      first: amount.first,
      last: noun?.last ?? amount.last,
      numberLast: amount.numberLast,
      isShare: kindOf(unit) === 'share' || kindOf(unit) === 'points' || /^(?:cent|penny|sen|paisa)$/.test(unit ?? ''),
      sign: signOf(amount),
    });
    const carried = sameDirection(sentence, last, hedged.first);
    const modifier = carried === '=' || /^(?:up|down)$/.test(hedged.modifier) ? hedged.modifier : carried;
    last = { end: hedged.last, modifier };
    const start = tokens[withLead(tokens, amount, hedged.first)]?.start;
    const end = tokens[hedged.last]?.end;
    if (start === undefined || end === undefined) return [];
    const opening = chainStart(sentence, read, index);
    const isAside = noun !== undefined && ((isSmallCount(amount.value) && !isBeing(noun.unit)) || noun.unit === 'time');
    const counted = {
      first: opening < amount.first ? opening : hedged.first,
      last: hedged.last,
      isCount: noun !== undefined || (inherited === 'people' && tokens[amount.first - 1]?.lower !== 'of'),
    };
    const saidBy = sourceOf(sayings, hedged.first);
    const first = opening < amount.first ? opening : withLead(tokens, amount, hedged.first);
    const worded =
      isAside ||
      isPaired ||
      pointsElsewhere(tokens, hedged.first, hedged.last, index > 0 || noun === undefined) ||
      isAlternative(tokens, read[index - 1], amount)
        ? undefined
        : opensBallot(read, index)
          ? ballotOf(sentence, read, index)
          : wordingOf(plain, {
              ...counted,
              ...natureOf(unit, amount.value),
              first: placeOf(first),
              last: placeOf(hedged.last),
              isChange: modifier === 'up' || modifier === 'down',
              saidBy,
              isLede,
            });
    // "49" alone does not say of what
    const isNamed = inherited === undefined || (inherited === 'people' && amount.form === 'vague');
    const wording = isNamed || tellsFate(worded) ? worded : undefined;
    const around = (): string | null => (isAside ? null : conceptOf(sentence, counted, noun ? saidBy : undefined, wording));
    const nearby = wording === undefined ? around() : undefined;
    const weighed = weigh({
      value: amount.value,
      unit,
      modifier,
      concept: wording ?? nearby ?? null,
      isWorded: wording !== undefined,
      // "4 dead": the amount says what they suffered
      wording: wording === undefined ? undefined : `${wording} ${tokens[hedged.last]?.lower}`,
      isOldValue: tokens[hedged.first - 1]?.lower === 'from' && typeof amount.value === 'number' && modifier === '=' && noun === undefined,
      saidBy,
      words,
      partitive: noun?.partitive === true,
      isConversion: isInside(brackets, amount.first),
      hyphened: amount.hyphened || (noun !== undefined && /^[-‑–]$/.test(tokens[amount.last + 1]?.text ?? '')),
      isLede,
      inQuotation: quoted.some((part) => part.first < hedged.first && hedged.first < part.last),
    });
    const concept = weighed.printed && wording !== undefined ? wording : (nearby ?? around() ?? wording ?? null);
    // who says so stands in the line already
    const isSaid = saidBy !== undefined && !(weighed.printed && wording?.includes(saidBy.replace(/^(?:the|an?) /i, '')));
    return [{ span: { start, end }, value: amount.value, unit, modifier, concept, ...(isSaid ? { saidBy } : {}), ...weighed }];
  });
}

/** "between €30 million and €40 million": the word that opens a range belongs to its span. */
function withLead(tokens: readonly Token[], { value, first: amountFirst, form }: Amount, first: number): number {
  const isRange = typeof value !== 'number' && amountFirst === first && form !== 'vague';
  return isRange && /^(?:between|from)$/.test(tokens[first - 1]?.lower ?? '') ? first - 1 : first;
}

/** No noun phrase reaches over an amount. */
function withAmounts(tags: readonly Tag[], amounts: readonly Amount[]): Tag[] {
  const marked = [...tags];
  for (const amount of amounts) if (!amount.hyphened) for (let i = amount.first; i <= amount.last; i++) marked[i] = 'amount';
  return marked;
}

const digit = /[\d½⅓⅔¼¾⅛]/;
const numberWord =
  /(?:teen|fold)\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|tens|half|third|quarter|fifth|lakh|crore|scores)\b/i;

function mayHoldFigure(text: string, span: Sentence): boolean {
  const words = text.slice(span.start, span.end);
  return digit.test(words) || numberWord.test(words);
}

function signOf(amount: Amount): -1 | 0 | 1 {
  const low = typeof amount.value === 'number' ? amount.value : amount.value[0];
  return low < 0 ? -1 : 0;
}

/** A bare number in words, a period with a hyphen or a pronoun measures nothing. */
function isWorthKeeping({ tokens, tags }: Tagged, amount: Amount, noun: CountedNoun | undefined, unit: string | null): boolean {
  const next = tokens[amount.last + 1];
  if (amount.hyphened && kindOf(unit) === 'time' && /^(?:noun|amount)$/.test(tags[amount.last + 1] ?? '')) return false;
  if (unit !== null) return true;
  if (noun || amount.form === 'vague' || amount.form === 'ratio') return true;
  if (amount.form === 'words') return amount.scale >= 100;
  if (amount.form === 'fraction') return true;
  // "7- or 8-inch" leaves the unit to the second
  if (next?.glued && /^[-‑]$/.test(next.text)) return false;
  const before = tokens[amount.first - 1];
  if (before?.text === ',' && next?.text === ',' && isAge(amount)) return false;
  if (before === undefined && next?.text === '.') return false;
  // a footnote's or list's number
  const isLoose =
    (next === undefined || next.kind === 'mark') && (before === undefined || before.kind === 'mark' || tags[amount.first - 1] === 'noun');
  return !(isLoose && typeof amount.value === 'number' && Number.isInteger(amount.value) && amount.value < 20 && amount.scale === 1);
}

/** "Jamie Armstrong, 25," */
function isAge(amount: Amount): boolean {
  return typeof amount.value === 'number' && Number.isInteger(amount.value) && amount.value > 0 && amount.value < 120;
}

/** Stretches between quotation marks. */
function quotedParts({ tokens }: Tagged): { readonly first: number; readonly last: number }[] {
  const parts: { first: number; last: number }[] = [];
  let open: number | undefined;
  tokens.forEach((token, i) => {
    const isPlain = token.text === '"';
    // of marks within marks the outer ones count
    if (open !== undefined && (tokens[open]?.text === '"') !== isPlain) return;
    const isBehindWords = isPlain && token.glued && /^[,.!?]$/.test(tokens[i - 1]?.text ?? '');
    if (open === undefined && (token.text === '“' || (isPlain && !isBehindWords))) open = i;
    else if (token.text === '”' || isPlain) {
      // “…. They went on,” she said: opened in a sentence before
      if (open !== undefined || parts.length === 0) parts.push({ first: open ?? -1, last: i });
      open = undefined;
    }
  });
  if (open !== undefined) parts.push({ first: open, last: tokens.length });
  return parts;
}

/** "500 of its workers", "7,000 such foreigners": whose or which, the line does not say; "eleven were hurt badly and another six slightly" are not six in all. */
function pointsElsewhere(tokens: readonly Token[], first: number, last: number, isLater: boolean): boolean {
  for (let i = first; i <= last; i++) if (/^(?:its|their|his|her|our|my|your|such|these|those)$/.test(tokens[i]?.lower ?? '')) return true;
  // "the other 10 million"
  if (tokens[first - 1]?.lower === 'other') return true;
  return isLater && [first, first - 1].some((i) => tokens[i]?.lower === 'another');
}

const tellsFate = (words: string | undefined): boolean =>
  words !== undefined &&
  /^(?:the |killed|injured|wounded|missing|dead|arrested|hurt|displaced|evacuated|infected|rescued|saved|freed|detained|jailed|charged)/.test(
    words,
  );

const noPerson = /^(?:job|household|family|case|death|casualty|body|injury|arrest|life)$/;

/** What kind of thing a unit counts or measures. */
const natureOf = (unit: string | null, value: Amount['value']): Nature => ({
  isPeople: isBeing(unit ?? '') && !noPerson.test(unit ?? ''),
  isShare: kindOf(unit) === 'share' || kindOf(unit) === 'points' || isPart(value),
  isPoints: kindOf(unit) === 'points',
  isAttribute: /^(?:money|share|points|speed)$/.test(kindOf(unit)),
  isMeasure: !/^(?:money|share|points|count)$/.test(kindOf(unit)),
});
type Nature = Pick<Worded, 'isPeople' | 'isShare' | 'isPoints' | 'isAttribute' | 'isMeasure'>;

/** "two-thirds of the members", "one in five households". */
const isPart = (value: Amount['value']): boolean => typeof value === 'number' && value > 0 && value < 1;

/** "one solution", "two kids": nobody asks what they count. */
function isSmallCount(value: Amount['value']): boolean {
  return value === 1 || value === 2;
}
