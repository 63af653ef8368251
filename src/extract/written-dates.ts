/** Numbers as calendars, clocks and directories write them → told from amounts: dates, times of day, telephones, addresses, scores, versions. */
import type { Token } from './figure-tokens.ts';
import type { Tag } from './known-words.ts';
import { isPlural, MONTHS, WEEKDAYS } from './word-forms.ts';

const clockWords = new Set("am pm gmt bst est edt pst pdt utc cet ist hrs o’clock o'clock p.m a.m noon midnight et pt".split(' '));

export function isClock(tokens: readonly Token[], first: number, last: number): boolean {
  const [one, two] = [tokens[last + 1], tokens[last + 2]];
  if (one?.text === ':' && one.glued && two?.kind === 'number' && two.glued) return true;
  const before = tokens[first - 1];
  if (before?.text === ':' && before.glued && tokens[first]?.glued && tokens[first - 2]?.kind === 'number') return true;
  return one !== undefined && clockWords.has(one.lower.replace(/\.$/, ''));
}

/** "October 7", "7 October", "Oct. 7, 2023", "2023-10-07", "7/10/2023", "March 3-5". */
export function isDate(tokens: readonly Token[], tags: readonly Tag[], first: number, last: number): boolean {
  const written = tokens[first]?.text ?? '';
  const back = tokens[first - 1]?.text === '.' ? first - 2 : first - 1;
  const isDay = /^(?:[1-9]|[12]\d|3[01]|0[1-9])$/.test(written);
  const isMonthAt = (i: number): boolean => {
    const token = tokens[i];
    return (
      token !== undefined &&
      MONTHS.has(token.lower) &&
      (token.text !== token.lower ||
        !/^(?:may|march)$/.test(token.lower) ||
        /^(?:on|by|since|until|before|after|from)$/.test(tokens[i - 1]?.lower ?? ''))
    );
  };
  if (isDay && (isMonthAt(back) || isMonthAt(last + 1) || (tokens[last + 1]?.lower === 'of' && isMonthAt(last + 2)))) return true;
  if (isDay && WEEKDAYS.has(tokens[first - 1]?.lower ?? '') && (tags[last + 1] === 'mark' || tags[last + 1] === undefined)) return true;
  // the second day of "March 3-5", "March 3 and 5", "3-5 March"
  if (isDay && /^(?:-|–|and|to|,)$/.test(tokens[first - 1]?.lower ?? '') && tokens[first - 2]?.kind === 'number' && isMonthAt(first - 3)) {
    const next = tokens[last + 1];
    if (tokens[first]?.glued || !next || next.kind === 'mark' || tags[last + 1] !== 'noun') return true;
  }
  if (isDay && /^(?:-|–|and|to)$/.test(tokens[last + 1]?.lower ?? '') && tokens[last + 2]?.kind === 'number' && isMonthAt(last + 3))
    return true;
  return false;
}

/** Numbers strung together by dots, slashes or hyphens: dates, telephones, addresses, scores, versions. */
export function isChained(tokens: readonly Token[], first: number, last: number): boolean {
  const [b1, b2] = [tokens[first - 1], tokens[first - 2]];
  const [a1, a2, a3] = [tokens[last + 1], tokens[last + 2], tokens[last + 3]];
  const written = tokens[first]?.text ?? '';
  if (a1?.text === '/' && a1.glued && a2?.glued && (a2.kind === 'number' || written === '24')) return true;
  if (b1?.text === '/' && b1.glued && tokens[first]?.glued && (b2?.kind === 'number' || (b2?.kind === 'word' && b2.glued))) return true;
  const isJoint = (token: Token | undefined, next: Token | undefined): boolean =>
    token !== undefined && next !== undefined && /^[-–‑.]$/.test(token.text) && token.glued && next.glued;
  if (isRun(tokens, first, last)) return true;
  // three in a row: telephone, ISO date
  if (isJoint(a1, a2) && a2?.kind === 'number' && isJoint(a3, tokens[last + 4]) && tokens[last + 4]?.kind === 'number') return true;
  if (isJoint(b1, tokens[first]) && b2?.kind === 'number' && isJoint(tokens[first - 3], b2) && tokens[first - 4]?.kind === 'number')
    return true;
  if (isJoint(a1, a2) && a2?.kind === 'number' && isJoint(b1, tokens[first]) && b2?.kind === 'number') return true;
  if (
    isJoint(b1, tokens[first]) &&
    b2?.kind === 'number' &&
    /^\p{Lu}/u.test(tokens[first - 3]?.text ?? '') &&
    !isPlural(a1?.lower ?? '') &&
    a1?.kind !== 'mark' &&
    !/^(?:bn?|mn?|million|billion)$/.test(a1?.lower ?? '')
  )
    return true;
  if (/^0\d+$/.test(written) && !/^0+$/.test(written)) return true;
  if (b1?.text === '+' && b1.glued === false && written.length >= 2 && a1?.kind === 'number') return true;
  if (/^\(?\d{3}$/.test(written) && a1?.text === '-' && a1.glued && /^\d{4}$/.test(a2?.text ?? '') && a2?.glued) return true;
  return (
    b1?.text === '-' &&
    b1.glued &&
    b2?.kind === 'number' &&
    /^\d{3}$/.test(b2.text) &&
    /^\d{4}$/.test(written) &&
    Boolean(tokens[first]?.glued)
  );
}

/** "0800 123 4567": three bare groups of digits in a row, or two of which one begins with a nought. */
function isRun(tokens: readonly Token[], first: number, last: number): boolean {
  let from = first;
  let to = last;
  while (from > 0 && first - from < 4 && tokens[from - 1]?.kind === 'number' && !tokens[from]?.glued) from -= 1;
  while (to - last < 4 && tokens[to + 1]?.kind === 'number' && !tokens[to + 1]?.glued) to += 1;
  if (to - from < 1 || first !== last) return false;
  let hasZero = false;
  for (let i = from; i <= to; i++) if (/^0\d/.test(tokens[i]?.text ?? '')) hasZero = true;
  return hasZero || (to - from >= 2 && from !== first);
}
