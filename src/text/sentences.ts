/** A paragraph → the spans of its sentences, without the white space around them. */
import type { Span } from '#model/article.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

export function findSentences(text: string, paragraph: Span): Span[] {
  return [...segmenter.segment(text.slice(paragraph.start, paragraph.end))].map(({ segment, index }) => ({
    start: paragraph.start + index,
    end: paragraph.start + index + segment.trimEnd().length,
  }));
}
