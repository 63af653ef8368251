/** A figure with its sentence → how much a reader of a briefing wants it, and whether it is printed at all. */
import type { Modifier } from '#model/extraction.ts';
import { personNouns } from '#text/lexicon.ts';
import { type AmountKind, kindOf } from '#text/units.ts';
import type { Value } from './number-phrases.ts';

export type Weighed = {
  readonly value: Value;
  readonly unit: string | null;
  readonly modifier: Modifier;
  readonly concept: string | null;
  /** The concept is a phrase that an editor would print. */
  readonly isWorded: boolean;
  readonly wording: string | undefined;
  /** "fell to 1.45 percent from 1.51": what it was. */
  readonly isOldValue: boolean;
  readonly saidBy: string | undefined;
  /** The sentence's words, lower case. */
  readonly words: ReadonlySet<string>;
  /** "one of the …", "two of them". */
  readonly partitive: boolean;
  /** In brackets behind another amount: the same money or length again. */
  readonly isConversion: boolean;
  /** Before a noun with a hyphen: "a 15-year-old", "the 10-kilometre route". */
  readonly hyphened: boolean;
  /** In the first paragraphs of the body. */
  readonly isLede: boolean;
  readonly inQuotation: boolean;
};

/** From here on a figure is printed. */
const PRINT_FROM = 0.5;

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const BY_KIND: Readonly<Partial<Record<AmountKind, number>>> = {
  money: 0.7,
  share: 0.65,
  speed: 0.45,
  area: 0.45,
  energy: 0.45,
  power: 0.4,
  mass: 0.42,
  volume: 0.42,
  temperature: 0.45,
  length: 0.42,
  concentration: 0.42,
  points: 0.4,
  time: 0.2,
  age: 0.15,
};

const toll = set(
  `killed dead deaths died injured wounded hurt casualties victims missing displaced evacuated homeless fled arrested detained infected hospitalised hospitalized executed drowned
  shot stabbed bodies hostages kidnapped abducted rescued trapped stranded jailed charged laid-off redundancies`,
);
const beings = set(
  `people person man woman child victim civilian soldier resident worker passenger student patient voter protester demonstrator refugee migrant employee fan supporter spectator
  customer user subscriber member officer fighter militant hostage prisoner job household family case death casualty inmate pupil teacher doctor nurse visitor tourist evacuee
  firefighter body injury arrest villager life troop rebel policeman pensioner`,
);
const weighty = set(
  'home house vote seat country nation company business store shop flight ship vehicle car aircraft missile drone rocket strike attack tonne building school hospital village town city barrel share unit copy ticket order',
);
const records = set('record records highest lowest largest biggest smallest most unprecedented all-time never');
const votes = set('voted vote votes ballot ballots referendum elected election');

export function weigh(figure: Weighed): { readonly salience: number; readonly printed: boolean } {
  const salience = Math.round(Math.min(1, Math.max(0, base(figure) + extras(figure))) * 100) / 100;
  return { salience, printed: salience >= PRINT_FROM && isTold(figure) };
}

/** What never stands in a briefing, however large. */
function isTold({ partitive, isConversion, isOldValue, hyphened, isWorded, unit, value, modifier, inQuotation }: Weighed): boolean {
  if (isConversion || isOldValue || (partitive && isSmall(value) && large(value) >= 1) || (hyphened && kindOf(unit) !== 'money'))
    return false;
  if (inQuotation && kindOf(unit) === 'count') return false;
  // "a negative 42%-49% approval rating": two values for and against, no range
  if (modifier === 'down' && typeof value !== 'number' && value[0] < 0 && value[1] > 0) return false;
  return isWorded;
}

function base({ value, unit, words, modifier, wording }: Weighed): number {
  if (unit === null) return modifier === 'up' || modifier === 'down' ? 0.5 : 0.25;
  const kind = kindOf(unit);
  if (kind === 'money') return moneyBase(value, unit, modifier);
  if (kind !== 'count') return BY_KIND[kind] ?? 0.35;
  if (ofSport.has(unit)) return 0.35;
  const suffered =
    wording === undefined
      ? words
      : new Set(
          wording
            .toLowerCase()
            .replace(/\bdead (?:heat|end)\b/g, '')
            .split(/[^\p{L}-]+/u),
        );
  if (typeof value === 'number' && value > 0 && value < 1) return isBeing(unit) ? 0.6 : 0.5;
  const isToll = (isBeing(unit) || agent.test(unit)) && overlaps(toll, suffered);
  if (isToll) return value === 1 ? 0.45 : tollBase(large(value), overlaps(deaths, suffered));
  if (isSmall(value)) return 0.2;
  if (isBeing(unit)) return 0.6;
  if (weighty.has(unit)) return 0.55;
  return large(value) >= 100 ? 0.5 : 0.42;
}

/** The dead come before the hurt, and of two tolls the larger one is the story's: of the dead 3 weigh 0.8, 17 weigh 0.84, 600 weigh 0.92. */
const tollBase = (people: number, areDead: boolean): number =>
  areDead ? Math.min(0.92, 0.78 + 0.05 * Math.log10(people)) : Math.min(0.82, 0.72 + 0.03 * Math.log10(people));
const deaths = set('killed dead died deaths death kills drowned');

/** A price of a few coins is a detail, unless it moved. */
function moneyBase(value: Value, unit: string, modifier: Modifier): number {
  if (unit.includes(' per ') || modifier === 'up' || modifier === 'down') return 0.5;
  const amount = large(value);
  return amount >= 1e6 ? 0.7 : amount >= 1e4 ? 0.65 : amount >= 1000 ? 0.5 : 0.45;
}

const ofSport = set(
  'game goal point win match try set cap appearance run wicket over yard rebound assist pass shot medal title lap round touchdown inning hit homer save corner penalty innings defeat draw victory catch carry target start',
);
/** "farmer", "sailor", "activist": who suffered something is somebody, whatever the list says. */
const agent = /(?:er|or|ist|ian|man|woman|ant|ent|eer|ee|mate)$/;

/** Whether a person is counted. */
export function isBeing(unit: string): boolean {
  return beings.has(unit) || personNouns.has(unit) || /(?:[^u]man|woman|child|people)$/.test(unit);
}

function extras({ isOldValue, words, modifier, saidBy, isLede, value, concept, unit }: Weighed): number {
  let extra = 0;
  if (modifier !== '=') extra += 0.05;
  if (saidBy) extra += 0.05;
  const isPocketMoney = kindOf(unit) === 'money' && large(value) < 1000;
  if (isLede && !isPocketMoney) extra += 0.08;
  if (typeof value !== 'number') extra += 0.05;
  if (overlaps(records, words)) extra += 0.08;
  if (overlaps(votes, words) && kindOf(unit) === 'count' && !isSmall(value)) extra += 0.05;
  if (isOldValue) extra -= 0.3;
  // advice rather than news
  if (words.has('you') || words.has('your')) extra -= 0.15;
  if (concept === null) extra -= 0.1;
  if (value === 1 && unit !== 'percent') extra -= 0.15;
  return extra;
}

const SMALL_COUNT = 12;
function isSmall(value: Value): boolean {
  return large(value) <= SMALL_COUNT;
}
function large(value: Value): number {
  return typeof value === 'number' ? Math.abs(value) : value[1];
}
const overlaps = (some: ReadonlySet<string>, words: ReadonlySet<string>): boolean => !some.isDisjointFrom(words);
