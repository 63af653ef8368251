/** Tokens of a sentence → the noun phrase that ends or begins at a place: "US Secretary of State Antony Blinken", "a spokesman". */
import * as lexicon from '#text/lexicon.ts';
import type { Token } from '#text/tokens.ts';
import { isNicknameInside } from './name-runs.ts';
import { type Holder, holderBehind } from './office-holder.ts';
import { isAgentNoun, isPersonNoun } from './speaker-nouns.ts';

/** Half-open range of token indices, with the index of the word that names the one meant. */
export type Phrase = { readonly from: number; readonly to: number; readonly head: number };

const isNounLike = (token: Token | undefined): boolean =>
  token !== undefined && (token.tag === 'name' || token.tag === 'word' || token.tag === 'number');

/** A phrase whose last token is at `end`, without the "of …" that may follow its head. */
export function phraseEndingAt(tokens: readonly Token[], end: number): Phrase | undefined {
  const last = tokens[end];
  if (last === undefined) return undefined;
  // "Martin Alder King, Jr."
  if (/^(?:jr|sr|ii|iii|iv)\.?$/.test(last.low) && tokens[end - 1]?.tag === 'comma' && tokens[end - 2]?.tag === 'name') {
    const bearer = phraseEndingAt(tokens, end - 2);
    return bearer === undefined ? undefined : { ...bearer, to: end + 1 };
  }
  if (last.tag === 'pronoun') return { from: end, to: end + 1, head: end };
  if (last.tag === 'number' && !isNounLike(tokens[end - 1])) return undefined;
  if (last.tag !== 'name' && last.tag !== 'word' && last.tag !== 'number') return undefined;
  let from = end;
  while (from > 0 && (joins(tokens, from) || isBodyLink(tokens, from - 1, end + 1))) from--;
  if (tokens[from]?.tag === 'possessive') from++;
  while (from < end && tokens[from]?.tag === 'time') from++;
  return { from, to: end + 1, head: end };
}

/** "House of Representatives Speaker Ana Ruiz", "Transport for Lund spokesman": the body's name goes on, and somebody of it comes last. */
function isBodyLink(tokens: readonly Token[], at: number, end: number): boolean {
  const body = tokens[at - 1];
  if (!/^(?:of|for|on)$/.test(tokens[at]?.low ?? '') || tokens[at + 1]?.tag !== 'name' || body === undefined) return false;
  if (tokens[at]?.low === 'on' && !isBodyPart(body)) return false;
  if (!/^\p{Lu}/u.test(body.text) || lexicon.titles.has(body.low) || isPersonNoun(body.low)) return false;
  for (let i = at + 2; i < end && (isNounLike(tokens[i]) || isAndOfBody(tokens, i)); i++) if (isOffice(tokens[i])) return true;
  return false;
}

/** "Committee on Oversight and Accounts Chairman Tim Holm", in contrast to "Holm of Lund and Chairman Ana Ruiz". */
function isAndOfBody(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.low !== 'and' || tokens[at + 1]?.tag !== 'name' || isOffice(tokens[at + 1])) return false;
  if (!isOffice(tokens[at + 2]) || tokens[at + 3]?.tag !== 'name') return false;
  let link = at - 1;
  while (tokens[link]?.tag === 'name') link--;
  return at - link <= MAX_WORDS_OF_FIELD && /^(?:on|for|of)$/.test(tokens[link]?.low ?? '') && isBodyPart(tokens[link - 1]);
}

const MAX_WORDS_OF_FIELD = 4;
const isBodyPart = (token: Token | undefined): boolean =>
  token !== undefined && (lexicon.bodyWords.has(token.low) || lexicon.bodyWords.has(token.low.replace(/s$/, '')));

const isOffice = (token: Token | undefined): boolean =>
  token !== undefined && (lexicon.titles.has(token.low) || isPersonNoun(token.low)) && !lexicon.bodyWords.has(token.low);

/** Does the token before `from` belong to the same phrase? */
function joins(tokens: readonly Token[], from: number): boolean {
  const here = tokens[from];
  const before = tokens[from - 1];
  if (here === undefined || before === undefined) return false;
  // "the two sides", "her many friends"
  if (here.tag === 'determiner') return before.tag === 'determiner' && COUNTS.test(here.low);
  // “Ana “Spark” Ruiz”
  if (here.tag === 'quote') return before.tag === 'name';
  switch (before.tag) {
    case 'name':
    case 'number':
      return true;
    case 'word':
      // "an honor Ruiz said": only a noun for people or bodies stands before a name without a comma
      return here.tag !== 'name' || isBeforeName(before.low) || (tokens[from - 2]?.tag === 'determiner' && OF_PERSONS.test(before.low));
    case 'determiner':
      return true;
    case 'possessive':
      return true;
    case 'preposition':
      // "Secretary of State Antony Blinken", "President of the Senate Ida Marsh"
      return before.low === 'of' && here.tag === 'name' && isTitleOf(tokens, from);
    case 'conjunction':
      return (before.low === '&' && isNounLike(tokens[from - 2])) || isAndOfBody(tokens, from - 1);
    case 'verb':
      // "leading economist Ana Ruiz": a participle in front of a noun, after an article
      return (
        (before.verb?.forms.has('ing') || before.verb?.forms.has('participle')) === true &&
        isNounLike(here) &&
        (tokens[from - 2]?.tag === 'determiner' || (FIELD.test(before.low) && isPersonNoun(here.low)))
      );
    case 'adverb':
      return (
        here.tag === 'word' &&
        (tokens[from - 2]?.tag === 'determiner' || (before.low === 'first' && /^(?:lady|ladies|gentleman|minister)$/.test(here.low)))
      );
    case 'quote':
      return isNicknameInside(tokens, from - 1);
    default:
      return false;
  }
}

/** "the late Ana Ruiz". */
const OF_PERSONS =
  /^(?:late|elder|younger|then|young|old|great|legendary|disgraced|embattled|veteran|longtime|long-time|controversial|famous|popular)$/;

/** "planning chair Ana Ruiz", "managing director Tom Holm". */
const FIELD =
  /^(?:planning|housing|marketing|managing|acting|outgoing|incoming|leading|ruling|training|engineering|advertising|fundraising|banking|farming|fishing|shipping|mining|policing|racing|cycling|boxing|sailing|sporting|commanding|consulting|visiting|sitting|serving)$/;
const COUNTS = /^(?:one|two|three|four|five|six|seven|eight|nine|ten|many|few|several|other|most|some)$/;
const AGENT = /(?:er|or|ist|ian|man|woman|ant|ent|ee|eer|ive|-elect|mate|head|ess)s?$/;
const isBeforeName = (low: string): boolean =>
  lexicon.titles.has(low) || isPersonNoun(low) || lexicon.bodyNouns.has(low) || low.includes('-') || AGENT.test(low);

function isTitleOf(tokens: readonly Token[], from: number): boolean {
  const title = tokens[from - 2];
  if (title === undefined || !lexicon.titles.has(title.low)) return false;
  let names = 0;
  for (let i = from; tokens[i]?.tag === 'name'; i++) names++;
  return names >= 3;
}

/** A phrase that begins at `start`: "the mayor", "Ana Ruiz", "US Secretary of State Antony Blinken". */
export function phraseStartingAt(tokens: readonly Token[], start: number): Phrase | undefined {
  const first = tokens[start];
  if (first === undefined) return undefined;
  if (first.tag === 'pronoun') return partOf(tokens, start) ?? { from: start, to: start + 1, head: start };
  let end = start;
  while (end < tokens.length && continues(tokens, start, end)) end++;
  let head = end - 1;
  while (head > start && (tokens[head]?.tag === 'time' || tokens[head]?.tag === 'adverb')) head--;
  // "a lobbyist close to the deal"
  if (head > start && /^(?:close|familiar)$/.test(tokens[head]?.low ?? '') && /^(?:to|with)$/.test(tokens[head + 1]?.low ?? '')) head--;
  if (head < start || !isNounLike(tokens[head])) return undefined;
  const holder = holderBehind(tokens, head);
  return holder === undefined ? { from: start, to: head + 1, head } : named(start, holder);
}

const MAX_TOKENS_TO_OFFICE = 14;
const MAX_TOKENS_OF_MENTION = 8;

/** The office with the name; of a long one the name alone, since the whole would point at nobody. */
const named = (office: number, { from, to }: Holder): Phrase => ({
  from: to - office <= MAX_TOKENS_OF_MENTION ? office : from,
  to,
  head: to - 1,
});

/** From the last word of the holder's name back to the office; `isWhole`: however long it is. */
export function phraseOfHolder(tokens: readonly Token[], end: number, isWhole = false): Phrase | undefined {
  if (tokens[end]?.tag !== 'name') return undefined;
  for (let at = end - 3; at >= 0 && at >= end - MAX_TOKENS_TO_OFFICE; at--) {
    if (/^(?:comma|verb|quote|stop|auxiliary)$/.test(tokens[at]?.tag ?? '')) return undefined;
    const holder = holderBehind(tokens, at);
    if (holder?.to !== end + 1) continue;
    const office = phraseEndingAt(tokens, at);
    if (office === undefined) return undefined;
    return isWhole ? { from: office.from, to: end + 1, head: end } : named(office.from, holder);
  }
  return undefined;
}

/** "one of two witnesses", "many of the voters": those of whom it is a part. */
function partOf(tokens: readonly Token[], start: number): Phrase | undefined {
  if (!QUANTIFIERS.test(tokens[start]?.low ?? '') || tokens[start + 1]?.low !== 'of') return undefined;
  const whole = phraseStartingAt(tokens, start + 2);
  return whole === undefined || tokens[whole.head]?.tag === 'pronoun' ? undefined : { from: start, to: whole.to, head: whole.head };
}

export const QUANTIFIERS =
  /^(?:one|two|three|four|five|six|some|many|most|several|few|all|both|each|none|half|hundreds|thousands|dozens|scores|another|others)$/;

function continues(tokens: readonly Token[], start: number, at: number): boolean {
  const here = tokens[at];
  if (here === undefined) return false;
  switch (here.tag) {
    case 'name':
      return true;
    case 'quote':
      return at > start && isNicknameInside(tokens, at);
    case 'number':
      return at === start || tokens[at - 1]?.tag === 'determiner' || tokens[at - 1]?.tag === 'word' || tokens[at + 1]?.tag === 'name';
    case 'word':
      return true;
    case 'determiner':
      return at === start || tokens[at - 1]?.tag === 'determiner';
    case 'possessive':
      return at > start;
    case 'time':
      // "the 22 year old"
      if (here.low === 'year' && tokens[at - 1]?.tag === 'number' && tokens[at + 1]?.low === 'old') return true;
      // "a Wednesday editorial"
      return tokens[at - 1]?.tag === 'determiner' && at > start && tokens[at + 1]?.tag === 'word';
    case 'verb': {
      const isIng = here.verb?.forms.has('ing') === true;
      // "said retired surgeon Ana Ruiz"
      if (at === start) return isDescribing(tokens, at);
      const before = tokens[at - 1]?.tag;
      if (before === 'determiner' || (before === 'adverb' && tokens[at - 2]?.tag === 'determiner' && isNounLike(tokens[at + 1])))
        return isIng || here.verb?.forms.has('participle') === true;
      // "policy planning director", "Oversight ranking Democrat"
      return (
        isIng && (before === 'word' || before === 'name') && at > start && isNounLike(tokens[at + 1]) && tokens[at + 1]?.low !== 'here'
      );
    }
    case 'adverb':
      // "the former first lady"
      if (here.low === 'first' && /^(?:lady|ladies|gentleman|minister)$/.test(tokens[at + 1]?.low ?? '')) return true;
      return (
        tokens[at - 1]?.tag === 'determiner' && (tokens[at + 1]?.tag === 'word' || tokens[at + 1]?.verb?.forms.has('participle') === true)
      );
    case 'conjunction':
      return at > start && isAndOfBody(tokens, at);
    case 'preposition':
      return (
        (here.low === 'of' && lexicon.titles.has(tokens[at - 1]?.low ?? '') && namesFrom(tokens, at + 1) >= 3) ||
        (at > start && isBodyLink(tokens, at, tokens.length))
      );
    default:
      return false;
  }
}

/** A participle in front of a noun for a person that leads to a name. */
function isDescribing(tokens: readonly Token[], at: number): boolean {
  const forms = tokens[at]?.verb?.forms;
  if (forms?.has('participle') !== true || tokens[at + 1]?.tag !== 'word') return false;
  let end = at + 1;
  while (tokens[end]?.tag === 'word') end++;
  return end - at <= 4 && tokens[end]?.tag === 'name' && isAgentNoun(tokens[end - 1]?.low ?? '');
}

function namesFrom(tokens: readonly Token[], from: number): number {
  let count = 0;
  while (tokens[from + count]?.tag === 'name') count++;
  return count;
}
