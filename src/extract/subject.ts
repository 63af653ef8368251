/** A verb in a sentence → the phrases that name whoever does it, wherever appositions, relative clauses and participles have put them. */
import * as lexicon from '#text/lexicon.ts';
import type { Token } from '#text/tokens.ts';
import { hop, strayComma } from './asides.ts';
import { beforeAppositions, climb, climbOf, joined } from './climb.ts';
import { type Phrase, phraseEndingAt, phraseStartingAt } from './noun-phrase.ts';
import { antecedent, outsideRelative } from './relative.ts';
import { isAdverbial, isInsideClause, isPlaceAside, isShiftOfTense, outsideAside, REFLEXIVE } from './subject-asides.ts';
import {
  hasVerbAfter,
  isParticiple,
  isReduced,
  isSentenceStart,
  lastClauseVerbBefore,
  lastFiniteVerbBefore,
  lastVerbBefore,
  opensPredicate,
} from './verb-places.ts';

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
        // "she laughed and said"
        if (tokens[at - 1]?.tag === 'verb' && tokens[at - 1]?.verb?.forms.has('past') === true)
          return further(subjectOf(tokens, at - 1), 1);
        const earlier = lastFiniteVerbBefore(tokens, at);
        if (earlier === undefined) return undefined;
        const isOther = tokens[at - 1]?.tag === 'comma' || isShiftOfTense(tokens, earlier, verb);
        return further(subjectOf(tokens, isOther ? matrixOf(tokens, earlier) : earlier), 1);
      }
      case 'semicolon': {
        const earlier = opensPredicate(tokens, at + 1) ? lastFiniteVerbBefore(tokens, at) : undefined;
        return earlier === undefined ? undefined : further(subjectOf(tokens, earlier), 1);
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
      case 'quote': {
        // "Ruiz, author of “The Long Road,” put it": the comma stands inside the marks of a title
        const opening = hop(tokens, at);
        if (opening === undefined) return undefined;
        distance++;
        at = opening;
        continue;
      }
      default: {
        // "Ruiz himself said"
        if (REFLEXIVE.test(token.low) && (tokens[at - 1]?.tag === 'name' || tokens[at - 1]?.tag === 'word')) {
          at--;
          continue;
        }
        const found = climb(tokens, at);
        if (found === undefined) return undefined;
        if (isAdverbial(tokens, found)) {
          at = found.from - 2;
          distance++;
          continue;
        }
        if (isPlaceAside(tokens, found)) {
          at = found.from - 2;
          continue;
        }
        const outer = outsideRelative(tokens, found) ?? (distance > 0 ? outsideAside(tokens, found) : undefined);
        if (outer !== undefined && (distance > 0 || isInsideClause(tokens, found)))
          return { phrases: joined(tokens, beforeAppositions(tokens, outer)), distance: distance + 1 };
        return { phrases: joined(tokens, beforeAppositions(tokens, found)), distance };
      }
    }
  }
  return undefined;
}

const isPersonal = (head: Token | undefined): boolean =>
  head !== undefined && (head.tag === 'name' || (head.tag === 'pronoun' && head.low !== 'it') || lexicon.personNouns.has(head.low));

/** "led aides to say": their object is the one who speaks. */
const CONTROL =
  /^(?:lead|prompt|cause|force|push|drive|spur|inspire|compel|tell|ask|urge|order|want|expect|get|encourage|invite|enable|help|allow|persuade|convince)$/;

const further = (subject: Subject | undefined, by: number): Subject | undefined =>
  subject === undefined ? undefined : { ...subject, distance: subject.distance + by };

/** "Ruiz left, saying …" and "Calling it …, Ruiz left": the subject of the main clause before, else of the one after. */
function subjectOfParticiple(tokens: readonly Token[], verb: number): Subject | undefined {
  const before = tokens[verb - 1];
  if (before?.tag === 'word' && /^(?:reading|saying|declaring|proclaiming)$/.test(tokens[verb]?.low ?? '')) {
    const thing = phraseEndingAt(tokens, verb - 1);
    if (thing !== undefined && WORN.has(before.low)) return { phrases: [thing], distance: 0 };
  }
  const end = before?.tag === 'adverb' ? verb - 2 : verb - 1;
  // "while Holm agreed saying": whoever agreed
  if (tokens[end]?.tag === 'verb' && isFinitePast(tokens, end)) {
    const subject = further(subjectOf(tokens, end), 1);
    if (subject !== undefined) return subject;
  }
  const own = tokens[end]?.tag === 'name' || tokens[end]?.tag === 'word' ? climb(tokens, end) : undefined;
  if (own !== undefined && tokens[own.from - 1]?.low === 'with') return { phrases: [own], distance: 1 };
  // "Ruiz recalled the pilot telling them": whoever was heard
  if (own !== undefined && HEARS.test(tokens[own.from - 1]?.verb?.lemma ?? '') && isPersonal(tokens[own.head]))
    return { phrases: [own], distance: 0 };
  // "a video of Ruiz saying", "a statement from the council saying"
  const beside = own === undefined ? undefined : phraseEndingAt(tokens, end);
  if (beside !== undefined && /^(?:of|like|from|by)$/.test(tokens[beside.from - 1]?.low ?? '') && isPersonal(tokens[beside.head]))
    return { phrases: [beside], distance: 1 };
  // "after a letter urging them to": what was written does
  if (
    own !== undefined &&
    before?.tag === 'word' &&
    /^(?:after|before|since|until|despite|over)$/.test(tokens[own.from - 1]?.low ?? '') &&
    isWriting(before.low) &&
    /^(?:tell|urge|ask|call|warn|say|describe)$/.test(tokens[verb]?.verb?.lemma ?? '')
  )
    return { phrases: [own], distance: 1 };
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

const HEARS = /^(?:recall|remember|hear|see|watch|catch|film|record|picture|show|overhear|find)$/;

const isFinitePast = (tokens: readonly Token[], verb: number): boolean =>
  tokens[verb]?.verb?.forms.has('past') === true &&
  tokens[verb - 1]?.tag !== 'auxiliary' &&
  /^(?:name|pronoun|word)$/.test(tokens[verb - 1]?.tag ?? '') &&
  !isReduced(tokens, verb);

const isWriting = (low: string): boolean =>
  /^(?:editorial|letter|memo|e-?mail|statement|report|message|note|post|tweet|ad|advertisement|sign|notice|petition|column|article|poster|banner|flyer|leaflet|text|order|ruling|lawsuit|resolution)s?$/.test(
    low,
  );

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
