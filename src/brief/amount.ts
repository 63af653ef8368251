/** A figure's words and what it counts → the line of a briefing: "down 18 percent – net profit at Orvane", "34 people killed when the ferry capsized". */
import type { Modifier } from '#model/extraction.ts';
import { auxiliaries, prepositions, verbReading } from '#text/lexicon.ts';
import { kindOf } from '#text/units.ts';

const OPENERS =
  /^(?:About|Above|Almost|Approximately|Around|As (?:many|much|few|little)|At (?:least|most)|Barely|Below|Between|Close|Fewer|From|Just|Less|More|Nearly|No|Only|Over|Roughly|Several|Slightly|Some|Well|Under|Up|An?(?= )|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen|Sixteen|Seventeen|Eighteen|Nineteen|Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety|Half|Dozens|Hundreds|Thousands|Millions|Billions|Tens|Scores)\b/;

/** "More than one million people" opened a sentence there, not here; names and currencies keep their capitals. A change says which way. */
export function asAmount(text: string, modifier: Modifier = '=', unit: string | null = null): string {
  const words = text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(OPENERS, (word) => word.toLowerCase())
    // "more than a $147 saving"
    .replace(/\b(than|about|nearly|almost|over|around|roughly) an? (?=[\d$€£¥])/, '$1 ');
  // "52" of "52-48"
  if (unit === 'vote' && /^\d[\d,]*$/.test(words)) return `${words} votes`;
  const isChange = modifier === 'up' || modifier === 'down';
  return isChange && !/^(?:up|down|minus|negative|[+−-])/.test(words) ? `${modifier} ${words}` : words;
}

/**
 * What follows the amount. A clause goes on at once ("34 people" killed when …, "64 countries" in which …);
 * a thing that was measured stands behind a dash ("€212 million" – net profit …).
 */
export function goesOn(counts: string, unit: string | null, modifier: Modifier): string {
  if (counts === '') return '';
  const isChange = modifier === 'up' || modifier === 'down';
  const isCounted = unit !== null && kindOf(unit) === 'count' && !isChange;
  return (isCounted ? /^(?:the|an?) /.test(counts) : !opensClause(counts)) ? `– ${counts}` : counts;
}

/** "of the workforce", "that could be raised", "to be paid to …", "spent on roads". */
function opensClause(counts: string): boolean {
  if (
    /^(?:annually|yearly|monthly|weekly|daily|(?:an?|per|each|every) (?:year|month|week|day|night|hour|minute|second)|worth of)\b/.test(
      counts,
    )
  )
    return true;
  const [first = '', second = ''] = counts.split(' ', 2);
  if (prepositions.has(first) || auxiliaries.has(first) || /^(?:that|who|whom|whose|which|where|to)$/.test(first)) return true;
  const forms = verbReading(first)?.forms;
  // "cost of living": a noun as well
  if (forms?.has('base') && second === 'of') return false;
  if (forms?.has('participle') !== true && !/^\p{Ll}{3,}ed$|(?:paid|sold|sent|lent|spent|built|bought|taken|given|drawn)$/u.test(first))
    return false;
  return prepositions.has(second) || /^(?:to|back|aside|out|off|up|down|away|together|last|this|each|every|since|)$|\p{L}ly$/u.test(second);
}
