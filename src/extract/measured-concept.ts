/** A measured amount in its sentence → the phrases that say what was measured, the best first. */
import type { Counted } from './concept.ts';
import { governorOf } from './governor.ts';
import { leftPhrase } from './left-phrase.ts';
import { isTime, phraseStartingAt, type Stretch, type Tagged, wordsOf } from './phrases.ts';

const ofOnly = new Set(['of', 'in', 'for', 'by', 'on', 'among', 'at', 'from', 'with']);

/** "£1,000 payment", "60% of workers", "turnover of $5m", "Shares (…%)", "FTSE -0.6%", and the subject. */
export function measuredParts(sentence: Tagged, { first, last }: Counted): (string | undefined)[] {
  const { tokens, tags } = sentence;
  const next = tokens[last + 1];
  const at = behindDimension(tokens, last + 1);
  const isDescribed = tags[at] === 'gerund' || (tags[at] === 'verb' && at > last + 1 && /ed$/.test(tokens[at]?.lower ?? ''));
  const named0 = isDescribed && tags[at + 1] === 'noun' ? at + 1 : at;
  const behind = tags[named0] === 'noun' && !isTime(sentence, at) ? phraseStartingAt(sentence, named0, ofOnly) : undefined;
  // in "FTSE -0.6% CAC -1.7%" the noun behind belongs to the next amount
  const attributive = behind && tags[behind.last + 1] === 'amount' && tokens[behind.last + 1]?.kind !== 'word' ? undefined : behind;
  const beyond = pastBracket(tokens, last + 1);
  const share = tokens[beyond]?.lower === 'of' ? phraseStartingAt(sentence, beyond + 1, ofOnly) : undefined;
  const content = next?.lower === 'in' && !isTime(sentence, last + 2) ? phraseStartingAt(sentence, last + 2, ofOnly) : undefined;
  const named = attributive ?? share ?? (tags[first - 1] === 'noun' ? undefined : content);
  const before = named && !/^(?:of|for)$/.test(tokens[first - 1]?.lower ?? '') ? undefined : leftPhrase(sentence, first);
  const governor = governorOf(sentence, first);
  const subject = governor?.subject;
  const purpose =
    /^(?:for|on|from|in|to|by|among|worth)$/.test(tokens[beyond]?.lower ?? '') && !isTime(sentence, beyond + 1)
      ? phraseStartingAt(sentence, beyond + 1, ofOnly)
      : undefined;
  const lead = governor ? undefined : laterSubject(sentence, last + 1, share !== undefined || attributive !== undefined);
  return [attributive, share, content, before, subject, purpose, lead].map((stretch) => wordsOf(sentence, stretch));
}

/** "For $5, readers got …": with no verb before the amount, the subject stands behind it. */
function laterSubject(sentence: Tagged, from: number, isEnough: boolean): Stretch | undefined {
  if (isEnough) return undefined;
  const { tokens, tags } = sentence;
  for (let i = from; i < from + 6 && i < tokens.length; i++) {
    if (tokens[i]?.text === ',' || tags[i] === 'prep' || tags[i] === 'det') continue;
    return tags[i] === 'noun' && !isTime(sentence, i) ? phraseStartingAt(sentence, i, ofOnly) : undefined;
  }
  return undefined;
}

/** "the 37m (121ft)-long skeleton", "a 12-mile stretch": where the noun begins. */
function behindDimension(tokens: Tagged['tokens'], from: number): number {
  const isHyphen = (i: number): boolean => /^[-‑–]$/.test(tokens[i]?.text ?? '') && tokens[i]?.glued === true;
  const closed = pastBracket(tokens, from);
  const at = closed > from && isHyphen(closed) ? closed : from;
  if (!isHyphen(at)) return at;
  return /^(?:long|tall|wide|high|deep|thick|old)$/.test(tokens[at + 1]?.lower ?? '') ? at + 2 : at + 1;
}

/** "8 miles (13 km) of tunnels": what follows the bracket follows the amount. */
function pastBracket(tokens: Tagged['tokens'], at: number): number {
  if (tokens[at]?.text === ')') return at + 1;
  if (tokens[at]?.text !== '(') return at;
  for (let i = at + 1; i < at + 8; i++) if (tokens[i]?.text === ')') return i + 1;
  return at;
}
