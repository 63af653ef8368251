/** A place in a sentence → the verb that governs it, and whose doing that is, as far as it stands near. */
import type { Token } from './figure-tokens.ts';
import type { Tag } from './known-words.ts';
import { isVerbal, isWall, MAX_WALK_TOKENS, phraseEndingAt, type Stretch, type Tagged } from './phrases.ts';

export type Governor = {
  /** The verb next to the amount on its left. */
  readonly verb: number;
  readonly subject: Stretch | undefined;
  /** The subject is a pronoun: nobody that a reader could name. */
  readonly isPronoun: boolean;
};

/** The verb left of `at` in the same clause, and its subject. */
export function governorOf(sentence: Tagged, at: number): Governor | undefined {
  const { tokens, tags } = sentence;
  const limit = Math.max(0, at - MAX_WALK_TOKENS);
  let i = at - 1;
  let found: number | undefined;
  // "announced plans to lay off 6,650": whose plans, if that can be told
  let aim: Stretch | undefined;
  let seeksName = false;
  for (let hops = 0; hops < 6; hops++) {
    while (i >= limit && !isVerbal(tags[i])) {
      if (isWall(tokens[i]) && !(seeksName && tokens[i]?.text === ':'))
        return found === undefined ? undefined : { verb: found, subject: aim, isPronoun: false };
      i -= tokens[i]?.text === ')' ? parenthesis(tokens, i) : 1;
    }
    if (i < limit) break;
    found ??= i;
    const before = leftOfVerbs(tags, tokens, i, limit);
    const answer =
      tokens[before]?.text === ',' && tags[before + 1] === 'gerund' && tokens[before + 1]?.lower !== 'ranging'
        ? 'further'
        : subjectAt(sentence, before);
    seeksName = answer === 'it';
    if (answer === 'pronoun' && hops === 0) return { verb: found, subject: undefined, isPronoun: true };
    if (answer === 'pronoun') {
      i = before - 1;
      continue;
    }
    const isAim = typeof answer === 'object' && tokens[before + 1]?.lower === 'to' && isVerbal(tags[answer.first - 1]);
    if (isAim) {
      i = answer.first - 1;
      aim ??= answer;
      continue;
    }
    if (answer !== 'further' && answer !== 'it') return { verb: found, subject: answer, isPronoun: false };
    i = before - 1;
  }
  return found === undefined ? undefined : { verb: found, subject: aim, isPronoun: false };
}

/** From a closing bracket back to before its opening one. */
function parenthesis(tokens: readonly Token[], i: number): number {
  for (let steps = 1; steps < 12; steps++) if (tokens[i - steps]?.text === '(') return steps + 1;
  return 1;
}

function leftOfVerbs(tags: readonly Tag[], tokens: readonly Token[], from: number, limit: number): number {
  let i = from;
  while (i >= limit && (isVerbal(tags[i]) || tags[i] === 'adv' || tags[i] === 'to' || tokens[i]?.lower === 'not')) i -= 1;
  return i;
}

function subjectAt(sentence: Tagged, at: number): Stretch | 'pronoun' | 'it' | 'further' | undefined {
  const { tokens, tags } = sentence;
  const token = tokens[at];
  if (!token) return undefined;
  // "it" and "they" stand for the subject before; "I" and "you" for nobody that can be named
  if (tags[at] === 'pron') return /^(?:it|they|he|she)$/.test(token.lower) ? 'it' : 'pronoun';
  if (tags[at] === 'rel') return antecedent(sentence, at);
  if (token.text === ')') {
    const back = at - parenthesis(tokens, at);
    return phraseEndingAt(sentence, back) ?? 'further';
  }
  if (token.text === ',') return appositive(sentence, at);
  if (tags[at] === 'amount') {
    let i = at;
    while (tags[i] === 'amount' && at - i < 8) i -= 1;
    return phraseEndingAt(sentence, i) ?? 'further';
  }
  if (tags[at] === 'det') return phraseEndingAt(sentence, at - 1) ?? 'further';
  return phraseEndingAt(sentence, at) ?? 'further';
}

function antecedent(sentence: Tagged, at: number): Stretch | 'further' {
  const { tokens, tags } = sentence;
  let i = at - 1;
  if (tags[i] === 'prep') i -= 1;
  if (tokens[i]?.text === ',') i -= 1;
  if (tokens[i]?.text === ')') i -= parenthesis(tokens, i);
  return phraseEndingAt(sentence, i) ?? 'further';
}

/** "energy, last year’s worst performer, fell": both phrases name the subject; ", wiping out" looks further left. */
function appositive(sentence: Tagged, comma: number): Stretch | 'further' {
  const { tokens } = sentence;
  if (tokens[comma + 1]?.lower === 'ranging') return phraseEndingAt(sentence, comma - 1) ?? 'further';
  for (let i = comma - 1; i > comma - 20 && i > 0; i--) {
    if (tokens[i]?.text !== ',') continue;
    const head = phraseEndingAt(sentence, i - 1);
    const inner = phraseEndingAt(sentence, comma - 1);
    if (head && inner) return { first: head.first, last: inner.last };
    return head ?? 'further';
  }
  return 'further';
}
