/** "they", "it", and a "he" for nobody named → the plural, the body or the unnamed person that the sentence, or the one before, is about. */
import type { FrameSentence, Token } from '#text/tokens.ts';
import type { Phrase } from './noun-phrase.ts';
import { isAgentNoun, isBodyNoun, isPersonNoun } from './speaker-nouns.ts';
import { subjectOf } from './subject.ts';

/** With the sentence that holds it; somebody or something that can speak. */
export type Antecedent = { readonly phrase: Phrase; readonly sentence: FrameSentence };

const IRREGULAR_PLURALS = /^(?:people|police|family|couple|pair|duo|trio|staff|crew|band|men|women|children|[a-z-]+men|[a-z-]+women)$/;

export function pluralBefore(sentences: readonly FrameSentence[], index: number, at: number, isBody: boolean): Antecedent | undefined {
  return subjectBefore(sentences, index, at, isBody ? isBodyHead : isPluralHead);
}

/** "The bishop condemned the raid, which he called". */
export const personBefore = (sentences: readonly FrameSentence[], index: number, at: number): Antecedent | undefined =>
  subjectBefore(sentences, index, at, isPersonHead);

type Fits = (head: Token, first: Token | undefined) => boolean;

function subjectBefore(sentences: readonly FrameSentence[], index: number, at: number, fits: Fits): Antecedent | undefined {
  const own = sentences[index];
  if (own === undefined) return undefined;
  const inside = subjectIn(own, at, fits);
  if (inside !== undefined) return { phrase: inside, sentence: own };
  const before = sentences[index - 1];
  if (before === undefined || before.paragraph !== own.paragraph) return undefined;
  const earlier = subjectIn(before, before.end, fits);
  return earlier === undefined ? undefined : { phrase: earlier, sentence: before };
}

/** The first subject before the place `at` that can be meant. */
function subjectIn(sentence: FrameSentence, at: number, fits: Fits): Phrase | undefined {
  const { tokens } = sentence;
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || token.start >= at) return undefined;
    if (token.tag !== 'verb' && token.tag !== 'auxiliary') continue;
    const subject = subjectOf(tokens, i);
    const phrase = subject?.phrases[0];
    if (phrase === undefined || (tokens[phrase.head]?.end ?? at) > at || subject?.phrases.length !== 1) continue;
    const head = tokens[phrase.head];
    if (head !== undefined && fits(head, tokens[phrase.from])) return phrase;
  }
  return undefined;
}

const isPluralHead = (head: Token): boolean =>
  head.tag === 'word' && (isBodyNoun(head.low) || ((IRREGULAR_PLURALS.test(head.low) || head.low.endsWith('s')) && isAgentNoun(head.low)));

const isPersonHead = (head: Token, first: Token | undefined): boolean =>
  head.tag === 'word' && isPersonNoun(head.low) && !head.low.endsWith('s') && first?.tag === 'determiner';

const isBodyHead = (head: Token, first: Token | undefined): boolean =>
  head.tag === 'name' || (head.tag === 'word' && isBodyNoun(head.low) && !head.low.endsWith('s') && first?.tag === 'determiner');
