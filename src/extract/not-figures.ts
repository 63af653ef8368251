/** A number phrase among its neighbours → whether it is a date, a year, a time, an ordinal, a name's number, a match's score or another number that measures nothing. */

import { currencyAfter } from '#text/currencies.ts';
import { SMALL_WORDS } from '#text/numbers.ts';
import { unitWritten } from '#text/units.ts';
import type { Token } from './figure-tokens.ts';
import type { Tag } from './known-words.ts';
import type { NumberPhrase } from './number-phrases.ts';
import { isPlural, MONTHS, WEEKDAYS } from './word-forms.ts';
import { isChained, isClock, isDate } from './written-dates.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** What carries a number as its name: "Section 427", "Flight 370", "No. 10". */
const numbered = set(
  `section row chapter article form route highway flight no number nos page pages room gate level phase group game week day round part act step figure fig table type class grade
  model mark version psalm formula area interstate title tier division season episode stage apollo lot apartment apt suite unit verse rule resolution proposition prop
  amendment channel platform terminal block building house exhibit item line lane district ward precinct sector zone pier runway track bus tram windows ios android
  macos covid category cat size series book volume vol scene question problem point protocol directive regulation clause paragraph bill case docket file order serial
  ref id code pin postcode zip iso b+w us-route sr hwy rte exit mile-marker marker kilometre-marker station pole fortune agenda appendix annex annexe schedule opus op symphony war wwi wwii league aged age ages`,
);
const yearLeads =
  set(`in since until till during by from through late early mid circa of for after before between and spring summer autumn fall winter january february march april may june
  july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec fiscal fy year years this season class elections olympics q1 q2 q3 q4 around about to back`);

export function isNoFigure(tokens: readonly Token[], tags: readonly Tag[], phrase: NumberPhrase): boolean {
  if (phrase.form === 'vague' || phrase.form === 'ratio') return false;
  const { first, last } = phrase;
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  if (phrase.form === 'words') return isNoWordedFigure(tokens, tags, phrase);
  if (after?.glued && after.kind === 'word' && /^(?:st|nd|rd|th|s|ers?|[’']s)$/.test(after.lower) && !/\./.test(tokens[first]?.text ?? ''))
    return true;
  if (after?.glued && /^[’'′]$/.test(after.text) && tokens[last + 2]?.lower === 's') return true;
  if (/^(?:zip|gmt|bc|ad|bce|ce)$/.test(after?.lower ?? '') && after?.text !== after?.lower) return true;
  // "401(k)"
  if (after?.text === '(' && after.glued && /^\p{L}{1,2}$/u.test(tokens[last + 2]?.text ?? '') && tokens[last + 3]?.text === ')')
    return true;
  // "SOURCE=3"
  if (before?.text === '=' && before.glued && tokens[first]?.glued) return true;
  if (before?.text === '#' || before?.text === '§' || before?.text === '№' || before?.text === '@') return true;
  // "50 Cent" sings
  if (after?.text === 'Cent') return true;
  if (before?.glued === false && before.text === '’' && /^\d\d$/.test(tokens[first]?.text ?? '')) return true;
  return (
    isClock(tokens, first, last) ||
    isDate(tokens, tags, first, last) ||
    isChained(tokens, first, last) ||
    isYear(tokens, tags, phrase) ||
    isNumbered(tokens, tags, first, last)
  );
}

/** "no one", "each one", "the two", "one-time": pronouns and compounds. */
const oneLeads = set(
  'no any every each some this that the another other which only last first next day square number plan chapter phase for big little loved',
);
function isNoWordedFigure(tokens: readonly Token[], tags: readonly Tag[], { first, last, value }: NumberPhrase): boolean {
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  if (before?.text === '-' && before.glued && tokens[first]?.glued && tokens[first - 2]?.kind === 'word') return true;
  if (numbered.has(before?.lower ?? '') && before?.text !== before?.lower) return true;
  if (isInName(tokens, first, last)) return true;
  if (value !== 1) return false;
  if (/^(?:day|thing|another|time)$/.test(after?.lower ?? '')) return true;
  if (isUnitAt(tokens, last + 1) || (after?.text === '-' && after.glued && isUnitAt(tokens, last + 2))) return false;
  if (/^(?:to|or)$/.test(after?.lower ?? '') && (tokens[last + 2]?.kind === 'number' || SMALL_WORDS.has(tokens[last + 2]?.lower ?? '')))
    return false;
  if (after?.lower === 'of' && /^(?:for|only|just)$/.test(before?.lower ?? '')) return false;
  if (before && (oneLeads.has(before.lower) || /^(?:twenty|thirty|forty|fifty)$/.test(before.lower))) return true;
  if (after?.lower === 'of') return false;
  if (/^(?:last|final|first|top|next|big|more|other|former|main|such)$/.test(after?.lower ?? '') && tags[last + 2] !== 'noun') return true;
  return after === undefined || tags[last + 1] !== 'noun';
}

/** "Three Mile Island", "One Wisconsin Now": a capital inside the sentence, before another. */
function isInName(tokens: readonly Token[], first: number, last: number): boolean {
  const [here, before, after] = [tokens[first], tokens[first - 1], tokens[last + 1]];
  if (!here || here.text === here.lower || here.text === here.text.toUpperCase() || before?.kind !== 'word') return false;
  return after?.kind === 'word' && /^\p{Lu}\p{Ll}/u.test(after.text) && before.text === before.lower;
}

function isYear(tokens: readonly Token[], tags: readonly Tag[], { first, last, scale }: NumberPhrase): boolean {
  const written = tokens[first]?.text ?? '';
  if (first !== last || scale !== 1 || !/^(?:1[5-9]|20)\d\d$/.test(written)) return false;
  const before = tokens[first - 1]?.lower ?? '';
  const after = tokens[last + 1];
  if (/^[$€£¥₹]|[$€£]$/.test(before)) return false;
  if (before === ',' && (tokens[first - 2]?.kind === 'number' || MONTHS.has(tokens[first - 2]?.lower ?? ''))) return true;
  if (isUnitAt(tokens, last + 1)) return false;
  if (/^(?:and|or|to|-|–)$/.test(before) && /^(?:19|20)\d\d$/.test(tokens[first - 2]?.text ?? '')) return true;
  if (
    /^(?:19|20[0-3])/.test(written) &&
    /^(?:elections?|sales|results|earnings|revenues?|figures|games|olympics|season|finals?|profits|polls|attacks|census|campaigns?|protests|riots|floods|championships?|tournament|budget|voters?|midterms?|primar(?:y|ies)|candidates?|nominees?|levels|standards|prices)$/.test(
      after?.lower ?? '',
    )
  )
    return true;
  // "its 2018 sales", "the 2024 elections", against "employs 2000 workers"
  if (/^(?:19|20[0-3])/.test(written) && (tags[first - 1] === 'det' || tags[first - 1] === 'noun') && !/^(?:some|all)$/.test(before))
    return true;
  if (
    yearLeads.has(before) &&
    !(before === 'to' && isMeasured(tokens, tags, last)) &&
    !(/^(?:about|around|of|by|for|and|to|from|between)$/.test(before) && isMeasured(tokens, tags, last))
  )
    return true;
  return !isMeasured(tokens, tags, last) || after?.kind === 'mark';
}

function isUnitAt(tokens: readonly Token[], i: number): boolean {
  const one = tokens[i];
  const two = tokens[i + 1];
  if (!one) return false;
  return (
    unitWritten(one.text, one.glued) !== undefined ||
    (two !== undefined && unitWritten(`${one.text}${two.glued ? '' : ' '}${two.text}`, false) !== undefined)
  );
}

/** Whether a plural noun or a unit follows within three words: "2000 workers". */
function isMeasured(tokens: readonly Token[], tags: readonly Tag[], last: number): boolean {
  for (let i = last + 1; i <= last + 3; i++) {
    const token = tokens[i];
    if (i === last + 1 && isUnitAt(tokens, i)) return true;
    if (!token || tags[i] !== 'noun') return false;
    if (isPlural(token.lower) && token.text === token.lower) return true;
  }
  return false;
}

/** "Section 427", "Boeing 737", "TA-25", "Form 10-K", "5G": a capitalised name right before a bare number, or letters on it. */
function isNumbered(tokens: readonly Token[], tags: readonly Tag[], first: number, last: number): boolean {
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  const hyphened = before && /^[-–‑]$/.test(before.text) && before.glued && tokens[first]?.glued ? tokens[first - 2] : undefined;
  if (hyphened?.kind === 'word' && !/^(?:sub|minus|plus|now|around|over|under|about|near|nearly|almost)$/.test(hyphened.lower)) return true;
  if (after && /^[-‑]$/.test(after.text) && after.glued && /^[A-Z]{1,2}\d?$/.test(tokens[last + 2]?.text ?? '') && tokens[last + 2]?.glued)
    return true;
  if (before?.text === '.' && before.glued && tokens[first]?.glued && tokens[first - 2]?.kind === 'word') return true;
  if (isModel(tokens, tags, first, last)) return true;
  const isDot = before?.text === '.' && before.glued;
  const name = isDot ? tokens[first - 2] : before;
  if (name?.kind !== 'word') return false;
  if (isDot) return /^(?:no|nos|vol|fig|art|sec|ch|pp|p|rep|op)$/.test(name.lower);
  if (/^(?:no|nos|number|page|row|section|aged|age|ages|article|chapter|aged|zip|top)$/.test(name.lower))
    return !(name.lower === 'no' && name.text === 'no');
  if (numbered.has(name.lower) && name.text !== name.lower && /^\d{1,4}$/.test(tokens[first]?.text ?? '') && tokens[first + 1]?.glued)
    return true;
  if (
    /^(?:category|phase|level|chapter|game|week|day|round|stage|tier|grade|type|step|stoxx|ftse|nikkei|russell|asx|dax|cac|sp|500)$/.test(
      name.lower,
    )
  )
    return name.text !== name.lower || !isMeasured(tokens, tags, last);
  const isName = /\p{Lu}/u.test(name.text) && (first > 1 || numbered.has(name.lower));
  if (
    !isName ||
    tags[first - 1] === 'verb' ||
    tags[first - 1] === 'prep' ||
    tags[first - 1] === 'adv' ||
    tags[first - 1] === 'conj' ||
    tags[first - 1] === 'aux'
  )
    return false;
  // "compared to Cruz’s 538", "would beat Trump 46 to 40 percent"
  if (/[’']s?$/.test(name.text) || isTally(tokens, last)) return false;
  if (MONTHS.has(name.lower) || WEEKDAYS.has(name.lower)) return /^\d{1,2}$/.test(tokens[first]?.text ?? '');
  if (unitWritten(after?.text ?? '', false) || /^[%°]$/.test(after?.text ?? '') || /^(?:percent|per)$/.test(after?.lower ?? ''))
    return false;
  return (
    first === last && /^\d{1,4}(?:\.\d)?$/.test(tokens[first]?.text ?? '') && !(isMeasured(tokens, tags, last) && !numbered.has(name.lower))
  );
}

/** A result in shares: what follows the second number is per cent. */
function isTally(tokens: readonly Token[], last: number): boolean {
  if (!/^(?:to|-|–)$/.test(tokens[last + 1]?.lower ?? '') || tokens[last + 2]?.kind !== 'number') return false;
  return /^(?:%|percent|per|pct)$/.test(tokens[last + 3]?.lower ?? '');
}

/** "its 787 Dreamliner", "a 911 Turbo": a capitalised singular right behind a short number. */
function isModel(tokens: readonly Token[], tags: readonly Tag[], first: number, last: number): boolean {
  const next = tokens[last + 1];
  if (
    first !== last ||
    !/^\d{2,4}$/.test(tokens[first]?.text ?? '') ||
    !next ||
    next.glued ||
    !/^\p{Lu}\p{Ll}/u.test(next.text) ||
    isPlural(next.lower)
  )
    return false;
  if (/^[$€£¥]/.test(tokens[first - 1]?.text ?? '') || unitWritten(next.text, false) || currencyAfter(next.text)) return false;
  for (let i = last + 2; i < last + 5 && (tags[i] === 'noun' || tokens[i]?.lower === 'and'); i++)
    if (isPlural(tokens[i]?.lower ?? '')) return false;
  return !/(?:dollars?|yen|yuan)$/i.test(tokens[last + 2]?.text ?? '');
}
