/** Tokens as the tagger saw them, word by word → mended where what stands further off tells more: plural owners, names and nouns beside a quotation. */
import * as lexicon from '#text/lexicon.ts';
import { isGivenName } from '#text/names-en.ts';
import { PLACES } from '#text/places-en.ts';
import type { Tag, Token } from '#text/tokens.ts';
import { isPersonNoun } from './speaker-nouns.ts';

/** `surnames`: what the article shows to be one, in small letters. */
export function retag(tokens: readonly Token[], surnames: ReadonlySet<string>): readonly Token[] {
  let mended: Token[] | undefined;
  let shift = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) continue;
    if (isPluralApostrophe(tokens, i)) {
      mended ??= [...tokens];
      if (endsInBody(tokens, i)) {
        const owner = mended[i - 1 - shift] as Token;
        mended.splice(i - 1 - shift, 2, { ...owner, end: token.end, text: owner.text + token.text });
        shift++;
      } else mended[i - shift] = as(token, 'possessive');
      continue;
    }
    if (isCollective(tokens, i)) {
      mended ??= [...tokens];
      const owner = mended[i - 1 - shift] as Token;
      mended.splice(i - 1 - shift, 2, { ...owner, end: token.end, text: owner.text + token.text, low: owner.low + token.low });
      shift++;
      continue;
    }
    if (isHiddenPast(tokens, i)) {
      mended ??= [...tokens];
      mended[i - shift] = { ...token, tag: 'verb', verb: { lemma: token.low, forms: new Set(['past', 'participle']), cue: new Set() } };
      continue;
    }
    if (isStateOf(tokens, i)) {
      mended ??= [...tokens];
      mended[i - shift] = as(token, 'word');
      continue;
    }
    if (token.tag === 'name' && lexicon.titles.has(token.low) && surnames.has(token.low)) {
      mended ??= [...tokens];
      mended[i - shift] = { ...token, isSurname: true };
      continue;
    }
    const tag = isOwnedNoun(tokens, i) ? 'word' : opensSentence(tokens, i) ? tagAtOpening(tokens, i, surnames) : undefined;
    if (tag === undefined) continue;
    mended ??= [...tokens];
    mended[i - shift] = tag === 'name' && surnames.has(token.low) ? { ...as(token, tag), isSurname: true } : as(token, tag);
  }
  return mended ?? tokens;
}

const as = (token: Token, tag: Tag): Token => ({ ...token, tag, verb: undefined });

/** "was present during": a bare form behind "was" is no verb, unless the sentence tells what was done ("all they did was shout"). */
function isStateOf(tokens: readonly Token[], at: number): boolean {
  const forms = tokens[at]?.verb?.forms;
  if (forms === undefined || !forms.has('base') || forms.has('participle') || forms.has('past')) return false;
  let be = at - 1;
  while (tokens[be]?.tag === 'adverb') be--;
  if (tokens[be]?.tag !== 'auxiliary' || !/^(?:is|are|was|were|be|been|being|isn't|wasn't|weren't|aren't)$/.test(tokens[be]?.low ?? ''))
    return false;
  return !tokens.slice(0, be).some(({ low }) => /^(?:do|does|did|done|all|could|can)$/.test(low));
}

/** "the plaintiffs’ lawyer": the mark stands right behind a plural, with a noun or a name after a blank. */
function isPluralApostrophe(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.tag !== 'dash' || (token.text !== '’' && token.text !== "'")) return false;
  const owner = tokens[at - 1];
  const next = tokens[at + 1];
  return (
    owner?.end === token.start &&
    owner.low.endsWith('s') &&
    (owner.tag === 'name' || owner.tag === 'word') &&
    next !== undefined &&
    next.start > token.end &&
    next.tag !== 'comma' &&
    next.tag !== 'stop'
  );
}

/** "Aldery Homeowners’ League": the owner is a part of the body's name. */
function endsInBody(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.tag !== 'name') return false;
  let end = at + 1;
  while (tokens[end]?.tag === 'name') end++;
  return end > at + 1 && lexicon.bodyWords.has(tokens[end - 1]?.low ?? '');
}

/** "the People's Courier", "Women's Tennis Association": the owner is a part of the name. */
const isCollective = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.tag === 'possessive' &&
  /^(?:People|Women|Men|Children|Farmers|Workers|Veterans)$/.test(tokens[at - 1]?.text ?? '') &&
  tokens[at - 1]?.tag === 'name' &&
  tokens[at + 1]?.tag === 'name';

/** "leaders shunned Holm": unknown to the lexicon, between a plural and a name. */
function isHiddenPast(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.tag !== 'word' || token.verb !== undefined || !token.low.endsWith('ed') || token.low.length < 5) return false;
  const before = tokens[at - 1];
  const isAfterNoun = (before?.tag === 'word' && /[^s]s$/.test(before.low)) || before?.tag === 'name';
  return isAfterNoun && tokens[at + 1]?.tag === 'name';
}

/** "her March comment", "Ruiz's Monday call": what an owner has is a noun. */
const isOwnedNoun = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.tag === 'verb' &&
  tokens[at]?.verb?.forms.has('past') !== true &&
  tokens[at - 1]?.tag === 'time' &&
  (tokens[at - 2]?.tag === 'determiner' || tokens[at - 2]?.tag === 'possessive');

/** At the start, behind a quotation, or behind a dateline: "BRACKWATER — Substitute Ana Ruiz". */
const opensSentence = (tokens: readonly Token[], at: number): boolean =>
  at === 0 || tokens[at - 1]?.tag === 'quote' || (tokens[at - 1]?.tag === 'dash' && at <= MAX_DATELINE_TOKENS && tokens[0]?.tag === 'name');
const MAX_DATELINE_TOKENS = 8;

const isSaid = (token: Token): boolean => token.verb?.cue.has('say') === true && token.verb.forms.has('past');

const isSays = (token: Token): boolean => token.verb?.cue.has('say') === true && token.verb.forms.has('s');

const isTold = (token: Token): boolean => token.verb?.cue.has('tell') === true && token.verb.forms.has('past');

function tagAtOpening(tokens: readonly Token[], at: number, surnames: ReadonlySet<string>): Tag | undefined {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (token === undefined || next === undefined) return undefined;
  // "“…,” Jun wrote": a name that is also a month's
  // "“…,” Will wrote"
  if (at > 0 && token.text === 'Will' && next.tag === 'name') return 'name';
  if (at > 0 && (token.tag === 'auxiliary' || token.tag === 'preposition') && /^\p{Lu}/u.test(token.text) && isSaid(next)) return 'name';
  // "April Holm said"
  if (token.tag === 'time' && next.tag === 'name' && isGivenName(token.low)) return 'name';
  if (token.tag === 'time') return at > 0 && /^\p{Lu}/u.test(token.text) && isSaid(next) ? 'name' : undefined;
  if (token.tag === 'verb') {
    // "“…,” Read said": a surname that is also a verb
    if (/^\p{Lu}/u.test(token.text) && isSaid(next)) return 'name';
    // "“…,” campaign manager Ana Ruiz said": before a noun or a name a bare verb is a noun
    const isBare = token.verb?.forms.has('base') === true && !token.verb.forms.has('past') && token.verb.cue.has('say') !== true;
    return at > 0 && isBare && (next.tag === 'word' || next.tag === 'name') ? 'word' : undefined;
  }
  // "“…,” White said", "“…,” Young told the court": a surname that is also a word
  // "“…,” Doctor asks"
  if (token.tag === 'word' && (isSaid(next) || isTold(next) || isSays(next)) && surnames.has(token.low) && /^\p{Lu}/u.test(token.text))
    return 'name';
  // "Following Ruiz, Holm said": no given name
  if (token.tag === 'name' && next.tag === 'name' && isNoGivenName(token.low) && (isGivenName(next.low) || surnames.has(next.low)))
    return 'word';
  // "Beijing urged": a place that ends as a verb's form does
  if (token.tag === 'word' && PLACES.has(token.low)) return 'name';
  // "Substitute Ana Ruiz": a capital because the sentence begins with it
  const isRole =
    token.tag === 'name' && isPersonNoun(token.low) && !lexicon.titles.has(token.low) && token.text !== token.text.toUpperCase();
  return isRole && next.tag === 'name' && tokens[at + 2]?.tag === 'name' && !isGivenName(token.low) ? 'word' : undefined;
}

const isNoGivenName = (low: string): boolean =>
  !isGivenName(low) &&
  !lexicon.titles.has(low) &&
  (lexicon.verbReading(low) !== undefined ||
    lexicon.subordinators.has(low) ||
    lexicon.adverbs.has(low) ||
    /^.{3,}(?:ed|ever|ing)$/.test(low));
