/** A sentence → what stands outside its quotations, how much stands inside, and whether its marks close. */

export const withoutQuotations = (text: string): string => text.replace(/“[^”]*”|"[^"]*"|(?:''|``)(?:[^']|'(?!'))*''/g, ' ');

export function quotedShare(text: string): number {
  const letters = (part: string): number => part.replace(/[^\p{L}\p{N}]/gu, '').length;
  const all = letters(text);
  return all === 0 ? 0 : 1 - letters(withoutQuotations(text)) / all;
}

export function isBalanced(text: string): boolean {
  const count = (mark: RegExp): number => (text.match(mark) ?? []).length;
  return (
    count(/“/g) === count(/”/g) &&
    count(/"/g) % 2 === 0 &&
    (count(/''/g) + count(/``/g)) % 2 === 0 &&
    count(/\(/g) === count(/\)/g) &&
    count(/\[/g) === count(/\]/g)
  );
}
