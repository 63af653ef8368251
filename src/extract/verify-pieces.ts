/** A stretch of text → its pieces as a checker compares them: words by their stem, and the facts among them (figures by value and unit, names, days and months). */
import type { Span } from '#model/article.ts';
import type { Modifier } from '#model/extraction.ts';
import { currencyBefore } from '#text/currencies.ts';
import { verbReading } from '#text/lexicon.ts';
import { kindOf } from '#text/units.ts';
import { wordIn } from '#text/words.ts';
import { readUnit } from './amount-units.ts';
import { type Token, tokenise } from './figure-tokens.ts';
import { modifierOf } from './modifiers.ts';
import { readNumberPhrase, type Value } from './number-phrases.ts';
import { MONTHS, WEEKDAYS } from './word-forms.ts';

export type Measure = {
  readonly value: Value;
  /** Singular; "ordinal" for "22nd" and "third"; null for a count or a bare number. */
  readonly unit: string | null;
  readonly modifier: Modifier;
  /** A bare number beside one of a share may be one too: "47 to 45 percent". */
  readonly mayBe?: string;
};

export type Piece = Span & {
  readonly kind: 'word' | 'figure' | 'name' | 'date' | 'mark';
  /** What two pieces share that say the same. */
  readonly key: string;
  /** A word as it stands, folded: a capital makes a name of it. */
  readonly written?: string;
  /** Of the sentence's sense: 1 for a content word or a fact, less for a function word, little for a mark. */
  readonly weight: number;
  readonly measure?: Measure;
  /** A capital that a beginning may have given it. */
  readonly isOpening: boolean;
  /** "Vallmo’s" */
  readonly isPossessive?: boolean;
};

const FUNCTION_WORDS = new Set(
  `a an the of in on at by for from with to into onto over under about and or but nor so as if than then that this these those it its he his him she her they their them we our us you your i my me
  is are was were be been being am has have had having do does did will would can could may might must shall should not no n't there here who whom whose which what when where while s t re ve ll d m
  also just only very more most some any all each both such own same too up down out off`.split(/\s+/),
);

export function toPieces(text: string, span: Span): Piece[] {
  const tokens = tokenise(text, span);
  const pieces: Piece[] = [];
  let opens = true;
  for (let i = 0; i < tokens.length; ) {
    const figure = figureAt(tokens, i);
    const token = tokens[i];
    if (!token) break;
    const last = figure?.last ?? i;
    const base = { start: token.start, end: tokens[last]?.end ?? token.end, isOpening: opens };
    if (figure) pieces.push({ ...base, kind: 'figure', key: keyOf(figure.measure), weight: 1, measure: figure.measure });
    else if (token.kind === 'mark') {
      if (!/^["“”'‘’`«»]$/.test(token.text)) pieces.push({ ...base, kind: 'mark', key: markKey(token.text), weight: 0.1 });
    } else pieces.push(wordPiece(token, base));
    opens = figure === undefined && token.kind === 'mark' && (opens || /^["“‘«:.!?…]$/.test(token.text));
    i = last + 1;
  }
  return withShares(withDays(pieces));
}

export const DAY_OF_MONTH = 'day of month';
export const ORDINAL = 'ordinal';

/** "March 3", "3 March" and "the 3rd of March" name one day. */
function withDays(pieces: readonly Piece[]): Piece[] {
  const isMonth = (piece: Piece | undefined): boolean => piece?.kind === 'date' && !piece.key.endsWith('day');
  return pieces.map((piece, i) => {
    const { measure } = piece;
    if (!measure || typeof measure.value !== 'number' || measure.value > 31 || (measure.unit !== null && measure.unit !== ORDINAL))
      return piece;
    const isDay = isMonth(pieces[i - 1]) || isMonth(pieces[i + 1]) || (pieces[i + 1]?.key === 'of' && isMonth(pieces[i + 2]));
    return isDay ? { ...piece, measure: { value: measure.value, unit: DAY_OF_MONTH, modifier: '=' } } : piece;
  });
}

function withShares(pieces: readonly Piece[]): Piece[] {
  const share = pieces.find(({ measure }) => measure && kindOf(measure.unit) === 'share')?.measure?.unit;
  if (!share) return [...pieces];
  return pieces.map((piece) => (piece.measure?.unit === null ? { ...piece, measure: { ...piece.measure, mayBe: share } } : piece));
}

const markKey = (text: string): string => (/^[-–—]$/.test(text) ? '-' : text);

function wordPiece(token: Token, base: Span & { readonly isOpening: boolean }): Piece {
  const lower = fold(token.text);
  const bare = lower.replace(/'s$|'$/, '');
  const isCapital = /^\p{Lu}/u.test(token.text);
  const day = isCapital ? dayOrMonth(bare.replace(/\.$/, '')) : undefined;
  if (day !== undefined) return { ...base, kind: 'date', key: day, weight: 1 };
  if (token.kind === 'number') return { ...base, kind: 'figure', key: token.text, weight: 1 };
  if (FUNCTION_WORDS.has(bare)) return { ...base, kind: 'word', key: bare, weight: 0.3 };
  if (isCapital && !FORMS_OF_ADDRESS.has(bare))
    return { ...base, kind: 'name', key: bare.replaceAll('.', ''), weight: 1, isPossessive: bare !== lower };
  return { ...base, kind: 'word', key: stemOf(bare), written: singular(bare), weight: 1 };
}

/** Lower case, without accents, straight apostrophes. */
export const fold = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text.toLowerCase() : text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘]/g, "'").toLowerCase();

/** "chose", "chosen", "choosing" share their verb; nouns their singular; and what news says in turns is one. */
function stemOf(word: string): string {
  const stem = verbReading(word)?.lemma ?? singular(word);
  return IN_TURNS.get(stem) ?? stem;
}

export function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

const IN_TURNS = new Map(
  `kill die dead death fatality|injure hurt wound|rise increase grow climb gain|fall drop decline decrease slip|say tell add state announce|vote ballot|win victory|people person
  job employee worker|arrest detain|buy purchase acquire|child kid`
    .split('|')
    .map((group) => group.trim().split(/\s+/))
    .flatMap((words) => words.map((word): [string, string] => [word, words[0] ?? word])),
);

const FORMS_OF_ADDRESS = new Set('mr mrs ms mx miss dr prof sen rep gov gen col lt sgt rev st'.split(' '));

const SHORT_TIMES: Readonly<Record<string, string>> = {
  jan: 'january', feb: 'february', mar: 'march', apr: 'april', jun: 'june', jul: 'july', aug: 'august', sept: 'september', sep: 'september',
  oct: 'october', nov: 'november', dec: 'december', mon: 'monday', tue: 'tuesday', tues: 'tuesday', wed: 'wednesday', thu: 'thursday',
  thur: 'thursday', thurs: 'thursday', fri: 'friday',
}; // biome-ignore format: a table
/** Given names and the sun stand there more often. */
const NO_TIMES = new Set(['sat', 'sun']);

function dayOrMonth(lower: string): string | undefined {
  if (!(MONTHS.has(lower) || WEEKDAYS.has(lower)) || NO_TIMES.has(lower)) return undefined;
  return SHORT_TIMES[lower] ?? lower;
}

const ORDINALS = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ').map((word, index) => [word, index + 1]),
);

type FigureAt = { readonly measure: Measure; readonly last: number };

/** A number with its sign of money before it and its unit behind it. "one" without digits is a pronoun too often. */
function figureAt(tokens: readonly Token[], i: number): FigureAt | undefined {
  const token = tokens[i];
  if (!token) return undefined;
  const ordinal = ORDINALS.get(token.lower);
  if (ordinal !== undefined) return { measure: { value: ordinal, unit: ORDINAL, modifier: '=' }, last: i };
  const currency = token.kind === 'number' ? undefined : currencyBefore(token.text);
  const first = currency === undefined ? i : i + 1;
  const phrase = tokens[first] && readNumberPhrase(tokens, first);
  if (!phrase || (phrase.value === 1 && tokens[first]?.kind === 'word' && phrase.first === phrase.last)) return undefined;
  const next = tokens[phrase.last + 1];
  if (next?.glued && /^(?:st|nd|rd|th)$/.test(next.lower))
    return { measure: { value: phrase.value, unit: ORDINAL, modifier: '=' }, last: phrase.last + 1 };
  const behind = readUnit(tokens, phrase);
  const last = currency === undefined ? (behind?.last ?? phrase.last) : phrase.last;
  const unit = currency?.name ?? behind?.unit ?? null;
  const isShare = kindOf(unit) === 'share' || kindOf(unit) === 'points';
  const { modifier } = modifierOf(tokens, { first: i, last, numberLast: phrase.last, isShare, sign: 0 });
  return { measure: { ...inWholeMoney(phrase.value, unit), modifier }, last };
}

/** Fifty cents are half a dollar. */
function inWholeMoney(value: Value, unit: string | null): Pick<Measure, 'value' | 'unit'> {
  return unit === 'cent' && typeof value === 'number' ? { value: value / 100, unit: 'dollar' } : { value, unit };
}

const keyOf = ({ value, unit }: Measure): string => `${typeof value === 'number' ? value : value.join('-')} ${unit ?? ''}`;

/** Whether a word that is written with a capital is none by its place alone. */
export const isCommonWord = (text: string): boolean => {
  const word = wordIn(text.toLowerCase(), 0, text.length);
  return word.closed !== undefined || word.isAdverb || word.verb !== undefined;
};
