/** The words for what an amount measures → whether they name it but not whose or of what: "annual rate", "biggest decline", "settlement". */
import type { Worded } from './wording.ts';

/** What says enough in a word or two: of the place that the story tells of, or of everybody. */
const known =
  /^(?:(?:unemployment|jobless|poverty|turnout|tax|interest|mortgage|inflation|vacancy|literacy|birth|death|mortality|crime|murder|suicide|employment|exchange|base|prime|policy|lending|audit|fertility|graduation|conviction)(?: rate| rates)|(?:\p{Ll}[\p{L}-]* )?(?:unemployment|inflation|turnout|employment|exports|imports|wages?|spending|tariffs|deficits?|debt|population|emissions|prices|rents?|salaries|interest|toll|payrolls|hospitalizations|winds|gusts|temperatures?|incomes|output|production|sales|taxes|aid|damages?))$/u;

const changes =
  /^(?:the )?(?:[\p{Ll}-]+ ){0,3}(?:increase|decrease|rise|drop|decline|fall|gain|growth|jump|hike|cut|reduction|surge|slump|swing|uptick|spike|dip|raise)s?(?: in (?:the )?(?:[\p{Ll}-]+ ){0,2}(?:revenues?|sales|profits?|earnings|income|orders|costs?|spending|funding|budget|margins?|volume|output|value|support|share price|stock|turnout|demand|traffic|premiums?))?(?: (?:from|since|over|on) (?:an? |the )?(?:[\p{Ll}-]+ ?){1,3})?$/u;

/** "estimate of Goldman Sachs", "forecast for the year": of what. */
const guesses =
  /^(?:the )?(?:[\p{Ll}-]+ ){0,2}(?:estimates?|forecasts?|projections?|predictions?|guidance|odds|chances?)(?: (?:of|by|for|from) (?:the )?[\p{Lu}\p{Ll}][^ ]*(?: \p{Lu}[^ ]*)*)?$/u;

/** Of a company that reports, its own. */
const accounts =
  /^(?:(?:net|gross|operating|pre-tax|annual|quarterly) )?(?:profits?|loss(?:es)?|income|revenues?|turnover|sales|earnings|dividend)\b/;

/** "bailout to avert a meltdown": whose. */
const rescues =
  /^(?:the )?(?:\p{Ll}+ )?(?:bailout|bail-out|rescue|loan|aid|stimulus)(?: package| plan)?(?: (?:to|from|by|with|in) \P{Lu}+)$/u;

export function isThin(
  words: string,
  { isCount, isMeasure, isChange, saidBy }: Pick<Worded, 'isCount' | 'isMeasure' | 'isChange' | 'saidBy'>,
): boolean {
  if (isCount || isMeasure || isChange || (saidBy !== undefined && accounts.test(words))) return false;
  // a name says whose
  const isNamed = /\p{Lu}/u.test(words);
  if (guesses.test(words) || rescues.test(words)) return true;
  if (isNamed) return false;
  if (changes.test(words)) return true;
  const bare = words.replace(/^the /, '');
  return (
    bare.split(' ').length <= 2 &&
    /^\p{Ll}[\p{L}-]*(?: \p{Ll}[\p{L}-]*)?$/u.test(bare) &&
    !known.test(bare) &&
    !/ed$/.test(bare.split(' ')[0] ?? '')
  );
}
