/** The words for what an amount counts → whether they say too little to stand alone: "arrested", "attended", and of nobody in particular, "who feel left behind". */

import { opensClause } from './opens-clause.ts';
import type { Tagged } from './phrases.ts';
import { verbOf } from './word-forms.ts';
import type { Worded } from './wording.ts';

/** What befell people says enough beside the story’s own headline, as "12 people killed". */
const toll =
  /^(?:killed|dead|died|injured|wounded|hurt|missing|arrested|detained|evacuated|displaced|rescued|infected|left dead|left wounded|left injured)$/;

export function saysLittle(sentence: Tagged, words: string, { first, isLede, saidBy }: Worded): boolean {
  if (without.test(words)) return true;
  if (saidBy !== undefined || /\p{Lu}/u.test(words)) return false;
  // "1,100 flights cancelled", "12 people have died": of the story itself
  const fate = words.replace(/^(?:(?:have|has|were|was|are|is|been|since|already|also|still|now|confirmed|\p{Ll}+ly) )+/u, '');
  if (toll.test(fate) || /^\p{Ll}+e[dn]$/u.test(fate)) return !isLede && !isToldHere(sentence, first);
  const content = words
    .split(' ')
    .filter(
      (word) =>
        !/^(?:who|that|which|are|is|was|were|be|been|have|has|had|will|would|to|also|already|still|now|not|in|on|board|at|up|out|off|down|for|of)$/.test(
          word,
        ) && !/(?<!global|nation|local)ly$/.test(word),
    );
  // "are black"
  return content.length < (/^(?:are|is|were|was) \p{Ll}+$/u.test(words) ? 1 : 2);
}

/** "At least 12 people have died.", "12 people were killed in all": told of the story itself, and of no other time or event. */
function isToldHere(sentence: Tagged, first: number): boolean {
  const { tokens } = sentence;
  if (tokens.slice(0, first).some(({ lower }) => /^(?:all|altogether|total)$/.test(lower))) return true;
  return opensClause(sentence, first) && tokens[first - 1]?.lower !== 'and' && !tokens.some(({ lower }) => otherTime.test(lower));
}
const otherTime =
  /^(?:(?:1[6-9]|20)\d\d|ago|last|previous|previously|earlier|past|former|formerly|similar|another|then|when|where|once|had|if|would|could|may|might|every|each|january|february|march|april|june|july|august|september|october|november|december)$/;

/** "attended", "agree": what, or with whom. */
const without =
  /^(?:attended|agree|agreed|disagree|disagreed|participated|responded|showed up|turned out|took part|joined|applied|voted|left|came|went|turned up|qualified|benefited|benefitted)$/;

const vague = /^(?:dozens|scores|hundreds|thousands|millions|billions|tens)$/;
const isVague = ({ tokens }: Tagged, { first, last }: Worded): boolean =>
  tokens.slice(first, last + 1).some(({ lower }) => vague.test(lower));

/** "The plan saved millions of jobs", "millions of people are looking for work": how things stand, by nobody’s count. */
export function isVagueState(sentence: Tagged, figure: Worded, words: string): boolean {
  if (figure.saidBy !== undefined || !isVague(sentence, figure)) return false;
  if (sentence.tokens.slice(figure.first, figure.last + 1).some(({ lower }) => /^[mb]illions$/.test(lower))) return true;
  // "join the millions of people heading home", "the trust of millions of drivers who"
  const before = sentence.tags[figure.first - 1];
  if (
    /^(?:the|those|these)$/.test(sentence.tokens[figure.first - 1]?.lower ?? '') ||
    (before === 'prep' && isDescribed(sentence, figure.last))
  )
    return true;
  if (toll.test(words)) return true;
  // "thousands turned out to protest": nor where
  if (words.split(' ').length < 5 && !/\p{Lu}|\bthe\b/u.test(words)) return !isDoneTo(sentence, figure.last, words);
  // "hundreds of volunteers are searching the hills": news of the day
  if (figure.isLede && /^(?:are|is)$/.test(sentence.tokens[figure.last + 1]?.lower ?? '') && /ing\b/.test(words)) return false;
  if (/\b(?:are|is|do|does|will|can|may|cannot)\b|\b(?:do|does|have|has|are|is)n[’']t\b/.test(words)) return true;
  const { tokens, tags } = sentence;
  for (let i = figure.last + 1; i < tokens.length; i++) {
    if (tags[i] === 'aux') return /^(?:are|is|do|does|will|can|may)$/.test(tokens[i]?.lower ?? '');
    if (tags[i] === 'participle') return false;
    if (tags[i] === 'verb') return verbOf(tokens[i]?.lower ?? '')?.form === 'base';
    if (tokens[i]?.text === ',') return false;
  }
  return false;
}

const isDescribed = ({ tokens, tags }: Tagged, last: number): boolean =>
  tags[last + 1] === 'rel' || tags[last + 1] === 'gerund' || /ing$/.test(tokens[last + 1]?.lower ?? '');

const isDoneTo = ({ tokens }: Tagged, last: number, words: string): boolean =>
  !words.startsWith(tokens[last + 1]?.lower ?? '') ||
  /^(?:was|were|been|being)$/.test(tokens[last + 1]?.lower ?? '') ||
  tokens[last + 2]?.lower === 'been';
