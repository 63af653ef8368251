/** Sentences of a text → which of them begin inside a quotation that opened before: somebody's words, though they bear no marks. */
import type { Sentence } from '#model/extraction.ts';

const mark = /[“”"]|''|``/g;

/** One pass: each paragraph starts anew, as a quotation that goes on is opened again there. */
export function insideQuotation(text: string, sentences: readonly Sentence[]): boolean[] {
  let paragraph = -1;
  let at = 0;
  let isOpen = false;
  return sentences.map((sentence) => {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph;
      at = sentence.start;
      isOpen = false;
    }
    for (const [found] of text.slice(at, sentence.start).matchAll(mark))
      isOpen = found === '“' || found === '``' ? true : found === '”' ? false : !isOpen;
    at = sentence.start;
    return isOpen;
  });
}
