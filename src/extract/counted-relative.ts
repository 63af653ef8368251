/** A counted figure behind a preposition and the verb before it → whether they belong together only with words that a relative clause has no room for. */
import type { Subject } from './clause.ts';
import { type Tagged, timeLength } from './phrases.ts';
import { isVerbal, type VerbGroup } from './verb-group.ts';
import type { Worded } from './wording.ts';

export function hangsLoosely(
  sentence: Tagged,
  figure: Worded,
  group: VerbGroup,
  subject: Subject | undefined,
  preposition: string,
): boolean {
  const { tokens, tags } = sentence;
  const { first, last, isShare, isPeople } = figure;
  // "with 40 votes separating them"
  if (preposition === 'with' && /ing$/.test(tokens[last + 1]?.lower ?? '')) return true;
  // "support for the 40 members who": known before; "was used by a third of the voters": a share of them did
  if (isShare ? group.isPassive : tags[first - 1] === 'det') return true;
  // "was revised to 400 jobs": no place that it came to
  const hasObject = tags.slice(group.main + 1, first).includes('noun');
  if ((preposition === 'to' && !isPeople && !giving.has(group.base) && !hasObject) || preposition === 'at') return true;
  // "looked at 40 files", "the population stood at 400 people", "include the use of data on 400 people"
  if (/^(?:look|stand|rise|fall|remain|include|contain|involve|be|have)$/.test(group.base)) return true;
  // "gave clerks in 40 towns an extra week"
  if (
    /^(?:det|noun|pron)$/.test(tags[last + 1] ?? '') &&
    !/^(?:total|overall|combined)$/.test(tokens[last + 1]?.lower ?? '') &&
    !tokens[last + 1]?.glued &&
    timeLength(sentence, last + 1) === 0
  )
    return true;
  const doer = subject?.kind === 'phrase' ? subject.stretch : undefined;
  // "by founding a firm, which serves 400 users": the doing; "the other part, to cover the poor, is opposed by 20 towns": what stands between
  if (
    doer &&
    (/^\p{Ll}+ing$/u.test(tokens[doer.first]?.text ?? '') ||
      (group.isPassive && tags[group.first - 1] !== 'rel' && tokens.slice(doer.last + 1, group.first).some(({ text }) => text === ',')))
  )
    return true;
  return isParticleOf(sentence, group, first) || leadsOn(sentence, last + 1) || isReduced(sentence, group, last);
}

/** "a reading of the virus taken from 400 patients shows": the verb of the sentence stands behind. */
function isReduced({ tokens, tags }: Tagged, { first, main }: VerbGroup, last: number): boolean {
  if (first !== main || tags[main - 1] !== 'noun' || !/(?:ed|en|own)$/.test(tokens[main]?.lower ?? '')) return false;
  for (let i = last + 1; i < last + 12 && i < tokens.length; i++) {
    if (isVerbal(tags[i])) return true;
    if (tags[i] === 'conj' || tags[i] === 'rel' || tags[i] === 'mark') return false;
  }
  return false;
}

const giving = new Set(
  'give issue send offer sell grant award assign distribute deliver hand mail ship lend pay provide supply export extend add'.split(' '),
);

/** "handed over 40 pages", "took on 400 boys", against "carried out on 400 people". */
function isParticleOf({ tokens, tags }: Tagged, { main, base }: VerbGroup, first: number): boolean {
  return (
    main + 1 < first &&
    tags[main + 2] !== 'prep' &&
    /^(?:over|out|off|up|down|away|back|in|on)$/.test(tokens[main + 1]?.lower ?? '') &&
    /^(?:hand|look|call|turn|take|carry|lay|kick|set|pull|give|bring|throw|sign|write|hold)/.test(base)
  );
}

function leadsOn({ tokens, tags }: Tagged, at: number): boolean {
  const next = tags[at] === 'adv' ? at + 1 : at;
  return tokens[next]?.lower === 'to' && tags[next + 1] !== 'amount' && tokens[next + 1]?.kind !== 'number';
}
