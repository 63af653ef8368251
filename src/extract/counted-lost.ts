/** A counted figure in its sentence and the words for its line → whether a word that only the sentence has changes what is told: "only", "reportedly", "if", "than". */
import { endOf } from './counted-when.ts';
import { type Tagged, timeLength } from './phrases.ts';
import { isVerbal, isWall } from './verb-group.ts';
import { MONTHS, WEEKDAYS } from './word-forms.ts';
import type { Worded } from './wording.ts';

const NEAR_TOKENS = 14;
const MAX_TOKENS = 80;

export function losesSense(sentence: Tagged, figure: Worded, words: string): boolean {
  return (
    isNoCount(sentence, figure.first) ||
    isSelected(sentence, figure.first) ||
    isAim(sentence, figure.first) ||
    isNarrowed(sentence, figure.first) ||
    isDoubted(sentence, figure, words) ||
    isBesideAnother(sentence, figure, words) ||
    isConditional(sentence, figure, words) ||
    isElsewhere(sentence, figure.first) ||
    isOpenedElsewhere(sentence, figure, words) ||
    isCutAtEnd(sentence, figure, words) ||
    // "being treated there", "at stake there"
    /\bthere\b(?! (?:is|are|was|were|has|have)\b)/.test(words)
  );
}

/** "2020 House candidates", a footnote's "2012.102 staff", and a page's list of links run into the sentence. */
function isNoCount({ tokens }: Tagged, first: number): boolean {
  const [text = '', next = ''] = [tokens[first]?.text, tokens[first + 1]?.text];
  if (/^20[0-3]\d$/.test(text) || (/^1[0-9]\d\d$/.test(text) && /^[-–—]$/.test(next))) return true;
  if (/^\d+\.\d+$/.test(text) && !/^(?:million|billion|trillion|m|bn|lakh|crore)$/.test(next)) return true;
  // "S&P 500 companies": a name
  if (/^(?:P|Fortune|Nasdaq|Russell|FTSE)$/.test(tokens[first - 1]?.text ?? '')) return true;
  return (
    tokens.slice(0, MAX_TOKENS).filter(({ text: word }) => /^(?:\p{Lu}\p{Ll}{3,}\p{Lu}\p{Ll}{2,}|MORE)(?:[’']s)?$/u.test(word)).length >
      1 ||
    (/^(?:under|within|below|beyond|over)$/.test(text.toLowerCase()) && isVagueAt(next))
  );
}

/** "flags that read “…”", "in a part of the world where": the sentence goes on with what the last words lead to. */
function isCutAtEnd(sentence: Tagged, { last }: Worded, words: string): boolean {
  if (/^(?:that|which|who) \p{L}+$/u.test(words)) return true;
  if (/ (?:that|which|who) \p{L}+(?:ed|d)?$/u.test(words) && !/^(?:that|which|who) /.test(words)) return true;
  if (/ (?:read|reads|reading|saying|say|says|said|called|named|titled|dubbed)$/.test(words) || /^compared /.test(words)) return true;
  const { tokens, tags } = sentence;
  const end = endOf(sentence, last, words);
  if (end === undefined) return false;
  const next = tokens[end];
  if (next === undefined) return false;
  // "lived in a county in which", "almost entirely by mail", "Old Tarn Day"
  if (/^(?:which|whom|whose)$/.test(tokens[end + 1]?.lower ?? '') && tags[end] === 'prep') return true;
  if (/ (?:almost|entirely|mainly|largely|mostly|partly|solely|exclusively|directly|primarily)$/.test(words)) return true;
  if (tags[end] === 'noun' && tags[end - 1] === 'noun' && /^\p{Lu}/u.test(next.text) && /^\p{Lu}/u.test(tokens[end - 1]?.text ?? ''))
    return true;
  if (tags[end] === 'to' || /^[“"‘]$/.test(next.text) || next.lower === 'or') return true;
  // "signed up ahead of the deadline", "marches sparked by the deed", "hostile toward the mayor"
  if (/^(?:of|toward|towards|than)$/.test(next.lower)) return true;
  // "of those who have enrolled are young": the verb of those
  if ((tags[end] === 'aux' || tags[end] === 'verb') && /^(?:who|that|which) /.test(words)) return true;
  // "on a hot and muggy Saturday"
  if (
    timeLength(sentence, end) > 0 &&
    /\b(?:an?|the) [\p{L}-]+(?: and [\p{L}-]+)?$/u.test(words) &&
    /(?:y|ful|ous|ive|ing|ed|ot|old|arm|ool|et)$/.test(words)
  )
    return true;
  const ending = words.split(' ').at(-1) ?? '';
  if (/(?:ed|ing)$/.test(ending) && /^(?:by|with|upon|into|against)$/.test(next.lower) && words.includes(' ')) return true;
  // "marched to the square chanting, “No”", "who have enrolled but are not", "after the store was"
  if (/ing$/.test(ending) && next.text === ',' && /^[“"‘]$/.test(tokens[end + 1]?.text ?? '')) return true;
  if (next.lower === 'but' && /^(?:who|that|which)\b/.test(words)) return true;
  if (tags[end] === 'aux' && /\b(?:after|before|when|while|as|because|that) (?:\S+ ){0,4}\S+$/.test(words)) return true;
  // "in a town where", against "in Lund, where"
  return (
    /^(?:where|whose|which)$/.test(next.lower) &&
    /\b(?:an?|any|some) (?:[\p{L}-]+ ){1,5}$/u.test(`${words.split(' ').slice(-6).join(' ')} `)
  );
}

/** "its goal of hiring 400 clerks": not yet. */
const isAim = ({ tokens }: Tagged, first: number): boolean =>
  tokens[first - 2]?.lower === 'of' &&
  /^(?:goals?|targets?|aims?|hopes?|plans?|promises?|prospects?|idea)$/.test(tokens[first - 3]?.lower ?? '');

/** "the first 400 buyers", "the largest fifty firms": not any. */
const isSelected = ({ tokens }: Tagged, first: number): boolean => {
  const before = tokens[first - 1]?.lower ?? '';
  return (
    /^(?:first|last|top|next|previous|best|worst|other|remaining)$/.test(before) ||
    (/[^u]est$/.test(before) && before.length > 4 && !/^(?:forest|harvest|request|protest|interest|west|guest)$/.test(before))
  );
};

/** "can lose only 22 votes", "just 14 pupils": with the word it is little, without it much. */
function isNarrowed({ tokens, tags }: Tagged, first: number): boolean {
  for (let i = first - 1; i >= 0 && i > first - 6; i--) {
    if (/^(?:only|just|merely|scarcely|hardly|solely)$/.test(tokens[i]?.lower ?? '')) return true;
    if (!isVerbal(tags[i]) && !/^(?:adv|det|prep)$/.test(tags[i] ?? '')) return false;
  }
  return false;
}

const isVagueAt = (word: string): boolean => /^(?:dozens|scores|hundreds|thousands|millions|billions|tens)$/.test(word);

const doubting =
  /^(?:reportedly|allegedly|alleged|apparently|purportedly|purported|supposedly|presumably|potentially|possibly|probably|perhaps|maybe|rumou?red|suspected|falsely|wrongly|baselessly|inaccurately|mistakenly)$/;

function isDoubted({ tokens }: Tagged, { first, last }: Worded, words: string): boolean {
  for (let i = Math.max(0, first - NEAR_TOKENS); i < last + 5 && i < tokens.length; i++) {
    const low = tokens[i]?.lower ?? '';
    if (doubting.test(low) && !words.includes(low)) return true;
    // "by some estimates", "said without evidence that"
    const next = tokens[i + 1]?.lower ?? '';
    if (
      low === 'by' &&
      /^(?:some|many|most|one|all)$/.test(next) &&
      /^(?:estimates?|accounts?|counts?|measures?)$/.test(tokens[i + 2]?.lower ?? '')
    )
      return true;
    if (low === 'without' && /^(?:evidence|proof)$/.test(next)) return true;
  }
  return false;
}

const comparing = /^(?:more|fewer|less|higher|lower|larger|bigger|smaller)$/;

/** "200 fewer pupils than in May", "far more than the 80 votes needed": one of two numbers. */
function isBesideAnother({ tokens }: Tagged, { first, last }: Worded, words: string): boolean {
  if (comparing.test(tokens[last + 1]?.lower ?? '') && tokens[last + 2]?.lower === 'than') return true;
  for (let i = first; i <= last; i++) {
    const low = tokens[i]?.lower ?? '';
    if (low === 'the' && /^(?:than|over|above|under|below)$/.test(tokens[i - 1]?.lower ?? '')) return true;
    if (comparing.test(low) && tokens[i + 1]?.lower !== 'than' && !words.includes(' than ') && hasThan(tokens, i)) return true;
  }
  return /\b(?:percent|%) (?:more|less|fewer|higher|lower)\b/.test(words) && !words.includes(' than ');
}

const hasThan = (tokens: Tagged['tokens'], from: number): boolean =>
  tokens.slice(from + 1, from + MAX_TOKENS).some(({ lower }) => lower === 'than');

/** "would create 50 jobs", "40 shops will close if the plan fails": under what, the line does not say. */
function isConditional({ tokens }: Tagged, { first, saidBy }: Worded, words: string): boolean {
  // "would cost 400 jobs", "could lose": never "to be lost"
  if (/^to be\b/.test(words))
    for (let i = first - 1; i > first - 6 && i >= 0; i--) if (/^(?:would|could|might|should)$/.test(tokens[i]?.lower ?? '')) return true;
  const isAhead = /\b(?:will|would|could|might|may|can|to be)\b/.test(words);
  if (!isAhead) return false;
  if (
    !/\bif\b/.test(words) &&
    tokens
      .slice(Math.max(0, first - MAX_TOKENS), first + MAX_TOKENS)
      .some(({ lower }, i, near) => /^(?:if|unless|assuming|provided)$/.test(lower) && near[i - 1]?.lower !== 'as')
  )
    return true;
  if (saidBy !== undefined) return false;
  // "said they would stay", "could lose their boats under the plan"
  if (/\b(?:would|could|might)\b/.test(words) && !/(?:^|\s)(?:said|say|think|believe|expect) |\bunder (?:the|an?)\b/.test(words))
    return true;
  if (!/^to be\b/.test(words)) return false;
  for (let i = first - 1; i > first - NEAR_TOKENS && i >= 0; i--)
    if (/^(?:would|could|might|should|must|need|needs|needed|have|has|had)$/.test(tokens[i]?.lower ?? '')) return true;
  return false;
}

/** "in Lund, where 40 people died", "in the year when it added 90 seats": where or when, the line does not say. */
function isElsewhere({ tokens, tags }: Tagged, first: number): boolean {
  for (let i = first - 1; i > 0 && i > first - NEAR_TOKENS; i--) {
    if (isWall(tokens[i]?.text) || tokens[i]?.text === ',') return false;
    if (/^(?:which|whom)$/.test(tokens[i]?.lower ?? '') && tags[i - 1] === 'prep') return true;
    if (/^(?:where|when)$/.test(tokens[i]?.lower ?? ''))
      return tokens[i - 1]?.text === ',' || tags[i - 1] === 'noun' || tags[i - 1] === 'num';
  }
  return false;
}

/** "There, 40 people …", "In Maravel, 40 people …", "The next year, …": what the sentence opens with tells where or when, and the line does not. */
function isOpenedElsewhere({ tokens }: Tagged, { first, saidBy }: Worded, words: string): boolean {
  const comma = tokens.slice(0, 10).findIndex(({ text }) => text === ',');
  if (comma < 1 || comma > first) return false;
  // "(AP) — In Velm,"
  const dash = tokens.slice(0, comma).findIndex(({ text }) => /^[—–-]$/.test(text));
  const opening = tokens.slice(dash + 1, comma);
  if (opening[0]?.lower === 'during' && !words.includes(opening.at(-1)?.text ?? '')) return true;
  if (opening.some(({ lower }) => /^(?:there|elsewhere|here)$/.test(lower)) && comma < 4) return true;
  const isOf =
    saidBy === undefined &&
    !/\p{Lu}/u.test(words) &&
    opening.slice(0, 2).some(({ lower }) => /^(?:in|at|across|near|around|throughout)$/.test(lower));
  const place = opening.find(({ text, lower }, i) => i > 0 && /^\p{Lu}/u.test(text) && !MONTHS.has(lower) && !WEEKDAYS.has(lower));
  if (
    isOf &&
    place !== undefined &&
    !words.includes(place.text) &&
    !opening.some(({ lower }) => /^(?:according|survey|poll|study|report|analysis|interviews?|case|response|addition)$/.test(lower))
  )
    return true;
  const time = opening.map(({ lower }) => lower).join(' ');
  return (
    /\b(?:next|previous|following|same|that|later|earlier|ago) (?:year|month|decade|season|quarter|century)\b|\b(?:years?|months|decades|weeks) (?:ago|earlier|later|before)\b|\bend of\b|\bat the time\b/.test(
      time,
    ) && !words.includes(time)
  );
}
