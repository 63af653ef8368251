/** An article's Extraction → the answer of `extract --jsonl`, without the summary (DESIGN.md, "Protocols that must stay stable"). */
import type { Span } from '#model/article.ts';
import type { Extraction, Figure, Quote } from '#model/extraction.ts';

export function toWire(id: unknown, text: string, extraction: Extraction) {
  return {
    id,
    quotes: extraction.quotes.map((quote) => quoteToWire(text, quote)),
    figures: extraction.figures.map((figure) => figureToWire(text, figure)),
  };
}

const quoteToWire = (text: string, quote: Quote) => ({
  ...withText(text, quote.span),
  kind: quote.kind,
  speaker: quote.speakers[0]?.name ?? null,
  speakers: quote.speakers.map((speaker) => speaker.name),
  speakerMention: quote.mention === undefined ? null : withText(text, quote.mention),
  cue: quote.cue === undefined ? null : withText(text, quote.cue),
  role: quote.role ?? null,
  toldTo: quote.toldTo ?? null,
  confidence: quote.confidence,
  printed: quote.printed,
});

const figureToWire = (text: string, figure: Figure) => ({
  ...withText(text, figure.span),
  value: figure.value,
  unit: figure.unit,
  modifier: figure.modifier,
  concept: figure.concept,
  saidBy: figure.saidBy ?? null,
  salience: figure.salience,
  printed: figure.printed,
});

const withText = (text: string, { start, end }: Span) => ({ text: text.slice(start, end), start, end });
