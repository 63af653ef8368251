/** Names in an article → which of them may stand short only once the full name has been read, and whether a sentence does so too early. */
import type { Extraction } from '#model/extraction.ts';
import { titles } from '#text/lexicon.ts';
import { isGivenName } from '#text/names-en.ts';
import { fold, isCommon, stem } from './words.ts';

/** Surnames and given names of the people whom the article itself names in full first. Whom it calls by surname at once, every reader is taken to know. */
export function shortNamesOf(text: string, { names, quotes }: Pick<Extraction, 'names' | 'quotes'>): ReadonlySet<string> {
  const people = names.filter(
    (name) => name.split(' ', 2).some((word) => isGivenName(fold(word))) || (name.includes(' ') && hasOffice(text, name)),
  );
  for (const { speakers } of quotes) for (const { kind, name } of speakers) if (kind === 'person') people.push(name);
  const short = people.flatMap((name) => {
    const words = name.split(' ').filter((word) => !/^(?:[JS]r\.?|I{2,3}|IV)$/.test(word));
    return words.length > 1 && words.length < 5 ? [words[0] ?? '', words.at(-1) ?? ''] : [];
  });
  for (const name of names) if (!name.includes(' ') && hasOffice(text, name)) short.push(name);
  return new Set(short.filter((name) => standsAs(text, name, firstAt(text, name)) === 'part of a name'));
}

/** "Reed said" before anybody read of Ada Reed. `read`: content words, stemmed. */
export function namesSomebodyNew(text: string, short: ReadonlySet<string>, read: ReadonlySet<string>): boolean {
  const introduced = new Set<string>();
  for (const { 0: name, index } of text.matchAll(/(?<![\p{L}\p{N}-])\p{Lu}[\p{L}-]+/gu)) {
    if (!short.has(name) || introduced.has(name) || read.has(stem(fold(name)))) continue;
    const place = standsAs(text, name, index);
    if (place === 'alone') return true;
    if (place === 'part of a name') introduced.add(name);
  }
  return false;
}

const MAX_CHARS_BEFORE = 40;
/** "Vice President Reed", but not "President Reed", whom all know. */
const OFFICE =
  /\b(?:Vice President|Sen\.?|Senator|Rep\.?|Representative|Congress(?:man|woman)|Gov\.?|Governor|Mayor|Secretary|Minister|Justice|Judge|Attorney General|General|Gen\.?|Chairman|Director|Speaker|Ambassador|Sheriff|Chief|Dr\.?|Professor|Captain|Lt\.?|Col\.?) $/;

/** Where it is named first; one word before it is enough: "chairman Karl Reed". */
const hasOffice = (text: string, name: string): boolean => {
  const before = text.slice(0, firstAt(text, name)).slice(-MAX_CHARS_BEFORE);
  return OFFICE.test(before) || (name.includes(' ') && titles.has(/(\p{L}+) $/u.exec(before)?.[1]?.toLowerCase() ?? ''));
};

/** "Governor Reed", "Reed Street"; "the Reed inquiry", whose who matters less; "Reed said". */
function standsAs(text: string, name: string, at: number): 'part of a name' | 'modifier' | 'alone' {
  // "Orvane's Reed" is still alone
  const before = /([\p{L}\p{N}](?:[\p{L}.-]|['’](?!s? ))*) $/u.exec(text.slice(Math.max(0, at - MAX_CHARS_BEFORE), at))?.[1] ?? '';
  if (/^ (?:\p{Lu}|\d)/u.test(text.slice(at + name.length, at + name.length + 3))) return 'part of a name';
  const word = fold(before).replace('.', '');
  if (/^\p{Lu}/u.test(before) && (word.length === 1 || !isCommon(word) || isGivenName(word))) return 'part of a name';
  return /^(?:the|an?)$/i.test(before) ? 'modifier' : 'alone';
}

/** As a whole word. The name stands in the text: it was found there. */
function firstAt(text: string, name: string): number {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!/[\p{L}\p{N}-]/u.test(text[at - 1] ?? '') && !/[\p{L}\p{N}-]/u.test(text[at + name.length] ?? '')) return at;
  return 0;
}
