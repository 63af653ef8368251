/** What stands behind a name in commas, dashes or brackets → the role of its bearer: "Ida Marsh – director of the Norland Centre – told". */
import * as lexicon from '#text/lexicon.ts';
import { isGivenName } from '#text/names-en.ts';
import type { Token } from '#text/tokens.ts';
import { holderBehind } from './office-holder.ts';
import { isAgentNoun, isPersonNoun } from './speaker-nouns.ts';
import { isOne, wordsOf } from './token-words.ts';

const MAX_ROLE_TOKENS = 20;
/** What opens a role → what ends it. */
const ENDS: ReadonlyMap<string, RegExp> = new Map([
  ['comma', /^/],
  ['dash', /^(?:dash|stop|quote)$/],
  ['open', /^close$/],
]);

/** "Ida Marsh, director of the Norland Centre, told": up to the comma, verb or clause that ends it. A dash or bracket that opens also closes. */
export function roleAfter(tokens: readonly Token[], to: number): string | undefined {
  const ends = ENDS.get(tokens[to]?.tag ?? '');
  if (ends === undefined) return undefined;
  let from = to + 1;
  const isOwned = /^(?:his|her|their|its|my|our|your)$/.test(tokens[from]?.low ?? '');
  const isArticled = tokens[from]?.tag === 'determiner' && !isOwned;
  if (isArticled || isOwned) from++;
  // "Ruiz – a former schoolteacher – said": what he once was is told by the way
  if (tokens[to]?.tag !== 'comma' && tokens[from - 1]?.low === 'a' && tokens[from]?.low === 'former') return undefined;
  const first = tokens[from];
  // "Ruiz, then chairman of the board,"
  const isThen = first?.low === 'then' && isOffice(tokens[from + 1]);
  if (
    first === undefined ||
    (!isThen && first.tag !== 'word' && first.tag !== 'name' && first.tag !== 'number' && first.tag !== 'possessive')
  )
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
  if (!ends.test(tokens[end]?.tag ?? '')) return undefined;
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

/** "Ruiz, Holm and the mayor said": who comes behind "and" is another one, unless it goes on with an office. */
function isOtherOne(tokens: readonly Token[], at: number, hasNoun: boolean): boolean {
  if (tokens[at]?.tag !== 'conjunction') return false;
  const next = tokens[at + 1];
  const isName = !hasNoun && next?.tag === 'name' && tokens[at - 1]?.tag === 'name';
  // "Research and Advocacy Director"
  const after = tokens[at + 2];
  const isOffice = after !== undefined && lexicon.titles.has(after.low) && !MODIFIER.test(after.low);
  // "of geography and the environment"
  const isField =
    next?.low === 'the' &&
    hasNoun &&
    after?.tag === 'word' &&
    !isAgentNoun(after.low) &&
    /^(?:preposition|comma|stop)$/.test(tokens[at + 3]?.tag ?? '');
  return (
    (next?.tag === 'determiner' && !isOffice && !isField) || (isName && !tokens.slice(at + 1, at + 4).some(({ low }) => OFFICE.test(low)))
  );
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
