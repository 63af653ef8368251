/** A fact and its article → the words beside it that it is found by: the sentences that hold it, its cue and its mention. */
import type { Span } from '#model/article.ts';
import type { Extraction, Figure, Quote } from '#model/extraction.ts';

export function isInside(text: string, { start, end }: Span): boolean {
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start < end && end <= text.length;
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

function paragraphAround(text: string, { start, end }: Span): Span {
  const before = text.lastIndexOf('\n\n', start);
  const after = text.indexOf('\n\n', end);
  return { start: before < 0 ? 0 : before + 2, end: after < 0 ? text.length : after };
}

/** The sentence that holds a figure; its paragraph where no sentence does. */
export function sentenceOf(figure: Figure, extraction: Extraction, text: string): Span {
  const sentence = extraction.sentences.find((candidate) => overlaps(candidate, figure.span));
  return sentence !== undefined && isInside(text, sentence) ? sentence : paragraphAround(text, figure.span);
}

/** What a figure is found by. */
export function figureContext(figure: Figure, { start, end }: Span, text: string): string {
  return [text.slice(start, end), figure.concept, figure.unit, figure.saidBy].join('\n');
}

export function contextOf(quote: Quote, extraction: Pick<Extraction, 'sentences'>, text: string): string {
  const spans = [quote.span, ...(quote.cue === undefined ? [] : [quote.cue]), ...(quote.mention === undefined ? [] : [quote.mention])];
  const sentences = extraction.sentences.filter((sentence) => spans.some((span) => overlaps(sentence, span)));
  const whole = sentences.length > 0 ? sentences : [paragraphAround(text, quote.span)];
  return whole.map(({ start, end }) => text.slice(start, end)).join('\n');
}
