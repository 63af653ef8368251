/** A counted figure in its sentence → whether it stands in somebody’s words of whom the line would not tell: as a fact it is nobody’s. */
import { opensStatement } from './figure-statement.ts';
import { type Tagged, timeLength } from './phrases.ts';
import { isVerbal, lemmaOf } from './verb-group.ts';
import type { Worded } from './wording.ts';

const telling = new Set(
  `say tell claim report estimate announce confirm note state show find reveal forecast predict project warn insist argue testify write calculate acknowledge concede stress believe think expect fear hope
  suggest assume recommend determine conclude allege assert contend indicate imply suspect learn declare demand propose reckon add explain describe worry doubt boast complain vow point charge`.split(
    /\s+/,
  ),
);

const MAX_TOKENS = 60;

export function isUnsaid(sentence: Tagged, { first, last, saidBy }: Worded, words: string): boolean {
  const { tokens, tags } = sentence;
  // "the agency said miners were claiming that 40 died"
  if (saidBy !== undefined)
    return tokens.slice(Math.max(0, first - 6), first).some(({ lower }) => /^(?:claiming|alleging|fearing|believing)$/.test(lower));
  for (let i = first - 1; i >= 0 && i > first - MAX_TOKENS; i--) {
    const low = tokens[i]?.lower ?? '';
    if (/^[;:]$/.test(low) || (tags[i] !== 'verb' && /^(?:after|before|when|while|because|until|although|whereas)$/.test(low))) break;
    if (low === 'according' && tokens[i + 1]?.lower === 'to') return true;
    // "Nationwide, the court concluded, 300 voters"
    if (tokens[i + 1]?.text === ',' && telling.has(lemmaOf(low)) && i > 1 && markBefore(sentence, i) === ',') return true;
    if (
      (isVerbal(tags[i]) || low === 'reports' || tokens[i - 1]?.lower === 'to') &&
      telling.has(lemmaOf(low)) &&
      tokens[i + 1]?.lower !== 'to' &&
      !words.includes(low) &&
      opensWords(sentence, i)
    )
      return true;
    // "there is no sign that 40 shops will close"; "we found 40 clerks who": whose words, stands elsewhere
    if ((low === 'that' && tokens[i - 2]?.lower === 'no') || /^(?:we|i)$/.test(low)) return true;
    // "the claim that 40 shops will close is false"
    if (
      low === 'that' &&
      /^(?:claims?|allegations?|rumou?rs?|beliefs?|suggestions?|assertions?|predictions?|fears?|reports?|warnings?|estimates?|question|chances?|odds)$/.test(
        tokens[i - 1]?.lower ?? '',
      )
    )
      return true;
  }
  return isTrailing(sentence, last);
}

/** Their object is a thing as often as words. */
const doing =
  /^(?:declare|add|show|find|demand|propose|describe|explain|learn|report|announce|reveal|confirm|note|determine|calculate|recommend|estimate|write|claim|state|know|expect|fear|project|stress|complain|point|charge)$/;

function opensWords(sentence: Tagged, verb: number): boolean {
  const { tokens } = sentence;
  const that = [1, 2, 3, 4, 5].some((step) => tokens[verb + step]?.lower === 'that');
  return that || (!doing.test(lemmaOf(tokens[verb]?.lower ?? '')) && opensStatement(sentence, verb)) || opensClauseAt(sentence, verb + 1);
}

/** "claims 40 shops closed", "found traces were": the next noun has a verb of its own. */
function opensClauseAt({ tokens, tags }: Tagged, at: number): boolean {
  for (let i = at; i < at + 9 && i < tokens.length; i++) {
    if (tags[i] === 'aux' || (tags[i] === 'verb' && i > at)) return true;
    if (!/^(?:noun|det|num|amount|adv)$/.test(tags[i] ?? '') && tokens[i]?.lower !== 'of') return false;
  }
  return false;
}

/** ", Ruiz determined", ", it said on Friday": a verb of saying closes the sentence. */
function isTrailing(sentence: Tagged, last: number): boolean {
  const { tokens, tags } = sentence;
  for (let i = last + 2; i < last + MAX_TOKENS && i < tokens.length; i++) {
    if (tokens[i]?.lower === 'according' && tokens[i + 1]?.lower === 'to') return true;
    if (!telling.has(lemmaOf(tokens[i]?.lower ?? '')) || tags[i - 1] === 'det') continue;
    const next = tokens[i + 1];
    const isEnd = next === undefined || next.kind === 'mark' || timeLength(sentence, i + 1) > 0 || timeLength(sentence, i + 2) > 0;
    if (isEnd && markBefore(sentence, i) === ',') return true;
  }
  return false;
}

/** The mark that the sayer stands behind; behind marks of quotation the words before them are the reporter’s. */
function markBefore({ tokens }: Tagged, verb: number): string | undefined {
  for (let i = verb - 2; i > verb - 7 && i >= 0; i--) if (/^[,”"’]$/.test(tokens[i]?.text ?? '')) return tokens[i]?.text;
  return undefined;
}
