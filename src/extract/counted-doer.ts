/** A counted object and the subject of its verb → whether the subject surely did it, and whether the object is whole. */
import { verbReading } from '#text/lexicon.ts';
import { type Stretch, type Tagged, timeLength } from './phrases.ts';
import { isAgentNoun, isBodyNoun } from './speaker-nouns.ts';
import { isVerbal, type VerbGroup } from './verb-group.ts';
import { isPlural } from './word-forms.ts';
import { lowered } from './wording-labels.ts';

const vessels =
  /^(?:boat|ship|ferry|vessel|dinghy|plane|jet|airliner|aircraft|helicopter|bus|coach|train|car|truck|lorry|van|building|bridge|tower|crane|roof|dam|mine|wall|factory)$/;

/** ", affecting 800 clerks": what went before did, rather than its subject. */
const follows = new Set(
  'affect leave force cost displace cause bring impact threaten put strand prompt trap create add raise push give make'.split(' '),
);

/** "a blast at the shrine, which killed 20", "a ferry sank, drowning 40", "clashes between police and miners have killed 12": not the shrine, the ferry, the miners did. */
export function isSureDoer(sentence: Tagged, group: VerbGroup, doer: Stretch | undefined): boolean {
  const { tokens, tags } = sentence;
  if (!doer) return true;
  const [before, head] = [tokens[doer.first - 1]?.lower ?? '', tokens[doer.last]?.lower ?? ''];
  const behind = tokens[doer.last + 1]?.text === ',' ? doer.last + 2 : doer.last + 1;
  const isRelative = tags[behind] === 'rel';
  const holdsPreposition = tags.slice(doer.first, doer.last).includes('prep');
  const isSeries = /^(?:series|waves?|string|spate|number|groups?|pair|handful|couple)$/.test(
    tokens[doer.first + (tags[doer.first] === 'det' ? 1 : 0)]?.lower ?? '',
  );
  if (isRelative && holdsPreposition && !isSeries) return false;
  if (isRelative && tags[doer.first - 1] === 'prep' && before !== 'by' && behind > doer.last + 1) return false;
  if (/^(?:and|between)$/.test(before) && tokens.slice(Math.max(0, doer.first - 10), doer.first).some(({ lower }) => lower === 'between'))
    return false;
  // "strikes in Velm and Tarn that have killed 40", "that bill", "a large, secret factory fire": half of who did
  if (isRelative && tags[doer.first - 1] === 'conj') return false;
  const isCommon =
    tokens.slice(doer.first, doer.last + 1).every(({ text, lower }) => text === lower) && tags[doer.first] !== 'det' && !isPlural(head);
  if (isCommon && (/^(?:that|this|,)$/.test(before) || tags[doer.first - 1] === 'adv')) return false;
  if (group.isGerund && (vessels.test(head) || follows.has(group.base))) return false;
  if (holdsBetween(tokens, doer)) return false;
  const words = tokens.slice(doer.first, doer.last + 1);
  // "much pressure", "economy": a bare noun of a headline
  if (/^(?:much|little|such|no|more|less)$/.test(words[0]?.lower ?? '')) return false;
  const isBare = words.length === 1 && lowered(sentence, doer) === head && !isPlural(head) && !isAgentNoun(head) && !isBodyNoun(head);
  return !isBare && tags[doer.first] !== 'gerund';
}

const holdsBetween = (tokens: Tagged['tokens'], { first, last }: Stretch): boolean =>
  tokens.slice(first, last).some(({ lower }) => lower === 'between');

/** "uncovered 40 social media posts that", "found 40 inspections would fail", "offered 40 exiles asylum": the noun is not whole, or no object alone. */
export function isCutNoun(sentence: Tagged, at: number): boolean {
  const { tokens, tags } = sentence;
  return (
    (tags[at] === 'verb' && isPlural(tokens[at]?.lower ?? '')) ||
    tags[at] === 'aux' ||
    (tags[at] === 'noun' && tokens[at]?.glued === false && !/ing$/.test(tokens[at]?.lower ?? '') && timeLength(sentence, at) === 0)
  );
}

/** "campaigned on a promise to strip cover from 20 people": another verb stands between. */
export function holdsDeed(sentence: Tagged, { first, last }: Stretch): boolean {
  const { tokens, tags } = sentence;
  for (let i = first; i <= last; i++) {
    // "people asking for water"
    const isDoing = /ing$/.test(tokens[i]?.lower ?? '') && i > first && isPlural(tokens[i - 1]?.lower ?? '');
    if (tags[i] === 'to' || isVerbal(tags[i]) || isDoing || opensDeed(sentence, i)) return true;
  }
  return false;
}

/** "given 40 soldiers he sent", "sold 300 homes it had built": a clause without its "that". */
export const opensContact = ({ tokens }: Tagged, at: number): boolean => /^(?:he|she|they|it|we|i|you)$/.test(tokens[at]?.lower ?? '');

/** "crossed 4,000 deaths", "carved 400 exiles out of the law": nothing was done to them, or more than the verb tells. */
export const isNoDeed = ({ tokens }: Tagged, { base }: VerbGroup, at: number): boolean =>
  (base === 'give' && tokens[at]?.text === ',') ||
  /^(?:cross|surpass|top|exceed|reach|near|approach|hit|total|number|outnumber)$/.test(base) ||
  (base !== 'leave' && /^(?:out|up|off|down|away|apart|aside)$/.test(tokens[at]?.lower ?? ''));

/** "40 votes to repeal the tax", "ordered 40 towns to publicise it": an infinitive, known to the tagger or not; against "to Lund". */
export function opensDeed({ tokens, tags }: Tagged, at: number): boolean {
  if (tokens[at]?.lower !== 'to') return false;
  const next = tokens[at + 1];
  if (tags[at] === 'to') return true;
  return (
    next !== undefined &&
    next.text === next.lower &&
    (verbReading(next.lower)?.forms.has('base') === true || /(?:i[sz]e|ify|ate)$/.test(next.lower))
  );
}
