/** A text with its title → a Reading: paragraphs by kind and the sentences of the body; what every extractor starts from. */
import type { Span } from '#model/article.ts';
import type { Sentence } from '#model/extraction.ts';
import { classifyParagraphs, type Paragraph } from './furniture.ts';
import { findSentences } from './sentences.ts';

export type Reading = {
  readonly text: string;
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
  /** Of body paragraphs only. */
  readonly sentences: readonly Sentence[];
};

export function read(text: string, title = ''): Reading {
  const paragraphs = classifyParagraphs(text, title);
  const sentences = paragraphs.flatMap((paragraph, index) =>
    paragraph.kind === 'body' ? findSentences(text, paragraph).map((span: Span) => ({ ...span, paragraph: index })) : [],
  );
  return { text, title, paragraphs, sentences };
}
