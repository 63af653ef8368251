/** The sentences of an article → the role that it gives each person: "Russian Foreign Minister", "director of the Norland Centre". */
import * as lexicon from '#text/lexicon.ts';
import { isGivenName } from '#text/names-en.ts';
import type { FrameSentence, Token } from '#text/tokens.ts';
import { fieldBefore } from './body-name.ts';
import { phraseEndingAt, phraseOfHolder } from './noun-phrase.ts';
import { holderBehind } from './office-holder.ts';
import type { People } from './people.ts';
import { isAgentNoun, isPersonNoun } from './speaker-nouns.ts';
import { wordsOf } from './token-words.ts';

const HONORIFIC = /^(?:mr|mister|mrs|ms|mx|miss|dr|sir|dame|lord|lady|madam|shri|smt)$/;
const MAX_ROLE_TOKENS = 20;

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

/** "a spokeswoman for the campaign, Ana Ruiz,": where the office begins that the last words belong to. */
function officeFor(tokens: readonly Token[], from: number): number | undefined {
  if (!/^(?:of|for|at|with)$/.test(tokens[from - 1]?.low ?? '')) return undefined;
  const office = phraseEndingAt(tokens, from - 2);
  const head = tokens[office?.head ?? -1];
  return office !== undefined && head?.tag === 'word' && isRoleNoun(head.low) && isOne(head.low) ? office.from : undefined;
}

/** "Ida Marsh, director of the Norland Centre, told": up to the comma, verb or clause that ends it. */
function roleAfter(tokens: readonly Token[], to: number): string | undefined {
  if (tokens[to]?.tag !== 'comma') return undefined;
  let from = to + 1;
  const isOwned = /^(?:his|her|their|its|my|our|your)$/.test(tokens[from]?.low ?? '');
  const isArticled = tokens[from]?.tag === 'determiner' && !isOwned;
  if (isArticled || isOwned) from++;
  const first = tokens[from];
  if (first === undefined || (first.tag !== 'word' && first.tag !== 'name' && first.tag !== 'number' && first.tag !== 'possessive'))
    return undefined;
  const isDoing = lexicon.verbReading(first.low)?.forms.has('ing') === true || (first.tag === 'word' && /[a-z]{3}ing$/.test(first.low));
  let end = from;
  let hasNoun = false;
  let isLink = false;
  while (end < tokens.length && end - from < MAX_ROLE_TOKENS) {
    const token = tokens[end];
    if (
      token === undefined ||
      (token.tag === 'dash' && token.text !== '&') ||
      isOtherOne(tokens, end, hasNoun) ||
      /^(?:comma|verb|auxiliary|relative|subordinator|quote|stop|open|close|semicolon|colon|pronoun)$/.test(token.tag)
    )
      break;
    if (token.tag === 'preposition') {
      // "associate administrator for", "a rising junior at"
      const head = tokens[end - 1];
      if (
        !isLink &&
        head?.tag === 'word' &&
        end > from &&
        isOne(head.low) &&
        (isAgentNoun(head.low) || /^(?:junior|senior)$/.test(head.low))
      )
        hasNoun = true;
      // "sitting next to her", "of the league"
      if (!hasNoun && isDoing) return undefined;
      isLink = true;
    }
    // "warming up the crowd"
    if (isDoing && end > from && !hasNoun && (token.tag === 'determiner' || token.tag === 'adverb')) return undefined;
    if (!isLink && isOne(token.low) && (lexicon.titles.has(token.low) || isPersonNoun(token.low)) && !MODIFIER.test(token.low))
      hasNoun = true;
    end++;
  }
  // "Ruiz, director of the Harbour Institute Ida Lund and Tom Holm": the next one of a list
  for (let i = from; i < end; i++) if (isOffice(tokens[i]) && holderBehind(tokens, i) !== undefined) return undefined;
  while (end > from && /^(?:preposition|conjunction|determiner|time|adverb|dash)$/.test(tokens[end - 1]?.tag ?? '')) end--;
  // a list of names ("Ruiz, Holm and Lund said") holds no small word
  const isSmall = tokens.slice(from, end).some((token) => token.tag === 'word') || isOfficeInCapitals(tokens, from, end);
  const isClosed = tokens[end]?.tag === 'comma' || tokens[end]?.tag === 'relative';
  // "Holm, the next day, helped", "Holm, a little red-faced,"
  const last = tokens[end - 1]?.low ?? '';
  const isNoun = isOne(last) && !/(?:ed|day|week|month|year|time|morning|night)$/.test(last);
  return (hasNoun || (isArticled && isClosed && isNoun)) && isSmall && end > from ? wordsOf(tokens, from, end) : undefined;
}

const isOffice = (token: Token | undefined): boolean => lexicon.titles.has(token?.low ?? '');

/** "consumers", in contrast to "boss": one person is no plural. */
const isOne = (low: string): boolean => !/[^su]s$/.test(low);

/** "Ruiz, Holm and the mayor said": who comes behind "and" is another one, unless it goes on with an office. */
function isOtherOne(tokens: readonly Token[], at: number, hasNoun: boolean): boolean {
  if (tokens[at]?.tag !== 'conjunction') return false;
  const next = tokens[at + 1];
  const isName = !hasNoun && next?.tag === 'name' && tokens[at - 1]?.tag === 'name';
  // "Research and Advocacy Director"
  const after = tokens[at + 2];
  const isOffice = after !== undefined && lexicon.titles.has(after.low) && !MODIFIER.test(after.low);
  return (next?.tag === 'determiner' && !isOffice) || (isName && !tokens.slice(at + 1, at + 4).some(({ low }) => OFFICE.test(low)));
}

/** "Chief Digital and Information Officer at Nordbank", "Director Product Management", "CEO of Nordbank": no list of names. */
function isOfficeInCapitals(tokens: readonly Token[], from: number, end: number): boolean {
  let link = from;
  while (link < end && tokens[link]?.tag !== 'preposition') link++;
  const last = tokens[link - 1]?.low ?? '';
  const isLed = OFFICE.test(tokens[from]?.low ?? '') && !isGivenName(tokens[from + 1]?.low ?? '');
  return OFFICE.test(last) || (isLed && tokens[end]?.tag !== 'verb');
}
/** Words of titles that name nobody by themselves. */
const MODIFIER =
  /^(?:former|retired|acting|interim|outgoing|incoming|then|first|senior|junior|national|security|foreign|home|state|press|field|political|campaign|health|education|energy|environment|justice|trade|finance|interior|defen[cs]e|communications|majority|minority|vice|prime|deputy|assistant|associate|international)$/;

const OFFICE =
  /^(?:ceo|cfo|coo|cto|cmo|cio|vp|svp|evp|chief|president|chairman|chairwoman|chair|director|manager|officer|head|founder|co-founder|cofounder|partner|editor|professor|lecturer|analyst|economist|strategist|secretary|minister|commissioner|ambassador|mayor|governor|treasurer|spokesman|spokeswoman|spokesperson|dean|provost|principal|fellow|engineer|scientist|researcher|consultant|coordinator|superintendent|sheriff|captain|commander|general|executive|producer|advisor|adviser|lead|leader)$/;
