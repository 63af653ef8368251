/** A figure in its sentence → whether what is told of it holds only with more words than a line has: supposed, unreal, compared, or a rate whose time stands far off. */
import { doubting } from './counted-lost.ts';
import { type Stretch, type Tagged, timeLength } from './phrases.ts';
import { groupBefore, isVerbal, isWall } from './verb-group.ts';
import type { Worded } from './wording.ts';

const MAX_CLAUSE_TOKENS = 14;

export const isSupposed = (sentence: Tagged, figure: Worded): boolean =>
  isBelief(sentence, figure) ||
  isQuestion(sentence) ||
  isFactOf(sentence, figure.first) ||
  opensWithRate(sentence, figure.first) ||
  isUnderIf(sentence, figure.first) ||
  isCompared(sentence, figure.first) ||
  isUnreal(sentence, figure.first) ||
  isDenied(sentence, figure.first) ||
  isPrevented(sentence, figure.first) ||
  isNeared(sentence, figure.first) ||
  isOnAList(sentence, figure.first) ||
  isLikelyOnly(sentence, figure) ||
  isIdiom(sentence, figure) ||
  hasFarRate(sentence, figure.last);

/** "grew by 40% a year", "by 7,000 annually": a change at a rate, of which the line would tell half. */
export function isChangeAtRate(sentence: Tagged, { last }: Stretch): boolean {
  const { tokens } = sentence;
  const next = tokens[last + 1]?.lower ?? '';
  // "payments drop 30 percent when": under that alone
  if (/^(?:when|whenever|if|unless|once)$/.test(next)) return true;
  if (/^(?:annually|yearly|monthly|weekly|daily)$/.test(next)) return true;
  return (
    /^(?:an?|per|each|every)$/.test(next) &&
    timeLength(sentence, last + 2) === 1 &&
    !/^(?:ago|earlier|later|before)$/.test(tokens[last + 3]?.lower ?? '')
  );
}

/** "Every day 78 million messages are sent": of a day, not of all days. */
const opensWithRate = (sentence: Tagged, first: number): boolean =>
  /^(?:every|each)$/.test(sentence.tokens[0]?.lower ?? '') && first <= 12 && timeLength(sentence, 1) > 0;

/** "the fact that 13 of them are free is a reminder": the sentence goes on behind what is told. */
const isFactOf = ({ tokens }: Tagged, first: number): boolean =>
  // "the average forecast is that output grew at a rate of 2 percent"
  tokens
    .slice(Math.max(0, first - 40), first)
    .some(
      ({ lower }, at, near) =>
        lower === 'that' &&
        ((at > near.length - 12 && rumour.test(near[at - 1]?.lower ?? '')) ||
          (/^(?:is|was)$/.test(near[at - 1]?.lower ?? '') && guess.test(near[at - 2]?.lower ?? ''))),
    ) ||
  (tokens[first - 1]?.lower === 'that' &&
    /^(?:fact|idea|notion|possibility|prospect|likelihood|myth)$/.test(tokens[first - 2]?.lower ?? ''));

/** "claims that Holm had paid $9": nobody says so. */
const rumour =
  /^(?:claims?|allegations?|rumou?rs?|suggestions?|belief|notion|idea|possibility|prospect|myth|speculation|requirement|requirements|demand|mandate|condition|forecasts|expectations|predictions)$/;
/** "islanders believed that 40 percent were miners": they were wrong, or nobody knows. */
const isBelief = ({ tokens }: Tagged, { first, saidBy }: Pick<Worded, 'first' | 'saidBy'>): boolean => {
  if (saidBy !== undefined) return false;
  for (let i = first - 1; i > 0 && i > first - MAX_CLAUSE_TOKENS; i--) {
    if (tokens[i]?.text === ',' || isWall(tokens[i]?.text)) return false;
    if (tokens[i]?.lower !== 'that') continue;
    const verb = tokens[i - 1]?.lower ?? '';
    // "a post claimed that Holm has $17 million": whose words they are, the line would not say
    return /^(?:claim(?:s|ed|ing)?|alleg(?:es|ed|ing))$/.test(verb) || (i === first - 1 && believing.test(verb));
  }
  return false;
};
const believing = /^(?:believed?s?|think|thinks|thought|assumed?s?|guess(?:ed)?|imagined?|feared?|fears)$/;

const guess = /^(?:forecast|expectation|hope|fear|idea|assumption|bet|theory|worry)$/;

const isQuestion = ({ tokens }: Tagged): boolean => tokens.slice(-3).some(({ text }) => text === '?');

const SUPPOSES = /^(?:if|unless|whether|suppose|imagine)$/;

/** "if 1.5% of the tests fail", "asked whether 400 people came". */
function isUnderIf({ tokens }: Tagged, first: number): boolean {
  // "If the plan is approved, 800 homes will be built"
  const opener = tokens.findIndex(({ kind, lower }) => kind !== 'mark' && !/^(?:and|but|so|yet)$/.test(lower));
  if (/^(?:if|should|had|perhaps|maybe|suppose|imagine|say)$/.test(tokens[opener]?.lower ?? '')) return true;
  // "Under a trade war in which the town slaps 10% tariffs on it, growth would slow"
  if (
    tokens[0]?.lower === 'under' &&
    /^an?$/.test(tokens[1]?.lower ?? '') &&
    tokens.slice(first, first + 2 * MAX_CLAUSE_TOKENS).some(({ lower }) => lower === 'would')
  )
    return true;
  for (let i = first - 1; i >= 0 && i > first - MAX_CLAUSE_TOKENS; i--) {
    if (tokens[i]?.text === ',' || isWall(tokens[i]?.text)) return false;
    if (tokens[i]?.lower === 'when' && tokens[i - 1]?.lower === 'only') return true;
    if (SUPPOSES.test(tokens[i]?.lower ?? '')) return true;
  }
  return false;
}

/** "compared with earlier guidance of 4%": what the news is held beside. */
function isCompared({ tokens, tags }: Tagged, first: number): boolean {
  // "14 percent lower than the 606 jobs of last year"
  if (tags[first - 1] === 'amount' && /^(?:lower|higher|more|less|fewer|greater|larger|smaller)$/.test(tokens[first]?.lower ?? ''))
    return true;
  for (let i = first - 1; i > 0 && i > first - MAX_CLAUSE_TOKENS; i--) {
    const low = tokens[i]?.lower ?? '';
    // "a loss, against a $375m profit a year before"
    if (low === 'against' && tokens[i - 1]?.text === ',' && first - i < 3) return true;
    if (low === 'versus' || (/^(?:with|to)$/.test(low) && tokens[i - 1]?.lower === 'compared')) return true;
    if (isVerbal(tags[i]) || tags[i] === 'amount' || tokens[i]?.text === ',' || isWall(tokens[i]?.text)) return false;
  }
  return false;
}

/** "growth would have been 5%": it was not. */
function isUnreal(sentence: Tagged, first: number): boolean {
  const group = groupBefore(sentence, first);
  if (!group || !/^(?:would|could|should|might)$/.test(group.modal ?? '')) return false;
  for (let i = group.first; i < group.main; i++) if (sentence.tokens[i]?.lower === 'have') return true;
  return false;
}

/** "not the $4 billion that he named", "rather than 300 jobs", "for every $1 billion": no amount of what happened. */
function isDenied({ tokens }: Tagged, first: number): boolean {
  const at = /^(?:the|an?|just|only|merely)$/.test(tokens[first - 1]?.lower ?? '') ? first - 2 : first - 1;
  const [low, before] = [tokens[at]?.lower ?? '', tokens[at - 1]?.lower ?? ''];
  if (/^(?:every|each|per)$/.test(tokens[first - 1]?.lower ?? '')) return true;
  // "the threat of a 35 percent tax"
  if (low === 'of' && /^(?:threats?|prospects?|possibility|risk|fears?|idea|talk|notion)$/.test(before)) return true;
  return (
    (low === 'not' && !/^(?:is|are|was|were|if|or)$/.test(before)) ||
    (low === 'than' && before === 'rather') ||
    (low === 'of' && before === 'instead')
  );
}

/** "to avoid a 24 percent cut": it did not come. */
const isPrevented = (sentence: Tagged, first: number): boolean =>
  /^(?:prevent|avoid|avert|forestall|stave)$/.test(groupBefore(sentence, first)?.base ?? '');

/** "a list of demands, including hiring 400 guards": nobody has hired them. */
const isOnAList = ({ tokens }: Tagged, first: number): boolean => {
  if (![1, 2, 3].some((step) => /ing$/.test(tokens[first - step]?.lower ?? ''))) return false;
  const before = tokens.slice(Math.max(0, first - 3 * MAX_CLAUSE_TOKENS), first);
  const list = before.findLastIndex(({ lower }) => lower === 'including');
  return (
    list > 0 &&
    before.slice(0, list).some(({ lower }) => /^(?:demands?|proposals?|plans?|calls?|measures|steps|ideas|options|goals)$/.test(lower))
  );
};

/** "profit probably climbed 9 percent", "will reportedly pay $4 million". */
const isLikelyOnly = ({ tokens }: Tagged, { first, isCount }: Worded): boolean => {
  if (isCount) return false;
  for (let i = first - 1; i >= 0 && i > first - 6; i--) {
    if (tokens[i]?.text === ',' || isWall(tokens[i]?.text)) return false;
    if (doubting.test(tokens[i]?.lower ?? '')) return true;
  }
  return false;
};

/** "rates are approaching 5 percent": they are not there. */
const isNeared = ({ tokens }: Tagged, first: number): boolean =>
  /^(?:approach(?:es|ed|ing)?|near(?:s|ed|ing)|towards?)$/.test(tokens[first - 1]?.lower ?? '');

/** "the one percent" are the rich; "I think 90 percent of the game is luck" has counted nothing. */
function isIdiom({ tokens }: Tagged, { first, last }: Stretch): boolean {
  const isPercent = /^(?:percent|%)$/.test(tokens[last]?.lower ?? '');
  if (!isPercent) return false;
  const isOf = tokens[last + 1]?.lower === 'of';
  if (/^(?:the|top)$/.test(tokens[first - 1]?.lower ?? '') && /^(?:one|1|99)$/.test(tokens[first]?.lower ?? '') && !isOf) return true;
  for (let i = Math.max(0, first - MAX_CLAUSE_TOKENS); i < first - 1; i++)
    if (
      /^i[’'](?:d|ll)$/.test(tokens[i]?.lower ?? '') ||
      (tokens[i]?.lower === 'i' && /^(?:think|believe|guess|bet|feel|would|’d|'d|mean)$/.test(tokens[i + 1]?.lower ?? ''))
    )
      return true;
  return false;
}

/** "are set to peak at 39C", "gusts of 110km/h were expected": ahead, where the line tells a level as it is. */
export function isForecastLevel({ tokens }: Tagged, { first, last, isMeasure }: Worded, words: string): boolean {
  if (!isMeasure || ahead.test(words)) return false;
  for (let i = first - 1; i >= 0 && i > first - MAX_CLAUSE_TOKENS; i--) {
    if (tokens[i]?.text === ',' || isWall(tokens[i]?.text)) break;
    if (ahead.test(tokens[i]?.lower ?? '')) return true;
  }
  return tokens.slice(last + 1, last + 4).some(({ lower }) => /^(?:expected|forecast|predicted|likely|possible)$/.test(lower));
}
const ahead = /\b(?:set|expected|forecast|predicted|likely|due|could|may|might|would|will|to be)\b/;

/** "threatened to slap a 25% tariff on cars", "called for a $300 million fund": the word that says that nobody has done it. */
export function demandBefore({ tokens, tags }: Tagged, first: number): string | undefined {
  for (let i = first - 1; i > 0 && i > first - MAX_CLAUSE_TOKENS; i--) {
    const low = tokens[i]?.lower ?? '';
    if (isWall(tokens[i]?.text) || low === ',' || (tags[i] === 'rel' && low !== 'that')) return undefined;
    if (low === 'that' && !reporting.test(tokens[i - 1]?.lower ?? '')) return undefined;
    const demands = tokens[i + 1]?.lower === 'to' ? wanting : tokens[i + 1]?.lower === 'for' ? callingFor : undefined;
    if (demands?.test(low) && isVerbal(tags[i])) return low;
    // "data is expected to show that prices rose 0.1%"
    if (low === 'expected' && reporting.test(tokens[i + 2]?.lower ?? '')) return low;
    if (asking.test(low) && isVerbal(tags[i]) && [2, 3, 4, 5].some((step) => i + step < first && tags[i + step] === 'to')) return low;
  }
  return undefined;
}
const reporting = /^(?:show|report|reveal|say|find|confirm|announce)$/;
/** "wants the town to open a $5 million fund": whom stands between. */
const asking =
  /^(?:wants?|wanted|urg(?:e|es|ed|ing)|asks?|asked|asking|beg(?:s|ged)|press(?:es|ed)|pressured|encourag(?:e|es|ed)|invit(?:e|es|ed))$/;
const wanting =
  /^(?:threat(?:en|ens|ened|ening)|refus(?:e|es|ed|ing)|try|tries|tried|trying|fail(?:s|ed)?|want(?:s|ed)?|hop(?:e|es|ed|ing)|propos(?:e|es|ed|ing)|supposed|meant)$/;
const callingFor = /^(?:call(?:s|ed|ing)?|push(?:es|ed|ing)?|lobb(?:y|ies|ied|ying)|argu(?:es?|ed|ing)|plead(?:s|ed|ing)?)$/;

/** "$4, or three euros, a day": what the amount is a rate of stands behind an aside. */
function hasFarRate(sentence: Tagged, last: number): boolean {
  const { tokens } = sentence;
  if (tokens[last + 1]?.text !== ',' || tokens[last + 2]?.lower !== 'or') return false;
  for (let i = last + 3; i < last + 9; i++)
    if (tokens[i]?.text === ',') return /^(?:an?|per|each|every)$/.test(tokens[i + 1]?.lower ?? '') && timeLength(sentence, i + 2) > 0;
  return false;
}
