/** A page's address and a sentence on it → the address that opens the page at that sentence, in browsers that know text fragments; others open the page. */

/** Words at each end that find the sentence. */
const WORDS = 4;

export function atWords(url: string, sentence: string): string {
  const words = sentence.trim().split(/\s+/).filter(Boolean);
  if (words.length < WORDS || url.includes('#')) return url;
  const ends = words.length > 2 * WORDS ? [words.slice(0, WORDS), words.slice(-WORDS)] : [words];
  return `${url}#:~:text=${ends.map((part) => escaped(part.join(' '))).join(',')}`;
}

/** A hyphen and a comma mean something in a text directive. */
const escaped = (text: string): string =>
  encodeURIComponent(text.toWellFormed())
    .replace(/-/g, '%2D')
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
