/** A figure in its sentence and its words → whether the sentence tells it of less than the words do: of one place, of some, under a condition, of days gone by. */
import type { Token } from './figure-tokens.ts';
import { type Tagged, timeLength } from './phrases.ts';
import { groupBefore } from './verb-group.ts';
import { MONTHS } from './word-forms.ts';
import type { Worded } from './wording.ts';

const MAX_OPENING_TOKENS = 24;

/** "In Velm, 40 percent …": of Velm; "Among the young, the rate was 9 percent": of the young; against "In a statement, …", "In May, …". */
export function isNarrowed(sentence: Tagged, figure: Worded, words: string): boolean {
  return (
    opensElsewhere(sentence, figure, words) ||
    isPast(sentence, figure) ||
    isUsual(sentence, figure.first, words) ||
    isOutcry(sentence) ||
    isAside(sentence, figure.first) ||
    isForeseen(sentence, figure.first, words) ||
    hangsOnIf(sentence, figure, words)
  );
}

const opening =
  /^(?:about|before|prior|until|during|in|among|across|within|of|under|with|without|between|inside|outside|throughout|at|for|from|near|excluding|per|by|on)$/;
/** What is said there, rather than where it holds. */
const occasion =
  /^(?:statement|speech|interview|report|tweet|letter|filing|filings|email|e-mail|post|memo|survey|poll|polls|polling|study|article|column|address|hearing|call|conference|briefing|ruling|decision|move|bid|effort|case|order|deal|response|fact|total|addition|contrast|comparison|turn|short|general|particular|return|words|example|instance|now|time|average|wednesday|street|surprise|sign|indication|court|documents|testimony|remarks|news|release|announcement|budget|analysis|note|estimate|estimates|far|end|least|first|top|hand|meantime|meanwhile|all|part|rally|event|book|lawsuit|meeting|sake|side|contrary|wake|aftermath|face|midst|light|course|complaint|indictment|video|message|summary)$/;

const isStop = (token: Token | undefined): boolean =>
  token === undefined || /^(?:,|—|–|:)$/.test(token.text) || (token.text === '-' && !token.glued);

function opensElsewhere(sentence: Tagged, { first, isShare }: Worded, words: string): boolean {
  const { tokens, tags } = sentence;
  const start = tokens[0]?.kind === 'mark' || /^(?:and|but|so|or|overall)$/.test(tokens[0]?.lower ?? '') ? 1 : 0;
  // "Asked about the bridge, 40 percent said yes": to what
  if (tokens.slice(start, start + 3).some(({ lower }) => lower === 'asked')) return true;
  if (tokens[start]?.lower === 'of') return tags[start + 1] !== 'mark';
  // "Assuming the same rate, 1 percent …"
  if (/^(?:assuming|barring|counting|adjusting|adjusted)$/.test(tokens[start]?.lower ?? '')) return true;
  if (
    (tags[start] !== 'prep' && !/^(?:before|prior|until)$/.test(tokens[start]?.lower ?? '')) ||
    first <= start + 1 ||
    !opening.test(tokens[start]?.lower ?? '')
  )
    return false;
  let comma = start + 1;
  while (comma < first && comma < start + MAX_OPENING_TOKENS && !isStop(tokens[comma])) comma += 1;
  if (comma >= first || comma >= start + MAX_OPENING_TOKENS) return false;
  const holds = timeLength(sentence, start + 1);
  if (holds > 0 && (start + 1 + holds >= comma || tokens[comma - 1]?.lower === 'alone')) return false;
  // "At launch, …"
  if (tokens[start]?.lower === 'at' && comma === start + 2) return false;
  // "Prior to the works, Velm received $5 million": then, as a year would say
  if (!isShare && /^(?:before|prior|until|during)$/.test(tokens[start]?.lower ?? '')) return false;
  const said = tokens.slice(start + 1, comma);
  if (said.some(({ lower, text }) => MONTHS.has(lower) && text !== lower)) return false;
  if (said.some(({ lower }) => occasion.test(lower))) return false;
  if (
    /^(?:year|years|quarter|month|months|week|weeks|decade|decades|period|day|days|century|season|half|term|cycle|\d{4}s?)$/.test(
      said.at(-1)?.lower ?? '',
    )
  )
    return false;
  // "In Velm, the town’s budget …": the words hold it
  return !said.some(
    ({ text, kind }) => kind === 'word' && text.length > 3 && words.includes(/^\p{Lu}/u.test(text) ? text.slice(0, 4) : text),
  );
}

/** "Two years ago the rate was 3 percent", "was 52 percent two months ago": no more. */
function isPast({ tokens }: Tagged, { first, last, isChange }: Worded): boolean {
  const isAgo = (from: number, to: number): boolean => {
    for (let i = from; i < to; i++) {
      if (/^[,;]$/.test(tokens[i]?.text ?? '') && from > 0) return false;
      if (tokens[i]?.lower === 'ago') return true;
    }
    return false;
  };
  return isLongAgo(tokens) || isAgo(0, Math.min(first, 7)) || (!isChange && isAgo(last + 1, last + 5));
}

/** "At the time, …", "At the end of the 19th century, …", "Back then …": of those days. */
function isLongAgo(tokens: readonly Token[]): boolean {
  const [one = '', two = '', three = ''] = tokens.slice(0, 3).map(({ lower }) => lower);
  if (/^(?:previously|formerly|historically|originally)$/.test(one)) return true;
  return (
    (one === 'at' && (two === 'the' || two === 'that') && three === 'time') || tokens.slice(0, 7).some(({ lower }) => lower === 'century')
  );
}

/** "usually won at least 60 percent": not once. */
function isUsual(sentence: Tagged, first: number, words: string): boolean {
  const group = groupBefore(sentence, first);
  if (!group) return false;
  for (let i = group.first - 2; i <= first; i++) {
    const low = sentence.tokens[i]?.lower ?? '';
    if (
      /^(?:usually|often|sometimes|typically|generally|normally|rarely|occasionally|once|previously|supposedly|allegedly|theoretically|potentially)$/.test(
        low,
      ) &&
      !words.includes(low)
    )
      return true;
  }
  return false;
}

/** "That alone will raise it by $10,000!": no report. */
const isOutcry = ({ tokens }: Tagged): boolean => tokens.slice(-2).some(({ text }) => text === '!');

/** "would side with him if it came to a vote", "would otherwise have cut": not so. */
const hangsOnIf = ({ tokens }: Tagged, { first, last }: Worded, words: string): boolean =>
  /\botherwise\b/.test(words) ||
  // "tariffs of up to 25 percent were under consideration"
  tokens
    .slice(last, last + 12)
    .some(({ lower }, i, near) => lower === 'under' && /^(?:consideration|discussion|review)$/.test(near[i + 1]?.lower ?? '')) ||
  tokens.slice(Math.max(0, first - 8), first).some(({ lower }) => lower === 'otherwise') ||
  (/\b(?:would|could|might)\b/.test(words) && tokens.some(({ lower }, i) => (i < first || i > last) && /^(?:if|unless)$/.test(lower)));

/** "Velm, where it fell to 16 percent": of there. */
function isAside({ tokens }: Tagged, first: number): boolean {
  for (let i = first - 1; i >= 0 && i > first - 20; i--) {
    if (/^[,;:—–]$/.test(tokens[i]?.text ?? '')) return false;
    if (/^where$/.test(tokens[i]?.lower ?? '')) return i > 0;
  }
  return false;
}

/** "had predicted 190,000 jobs and unemployment of 5 percent": it came otherwise. */
const isForeseen = ({ tokens }: Tagged, first: number, words: string): boolean =>
  !/\b(?:expected|predicted|forecast|projected|planned|which|will|would|may|might|could|to be|estimated)\b/.test(words) &&
  tokens
    .slice(Math.max(0, first - 16), first)
    .some(
      ({ lower }, i, near) =>
        /^(?:predicted|anticipated|forecasted|forecasting|predicting|expecting)$/.test(lower) ||
        (lower === 'expected' &&
          (near[i - 1]?.lower === 'had' || near.slice(0, i).some(({ lower: who }) => /^(?:analysts|economists|experts)$/.test(who)))),
    );
