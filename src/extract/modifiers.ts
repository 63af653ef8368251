/** The words around an amount → its modifier (= ~ > < up down) and how far its span reaches to hold the hedge. */
import type { Modifier } from '#model/extraction.ts';
import type { Token } from './figure-tokens.ts';
import { verbOf } from './word-forms.ts';

/** Longest hedge, in tokens. */
const MAX_HEDGE_TOKENS = 4;

const table = (modifier: Modifier, phrases: string): readonly (readonly [string, Modifier])[] =>
  phrases.split('|').map((phrase): readonly [string, Modifier] => [phrase.trim(), modifier]);

const BEFORE: ReadonlyMap<string, Modifier> = new Map([
  ...table(
    '~',
    `about|around|roughly|approximately|approx|approx .|some|nearly|almost|circa|close to|closer to|an estimated|estimated|estimated at|~|≈|virtually|more or less|
    in the region of|on the order of|of the order of|in the order of|something like|averaged|averaging|averages|average|near|nearer|somewhere around|somewhere near|nigh on|just about|
    roughly about|an estimated at|about an|an average of`,
  ),
  ...table(
    '>',
    `more than|over|above|at least|upwards of|upward of|in excess of|exceeding|exceeded|exceeds|exceed|surpassing|surpassed|topping|topped|no fewer than|no less than|not less than|
    greater than|higher than|bigger than|larger than|longer than|older than|heavier than|north of|beyond|a minimum of|minimum of|minimum|better than|over than|just over|well over|
    slightly over|a little over|a little more than|slightly more than|just more than|far more than|well above|just above|> =|>|≥|starting at|or more than|way over|as little as`,
  ),
  ...table(
    '<',
    `less than|fewer than|under|below|up to|at most|no more than|not more than|as much as|as many as|as high as|lower than|smaller than|shorter than|younger than|south of|
    a maximum of|maximum of|within|<|≤|sub|sub -|just under|just below|well under|well below|slightly under|slightly less than|just less than|just shy of|shy of|a little under|
    a little less than|barely|upto|up to about|not exceeding|capped at`,
  ),
]);

const AFTER: ReadonlyMap<string, Modifier> = new Map([
  ...table(
    '>',
    'or more|or higher|or above|or over|or greater|or older|or longer|and above|and over|and up|and older|at least|plus|+|- plus|or better',
  ),
  ...table('<', 'or less|or fewer|or under|or below|or lower|or younger|and under|and below|at most|maximum|tops|max'),
  ...table('~', 'or so|- odd|odd|- ish|or thereabouts|approximately|roughly'),
]);

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Verbs and adverbs that make an amount a change. */
const UP = set(
  `rose rise rises rising risen grew grow grows growing grown jumped jump jumps jumping climbed climb climbs climbing soared soar soars soaring surged surge surges surging
  increased increase increases increasing advanced advance advances advancing up rallied rally rallies rallying leapt leaped leap leaps leaping spiked spike skyrocketed
  skyrocketing rocketed accelerated raised raise raises raising boosted boost boosts hiked hike lifted lift improved improve rebounded rebound recovered expanded expand strengthened
  strengthen swelled widened widen widens widening appreciated appreciate swollen upped popped firmed ballooned mushroomed vaulted upward upwards`,
);
const DOWN = set(
  `fell fall falls falling fallen dropped drop drops dropping declined decline declines declining slipped slip slips slipping slid slide slides sliding tumbled tumble tumbles
  tumbling plunged plunge plunges plunging plummeted plummet plummets plummeting slumped slump slumps slumping decreased decrease decreases decreasing down dipped dip dips dipping
  shrank shrink shrunk shrinking sank sink sunk sinking contracted contract reduced reduce reduces reducing slashed slash cut cutting cuts lowered lower eased ease retreated retreat
  crashed crash collapsed collapse weakened weaken depreciated depreciate skidded tanked cratered nosedived crumbled receded dwindled narrowed narrow narrows narrowing ebbed sagged off downward downwards`,
);
/** "rose", "cut": verbs that move what they tell of. */
export function isChangeVerb(base: string): boolean {
  return UP.has(base) || DOWN.has(base) || UP_SHARES.has(base) || DOWN_SHARES.has(base);
}

/** Up or down only for shares and points: "gained 2%", but "gained 200 seats". */
const UP_SHARES = set('gained gain gains gaining added add adds adding');
const DOWN_SHARES = set('lost lose loses losing shed sheds shedding gave');
/** Between the verb and the amount. */
const BETWEEN = set(
  'by between a an another further as much sharply just only only, again steeply slightly modestly the on average whopping staggering mere massive huge record shocking stunning hefty remarkable modest impressive',
);

export type Hedged = { readonly modifier: Modifier; readonly first: number; readonly last: number };

type Measured = {
  readonly first: number;
  readonly last: number;
  readonly numberLast: number;
  readonly isShare: boolean;
  readonly sign: -1 | 0 | 1;
};

export function modifierOf(tokens: readonly Token[], measured: Measured): Hedged {
  const before = hedgeBefore(tokens, measured.first);
  const after = hedgeAfter(tokens, measured.numberLast, measured.last);
  const first = before?.first ?? measured.first;
  const last = Math.max(measured.last, after?.last ?? 0);
  const direction = directionOf(tokens, first, measured);
  return { modifier: direction ?? before?.modifier ?? after?.modifier ?? '=', first, last };
}

/** The nearest hedge decides; a further one before it ("up to about") only joins the span. */
function hedgeBefore(tokens: readonly Token[], amountFirst: number): { readonly modifier: Modifier; readonly first: number } | undefined {
  let first = skipArticle(tokens, amountFirst);
  let modifier: Modifier | undefined;
  for (let round = 0; round < 2; round++) {
    const hedge = longestHedge(tokens, first);
    if (!hedge) break;
    modifier ??= hedge.modifier;
    first = hedge.first;
  }
  return modifier && { modifier, first };
}

function skipArticle(tokens: readonly Token[], first: number): number {
  const article = tokens[first - 1]?.lower ?? '';
  if (!/^(?:an?|the)$/.test(article)) return first;
  // "thinks about the 20", "centres around the 37m": no hedge
  const isLoose = article === 'the' && /^(?:about|around|over|within|under|above|beyond|below)$/.test(tokens[first - 2]?.lower ?? '');
  const isPair = isLoose && /^(?:just|at|up|well)$/.test(tokens[first - 3]?.lower ?? '');
  return (!isLoose || isPair) && longestHedge(tokens, first - 1) ? first - 1 : first;
}

function longestHedge(tokens: readonly Token[], end: number): { readonly modifier: Modifier; readonly first: number } | undefined {
  for (let length = Math.min(MAX_HEDGE_TOKENS, end); length > 0; length--) {
    let phrase = '';
    for (let i = end - length; i < end; i++) phrase += (phrase ? ' ' : '') + (tokens[i]?.lower ?? '');
    const modifier = BEFORE.get(phrase);
    if (modifier && !isOtherwise(tokens, end - length, phrase)) return { modifier, first: end - length };
  }
  return undefined;
}

/** "ticked up to 3.7%": where it came to, no bound. */
const climbing =
  /^(?:ticked|inched|inching|edged|edging|crept|creeping|went|gone|goes|going|climbed|climbing|moved|moving|jumped|shot|pushed|pushing|bumped|brought|bring|brings|bringing|rose|risen|rising|bounced|nudged|rounded|back|caught|adds?|added|adding|came|come|ramped|scaled|stepped|sped|headed|built)$/;
const beforeEstimated =
  /^(?:an?|the|some|its|his|their|of|in|to|with|by|for|at|from|and|or|is|are|was|were|be|been|currently|now|[^\p{L}]+)$/u;

/** "an average of 50" is exact, "turned over 3" no bound. */
function isOtherwise(tokens: readonly Token[], first: number, phrase: string): boolean {
  const before = tokens[first - 1]?.lower ?? '';
  if (phrase === 'average' || phrase === 'an average of') return true;
  if (phrase.startsWith('up to') && climbing.test(before)) return true;
  // "Sung estimated about 50": who estimates, says
  if (phrase === 'estimated') return before !== '' && !beforeEstimated.test(before);
  if (phrase === 'over')
    return /^(?:turned|took|takes|take|handed|spread|won|stretch|stretched)$/.test(before) && !isOther(tokens, first + 1);
  return false;
}

/** "won over 30 other awards": what is added to others is counted, nobody is won over. */
const isOther = (tokens: readonly Token[], number: number): boolean => tokens[number + 1]?.lower === 'other';

function hedgeAfter(
  tokens: readonly Token[],
  numberLast: number,
  last: number,
): { readonly modifier: Modifier; readonly last: number } | undefined {
  for (const end of numberLast === last ? [last] : [numberLast, last]) {
    const one = tokens[end + 1];
    if (!one) return undefined;
    const pair = AFTER.get(`${one.lower} ${tokens[end + 2]?.lower ?? ''}`);
    if (pair) return { modifier: pair, last: end + 2 };
    const single = AFTER.get(one.lower);
    if (single && (one.text !== '+' || one.glued)) return { modifier: single, last: end + 1 };
  }
  return undefined;
}

function directionOf(tokens: readonly Token[], first: number, { isShare, sign, last }: Measured): Modifier | undefined {
  if (isShare && sign < 0) return 'down';
  if (tokens[first - 1]?.text === '+' && isShare) return 'up';
  let i = first - 1;
  for (let steps = 0; steps < 3 && BETWEEN.has(tokens[i]?.lower ?? ''); steps++) i -= 1;
  // "fell below 10%": where it came to
  if (/^(?:below|under|above)$/.test(tokens[first]?.lower ?? '')) return undefined;
  const word = tokens[i]?.lower ?? '';
  const by = tokens[i + 1]?.lower === 'by';
  // "cut 300 jobs" counts jobs; "cut by 300" and "cut 5%" change
  const isPlain = isShare || by;
  if (/^(?:up|down|off)$/.test(word) && isPhrasal(tokens[i - 1])) return undefined;
  if (UP.has(word))
    return isPlain || word === 'up' || /^(?:rose|rise|rises|rising|grew|jumped|climbed|soared|surged|advanced|increased)/.test(word)
      ? 'up'
      : undefined;
  if (DOWN.has(word))
    return isPlain ||
      word === 'down' ||
      (word === 'off' && /^(?:is|are|was|were)$/.test(tokens[i - 1]?.lower ?? '')) ||
      /^(?:fell|fall|falling|dropped|declined|slipped|slid|tumbled|plunged|plummeted|slumped|decreased)/.test(word)
      ? 'down'
      : undefined;
  const isMove = isShare || isGivenAsShareToo(tokens, last);
  if (isMove && UP_SHARES.has(word)) return 'up';
  if (isMove && DOWN_SHARES.has(word)) return 'down';
  if (by) return verbOverObject(tokens, i);
  return isShare ? moverOverObject(tokens, i) : undefined;
}

/** "raised its rate by 25 points": the verb stands before its object. */
function verbOverObject(tokens: readonly Token[], from: number): Modifier | undefined {
  for (let i = from; i >= 0 && i > from - 8; i--) {
    const token = tokens[i];
    if (!token || (token.kind === 'mark' && !token.glued) || /^[,;:.(]$/.test(token.text)) return undefined;
    if (UP.has(token.lower) && verbOf(token.lower)) return 'up';
    // "the contract was supported by 56%"
    if (token.lower === 'contract' && /^(?:the|an?|its|their|this|that|new)$/.test(tokens[i - 1]?.lower ?? '')) continue;
    if (DOWN.has(token.lower) && verbOf(token.lower)) return 'down';
  }
  return undefined;
}

/** "lost $2.30, or 3 percent": what is told as a share as well is a change. */
function isGivenAsShareToo(tokens: readonly Token[], last: number): boolean {
  const at = tokens[last + 1]?.text === ',' ? last + 2 : last + 1;
  if (tokens[at]?.lower !== 'or' || tokens[at + 1]?.kind !== 'number') return false;
  return /^(?:%|percent|per|pct|pc)$/.test(tokens[at + 2]?.lower ?? '');
}

const movers = /^(?:raised|raises?|hiked?|hikes|cut|cuts|lowered|lowers?|reduced|reduces?|lifted|lifts?|boosted|boosts?|slashed|trimmed)$/;

/** "hiked rates 75 basis points", "raised its dividend 10%". */
function moverOverObject(tokens: readonly Token[], from: number): Modifier | undefined {
  for (let i = from; i >= 0 && i > from - 4; i--) {
    const token = tokens[i];
    if (token?.kind !== 'word') return undefined;
    if (i < from && movers.test(token.lower)) return DOWN.has(token.lower) ? 'down' : 'up';
    if (i === from && !/s$/.test(token.lower) && !/^(?:its|his|her|their|the)$/.test(tokens[i - 1]?.lower ?? '')) return undefined;
  }
  return undefined;
}

/** "gave up 517 yards", "set up 12 camps": the particle of another verb. */
const moving =
  /^(?:is|are|was|were|be|been|being|ended|ends|ending|closed|closes|closing|finished|finishes|opened|opens|traded|trades|trading|stood|stands|moved|moves|moving|went|points?|percent|far|now|still|also|currently|edged|edging|ticked|ticking|nudged|crept|inched|inching|shot|pushed|bounced|drifted|drifting|trended|settled|jumped|headed|driven|sent)$/;
function isPhrasal(before: Token | undefined): boolean {
  return before?.kind === 'word' && !moving.test(before.lower) && (verbOf(before.lower) !== undefined || /\p{L}{3}ed$/u.test(before.lower));
}
