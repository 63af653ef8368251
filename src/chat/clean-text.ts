/** Foreign text → the same words without what could steer a screen: controls, changes of reading direction, broken surrogates. */

/** C0 and C1 controls but line feed; direction overrides and isolates, which could show a text in another order. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const UNSAFE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: so are these
const LINE_ENDS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;

/** Line ends become line feeds, tabs blanks. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(LINE_ENDS, '\n').replaceAll('\t', ' ').replace(UNSAFE, '');
}

export const oneLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ').trim();

/** A parsed address that a reader may open, or null: http and https only, and no "https://bank.example@evil.example". */
export function webAddress(url: string): URL | null {
  const parsed = URL.parse(url);
  if (!parsed || (parsed.protocol !== 'http:' && parsed.protocol !== 'https:')) return null;
  return parsed.username || parsed.password ? null : parsed;
}
