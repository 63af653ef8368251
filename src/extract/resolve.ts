/** A mention in a cue clause → the speaker it stands for: the full name, or the words themselves where the article names nobody. */
import type { Span } from '#model/article.ts';
import type { Speaker } from '#model/extraction.ts';
import * as lexicon from '#text/lexicon.ts';
import type { Gender } from '#text/names-en.ts';
import type { FrameSentence, Token } from '#text/tokens.ts';
import { antecedent, indexOfSentence } from './antecedent.ts';
import { isOfParty, nameRuns } from './name-runs.ts';
import type { Phrase } from './noun-phrase.ts';
import { entityAt, mentionAt, type NameMention, type People } from './people.ts';
import { personBefore, pluralBefore } from './resolve-plural.ts';
import { isNamedAgain, type RoleAnswer, resolveRole } from './resolve-role.ts';
import { isAgentNoun, isBodyNoun } from './speaker-nouns.ts';
import { wordsOf } from './token-words.ts';

export type Resolved = {
  readonly speaker: Speaker;
  readonly mention: Span;
  readonly entity?: number;
  /** A pronoun that may as well go back to somebody else. */
  readonly isUnsure?: boolean;
  readonly isNamedOnce?: boolean;
  /** A surname that another one named nearby bears too. */
  readonly isNamesake?: boolean;
  readonly by: 'name' | 'apposition' | 'pronoun' | RoleAnswer['by'] | 'description' | 'nothing';
};

/** Who spoke last, so that "he" can go on with him. */
export type Turn = {
  readonly entity?: number;
  readonly speaker: Speaker;
  readonly at: number;
  readonly several?: readonly Resolved[];
  readonly isUnsure?: boolean;
};

/** "they added" behind what two or more said: the same ones. */
export function sameAgain({ tokens }: FrameSentence, phrases: readonly Phrase[], last: Turn | undefined): Resolved[] | undefined {
  const head = tokens[phrases[0]?.head ?? -1];
  if (phrases.length !== 1 || head?.low !== 'they' || last?.several === undefined) return undefined;
  return last.several.map((one) => ({ ...one, mention: { start: head.start, end: head.end }, by: 'pronoun' }));
}

export function resolve(
  people: People,
  sentences: readonly FrameSentence[],
  sentence: FrameSentence,
  phrase: Phrase,
  turns: readonly Turn[],
  quoted = '',
): Resolved | undefined {
  const { tokens } = sentence;
  const head = tokens[phrase.head];
  if (head === undefined) return undefined;
  const mention = { start: tokens[phrase.from]?.start ?? head.start, end: tokens[phrase.to - 1]?.end ?? head.end };
  if (head.tag === 'pronoun' || head.tag === 'determiner')
    return resolvePronoun(people, sentences, sentence, head.low, mention, turns, quoted);
  const named = nameIn(people, sentence, phrase.from, phrase.to);
  if (isOffice(tokens, phrase)) return { speaker: { name: describe(sentence, phrase), kind: 'organisation' }, mention, by: 'name' };
  if (named !== undefined && head.tag === 'name' && !isNamedAgain(tokens, phrase) && !isOwnedOffice(tokens, phrase)) {
    const found = withEntity(people, named.entity, mention, 'name');
    return found !== undefined && named.isUnsure ? { ...found, isNamesake: true } : found;
  }
  const apposed = apposition(people, sentence, phrase);
  if (apposed !== undefined) return withEntity(people, apposed, mention, 'apposition');
  const role = resolveRole(people, sentences, sentence, phrase, indexOfSentence(sentences, sentence.start));
  if (role !== undefined) return withEntity(people, role.entity, mention, role.by);
  // "the Velm Republican", and nobody who is certainly meant
  const isUnsure = isNamedAgain(tokens, phrase) && isOfParty(head.low);
  const speaker: Speaker = { name: describe(sentence, phrase), kind: kindOfNoun(head.low) };
  return { speaker, mention, by: 'description', ...(isUnsure && { isUnsure }) };
}

/** "the Information Commissioner's Office": the last word alone is no name. */
const isOffice = (tokens: readonly Token[], { from, head }: Phrase): boolean =>
  tokens[head]?.tag === 'name' &&
  tokens[head - 1]?.tag === 'possessive' &&
  tokens[head - 2]?.tag === 'name' &&
  head - 2 >= from &&
  lexicon.bodyWords.has(tokens[head]?.low ?? '');

/** "the league's CEO": what the league owns is not the league. */
const isOwnedOffice = (tokens: readonly Token[], { from, head }: Phrase): boolean =>
  tokens[head]?.isSurname !== true &&
  lexicon.titles.has(tokens[head]?.low ?? '') &&
  tokens.slice(from, head).some(({ tag }) => tag === 'possessive');

const kindOfNoun = (low: string): Speaker['kind'] =>
  lexicon.bodyNouns.has(low) && !lexicon.personNouns.has(low) ? 'organisation' : 'description';

function withEntity(people: People, entity: number, mention: Span, by: Resolved['by']): Resolved | undefined {
  const found = people.entities[entity];
  if (found === undefined) return undefined;
  const { aliases } = found;
  const speaker: Speaker = { name: found.words.join(' '), kind: found.kind, ...(aliases.length > 0 && { aliases }) };
  return { speaker, mention, entity, by, ...(found.count === 1 && { isNamedOnce: true }) };
}

function nameIn(people: People, sentence: FrameSentence, from: number, to: number): NameMention | undefined {
  const run = nameRuns(sentence.tokens).findLast((candidate) => candidate.nameFrom < to && candidate.to > from);
  if (run === undefined) return undefined;
  return mentionAt(people, sentence.tokens[run.nameFrom]?.start);
}

/** "the city's mayor, Ana Ruiz," and "a spokesman, Tom Ashby,". */
function apposition(people: People, sentence: FrameSentence, phrase: Phrase): number | undefined {
  const { tokens } = sentence;
  let at = phrase.to;
  if (tokens[at]?.tag === 'preposition' || tokens[at]?.tag === 'to')
    while (at < tokens.length && tokens[at]?.tag !== 'comma' && tokens[at]?.tag !== 'verb' && tokens[at]?.tag !== 'quote') at++;
  if (tokens[at]?.tag !== 'comma' || tokens[at + 1]?.tag !== 'name') return undefined;
  const run = nameRuns(tokens).find((candidate) => candidate.from === at + 1);
  if (run === undefined || run.to - run.nameFrom < 2) return undefined;
  const start = tokens[run.nameFrom]?.start;
  const entity = entityAt(people, start);
  return entity !== undefined && people.entities[entity]?.kind === 'person' ? entity : undefined;
}

/** "of the hall", "for Avonbridge Fire and Rescue Service". */
function isOfDescription(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.low === 'of') return true;
  if (token?.tag === 'conjunction') return tokens[at - 1]?.tag === 'name' && tokens[at + 1]?.tag === 'name' && isVerbless(tokens, at + 1);
  return /^(?:name|word|determiner|possessive|number)$/.test(token?.tag ?? '');
}

/** "and Rescue Service said", in contrast to "and Holm said": two capitals or more. */
const isVerbless = (tokens: readonly Token[], at: number): boolean => tokens[at + 1]?.tag === 'name';

function describe(sentence: FrameSentence, phrase: Phrase): string {
  const { tokens } = sentence;
  let to = phrase.to;
  // "a spokesman for the ministry", "residents of Ravensholm"
  const isClose = /^(?:close|familiar)$/.test(tokens[to]?.low ?? '') && /^(?:to|with)$/.test(tokens[to + 1]?.low ?? '');
  const link = isClose ? to + 1 : to;
  if (isClose || (tokens[to]?.tag === 'preposition' && /^(?:for|of|from|with|at|in|on|by|near)$/.test(tokens[to]?.low ?? ''))) {
    let end = link + 1;
    while (end < tokens.length && end - to < 9 && isOfDescription(tokens, end)) end++;
    while (end > link && /^(?:conjunction|preposition|determiner)$/.test(tokens[end - 1]?.tag ?? '')) end--;
    if (end > link + 1) to = end;
  }
  let from = phrase.from;
  if (tokens[from]?.low === 'the') from++;
  const words = wordsOf(tokens, from, to);
  // "Young told the court", "Page's mother": the capital is not the sentence's
  const isAlone = to === from + 1 || tokens[from + 1]?.tag === 'possessive';
  const isNamed = isAlone && !isAgentNoun(tokens[from]?.low ?? '') && !isBodyNoun(tokens[from]?.low ?? '');
  return tokens[from]?.tag === 'name' || isNamed ? words : words.charAt(0).toLowerCase() + words.slice(1);
}

/** Whom "they" can go on from: a body, or a description in the plural. */
const isOfSeveral = ({ kind, name }: Speaker): boolean =>
  kind === 'description' ? isPlural(name) || OF_ANY_GENDER.test(name) : kind === 'organisation';
const OF_ANY_GENDER = /(?:person|source|official|insider|employee|student|worker|user)\b/;

const PLURAL = /(?:[^su]s|people|police|men|women|children|couple|family|pair|duo|team|group|staff|crew|public|media|crowd|audience)$/;

/** "lawyers for the panel": the word that leads the description. */
function isPlural(name: string): boolean {
  const words = name.split(' ');
  const link = words.findIndex((word, i) => i > 0 && /^(?:for|of|from|with|at|in|on|by|near|close|who)$/.test(word));
  return PLURAL.test(words[link < 0 ? words.length - 1 : link - 1] ?? '');
}

function resolvePronoun(
  people: People,
  sentences: readonly FrameSentence[],
  sentence: FrameSentence,
  low: string,
  mention: Span,
  turns: readonly Turn[],
  quoted: string,
): Resolved | undefined {
  const gender: Gender | undefined = /^(?:he|him|his|himself)$/.test(low)
    ? 'male'
    : /^(?:she|her|hers|herself)$/.test(low)
      ? 'female'
      : undefined;
  if (gender !== undefined) {
    const index = indexOfSentence(sentences, sentence.start);
    const meant = antecedent(people, sentences, index, gender, mention.start, turns, quoted);
    const found = meant === undefined ? undefined : withEntity(people, meant.entity, mention, 'pronoun');
    if (found !== undefined) return meant?.isUnsure === true ? { ...found, isUnsure: true } : found;
    const near = personBefore(sentences, index, mention.start);
    return near === undefined
      ? undefined
      : { speaker: { name: describe(near.sentence, near.phrase), kind: 'description' }, mention, by: 'pronoun' };
  }
  if (/^(?:it|its|they|their|them)$/.test(low)) {
    const last = turns.findLast((turn) => turn.at < mention.start + 1);
    const isBody = low === 'it' || low === 'its';
    const fits = last !== undefined && (isBody ? last.speaker.kind === 'organisation' : isOfSeveral(last.speaker));
    const near = pluralBefore(sentences, indexOfSentence(sentences, sentence.start), mention.start, isBody);
    if (near !== undefined && (!fits || near.sentence === sentence)) {
      const found = resolve(people, sentences, near.sentence, near.phrase, turns);
      if (found !== undefined && (isBody ? found.speaker.kind === 'organisation' : found.speaker.kind !== 'person'))
        // of those read by hand, every third one was somebody else: the authors of a letter, its subject
        return { ...found, mention, by: 'pronoun', isUnsure: true };
    }
    if (!fits) return undefined;
    const isUnsure = isBody ? isPlural(last.speaker.name) : last.speaker.kind === 'organisation';
    const entity = last.entity === undefined ? {} : { entity: last.entity };
    return { speaker: last.speaker, mention, by: 'pronoun', ...entity, ...(isUnsure && { isUnsure }) };
  }
  return /^(?:who|we|i|you|which|that)$/.test(low) ? undefined : { speaker: { name: low, kind: 'description' }, mention, by: 'nothing' };
}
