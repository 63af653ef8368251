/** A cue in its sentence → to whom it was said: "told AFP", "said in an interview with The Harbour Post". */
import type { FrameSentence, Token } from '#text/tokens.ts';
import { isPassive } from './cue-words.ts';
import type { Cue } from './cues.ts';
import { nameRuns } from './name-runs.ts';
import { type Phrase, phraseStartingAt } from './noun-phrase.ts';
import { entityAt, type People } from './people.ts';

const TOLD = /^(?:tell|inform|remind|assure|reassure|notify|advise|warn|ask|text|message|write)$/;
const TALK = /^(?:interview|call|conversation|chat|briefing|statement|email|e-mail|letter|speech|remarks|comments)$/;
const MAX_WORDS_TO_TALK = 10;

export function toldTo(people: People, sentence: FrameSentence, cue: Cue): string | undefined {
  const { tokens } = sentence;
  if (cue.way === 'continued' || cue.way === 'continued-far' || cue.way === 'reported' || cue.way === 'according' || cue.way === 'noun')
    return undefined;
  const phrase = objectOf(tokens, cue) ?? interviewWith(tokens, cue.to);
  return phrase === undefined ? undefined : nameOf(people, tokens, phrase);
}

function objectOf(tokens: readonly Token[], cue: Cue): Phrase | undefined {
  const verb = tokens[cue.from]?.verb;
  if (verb === undefined || !TOLD.test(verb.lemma) || isPassive(tokens, cue.from)) return undefined;
  let at = cue.to;
  while (tokens[at]?.tag === 'adverb') at++;
  const phrase = phraseStartingAt(tokens, at);
  if (phrase === undefined || tokens[phrase.head]?.tag === 'pronoun' || cue.subject.phrases.some((subject) => subject.from === phrase.from))
    return undefined;
  return phrase;
}

/** "in an interview with AFP", "in a statement to the court", "speaking to reporters". */
function interviewWith(tokens: readonly Token[], from: number): Phrase | undefined {
  for (let i = from; i < Math.min(tokens.length, from + MAX_WORDS_TO_TALK); i++) {
    const token = tokens[i];
    if (token === undefined || token.tag === 'quote' || token.tag === 'stop' || token.tag === 'subordinator') return undefined;
    const isTalk = TALK.test(token.low) || /^(?:speaking|talking)$/.test(token.low);
    const link = tokens[i + 1]?.low;
    if (isTalk && (link === 'with' || link === 'to')) {
      const phrase = phraseStartingAt(tokens, i + 2);
      return phrase !== undefined && tokens[phrase.head]?.tag !== 'pronoun' ? phrase : undefined;
    }
  }
  return undefined;
}

/** The person's full name, the outlet's own name behind what describes it, or the words without their article. */
function nameOf(people: People, tokens: readonly Token[], phrase: Phrase): string {
  const run = nameRuns(tokens).findLast((candidate) => candidate.nameFrom >= phrase.from && candidate.to === phrase.to);
  if (run !== undefined) {
    const start = tokens[run.nameFrom]?.start;
    const index = entityAt(people, start);
    const entity = index === undefined ? undefined : people.entities[index];
    if (entity?.kind === 'person') return entity.words.join(' ');
    return wordsOf(tokens, run.nameFrom, run.to);
  }
  const from = tokens[phrase.from]?.low === 'the' ? phrase.from + 1 : phrase.from;
  return wordsOf(tokens, from, phrase.to);
}

export function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  let words = '';
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    const before = tokens[i - 1];
    if (token !== undefined) words += (i > from && before !== undefined && token.start > before.end ? ' ' : '') + token.text;
  }
  return words;
}
