/** A quotation → the cue right behind it: "Q," X said · "Q," said X · "Q," according to X. */
import { titles } from '#text/lexicon.ts';
import type { Token } from '#text/tokens.ts';
import { isOneOffice, nameBehindOffice } from './climb.ts';
import { accordingAt, invertedAt, overOffices } from './cue-inverted.ts';
import { cueClasses, isBesideSpeech, isPassive, isSpeech } from './cue-words.ts';
import type { Cue } from './cues.ts';
import { type Phrase, phraseEndingAt, phraseStartingAt } from './noun-phrase.ts';
import { isAgentNoun, isBodyNoun } from './speaker-nouns.ts';

/** "Q," X said · "Q," said X · "Q," according to X. */
export function cueAfter(tokens: readonly Token[], quote: number, isClauseEnd: boolean): Cue | undefined {
  let at = quote + 1;
  while (tokens[at]?.tag === 'comma' || tokens[at]?.tag === 'dash') at++;
  const hasComma = at > quote + 1 || isClauseEnd;
  const first = tokens[at];
  if (first === undefined || (!hasComma && first.tag !== 'verb')) return undefined;
  const according = accordingAt(tokens, at);
  if (according !== undefined) return according;
  const inverted = invertedAt(tokens, at);
  if (inverted !== undefined) return inverted;
  if (!hasComma || first.tag === 'conjunction' || first.tag === 'relative') return undefined;
  return subjectThenVerb(tokens, at);
}

const MAX_WORDS_TO_VERB = 45;

/** The first phrase after the quotation, and the first verb of its clause. */
function subjectThenVerb(tokens: readonly Token[], start: number): Cue | undefined {
  let at = start;
  while (tokens[at]?.tag === 'adverb' || tokens[at]?.tag === 'time') at++;
  if (tokens[at - 1] !== undefined && at > start && tokens[at]?.tag === 'comma') at++;
  const phrase = overOffices(tokens, phraseStartingAt(tokens, at));
  if (phrase === undefined) return undefined;
  const phrases = withPlural(tokens, phrase);
  let loose: Cue | undefined;
  let isAfterRelative = false;
  let isInRelative = false;
  for (let i = phrases.at(-1)?.to ?? phrase.to; i < Math.min(tokens.length, start + MAX_WORDS_TO_VERB); i++) {
    const token = tokens[i];
    if (token === undefined || token.tag === 'stop' || token.tag === 'colon' || token.tag === 'semicolon') break;
    if (token.tag === 'quote' && (tokens[i - 1]?.tag === 'comma' || token.text.length > 60)) break;
    if (token.tag === 'open') {
      while (i < tokens.length && tokens[i]?.tag !== 'close') i++;
      continue;
    }
    if (token.tag === 'relative' || (token.tag === 'subordinator' && tokens[i - 1]?.tag === 'comma')) {
      isAfterRelative = true;
      // a clause between commas is passed whole
      if (tokens[i - 1]?.tag === 'comma') {
        const end = closingComma(tokens, i);
        // "Holm, who is head of Lund Partners said": its comma was forgotten
        if (end === undefined && tokens[i + 1]?.tag !== 'auxiliary') break;
        i = end ?? i;
      } else isInRelative = token.tag === 'relative' && tokens[i + 1]?.tag !== 'auxiliary';
      continue;
    }
    if (token.tag !== 'verb' || tokens[i - 1]?.tag === 'to') continue;
    if (isInRelative) {
      isInRelative = false;
      continue;
    }
    const quoted = quotedBy(tokens, i);
    if (quoted !== undefined) return { way: 'after', from: i, to: i + 1, subject: { phrases: [quoted], distance: 0 } };
    const classes = cueClasses(tokens, i);
    const isIng = token.verb?.forms.has('ing') === true && tokens[i - 1]?.tag !== 'auxiliary';
    if (isBesideSpeech(classes) && !isIng) {
      // "“Q” a reform at the same time as the bill, said Ruiz"
      const behind =
        tokens[i - 1]?.tag === 'comma' && tokens[phrase.from]?.tag === 'determiner' && !isPersonal(tokens, phrase)
          ? invertedAt(tokens, i)
          : undefined;
      if (behind?.subject.phrases.every((one) => isPersonal(tokens, one))) return { ...behind, way: 'trailing' };
      const own = nearerSubject(tokens, phrases, i);
      return { way: 'after', from: i, to: i + 1, subject: { phrases: own === undefined ? phrases : [own], distance: 0 } };
    }
    if (!isIng && !isAfterRelative) loose ??= { way: 'after-loose', from: i, to: i + 1, subject: { phrases, distance: 1 } };
  }
  return loose;
}

const isPersonal = (tokens: readonly Token[], { head }: Phrase): boolean => {
  const low = tokens[head]?.low ?? '';
  return tokens[head]?.tag === 'name' || tokens[head]?.tag === 'pronoun' || titles.has(low) || isAgentNoun(low) || isBodyNoun(low);
};

/** "“Q,” the agency quoted Ruiz as saying", "“Q,” the paper cited a clerk": whoever is quoted. */
function quotedBy(tokens: readonly Token[], verb: number): Phrase | undefined {
  if (!/^(?:quote|cite)$/.test(tokens[verb]?.verb?.lemma ?? '') || isPassive(tokens, verb)) return undefined;
  const phrase = phraseStartingAt(tokens, verb + 1);
  if (phrase === undefined) return undefined;
  const next = tokens[phrase.to];
  const isAsSaying = next?.low === 'as' && tokens[phrase.to + 1]?.verb?.forms.has('ing') === true;
  return isAsSaying || next === undefined || next.tag === 'comma' || next.tag === 'stop' ? phrase : undefined;
}

/** "“Q,” the dawn of an era, Ruiz says": a name between a comma and the verb, with no comma of its own behind it. */
function nearerSubject(tokens: readonly Token[], phrases: readonly Phrase[], verb: number): Phrase | undefined {
  let end = verb - 1;
  while (tokens[end]?.tag === 'adverb' || tokens[end]?.tag === 'auxiliary') end--;
  const holder = nameBehindOffice(tokens, end);
  if (holder !== undefined && holder.from === phrases[0]?.from) return holder;
  const nearer = phraseEndingAt(tokens, end);
  if (nearer === undefined || tokens[nearer.from - 1]?.tag !== 'comma' || nearer.from <= (phrases.at(-1)?.to ?? 0)) return undefined;
  const head = tokens[nearer.head]?.tag;
  return head === 'name' || head === 'pronoun' ? nearer : undefined;
}

/** The comma that ends the clause which begins at `from`: the next one with a verb right behind it, else the next one. */
function closingComma(tokens: readonly Token[], from: number): number | undefined {
  let first: number | undefined;
  for (let i = from; i < tokens.length; i++) {
    if (tokens[i]?.tag === 'quote') break;
    if (tokens[i]?.tag !== 'comma') continue;
    first ??= i;
    let next = i + 1;
    while (tokens[next]?.tag === 'adverb' || tokens[next]?.tag === 'auxiliary') next++;
    if (tokens[next]?.tag === 'verb' && isSpeech(cueClasses(tokens, next))) return i;
  }
  return first;
}

function withPlural(tokens: readonly Token[], phrase: Phrase): readonly Phrase[] {
  const list = listOfNames(tokens, phrase);
  if (list !== undefined) return list;
  if (tokens[phrase.to]?.low !== 'and') return [phrase];
  const second = phraseStartingAt(tokens, phrase.to + 1);
  if (second === undefined) return [phrase];
  return isOneOffice(tokens, phrase, second) ? [{ ...second, from: phrase.from }] : [phrase, second];
}

/** "Ana Ruiz, Tom Holm and Ida Lund": full names, the last behind "and". */
function listOfNames(tokens: readonly Token[], first: Phrase): readonly Phrase[] | undefined {
  const phrases = [first];
  for (;;) {
    const last = phrases.at(-1) ?? first;
    if (last.to - last.from < 2 || tokens.slice(last.from, last.to).some(({ tag }) => tag !== 'name')) return undefined;
    const link = tokens[last.to];
    const isLast = link?.low === 'and' || tokens[last.to + 1]?.low === 'and';
    if (link?.tag !== 'comma' && !isLast) return undefined;
    const next = phraseStartingAt(tokens, last.to + (link?.tag === 'comma' && isLast ? 2 : 1));
    if (next === undefined) return undefined;
    phrases.push(next);
    if (isLast) return phrases.length > 2 && tokens[next.head]?.tag === 'name' ? phrases : undefined;
  }
}
