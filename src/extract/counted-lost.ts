/** A counted figure in its sentence and the words for its line → whether a word that only the sentence has changes what is told: "only", "reportedly", "if", "than". */
import { isCutAtEnd } from './counted-cut.ts';
import { isElsewhere, isOpenedElsewhere } from './counted-elsewhere.ts';
import type { Tagged } from './phrases.ts';
import { isVerbal } from './verb-group.ts';
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

/** What is told, and not told as certain. */
export const doubting =
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
