/** A place in a sentence → the cue with its speaker behind it: "said Ruiz", "according to Ruiz". */
import * as lexicon from '#text/lexicon.ts';
import type { Token } from '#text/tokens.ts';
import { isOneOffice } from './climb.ts';
import { cueClasses, isBesideSpeech } from './cue-words.ts';
import { type Cue, one } from './cues.ts';
import { type Phrase, phraseStartingAt } from './noun-phrase.ts';
import { isAgentNoun } from './speaker-nouns.ts';

export function accordingAt(tokens: readonly Token[], at: number): Cue | undefined {
  const isAccording = tokens[at]?.low === 'according' && tokens[at + 1]?.tag === 'to';
  const isPer = tokens[at]?.low === 'per' || (tokens[at]?.low === 'as' && tokens[at + 1]?.low === 'per');
  if (!isAccording && !isPer) return undefined;
  const to = isAccording || tokens[at]?.low === 'as' ? at + 2 : at + 1;
  const phrase = phraseStartingAt(tokens, to);
  if (phrase === undefined || (!isAccording && !isNamed(tokens, phrase))) return undefined;
  return { way: 'according', from: at, to, subject: one(phrase) };
}

/** "per Nordbank", "per a translator", in contrast to "per hour". */
const isNamed = (tokens: readonly Token[], phrase: Phrase): boolean =>
  tokens[phrase.head]?.tag === 'name' || (tokens[phrase.from]?.tag === 'determiner' && isAgentNoun(tokens[phrase.head]?.low ?? ''));

export function invertedAt(tokens: readonly Token[], from: number): Cue | undefined {
  let at = from;
  while (tokens[at]?.tag === 'adverb' || tokens[at]?.tag === 'auxiliary') at++;
  const verb = tokens[at]?.verb;
  if (verb === undefined || verb.forms.has('ing') || !isBesideSpeech(cueClasses(tokens, at))) return undefined;
  let next = at + 1;
  if (lexicon.phrasalCue(verb.lemma, tokens[next]?.low ?? '') !== undefined) next++;
  while (tokens[next]?.tag === 'adverb' || tokens[next]?.tag === 'time') next++;
  const phrase = overOffices(tokens, phraseStartingAt(tokens, next));
  if (phrase === undefined || isObjectClause(tokens, phrase, verb.lemma)) return undefined;
  return { way: 'inverted', from: at, to: at + 1, subject: { phrases: withConjuncts(tokens, phrase), distance: 0 } };
}

/** "said the plan could fail", "urged the council to act", "described it as": what follows the verb is its object. */
function isObjectClause(tokens: readonly Token[], phrase: Phrase, lemma: string): boolean {
  const next = tokens[phrase.to];
  if (next?.tag === 'auxiliary') return true;
  // "said a source close to the council"
  if (next?.low === 'close' && tokens[phrase.to + 1]?.tag === 'to') return false;
  if (next?.tag === 'verb' && next.verb?.forms.has('ing') !== true)
    return next.verb?.forms.has('participle') !== true || next.verb.forms.has('s');
  return (
    (next?.low === 'to' || next?.low === 'as') && /^(?:urge|describe|post|ask|call|tweet|quote|tell|order|name|press|pose)$/.test(lemma)
  );
}

/** "said chairman, CEO and president Ana Ruiz", "lead author and physicist Ana Ruiz said": the offices of one, without an article, up to the name. */
export function overOffices(tokens: readonly Token[], phrase: Phrase | undefined): Phrase | undefined {
  if (phrase === undefined || tokens[phrase.from]?.tag === 'determiner' || tokens[phrase.head]?.tag === 'name') return phrase;
  let current = phrase;
  for (let step = 0; step < 3 && isOffice(tokens[current.head]); step++) {
    const link = tokens[current.to];
    if (link?.tag !== 'comma' && link?.low !== 'and') return phrase;
    const next = phraseStartingAt(tokens, current.to + 1);
    if (next === undefined || tokens[next.from]?.tag === 'determiner') return phrase;
    current = { ...next, from: phrase.from };
    const name = tokens[next.head]?.tag === 'name' && tokens[next.head - 1]?.tag === 'name';
    if (name && tokens.slice(next.from, next.head).some(isOffice)) return link.tag === 'comma' ? phrase : current;
  }
  return phrase;
}

const isOffice = (token: Token | undefined): boolean =>
  token !== undefined && (lexicon.titles.has(token.low) || isAgentNoun(token.low)) && !token.low.endsWith('s');

/** "said Ruiz and Holm". */
function withConjuncts(tokens: readonly Token[], phrase: Phrase): readonly Phrase[] {
  if (tokens[phrase.to]?.low !== 'and') return [phrase];
  const second = phraseStartingAt(tokens, phrase.to + 1);
  if (second === undefined || tokens[second.head]?.tag !== tokens[phrase.head]?.tag) return [phrase];
  if (isOneOffice(tokens, phrase, second)) return [{ ...second, from: phrase.from }];
  const after = tokens[second.to]?.tag;
  return after === 'verb' || after === 'auxiliary' ? [phrase] : [phrase, second];
}
