/** A name or word → its folded form: lower case, no accents, so that "Erdogan" finds "Erdoğan". The store holds words in it: another form would need them written anew. */

export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The folded words of a text, in its order: runs of letters and digits. */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What a name is found by: its words, and those that hyphens or apostrophes join as one word too ("O'Neill": o, neill, oneill). */
export function nameWords(name: string): string[] {
  const words = new Set(foldedWords(name));
  for (const part of name.split(/\s+/)) {
    const joined = foldedWords(part).join('');
    if (joined !== '') words.add(joined);
  }
  return [...words];
}
