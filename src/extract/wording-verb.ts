/** A figure behind a verb → its wording by what the verb does with it: sets a level, moves something, has it, pays it. */
import { personNouns, verbReading } from '#text/lexicon.ts';
import { isPlanned, type Subject, subjectOf } from './clause.ts';
import { isChangeVerb } from './modifiers.ts';
import { type Stretch, type Tagged, timeLength, wordsOf } from './phrases.ts';
import { groupBefore, type VerbGroup } from './verb-group.ts';
import { singularOf } from './word-forms.ts';
import type { Worded } from './wording.ts';
import { aheadOf, isPurpose } from './wording-ahead.ts';
import { costOf, existential, levelOf, placed, pricedAt, worthOf } from './wording-level.ts';
import { phraseOf, whoOf } from './wording-names.ts';
import { rateAt } from './wording-object.ts';
import { passive } from './wording-passive.ts';
import { placesFrom, saying } from './wording-phrases.ts';
import { isAboutWhich, relativeClause } from './wording-relative.ts';

/** Verbs that only set a level: what they tell of is the thing measured. */
const levels = new Set(
  'be stand reach hit total average remain stay come amount measure exceed top surpass become equal approach range run vary start near fall rise record register double triple quadruple halve narrow widen slow quicken inch edge tick creep ease totalled totaled'.split(
    ' ',
  ),
);

/** Verbs that put a level on their object: "sets total spending at $48.6 billion", "brings the deficit down to 2.3 percent". */
const setting = new Set('set put bring keep leave estimate value price assess fix hold take push get'.split(' '));

/** They move something else: "raised $26 million" is no level of who raised it. */
const movers = new Set('raise cut lower reduce boost lift hike slash trim gain add lose shed expand improve strengthen'.split(' '));

const giving = new Set('give pay offer owe lend send award grant hand promise pledge'.split(' '));

export function afterVerb(
  sentence: Tagged,
  figure: Worded,
  group: VerbGroup,
  object: Stretch | undefined,
  preposition: string | undefined,
  share: string | undefined,
): string | undefined {
  // "a sentiment endorsed by the 10,000 people": who did it is the figure itself
  if (sentence.tags[group.main] === 'participle' && group.first === group.main) return undefined;
  if (
    group.isNegative ||
    !isPlanned(sentence, group) ||
    (saying.test(sentence.tokens[group.main]?.lower ?? '') && preposition === undefined && object === undefined && !figure.isCount)
  )
    return undefined;
  const subject = subjectOf(sentence, group);
  // "a plan which analysts have estimated to cost $10 trillion": not the analysts’ cost
  if (isAboutWhich(sentence, group, subject) || isPurpose(sentence, group)) return undefined;
  const isMoving = figure.isChange || isChangeVerb(group.base) || levels.has(group.base);
  const isTransitive = movers.has(group.base) && !group.isPassive && preposition === undefined && object === undefined;
  if (isTransitive && figure.isShare && !/^(?:gain|add|lose|shed)$/.test(group.base)) return undefined;
  const isLevel =
    !(isTransitive && !figure.isShare) &&
    (!figure.isCount || figure.isChange) &&
    isMoving &&
    (preposition === undefined || /^(?:to|from|at|by|around|about|up|down|off|between|over|above|below|under)$/.test(preposition));
  const isDone = share?.startsWith('of') === true && figure.isShare && /^(?:hit|reach|lose|shed)$/.test(group.base) && !object;
  if (isDone && preposition === undefined) return passive(sentence, { ...figure, isChange: false }, group, subject, undefined, share);
  if (object && group.base === 'be') return undefined;
  if (preposition === 'worth' && group.base === 'be') return rateAt(sentence, figure.last + 1) ? undefined : worthOf(sentence, subject);
  // "would add less than 1 percent to output": what grows stands behind
  if (group.base === 'add' && figure.isShare && sentence.tokens[figure.last + 1]?.lower === 'to') return undefined;
  // "dropping $2.5 million on ads" moved nothing
  if (group.base === 'drop' && preposition === undefined && !figure.isShare && !figure.isChange) return undefined;
  // "investors lost 20 percent": of what, the line would not say
  if (figure.isShare && /^(?:lose|gain|add|shed)$/.test(group.base) && isAboutPeople(sentence, subject)) return undefined;
  if (preposition === 'at' && !figure.isCount && (group.base === 'value' || (group.base === 'price' && group.isPassive)))
    return pricedAt(sentence, group.base, group.isPassive ? subject : object && { kind: 'phrase', stretch: object });
  if (preposition === 'at' && !figure.isCount && group.isPassive && /^(?:estimate|put|set|assess|calculate)$/.test(group.base))
    return measured(sentence, figure, group, phraseOf(subject), undefined, preposition, share);
  if (figure.isShare && group.base === 'cost') return undefined;
  if (object && preposition === undefined && !figure.isCount && group.base === 'cost') return costOf(sentence, subject, object);
  if (object && preposition === undefined && !figure.isCount && group.base === 'fine')
    return pricedAt(sentence, 'fine', { kind: 'phrase', stretch: object });
  if (object && !figure.isCount && /^(?:to|at|by|from)$/.test(preposition ?? '') && (setting.has(group.base) || isMoving))
    return measured(sentence, figure, group, object, subject, preposition, share);
  // "demand is growing at 5% a year": the pace, no level
  if (!object && preposition === 'at' && figure.isShare && isChangeVerb(group.base)) {
    const who = whoOf(sentence, subject);
    const did = group.to === undefined ? wordsOf(sentence, { first: group.first, last: group.main }) : undefined;
    const rate = rateAt(sentence, figure.last + 1)?.words;
    return who && did && [rate, 'at which', who, did].filter(Boolean).join(' ');
  }
  if (!object && isLevel && (!group.isPassive || isChangeVerb(group.base)))
    return measured(sentence, figure, group, phraseOf(subject), undefined, preposition, share);
  if (!object && preposition === undefined && group.base === 'cost' && !figure.isCount) return costOf(sentence, subject);
  // "the number has spiked to 15 vendors": the vendors are no place that it came to
  if (!object && preposition === 'to' && figure.isCount && isMoving) return undefined;
  if (preposition !== undefined) return relativeClause(sentence, figure, group, subject, preposition, share);
  if (group.base === 'have') return figure.isCount ? placed(sentence, figure, group, subject, share) : undefined;
  if (group.base === 'be') return existential(sentence, figure, subject);
  if (object && !giving.has(group.base)) return undefined;
  return passive(sentence, figure, group, subject, object, share);
}

/** The level of a thing, told as expected where the sentence only expects it. */
function measured(
  sentence: Tagged,
  figure: Worded,
  group: VerbGroup,
  thing: Stretch | undefined,
  owner: Subject | undefined,
  preposition: string | undefined,
  share: string | undefined,
): string | undefined {
  const head = sentence.tokens[thing?.last ?? -1]?.lower ?? '';
  // "a gauge near Velm recorded 52 inches": not the gauge's inches
  if (
    figure.isMeasure &&
    /^(?:record|register|measure)$/.test(group.base) &&
    (/^(?:gauge|station|sensor|instrument|thermometer|scale|meter|office|agency|service)$/.test(head) || holdsGauge(sentence, thing))
  )
    return undefined;
  const level = levelOf(sentence, thing, owner, share, figure);
  if (level === undefined || thing === undefined) return undefined;
  if (sharesModal(sentence, group)) return undefined;
  // "that could mean cutting the deficit by $1 trillion": nobody has
  // "were lower, with futures off 0.4%": of something else
  if (thing.last < group.main && sentence.tokens.slice(group.main + 1, figure.first).some(({ lower }) => lower === 'with'))
    return undefined;
  // "in 2019, when the rate was 3 percent": of then
  if (
    !figure.isChange &&
    sentence.tokens
      .slice(Math.max(1, Math.min(thing.first, group.first) - 3), Math.min(thing.first, group.first))
      .some(({ lower }) => lower === 'when')
  )
    return undefined;
  // "raising the wage to $10 would cost jobs": nobody has; ", raising it to $10"
  if (group.isGerund && sentence.tokens[group.first - 1]?.text !== ',') return undefined;
  if (group.isGerund && groupBefore(sentence, group.first)?.modal !== undefined) return undefined;
  // "revenue will total 17 percent of output": the words for what is to come have no room for what it is a share of
  if (share?.startsWith('of') && group.modal !== undefined) return undefined;
  const name = isLength(sentence, figure) && water.test(level) ? `level of ${/^(?:the|an?) /.test(level) ? '' : 'the '}${level}` : level;
  // "unemployment here is at 8 percent", "shares that cost more fell", "data on it as a treatment, at a meeting, were up": of somewhere, of some, of something else
  if (thing.last < group.main) {
    const opener =
      sentence.tags[thing.first] === 'det' ? thing.first - 1 : thing.first - (sentence.tags[thing.first - 1] === 'det' ? 2 : 1);
    if (/^(?:here|there|that|who)$/.test(sentence.tokens[thing.last + 1]?.lower ?? '') || sentence.tokens[opener]?.lower === 'as')
      return undefined;
  }
  // "hikes spending by $300 million", "dropped off around 20 percent": how far, and the way is not certain
  const isWay =
    preposition === 'by' || (isChangeVerb(group.base) && (preposition === undefined || /^(?:off|around|about)$/.test(preposition)));
  const isRangeOf = /^(?:from|between|below|under|above|over|past)$/.test(sentence.tokens[figure.first]?.lower ?? '');
  if (isWay && !figure.isChange && !figure.isCount && !figure.isMeasure && !isRangeOf) return undefined;
  // "might be 42 percent", "would drop to 15 percent": nobody stands for it
  if (
    group.modal === 'might' ||
    (group.modal === 'would' && isChangeVerb(group.base) && thing.last < group.main && figure.saidBy === undefined)
  )
    return undefined;
  // "dropped from 1 point in March to 25": the old one
  if (preposition === 'from' && !figure.isChange && !/^(?:from|between)$/.test(sentence.tokens[figure.first]?.lower ?? ''))
    return undefined;
  // "helped increase output by 9 percent": a verb that looks like a noun
  if (
    /^(?:help|helps|helped|to|let|make|made)$/.test(sentence.tokens[thing.first - 1]?.lower ?? '') &&
    verbReading(sentence.tokens[thing.first]?.lower ?? '')?.forms.has('base')
  )
    return undefined;
  const where = whereBehind(sentence, figure.last + 1);
  if (where === undefined || (where !== '' && group.modal !== undefined)) return undefined;
  // "will rise from $210 to $240": what will, as of a change
  const isRange = preposition === undefined && /^(?:from|between)$/.test(sentence.tokens[figure.first]?.lower ?? '');
  const words = aheadOf(
    sentence,
    { isChange: figure.isChange || isRange },
    group,
    { thing, isObject: thing.first > group.main, preposition },
    name,
  );
  // "output of the mine, which will fall": could and might are somebody's guess
  if (figure.saidBy === undefined && /^(?:could|might|may)$/.test(group.modal ?? '')) return undefined;
  return words === undefined || where === '' ? words : `${words} ${where}`;
}

/** "rose 3 percent among the young", "is 6 percent in Velm": not of all; undefined where the words cannot be told whole. */
function whereBehind(sentence: Tagged, at: number): string | undefined {
  const { tokens } = sentence;
  if (
    !/^(?:in|among|across|for|at)$/.test(tokens[at]?.lower ?? '') ||
    timeLength(sentence, at + 1) > 0 ||
    tokens[at + 1]?.kind === 'number'
  )
    return '';
  const place = placesFrom(sentence, at, 60);
  if (place === undefined) return timePhrase(sentence, at + 1) ? '' : undefined;
  return tokens.slice(place.first, place.last + 1).some(({ lower }) => occasions.test(lower)) ? '' : wordsOf(sentence, place);
}

/** "in each of the last two years", "in the non-holiday quarter". */
const timePhrase = ({ tokens }: Tagged, at: number): boolean =>
  tokens
    .slice(at, at + 8)
    .some(({ lower }) => /^(?:years?|quarters?|months?|weeks?|days?|decades?|hours?|period|time|season|\d{4})$/.test(lower));

const occasions =
  /^(?:poll|polls|polling|survey|surveys|report|data|trading|session|deals|response|comparison|part|total|addition|contrast|anticipation|january|february|march|april|june|july|august|september|october|november|december|quarter|year|years|months|weeks|days|spring|summer|autumn|winter|fall)$/;

/** "must hold a sale and slash prices": what the modal before says of the first verb holds for the second. */
function sharesModal({ tokens, tags }: Tagged, { first, main, modal }: VerbGroup): boolean {
  if (modal === undefined || modal === 'to' || tags[first - 1] !== 'conj') return false;
  for (let i = first; i <= main; i++) if (tokens[i]?.lower === modal) return false;
  return true;
}

const holdsGauge = ({ tokens }: Tagged, thing: Stretch | undefined): boolean =>
  thing !== undefined && tokens.slice(thing.first, thing.last + 1).some(({ lower }) => /^(?:gauge|station|sensor)s?$/.test(lower));

/** "The river rose to six metres": what of it, needs saying in a line of its own. */
const water = /^(?:(?:the|an?) )?(?:river|lake|loch|reservoir|canal)\b|\b(?:River|Lake|reservoir|canal)$/;

const isLength = ({ tokens }: Tagged, { last, isMeasure }: Worded): boolean =>
  isMeasure && /^(?:m|cm|mm|ft|(?:centi|milli)?met(?:re|er)s?|feet|foot|inch|inches)$/.test(tokens[last]?.lower ?? '');

function isAboutPeople({ tokens }: Tagged, subject: Subject | undefined): boolean {
  const head = tokens[phraseOf(subject)?.last ?? -1]?.lower;
  return head !== undefined && (personNouns.has(singularOf(head)) || /^(?:investors|savers|shareholders|men|women|people)$/.test(head));
}
