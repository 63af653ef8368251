/** A verb in a sentence → the phrases that name whoever does it, wherever appositions, relative clauses and participles have put them. */
import * as lexicon from '#text/lexicon.ts';
import { genderOfGivenName } from '#text/names-en.ts';
import type { Token } from '#text/tokens.ts';
import { type Phrase, phraseEndingAt, phraseStartingAt } from './noun-phrase.ts';

export type Subject = {
  /** In the order of the text; more than one where several are joined ("Ruiz and Holm said"). */
  readonly phrases: readonly Phrase[];
  /** How far the search went: 0 beside the verb, more with each comma or clause that was passed. */
  readonly distance: number;
  /** The "who" that stands for several ("Ruiz and Holm, who have called each other"). */
  readonly relative?: number;
};

const MAX_STEPS = 40;

const known = new WeakMap<readonly Token[], Map<number, Subject | undefined>>();

/** Remembered for each sentence: clauses ask for the subjects of the clauses they hang on. */
export function subjectOf(tokens: readonly Token[], verb: number): Subject | undefined {
  let subjects = known.get(tokens);
  if (subjects === undefined) {
    subjects = new Map();
    known.set(tokens, subjects);
  }
  if (subjects.has(verb)) return subjects.get(verb);
  // a clause that leads back to itself has no subject
  subjects.set(verb, undefined);
  const subject = findSubject(tokens, verb);
  subjects.set(verb, subject);
  return subject;
}

function findSubject(tokens: readonly Token[], verb: number): Subject | undefined {
  let at = verb - 1;
  let distance = 0;
  if (isParticiple(tokens, verb)) return subjectOfParticiple(tokens, verb);
  for (let step = 0; step < MAX_STEPS && at >= 0; step++) {
    const token = tokens[at];
    if (token === undefined) return undefined;
    switch (token.tag) {
      case 'adverb':
      case 'auxiliary':
      case 'time':
        at--;
        if (token.tag === 'time' && tokens[at]?.tag === 'preposition') at--;
        continue;
      case 'to': {
        // "went on to say": whoever went on
        const governor = lastVerbBefore(tokens, at);
        if (governor === undefined) return undefined;
        const object = CONTROL.test(tokens[governor]?.verb?.lemma ?? '') ? phraseEndingAt(tokens, at - 1) : undefined;
        const led = object === undefined ? undefined : (climbOf(tokens, object) ?? object);
        if (led !== undefined && isPersonal(tokens[led.head])) return { phrases: joined(tokens, led), distance: distance + 1 };
        return isParticiple(tokens, governor) ? subjectOfParticiple(tokens, governor) : further(subjectOf(tokens, governor), 1);
      }
      case 'verb': {
        // "began saying", "was asked": the same one
        return further(subjectOf(tokens, at), 1);
      }
      case 'conjunction': {
        // "stood up and said", "and said": whoever stood up
        const earlier = lastFiniteVerbBefore(tokens, at);
        if (earlier === undefined) return undefined;
        const isOther = tokens[at - 1]?.tag === 'comma' || isShiftOfTense(tokens, earlier, verb);
        return further(subjectOf(tokens, isOther ? matrixOf(tokens, earlier) : earlier), 1);
      }
      case 'relative':
        return antecedent(tokens, at, distance);
      case 'comma':
      case 'dash':
      case 'close': {
        const stray = token.tag === 'comma' ? strayComma(tokens, at) : undefined;
        if (stray !== undefined) return { phrases: [stray], distance: distance + 1 };
        const before = hop(tokens, at);
        if (before === undefined) {
          const earlier = lastFiniteVerbBefore(tokens, at);
          return earlier === undefined || token.tag === 'close' ? undefined : further(subjectOf(tokens, earlier), 2);
        }
        distance++;
        at = before;
        continue;
      }
      default: {
        const found = climb(tokens, at);
        if (found === undefined) return undefined;
        const outer = outsideRelative(tokens, found);
        if (outer !== undefined && distance > 0)
          return { phrases: joined(tokens, beforeAppositions(tokens, outer)), distance: distance + 1 };
        return { phrases: joined(tokens, beforeAppositions(tokens, found)), distance };
      }
    }
  }
  return undefined;
}

/** "said Holm is late and accused him": what stands in another tense belongs to the verb of speech before. */
const isShiftOfTense = (tokens: readonly Token[], earlier: number, verb: number): boolean =>
  tokens[verb]?.verb?.forms.has('past') === true &&
  /^(?:is|are|has|have|will|does|do|can|may|'s|'re|isn't|doesn't|won't)$/.test(tokens[earlier]?.low ?? '');

const isPersonal = (head: Token | undefined): boolean =>
  head !== undefined && (head.tag === 'name' || (head.tag === 'pronoun' && head.low !== 'it') || lexicon.personNouns.has(head.low));

/** "led aides to say": their object is the one who speaks. */
const CONTROL =
  /^(?:lead|prompt|cause|force|push|drive|spur|inspire|compel|tell|ask|urge|order|want|expect|get|encourage|invite|enable|help|allow|persuade|convince)$/;

const further = (subject: Subject | undefined, by: number): Subject | undefined =>
  subject === undefined ? undefined : { ...subject, distance: subject.distance + by };

/** -ing without a form of "be" in front. */
function isParticiple(tokens: readonly Token[], verb: number): boolean {
  if (tokens[verb]?.verb?.forms.has('ing') !== true) return false;
  for (let i = verb - 1; i >= 0; i--) {
    if (tokens[i]?.tag === 'adverb') continue;
    return tokens[i]?.tag !== 'auxiliary';
  }
  return true;
}

/** "Ruiz left, saying …" and "Calling it …, Ruiz left": the subject of the main clause before, else of the one after. */
function subjectOfParticiple(tokens: readonly Token[], verb: number): Subject | undefined {
  const before = tokens[verb - 1];
  if (before?.tag === 'word' && tokens[verb]?.low === 'reading') {
    const thing = phraseEndingAt(tokens, verb - 1);
    if (thing !== undefined && WORN.has(before.low)) return { phrases: [thing], distance: 0 };
  }
  const end = before?.tag === 'adverb' ? verb - 2 : verb - 1;
  const own = tokens[end]?.tag === 'name' || tokens[end]?.tag === 'word' ? climb(tokens, end) : undefined;
  if (own !== undefined && tokens[own.from - 1]?.low === 'with') return { phrases: [own], distance: 1 };
  const nearest = lastClauseVerbBefore(tokens, verb);
  const earlier = nearest ?? lastFiniteVerbBefore(tokens, verb);
  if (earlier !== undefined) {
    const subject = further(subjectOf(tokens, matrixOf(tokens, earlier)), 1);
    if (subject !== undefined) return subject;
  }
  if (before !== undefined && (before.tag === 'comma' || before.tag === 'word' || before.tag === 'name')) {
    const phrase = climb(tokens, before.tag === 'comma' ? verb - 2 : verb - 1);
    if (phrase !== undefined && earlier === undefined && isSentenceStart(tokens, phrase.from))
      return { phrases: joined(tokens, phrase), distance: 1 };
  }
  for (let i = verb + 1; i < tokens.length; i++) {
    if (tokens[i]?.tag !== 'comma' && !(tokens[i]?.tag === 'quote' && tokens[i + 1]?.tag !== 'comma')) continue;
    const phrase = phraseStartingAt(tokens, i + 1);
    if (phrase !== undefined && hasVerbAfter(tokens, phrase.to)) return { phrases: joined(tokens, phrase), distance: 1 };
  }
  return undefined;
}

/** Things that carry words and say nothing themselves. */
const WORN = new Set(
  'hat hats cap caps shirt shirts t-shirt t-shirts sign signs banner banners placard placards poster posters sticker stickers badge badges button buttons flag flags'.split(
    ' ',
  ),
);

/** "Ruiz said she saw no need, telling …": a clause that hangs on a verb of speech without "that" leads to that verb. */
function matrixOf(tokens: readonly Token[], verb: number): number {
  let current = verb;
  for (let step = 0; step < 4; step++) {
    const own = subjectOf(tokens, current)?.phrases[0];
    if (own === undefined || own.from >= current) return current;
    let at = own.from - 1;
    if (tokens[at]?.tag === 'subordinator' || tokens[at]?.tag === 'relative') at--;
    while (tokens[at]?.tag === 'time' || tokens[at]?.tag === 'adverb') at--;
    const cue = tokens[at]?.verb?.cue;
    if (cue === undefined || !(cue.has('say') || cue.has('think')) || isParticiple(tokens, at)) return current;
    current = at;
  }
  return current;
}

const isSentenceStart = (tokens: readonly Token[], at: number): boolean =>
  at === 0 || tokens[at - 1]?.tag === 'quote' || tokens[at - 1]?.tag === 'conjunction' || tokens[at - 1]?.tag === 'comma';

function hasVerbAfter(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + 14); i++) {
    const tag = tokens[i]?.tag;
    if (tag === 'verb' || tag === 'auxiliary') return true;
    if (tag === 'quote' || tag === 'stop' || tag === 'colon') return false;
  }
  return false;
}

function lastVerbBefore(tokens: readonly Token[], at: number): number | undefined {
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token === undefined || token.tag === 'quote' || token.tag === 'semicolon') return undefined;
    if (token.tag === 'verb' || token.tag === 'auxiliary') return i;
  }
  return undefined;
}

/** The main verb that leads the clause before `at`: no participle, no infinitive, not inside a relative clause that has ended. */
function lastFiniteVerbBefore(tokens: readonly Token[], at: number): number | undefined {
  let fallback: number | undefined;
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token === undefined || token.tag === 'semicolon' || token.tag === 'stop') break;
    const isVerb = token.tag === 'verb' || token.tag === 'auxiliary';
    if (!isVerb || isParticiple(tokens, i) || tokens[i - 1]?.tag === 'to' || isReduced(tokens, i)) continue;
    if (isSubordinate(tokens, i)) {
      fallback ??= i;
      continue;
    }
    return i;
  }
  return fallback;
}

/** ", when the crowd left, shouting": a clause of time right before a participle has its own subject. */
function lastClauseVerbBefore(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at - 1]?.tag !== 'comma') return undefined;
  for (let i = at - 2; i >= 0; i--) {
    const token = tokens[i];
    if (token === undefined || token.tag === 'semicolon' || token.tag === 'stop' || token.tag === 'relative' || token.tag === 'quote')
      return undefined;
    if (
      (token.tag !== 'verb' && token.tag !== 'auxiliary') ||
      isParticiple(tokens, i) ||
      tokens[i - 1]?.tag === 'to' ||
      isReduced(tokens, i)
    )
      continue;
    for (let k = i - 1; k > 0 && i - k < 10; k--) {
      if (/^(?:when|as|while)$/.test(tokens[k]?.low ?? '')) return i;
      const tag = tokens[k]?.tag;
      if (tag === 'verb' || tag === 'comma' || tag === 'relative' || tag === 'subordinator') break;
    }
    return undefined;
  }
  return undefined;
}

/** "officials briefed on the matter": a participle that hangs on a noun, with the real verb still to come. */
function isReduced(tokens: readonly Token[], verb: number): boolean {
  const forms = tokens[verb]?.verb?.forms;
  const before = tokens[verb - 1]?.tag;
  if (forms === undefined || !forms.has('participle') || (before !== 'word' && before !== 'name')) return false;
  const next = tokens[verb + 1];
  if (before === 'name') return next?.low === 'by';
  return next?.tag === 'preposition' || (next?.tag === 'quote' && NAMED.test(tokens[verb]?.low ?? ''));
}

const NAMED = /^(?:called|titled|entitled|named|dubbed|headlined|labeled|labelled|captioned|nicknamed)$/;

/** Does a word such as "who", "that" or "when" open the clause of this verb? */
export function isSubordinate(tokens: readonly Token[], verb: number): boolean {
  for (let i = verb - 1, seen = 0; i >= 0 && seen < 12; i--, seen++) {
    const token = tokens[i];
    if (token === undefined) return false;
    if (token.tag === 'relative' || token.tag === 'subordinator') return true;
    if (token.tag === 'verb' || token.tag === 'comma' || token.tag === 'quote' || token.tag === 'conjunction' || token.tag === 'dash')
      return false;
    if (token.tag === 'preposition' && /^(?:after|before|as|since|until|because)$/.test(token.low) && tokens[i + 1]?.tag !== 'verb')
      return true;
  }
  return false;
}

/** "Ruiz, who said": the phrase before the comma. */
function antecedent(tokens: readonly Token[], relative: number, distance: number): Subject | undefined {
  let at = relative - 1;
  while (at >= 0 && (tokens[at]?.tag === 'comma' || tokens[at]?.tag === 'dash' || tokens[at]?.tag === 'preposition')) at--;
  if (tokens[at]?.tag === 'close') at = hop(tokens, at) ?? at;
  const low = tokens[relative]?.low;
  const phrase = phraseEndingAt(tokens, at);
  if (phrase === undefined) return undefined;
  const isComma = tokens[relative - 1]?.tag === 'comma';
  // "the head of the agency, who said": the head; "a visit by Ruiz, who said": Ruiz
  const found = low === 'who' && tokens[phrase.head]?.tag === 'name' && isComma ? phrase : (climbOf(tokens, phrase) ?? phrase);
  const pair = pairBefore(tokens, found, relative);
  return { phrases: pair, distance: distance + 1, ...(pair.length > 1 ? { relative } : {}) };
}

/** "between Ruiz and Holm, who have": both, where the verb is a plural. */
function pairBefore(tokens: readonly Token[], phrase: Phrase, relative: number): readonly Phrase[] {
  const link = tokens[phrase.from - 1];
  if (link?.low !== 'and' || !/^(?:have|are|were|both|each|do|all)$/.test(tokens[relative + 1]?.low ?? '')) return joined(tokens, phrase);
  const left = phraseEndingAt(tokens, phrase.from - 2);
  return left === undefined || !isSameSort(tokens, left, phrase) ? [phrase] : [left, phrase];
}

/** "Ruiz, a teacher who had worked for Holm, said": the object of a relative clause leads to the one whom the clause describes. */
function outsideRelative(tokens: readonly Token[], phrase: Phrase): Phrase | undefined {
  let sawVerb = false;
  for (let i = phrase.from - 1; i > 0; i--) {
    const tag = tokens[i]?.tag;
    if (tag === 'verb' || tag === 'auxiliary') sawVerb = true;
    else if (tag === 'relative') return sawVerb ? climb(tokens, tokens[i - 1]?.tag === 'comma' ? i - 2 : i - 1) : undefined;
    else if (tag === 'comma' || tag === 'quote' || tag === 'pronoun' || tag === 'semicolon' || tag === 'dash') return undefined;
  }
  return undefined;
}

/** "Ruiz, founder of the league, a member since 2001, said": what begins with a small letter behind a comma explains the name before it. */
function beforeAppositions(tokens: readonly Token[], phrase: Phrase): Phrase {
  let current = phrase;
  for (let step = 0; step < 4; step++) {
    const first = tokens[current.from];
    if (tokens[current.from - 1]?.tag !== 'comma' || first?.tag === 'name' || first?.tag === 'pronoun') break;
    const before = climb(tokens, current.from - 2);
    if (before === undefined || tokens[before.head]?.tag !== 'name') break;
    const link = tokens[before.from - 1];
    if (link !== undefined && link.tag !== 'comma' && link.tag !== 'quote' && link.tag !== 'subordinator') break;
    current = before;
  }
  return current;
}

/** From the last token of a subject back over "of …", "in …" and participles to the phrase that leads it. */
function climb(tokens: readonly Token[], end: number): Phrase | undefined {
  const phrase = phraseEndingAt(tokens, end);
  if (phrase === undefined) return undefined;
  if (tokens[phrase.head]?.low === 'follows' && tokens[phrase.from - 1]?.low === 'as') return phraseEndingAt(tokens, phrase.from - 2);
  const name = nameBehindTitle(tokens, phrase);
  return name ?? climbOf(tokens, phrase) ?? phrase;
}

/** "vice president for news and talk Ana Ruiz": a full name behind a small word that is no title ends the "for …" and names the one meant. */
function nameBehindTitle(tokens: readonly Token[], phrase: Phrase): Phrase | undefined {
  let from = phrase.to;
  while (from > phrase.from && tokens[from - 1]?.tag === 'name') from--;
  if (
    phrase.to - from < 2 ||
    from === phrase.from ||
    (tokens[phrase.from - 1]?.tag !== 'preposition' && tokens[phrase.from - 1]?.tag !== 'conjunction')
  )
    return undefined;
  const before = tokens[from - 1];
  if (before?.tag !== 'word' || lexicon.titles.has(before.low) || lexicon.personNouns.has(before.low)) return undefined;
  return genderOfGivenName(tokens[from]?.low ?? '') === undefined ? undefined : { from, to: phrase.to, head: phrase.head };
}

function climbOf(tokens: readonly Token[], phrase: Phrase): Phrase | undefined {
  let best: Phrase | undefined;
  let current = phrase;
  for (let step = 0; step < 8; step++) {
    let at = current.from - 1;
    const link = tokens[at];
    if (link === undefined) break;
    if (link.tag === 'conjunction') {
      // "the heads of Nordbank and Lund said"
      const left = phraseEndingAt(tokens, at - 1);
      if (left === undefined || tokens[left.from - 1]?.tag !== 'preposition') break;
      if (tokens[left.from - 2]?.tag === 'verb') break;
      current = left;
      continue;
    }
    if (link.tag !== 'preposition' && link.tag !== 'to') break;
    at--;
    while (at >= 0 && (tokens[at]?.tag === 'time' || tokens[at]?.tag === 'adverb')) at--;
    const passed = tokens[at];
    if (passed === undefined) break;
    if (passed.tag === 'verb' && (isReduced(tokens, at) || passed.verb?.forms.has('ing') === true)) at--;
    if (tokens[at]?.tag === 'comma') break;
    const before = phraseEndingAt(tokens, at);
    if (before === undefined) break;
    best = before;
    current = before;
  }
  return best;
}

/** "Ruiz and Holm", "both Ruiz and the mayor". */
function joined(tokens: readonly Token[], phrase: Phrase): readonly Phrase[] {
  const link = tokens[phrase.from - 1];
  if (link?.tag !== 'conjunction' || link.low !== 'and') return [phrase];
  const end = tokens[phrase.from - 2]?.tag === 'comma' ? phrase.from - 3 : phrase.from - 2;
  const left = phraseEndingAt(tokens, end);
  if (left === undefined) return [phrase];
  const before = tokens[left.from - 1];
  const isList =
    before === undefined ||
    before.tag === 'quote' ||
    before.tag === 'comma' ||
    before.tag === 'conjunction' ||
    before.tag === 'subordinator';
  return isList && isSameSort(tokens, left, phrase) ? [left, phrase] : [phrase];
}

const isSameSort = (tokens: readonly Token[], a: Phrase, b: Phrase): boolean => {
  const x = tokens[a.head]?.tag;
  const y = tokens[b.head]?.tag;
  return x === y || (x !== 'pronoun' && y !== 'pronoun' && tokens[a.from]?.tag === 'determiner');
};

/** From a closing comma, dash or bracket → the index before the one that opens what they enclose. */
function hop(tokens: readonly Token[], close: number): number | undefined {
  const tag = tokens[close]?.tag;
  if (tag === 'close') {
    for (let i = close - 1; i >= 0; i--) if (tokens[i]?.tag === 'open') return tokens[i - 1]?.tag === 'comma' ? i - 2 : i - 1;
    return undefined;
  }
  let best: number | undefined;
  for (let i = close - 1; i > 0; i--) {
    const token = tokens[i];
    if (token === undefined || token.tag === 'semicolon' || token.tag === 'stop') break;
    if (token.tag === 'close') {
      while (i > 0 && tokens[i]?.tag !== 'open') i--;
      continue;
    }
    if (token.tag !== tag) {
      if (token.tag === 'quote' && i < close - 1 && tokens[i]?.marked !== undefined && endsClause(tokens, i)) break;
      continue;
    }
    if (!isParenthesis(tokens, i + 1, close)) continue;
    if (phraseEndingAt(tokens, i - 1) === undefined && tokens[i - 1]?.tag !== 'close') continue;
    best = i - 1;
    if (!isListComma(tokens, i)) break;
  }
  return best;
}

/** "After winning Ohio, Mayor Ana Ruiz (D), said": an opener, then the name, then a comma too many. */
function strayComma(tokens: readonly Token[], comma: number): Phrase | undefined {
  let end = comma - 1;
  if (tokens[end]?.tag === 'close') {
    while (end > 0 && tokens[end]?.tag !== 'open') end--;
    end--;
  }
  const phrase = phraseEndingAt(tokens, end);
  if (phrase === undefined || tokens[phrase.head]?.tag !== 'name' || tokens[phrase.from - 1]?.tag !== 'comma') return undefined;
  const opener = tokens[0];
  if (
    opener === undefined ||
    (opener.tag !== 'preposition' &&
      opener.tag !== 'subordinator' &&
      opener.tag !== 'time' &&
      opener.tag !== 'adverb' &&
      opener.verb?.forms.has('ing') !== true)
  )
    return undefined;
  return genderOfGivenName(tokens[phrase.head - 1]?.low ?? '') === undefined ? undefined : phrase;
}

const endsClause = (tokens: readonly Token[], at: number): boolean => at === 0 || tokens[at + 1]?.tag === 'comma';

/** "Ruiz, Holm, and Lund, who": a comma between names of a list opens nothing. */
const isListComma = (tokens: readonly Token[], comma: number): boolean => {
  const next = tokens[comma + 1];
  const before = tokens[comma - 1];
  // "Ravensholm, Norland, mayor": a place within a place
  return next?.tag === 'name' && tokens[comma + 2]?.tag === 'comma' && before?.tag === 'name';
};

/** What an apposition, a relative clause, a participle, an age or an adverbial looks like, in contrast to a clause with a subject of its own. */
function isParenthesis(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from];
  if (first === undefined || from >= to) return false;
  if (first.tag === 'relative') return true;
  if (
    first.tag === 'subordinator' ||
    first.tag === 'preposition' ||
    first.tag === 'adverb' ||
    first.tag === 'to' ||
    first.tag === 'time' ||
    first.tag === 'number'
  )
    return true;
  if (first.tag === 'verb') return true;
  if (first.tag === 'auxiliary') return false;
  if (first.tag === 'conjunction') return first.low === 'and' || first.low === 'or';
  for (let i = from; i < to; i++) {
    const tag = tokens[i]?.tag;
    if (tag === 'relative') return true;
    if (tag === 'auxiliary') return false;
    if (tag === 'verb' && !isReduced(tokens, i) && tokens[i]?.verb?.forms.has('ing') !== true && tokens[i - 1]?.tag !== 'to' && i > from)
      return isSubordinate(tokens, i);
  }
  return true;
}
