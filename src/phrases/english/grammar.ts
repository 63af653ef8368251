/** How English puts words together: one or many, lists, ordinals. */

/** "1 outlet", "3 outlets". */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** "a", "a and b", "a, b and c". */
export const andList = (words: readonly string[]): string => joined(words, 'and');

/** "a", "a or b", "a, b or c". */
export const orList = (words: readonly string[]): string => joined(words, 'or');

const joined = (words: readonly string[], joint: string): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;

/** "1st", "22nd". */
export function ordinal(number: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }[
    new Intl.PluralRules('en', { type: 'ordinal' }).select(number)
  ];
  return `${number}${ending}`;
}

export const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** "1,204 articles". */
export const grouped = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** A face makes a link, or whatever else it likes, of words inside a sentence. */
export type Link<Node> = (words: string) => Node;
