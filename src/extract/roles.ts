/** The sentences of an article → the role that it gives each person: "Russian Foreign Minister", "director of the Norland Centre". */
import * as lexicon from '#text/lexicon.ts';
import type { FrameSentence, Token } from '#text/tokens.ts';
import { fieldBefore } from './body-name.ts';
import { phraseEndingAt, phraseOfHolder } from './noun-phrase.ts';
import type { People } from './people.ts';
import { roleAfter } from './role-after.ts';
import { isAgentNoun, isPersonNoun } from './speaker-nouns.ts';
import { isOne, wordsOf } from './token-words.ts';

const HONORIFIC = /^(?:mr|mister|mrs|ms|mx|miss|dr|sir|dame|lord|lady|madam|shri|smt)$/;

/** By entity; the first role that the article gives. */
export function findRoles(people: People, sentences: readonly FrameSentence[]): ReadonlyMap<number, string> {
  const roles = new Map<number, string>();
  for (const { entity, run, sentence } of people.mentions) {
    const tokens = sentences[sentence]?.tokens;
    if (tokens === undefined || roles.has(entity) || people.entities[entity]?.kind !== 'person') continue;
    const role = roleAfter(tokens, run.to) ?? roleBefore(tokens, run.nameFrom, run.to) ?? roleBeforeComma(tokens, run.from, run.to);
    if (role !== undefined) roles.set(entity, role);
  }
  return roles;
}

/** "Norland's Foreign Minister Ida Marsh": the words of the phrase in front of the name. */
function roleBefore(tokens: readonly Token[], nameFrom: number, to: number): string | undefined {
  const phrase = phraseOfHolder(tokens, to - 1, true) ?? phraseEndingAt(tokens, to - 1);
  if (phrase === undefined || phrase.from >= nameFrom) return undefined;
  let from = phrase.from;
  while (tokens[from]?.tag === 'determiner' || /^(?:other|fellow|another|same)$/.test(tokens[from]?.low ?? '')) from++;
  for (let i = from; i < nameFrom - 1; i++) if (isVerbInDisguise(tokens, i)) from = i + 1;
  let end = nameFrom;
  // "the Surgeon Dr. Ana Ruiz"
  while (end > from && HONORIFIC.test(tokens[end - 1]?.low ?? '') && tokens[end - 2]?.low !== 'first') end--;
  const isRole = tokens.slice(from, end).some((token) => isRoleNoun(token.low));
  const isWhole = ![from, end - 1].some((at) => tokens[at]?.tag === 'preposition');
  // "attorneys Ana Ruiz and Tom Holm", "the first person Ruiz called", "the conservative site Ruiz founded"
  const isPlain = tokens.slice(from, end).every(({ tag }) => tag !== 'preposition');
  const last = tokens[end - 1];
  if (last === undefined || (isPlain && !isOfOne(last))) return undefined;
  const first = fromFirstOffice(tokens, from);
  return isRole && isWhole && !isBareKin(tokens, from, end) ? wordsOf(tokens, fieldBefore(tokens, first, end), end) : undefined;
}

/** "chairman, CEO and president Ana Ruiz": where the offices of one person begin. */
function fromFirstOffice(tokens: readonly Token[], from: number): number {
  let first = from;
  while (lexicon.titles.has(tokens[first]?.low ?? '') && /^(?:comma|conjunction)$/.test(tokens[first - 1]?.tag ?? '')) {
    const before = tokens[first - 2];
    if (before === undefined || !lexicon.titles.has(before.low) || (tokens[first - 1]?.tag === 'comma' && first === from)) break;
    first -= 2;
  }
  return first;
}

/** A noun for one person, and more than "person". */
const isOfOne = ({ low, tag }: Token): boolean =>
  !/^(?:person|people|man|woman|one|day|time)$/.test(low) &&
  !(low.endsWith('s') && lexicon.titles.has(low.slice(0, -1))) &&
  (tag !== 'word' || (isOne(low) && (isRoleNoun(low) || isAgentNoun(low) || HONORIFIC.test(low))));

/** "uncle", "longtime friend": of whom is not said. */
const isBareKin = (tokens: readonly Token[], from: number, end: number): boolean =>
  KIN.test(tokens[end - 1]?.low ?? '') && !tokens.slice(from, end).some(({ tag }) => tag === 'possessive');
const KIN =
  /^(?:wife|husband|son|daughter|child|baby|mother|father|mom|mum|dad|brother|sister|uncle|aunt|cousin|nephew|niece|widow|widower|girlfriend|boyfriend|fiance|fiancee|fiancé|fiancée|friend|colleague|classmate|roommate|neighbour|neighbor|grandmother|grandfather|grandson|granddaughter|stepfather|stepmother|half-brother|half-sister|ex-wife|ex-husband)$/;

const isRoleNoun = (low: string): boolean => (lexicon.titles.has(low) || isPersonNoun(low)) && !HONORIFIC.test(low) && !MOMENTARY.test(low);

/** Parts that somebody plays for a day. */
const MOMENTARY =
  /^(?:substitute|scorer|debutant|runner-up|winner|loser|finalist|semifinalist|bystander|onlooker|passer-by|passerby|caller|newcomer|hopeful|favourite|favorite)$/;

/** "railways gives Russian President": behind a plural in -s the tagger takes a verb in -s for a noun; the office begins with its capital. */
const isVerbInDisguise = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.tag === 'word' &&
  tokens[at - 1]?.tag === 'word' &&
  tokens[at + 1]?.tag === 'name' &&
  lexicon.verbReading(tokens[at]?.low ?? '')?.forms.has('s') === true;

/** "The plaintiffs’ lawyer, Ines Maltravers,": the description that a comma parts from the name. */
function roleBeforeComma(tokens: readonly Token[], from: number, to: number): string | undefined {
  if (tokens[from - 1]?.tag !== 'comma' || to - from < 2) return undefined;
  const after = tokens[to]?.tag;
  if (after !== undefined && after !== 'comma' && after !== 'stop' && after !== 'quote' && after !== 'colon') return undefined;
  const phrase = phraseEndingAt(tokens, from - 2);
  if (phrase === undefined) return undefined;
  const office = officeFor(tokens, phrase.from);
  if (office !== undefined) return wordsOf(tokens, tokens[office]?.tag === 'determiner' ? office + 1 : office, phrase.to);
  if (!isRoleNoun(tokens[phrase.head]?.low ?? '') || !isOne(tokens[phrase.head]?.low ?? '')) return undefined;
  // "Norland's trade minister, Ana Ruiz,"
  const owner = tokens.findLastIndex((token, i) => i >= phrase.from && i < phrase.head && token.tag === 'possessive');
  if (owner >= 0 && tokens[owner - 1]?.tag === 'name') {
    // "Holm's uncle, Tom Ruiz,": whose uncle tells who he is
    const from = tokens[phrase.from]?.tag === 'determiner' ? phrase.from + 1 : phrase.from;
    return wordsOf(tokens, KIN.test(tokens[phrase.head]?.low ?? '') ? from : owner + 1, phrase.to);
  }
  if (tokens[phrase.from]?.tag !== 'determiner') return undefined;
  if (tokens[phrase.head]?.tag !== 'word' || tokens[phrase.from]?.low === 'a' || tokens[phrase.from]?.low === 'an') return undefined;
  // "from her sister, Ana Ruiz,": of whom is said elsewhere in the sentence
  const isOwned = /^(?:his|her|their|my|our|your)$/.test(tokens[phrase.from]?.low ?? '');
  return isOwned ? undefined : wordsOf(tokens, phrase.from + 1, phrase.to);
}

/** "a spokeswoman for the campaign, Ana Ruiz,", "the mayor of the town of Sarn, Tom Holm,": where the office begins that the last words belong to. */
function officeFor(tokens: readonly Token[], from: number): number | undefined {
  for (let at = from, links = 0; links < MAX_LINKS && /^(?:of|for|at|with)$/.test(tokens[at - 1]?.low ?? ''); links++) {
    const office = phraseEndingAt(tokens, at - 2);
    const head = tokens[office?.head ?? -1];
    if (office === undefined || (head?.tag !== 'word' && head?.tag !== 'name')) return undefined;
    if (head.tag === 'word' && isRoleNoun(head.low) && isOne(head.low)) return office.from;
    at = office.from;
  }
  return undefined;
}

/** "of the nearby city of" */
const MAX_LINKS = 3;
