/** The words for what an amount measures → whether their noun is a thing that is measured: a sum, a rate, a change, what bears a price; against "question", "job", "kind". */

const nouns = new Set(
  `donation contribution gift grant loan investment stake fine penalty surcharge fee tax tariff duty levy toll excise charge bond bail bill budget fund deficit surplus debt ceiling cap limit contract deal
  order purchase acquisition takeover buyout merger bid offer sale settlement payment payout bonus salary wage pension prize award reward bounty ransom subsidy rebate credit deduction exemption discount refund
  aid package bailout rescue stimulus loss profit income revenue turnover earnings dividend valuation shortfall gap cut reduction increase decrease rise raise hike drop decline fall gain growth jump surge slump slide spike
  dip swing plunge rate ratio share cost price premium rent mortgage allowance stipend scholarship endowment expansion upgrade renovation project programme program plan scheme campaign buy order pledge commitment
  minimum maximum margin interest yield inflation unemployment turnout return chance probability risk likelihood threshold quota target interest stock portfolio allocation appropriation request proposal spending
  expense expenditure savings windfall judgment verdict damage damages compensation benefit benefits advance retainer lawsuit claim insurance policy tab asset facility arena stadium bridge tunnel plant factory airport pipeline
  spending expenses fortune worth wealth assets holdings figure revenues sales proceeds trade imports exports output gdp economy industry pay compensation income value size capitalization haul total oil crude gas gasoline gold silver copper wheat corn bitcoin ebitda
  headquarters campus center centre complex development mansion home house estate building airline giant`.split(/\s+/),
);

/** "a 1 percent rise in ownership": of whose, only a name says. */
export const isMove = (words: string): boolean => moves.has(headOf(words));

export function namesMeasure(words: string): boolean {
  const head = headOf(words);
  return [head, head.replace(/s$/, ''), head.replace(/es$/, ''), head.replace(/ies$/, 'y')].some((one) => nouns.has(one));
}

/** What is told as a share of something by itself. */
const rates = new Set(
  `rate rates ratio share turnout unemployment underemployment inflation deflation approval disapproval rating ratings support opposition favorability favourability popularity growth margin margins yield yields tax tariff
  tariffs levy duty deficit surplus debt percentage proportion lead stake participation return returns chance chances probability likelihood odds efficiency capacity density occupancy vacancy employment attendance membership
  accuracy effectiveness efficacy interest fee commission discount markup premium profitability penetration coverage literacy poverty mortality increase decrease rise drop decline raise hike cut reduction gain loss score
  concentration content humidity prevalence incidence response mix royalty rainfall temperature exports imports spending revenue forecast`.split(
    /\s+/,
  ),
);

export const namesRate = (words: string): boolean => rates.has(headOf(words));

const moves = new Set(
  'increase decrease rise drop decline fall gain growth jump surge slump slide spike dip swing reduction cut raise hike plunge improvement'.split(
    ' ',
  ),
);

/** "tax" of "tax on financial transactions", "rise" of "rise in the death toll". */
const headOf = (words: string): string => words.split(joints)[0]?.split(' ').at(-1)?.toLowerCase() ?? '';
const joints =
  / (?:of|on|in|for|to|by|from|with|that|which|at|over|among|against|between|per|signed|made|paid|given|taken|won|offered|approved|announced|held|run|set|bought|sold|accusing|aimed|levied|imposed|owed|issued|backed|passed|under|since|after|before)\b/;
