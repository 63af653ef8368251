/** What stands behind a verb of saying, and before it → whether it is a statement, and from where to where it is the sayer's. */
import { type Tagged, timeLength } from './phrases.ts';
import { isWall } from './verb-group.ts';

/** "has claimed 40 lives", "claimed responsibility": nothing is said. */
export function claimsLives({ tokens, tags }: Tagged, verb: number): boolean {
  if (/^(?:responsibility|credit|victory)$/.test(tokens[verb + 1]?.lower ?? '')) return true;
  for (let i = verb + 1; i < verb + 10 && i < tokens.length; i++) {
    if (/^(?:lives|life|victims?|casualties)$/.test(tokens[i]?.lower ?? '')) return true;
    // "has claimed 70,000 people.", against "claimed 5,000 people attended"
    if (/^(?:people|men|women|children|civilians|soldiers)$/.test(tokens[i]?.lower ?? ''))
      return !/^(?:verb|aux|participle)$/.test(tags[i + 1] ?? 'mark');
    if (tags[i] === 'verb' || tags[i] === 'aux') return false;
  }
  return false;
}

export function hasObject(sentence: Tagged, verb: number): boolean {
  const { tokens, tags } = sentence;
  if (tokens[verb]?.lower === 'told' || timeLength(sentence, verb + 1) > 0) return false;
  return /^(?:noun|det|num|amount|pron)$/.test(tags[verb + 1] ?? '') || /^(?:no|little|much|every)$/.test(tokens[verb + 1]?.lower ?? '');
}

/** "told a few thousand teachers that": they were told, they are not what was said. */
export function toldFrom({ tokens }: Tagged, verb: number): number {
  for (let i = verb + 1; i < verb + 25 && i < tokens.length; i++) if (/^(?:that|:|“|")$/.test(tokens[i]?.lower ?? '')) return i;
  return verb;
}

/** "told the paper as he and 40 others left": what happened beside it is the reporter's. */
export function toldTo({ tokens }: Tagged, verb: number): number {
  for (let i = verb + 1; i < verb + 12 && i < tokens.length; i++) {
    if (tokens[i]?.lower === 'that' || tokens[i]?.text === ',') break;
    if (/^(?:as|while|after|before|when)$/.test(tokens[i]?.lower ?? '')) return i;
  }
  return tokens.length;
}

/** "showed that 65 percent supported", "found traces were": a clause rather than a thing; against "showed mercy to those who asked for it". */
export function opensStatement(sentence: Tagged, verb: number): boolean {
  const { tokens, tags } = sentence;
  // "predicted this year that"
  if (tokens[verb + 1 + timeLength(sentence, verb + 1)]?.lower === 'that') return true;
  let isRelative = false;
  for (let i = verb + 1; i < verb + 14 && i < tokens.length; i++) {
    if (isWall(tokens[i]?.text) || tokens[i]?.text === ',') return false;
    if (tags[i] === 'rel') isRelative = true;
    if (tags[i] !== 'verb' && tags[i] !== 'aux') continue;
    if (!isRelative) return true;
    while (/^(?:verb|aux|adv|participle)$/.test(tags[i + 1] ?? '')) i += 1;
    isRelative = false;
  }
  return false;
}

/** What follows a single dash is the reporter’s again. */
export function openEnd({ tokens }: Tagged, verb: number): number {
  const dashes: number[] = [];
  for (let i = verb + 1; i < tokens.length; i++)
    if (tokens[i]?.text === '—' || (tokens[i]?.text === '–' && !tokens[i]?.glued)) dashes.push(i);
  return dashes.length === 1 ? (dashes[0] ?? tokens.length) : tokens.length;
}

/** "said that it would act after the storm that killed 40": where a relative clause begins behind the statement’s own verb, the reporter may tell what is known. */
export function background({ tokens, tags }: Tagged, verb: number): number {
  let sawVerb = false;
  // "the town said it is sending food, while Velm has promised $15m": what others do is no word of the town’s
  const isOfItself = /^(?:it|they|he|she)$/.test(tokens[verb + (tokens[verb + 1]?.lower === 'that' ? 2 : 1)]?.lower ?? '');
  for (let i = verb + 1; i < tokens.length; i++) {
    if (tags[i] === 'verb' || tags[i] === 'aux') sawVerb = true;
    if (
      isOfItself &&
      tokens[i]?.text === ',' &&
      /^(?:while|whereas)$/.test(tokens[i + 1]?.lower ?? '') &&
      /^\p{Lu}/u.test(tokens[i + 2]?.text ?? '')
    )
      return i;
    // "insisted it was done, despite figures that show": what speaks against him
    if (sawVerb && tokens[i]?.text === ',' && /^(?:despite|although|though)$/.test(tokens[i + 1]?.lower ?? '')) return i;
    const isRelative =
      tags[i] === 'rel' &&
      /^(?:who|which|that|where|whose)$/.test(tokens[i]?.lower ?? '') &&
      tags[i - 1] !== 'verb' &&
      tags[i - 1] !== 'conj';
    if (
      sawVerb &&
      isRelative &&
      i > verb + 1 &&
      (tags[i - 1] === 'noun' || tokens[i - 1]?.text === ',') &&
      /^(?:verb|aux|adv|participle)$/.test(tags[i + 1] ?? '')
    )
      return i;
  }
  return tokens.length;
}

export function closing({ tokens }: Tagged, from: number): number {
  for (let i = from; i < tokens.length; i++) if (tokens[i]?.text === ',' && tokens[i]?.glued) return i;
  return tokens.length;
}

/** A clause with a verb of its own stands before ", the ministry said". */
export function isBehindItsWords({ tokens, tags }: Tagged, begin: number): boolean {
  if (begin <= 1 || tokens[begin - 1]?.kind !== 'mark') return false;
  for (let i = begin - 2; i >= 0; i--) {
    if (tags[i] === 'verb' || tags[i] === 'aux' || tags[i] === 'amount') return true;
    if (tokens[i]?.text === ';') return false;
  }
  return false;
}

/** "In a report on three months of fighting, the ministry said 40 people had died": its words stand behind it. */
export const isBehindPlace = (sentence: Tagged, verb: number): boolean =>
  sentence.tags[0] === 'prep' &&
  /^(?:said|says|reported|reports|estimated|estimates)$/.test(sentence.tokens[verb]?.lower ?? '') &&
  opensStatement(sentence, verb);

/** "After a driver killed 11 people, Lund told reporters that": what opens the sentence is the reporter's. */
export function isBehindOpening({ tokens, tags }: Tagged, verb: number): boolean {
  const opener = tokens[0]?.kind === 'mark' ? tokens[1] : tokens[0];
  const isOnHearing = opener?.lower === 'on' && /ing$/.test(tokens[1]?.lower ?? '');
  // "One month before the mill took on 40 boys, Lund told crowds that"
  const isOpened = tokens.slice(0, 4).some(({ lower }) => /^(?:after|before)$/.test(lower));
  if (!isOnHearing && !isOpened && !/^(?:when|while|as|since|although|though|because|once)$/.test(opener?.lower ?? '')) return false;
  const next = tags[verb + 1];
  return next !== undefined && next !== 'mark' && next !== 'prep';
}
