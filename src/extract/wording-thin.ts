/** The words for what an amount measures → whether they name it but not whose or of what: "annual rate", "biggest decline", "settlement". */
import type { Worded } from './wording.ts';
import { namesMeasure } from './wording-measures.ts';

/** What says enough without an owner: of the place that the story tells of, or of everybody. */
const known =
  /^(?:(?:overall|official|national|annual|average|median|underlying|headline|core|key|main|benchmark|current|total|u-6|black|youth|top|maximum|corporate|federal|local|new|daily|monthly|weekly|long-term|30-year|average hourly|net|public) )*(?:(?:key|unemployment|underemployment|jobless|poverty|turnout|corporate tax|income tax|interest|mortgage|inflation|vacancy|literacy|birth|death|mortality|crime|murder|suicide|employment|exchange|base|prime|policy|lending|audit|fertility|graduation|conviction|participation|wage growth|economic growth|labor force participation|homeownership|savings|corporate|fatality|infection|positivity|vaccination|federal funds|funds)(?: rate| rates)|unemployment|inflation|turnout|employment|exports|imports|wages?|earnings|population|rainfall|rates|deaths|births|crude oil|natural gas|oil|crude|gold|silver|copper|wheat|corn|gasoline|euro|dollar|pound|yen|renminbi|yuan|rouble|ruble|rupee|lira|emissions|prices|rents?|premiums|interest|toll|payrolls|hospitalizations|winds|gusts|waves|output|production|taxes|aid|damages?|growth|(?:gdp|gross domestic product|job|wage|economic) growth)$/u;

/** A market or a statistic that stands for all of it: "oil prices", "new home sales", "the stock market". */
const statistic =
  /^(?:[\p{Ll}\d-]+ ){1,4}(?:prices|sales|wages|earnings|costs|premiums|spending|exports|imports|production|output|emissions|deaths|fatalities|cases|hospitalizations|infections|rents|claims|orders|payrolls|household incomes|inflation|starts|permits|yields|futures|tariffs|market|markets|growth|payments|collections|receipts|crime|crimes|homicides|murders|arrests|crossings|apprehensions|births|pressures?|temperatures?|winds|gusts|levels|investment|confidence|activity|consumption|demand|supply|supplies|reserves|trade|product)$/u;

const balance =
  /^(?:[\p{Ll}\d-]+ )*(?:national|federal|public|government|tax|budget|trade|fiscal|current account|student|household|farm|consumer|credit card|sovereign) (?:deficits?|debt|surplus|debt ceiling|revenues?|budget|outlays|receipts)$/u;

/** "approval among independents", "a rise in representation": by whom, of what. */
const shareless =
  /^(?:strong |job |overall )?(?:approval|disapproval|popularity|support|opposition|favorability|favourability|lead|trust|confidence|satisfaction|bill|bills|tab|discrepancy|gap|difference|odds|chance|chances|contributions?|donations?|valuation|shortfall|income|incomes|salary|business|plan|project|bill of .*)(?: (?:among|with|in|on|to|at) .*)?$/u;

const changes =
  /^(?:the )?(?:[\p{Ll}-]+ ){0,3}(?:increase|decrease|rise|drop|decline|fall|gain|growth|jump|hike|cut|reduction|surge|slump|swing|uptick|spike|dip|raise)s?(?: in (?:the )?(?:[\p{Ll}-]+ ){0,2}(?:revenues?|sales|profits?|earnings|income|orders|costs?|spending|funding|budget|margins?|volume|output|value|support|share price|stock|turnout|demand|traffic|premiums?))?(?: (?:from|since|over|on) (?:an? |the )?(?:[\p{Ll}-]+ ?){1,3})?$/u;

/** "estimate of Goldman Sachs", "forecast for the year": of what. */
const guesses =
  /^(?:the |latest |[\p{Lu}][\p{L}]+[’']s )?(?:[\p{Ll}-]+ ){0,2}(?:\p{Lu}\p{Ll}+ )?(?:estimates?|forecasts?|projections?|predictions?|guidance|odds|chances?|numbers|figures)(?: (?:of|by|for|from) (?:the )?[\p{Lu}\p{Ll}][^ ]*(?: \p{Lu}[^ ]*)*)?$/u;

/** Of a company that reports, its own. */
const accounts =
  /^(?:(?:net|gross|operating|pre-tax|annual|quarterly) )?(?:profits?|loss(?:es)?|income|revenues?|turnover|sales|earnings|dividend)\b/;

/** "bailout to avert a meltdown": whose. */
const rescues =
  /^(?:the )?(?:\p{Ll}+ )?(?:bailout|bail-out|rescue|loan|aid|stimulus)(?: package| plan)?(?: (?:to|from|by|with|in) \P{Lu}+)$/u;

export const isOfAccounts = (words: string): boolean => accounts.test(words);

export function isThin(
  words: string,
  { isCount, isMeasure, isAttribute, isShare, saidBy }: Pick<Worded, 'isCount' | 'isMeasure' | 'isAttribute' | 'isShare' | 'saidBy'>,
): boolean {
  if (isCount || (saidBy !== undefined && /\p{Lu}/u.test(saidBy) && accounts.test(words) && words !== 'income')) return false;
  // "Black support": for what; "the U.S. median": of what; "Holm’s forecast"
  // "the U.K. rate": of what
  if (/(?:^|\p{Lu}[\p{L}.]*|[’']s) rates?$/u.test(words) || /^rates?$/.test(words)) return true;
  if (/(?:^| )(?:support|opposition|backing|median|(?<!ndustrial )average|mean|estimates?|predictions?|projections?)$/.test(words))
    return true;
  if (shareless.test(words) || /[’']s? (?:bill|tab|plan|share|figure|number|total|lead)$/.test(words)) return true;
  // a name says whose
  const isNamed = /\p{Lu}/u.test(words);
  if (
    (guesses.test(words) &&
      !/\b(?:growth|profits?|earnings|sales|revenue|inflation|deficit|output|price) (?:estimate|forecast|projection|guidance|target)/.test(
        words,
      )) ||
    rescues.test(words)
  )
    return true;
  if (isNamed) return false;
  const bare = words.replace(/^the /, '').replace(/^(?:nation|country|world)[’']s /u, '');
  if (known.test(bare)) return false;
  if (changes.test(words)) return true;
  if (/ (?:of|in|on|for|among|at|by|from|to|between|against|with|that|which|who|per)\b/.test(bare)) return false;
  // "monthly child allowance": three words say enough of money
  if (isAttribute && !isShare && bare.split(' ').length > 2 && namesMeasure(bare) && !/(?:deficit|surplus|debt)s?$/.test(bare))
    return false;
  return !balance.test(bare) && !(isMeasure ? / /.test(bare) : statistic.test(bare)) && !/^\p{Ll}+ed /u.test(bare);
}
