/** Sentences ↔ the flat list of numbers that the `extraction.sentences` column holds: a third of the JSON of objects. */
import type { Sentence } from '#model/extraction.ts';

export function writeSentences(sentences: readonly Sentence[]): string {
  return JSON.stringify(sentences.flatMap(({ start, end, paragraph }) => [start, end, paragraph]));
}

export function readSentences(column: string): Sentence[] {
  const numbers: readonly number[] = JSON.parse(column);
  const sentences: Sentence[] = [];
  for (let index = 0; index + 2 < numbers.length; index += 3) {
    const [start = 0, end = 0, paragraph = 0] = numbers.slice(index, index + 3);
    sentences.push({ start, end, paragraph });
  }
  return sentences;
}
