/** A cue in its sentence → to whom it was said: "told AFP", "said in an interview with The Harbour Post". */
import type { FrameSentence, Token } from '#text/tokens.ts';
import { wholeName } from './body-name.ts';
import { isPassive } from './cue-words.ts';
import type { Cue } from './cues.ts';
import { nameRuns } from './name-runs.ts';
import { type Phrase, phraseStartingAt } from './noun-phrase.ts';
import { entityAt, type People } from './people.ts';
import { isAgentNoun, isBodyNoun } from './speaker-nouns.ts';
import { wordsOf } from './token-words.ts';

const TOLD = /^(?:tell|inform|remind|assure|reassure|notify|advise|warn|ask|text|message|write)$/;
const TALK = /^(?:interview|call|conversation|chat|briefing|statement|email|e-mail|letter|speech|remarks|comments|speaking|talking)$/;
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
  const phrase = listenerAt(tokens, at);
  if (phrase === undefined || cue.subject.phrases.some((subject) => subject.from === phrase.from)) return undefined;
  // "warned the new rules may fail": what the words are about
  const next = tokens[phrase.to];
  const isClause = next?.tag === 'auxiliary' || (next?.tag === 'verb' && next.verb?.forms.has('s') === true);
  return verb.lemma !== 'tell' && isClause ? undefined : phrase;
}

/** Who can hear or read: "reporters", "the court", "a rally", in contrast to "a question", "a lot". */
function listenerAt(tokens: readonly Token[], at: number): Phrase | undefined {
  const whole = phraseStartingAt(tokens, at);
  if (whole === undefined || tokens[whole.head]?.tag === 'pronoun') return undefined;
  // "lawmakers investigating the deal"
  const verb = tokens.findIndex(({ tag }, i) => i > whole.from && i < whole.to && tag === 'verb');
  const phrase = verb > whole.from + 1 ? { from: whole.from, to: verb, head: verb - 1 } : whole;
  const head = tokens[phrase.head];
  if (head?.tag === 'name') return phrase;
  if (head === undefined || WRITINGS.test(head.low)) return undefined;
  return isAgentNoun(head.low) || isBodyNoun(head.low) || LISTENERS.has(head.low) ? phrase : undefined;
}
const WRITINGS = /^(?:editorial|letter|statement|article|book|op-ed|email|e-mail|post|message|memo|column|note|essay|report|tweet|text)$/;
const LISTENERS = new Set(
  `world nation public media press jury jurors rally conference seminar gathering forum summit hearing inquiry tribunal congregation flock throng throngs crowd crowds
   audience audiences class classroom parliament lawmakers radio television programme program magazine daily weekly tabloid broadcaster followers constituents voters
   staff community justices camera convention meeting caucus symposium workshop dinner luncheon banquet event troops ministers deputies colleagues police women men people folks guests graduates viewers listeners readers faithful neighbours neighbors teammates classmates`.split(
    /\s+/,
  ),
);

/** "in an interview with AFP", "in a statement to the court", "speaking to reporters". */
function interviewWith(tokens: readonly Token[], from: number): Phrase | undefined {
  for (let i = from; i < Math.min(tokens.length, from + MAX_WORDS_TO_TALK); i++) {
    const token = tokens[i];
    if (token === undefined || token.tag === 'quote' || token.tag === 'stop' || token.tag === 'subordinator') return undefined;
    const isTalk = TALK.test(token.low);
    const link = tokens[i + 1]?.low;
    if (isTalk && (link === 'with' || link === 'to')) {
      return listenerAt(tokens, i + 2);
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
    // "Foreign Policy", "Vice News": no title in front of a body's name
    const first = run.from >= phrase.from ? run.from : run.nameFrom;
    return wordsOf(tokens, first, wholeName(tokens, run).to);
  }
  const from = tokens[phrase.from]?.low === 'the' ? phrase.from + 1 : phrase.from;
  return wordsOf(tokens, from, phrase.to);
}
