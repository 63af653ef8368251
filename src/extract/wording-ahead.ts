/** A level that is only expected → its line says so, in the sentence's own words: "what the deficit is expected to reach", "expected sales of its phones", "output, which will grow". */
import { type Subject, subjectOf } from './clause.ts';
import { type Stretch, type Tagged, wordsOf } from './phrases.ts';
import { groupAt, isVerbal, lemmaOf, type VerbGroup } from './verb-group.ts';
import type { Worded } from './wording.ts';
import { MAX_WORDING_CHARS } from './wording-clause.ts';
import { isOwner, lowered } from './wording-labels.ts';
import { whoOf } from './wording-names.ts';

/** "expects sales to reach": the sales are expected ones. */
export const foreseen: ReadonlyMap<string, string> = new Map([
  ['expect', 'expected'],
  ['forecast', 'forecast'],
  ['project', 'projected'],
  ['predict', 'predicted'],
  ['estimate', 'estimated'],
  ['plan', 'planned'],
  ['propose', 'proposed'],
]);

/** What is measured, as subject of the verb or as its object, and the preposition that leads to the amount. */
export type Measured = { readonly thing: Stretch; readonly isObject: boolean; readonly preposition: string | undefined };

/** `name` is the level as it would be told of what is: "output". Undefined where the sentence foresees it in words that a line cannot take over. */
export function aheadOf(
  sentence: Tagged,
  { isChange }: Pick<Worded, 'isChange'>,
  verb: VerbGroup,
  measured: Measured,
  name: string,
): string | undefined {
  const group = withHelp(sentence, verb);
  if (group.modal === undefined) return name;
  const verbs = verbsOf(sentence, group, measured);
  const foreseenName = verbs === undefined ? foreseenAs(sentence, group, measured, name) : undefined;
  const did = verbs && wordsOf(sentence, verbs);
  const words =
    foreseenName ?? (did === undefined ? undefined : worded(sentence, subjectOf(sentence, group), measured, isChange, name, did));
  return words !== undefined && words.length <= MAX_WORDING_CHARS ? words : undefined;
}

function worded(
  sentence: Tagged,
  subject: Subject | undefined,
  { thing, isObject, preposition }: Measured,
  isChange: boolean,
  name: string,
  did: string,
): string | undefined {
  const who = isObject ? whoOf(sentence, subject) : undefined;
  if (isObject && who === undefined) return undefined;
  const whole = sentence.tags[thing.first - 1] === 'det' ? { first: thing.first - 1, last: thing.last } : thing;
  const what = lowered(sentence, whole);
  // "its workforce, which the company would aim to reduce": whose, the clause says
  const own = isObject && isOwner(sentence, thing.first) ? wordsOf(sentence, { first: thing.first + 1, last: thing.last }) : undefined;
  if (isChange && own !== undefined) return `${own}, which ${who} ${did}`;
  if (isChange) return isObject ? `${name}, which ${who} ${did}` : `${name}, which ${did}`;
  if (!isObject && isOwner(sentence, thing.first)) return undefined;
  const told = isObject ? `${who} ${did} ${what}` : `${what} ${did}`;
  return preposition === undefined || preposition === 'about' || preposition === 'around'
    ? isObject
      ? undefined
      : `what ${told}`
    : `${preposition} which ${told}`;
}

/** "expects sales to reach": "expected sales". */
function foreseenAs(sentence: Tagged, group: VerbGroup, { thing, isObject }: Measured, name: string): string | undefined {
  const before = isObject || group.to === undefined ? undefined : verbBefore(sentence, thing.first - 1);
  const adjective = before && foreseen.get(before.base);
  return adjective === undefined || before?.isNegative || /^the /.test(name) ? undefined : `${adjective} ${name}`;
}

/** "is expected to reach", "plans to raise": verbs alone; undefined where the thing stands among them. */
function verbsOf(sentence: Tagged, group: VerbGroup, { isObject }: Measured): Stretch | undefined {
  // "would top out at"
  const particle = /^(?:out|up|off|down)$/.test(sentence.tokens[group.main + 1]?.lower ?? '') && !isObject ? 1 : 0;
  if (group.to === undefined || group.first < group.to) return { first: group.first, last: group.main + particle };
  const before = isObject ? verbBefore(sentence, group.to - 1) : undefined;
  return before && !before.isNegative ? { first: before.first, last: group.main } : undefined;
}

function verbBefore(sentence: Tagged, at: number): VerbGroup | undefined {
  const verb = sentence.tags[at] === 'det' ? at - 1 : at;
  return isVerbal(sentence.tags[verb]) ? groupAt(sentence, verb) : undefined;
}

/** "should help cut": what helps, only helps. */
function withHelp(sentence: Tagged, group: VerbGroup): VerbGroup {
  const { tokens, tags } = sentence;
  if (tags[group.first - 1] !== 'verb' || lemmaOf(tokens[group.first - 1]?.lower ?? '') !== 'help') return group;
  const help = groupAt(sentence, group.first - 1);
  return { ...group, first: help.first, modal: group.modal ?? help.modal };
}

const ahead = new Set(
  `expect forecast project predict plan schedule set due tip order force ask urge tell require oblige bind sentence allow agree commit like likely certain sure ready poise intend propose estimate think
  believe say know report bid aim design mean need use suppose instruct compel threaten have go be prepare want hope license permit entitle authorise authorize approve build equip`.split(
    /\s+/,
  ),
);

/** "was sold to pay off $27 billion": what it was done for, not what was to come. */
export function isPurpose({ tokens, tags }: Tagged, { first, to }: VerbGroup): boolean {
  if (to === undefined || to <= first) return false;
  const before = to - 1;
  const low = tokens[before]?.lower ?? '';
  const stems = [lemmaOf(low), low.replace(/d$/, ''), low.replace(/ed$/, ''), low.replace(/(\p{L})\1ed$/u, '$1')];
  return tags[before] === 'verb' && !stems.some((stem) => ahead.has(stem));
}
