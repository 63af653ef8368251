/** A reading and the span of a quotation → why it has the speaker it has: mention, cue, the chain to the full name, what is doubted. */
import type { Span } from '#model/article.ts';
import type { Quote } from '#model/extraction.ts';
import type { Reading } from '#text/reading.ts';
import { PRINT_FROM } from './confidence.ts';
import type { Way } from './cues.ts';
import type { Doubt } from './doubts.ts';
import { framesOf } from './frames.ts';
import { findPeople } from './people.ts';
import { explainQuotes } from './quotes.ts';
import type { Resolved } from './resolve.ts';

export type Explanation = {
  readonly quote: Quote;
  /** How the words are attributed; undefined where nothing attributes them to anybody. */
  readonly cue: Way | undefined;
  /** How the mention was read; undefined where nobody is named. */
  readonly mention: Resolved['by'] | undefined;
  /** From the mention back to the full name: the places that name the speaker; the mention alone where it names nobody. */
  readonly chain: readonly Span[];
  /** What speaks against it; empty where nothing does. */
  readonly doubts: readonly Doubt[];
  /** The confidence that a quote needs to be printed. */
  readonly printedFrom: number;
};

/** Undefined where the article, as the rules read it today, holds no quotation that overlaps `span`. */
export function explainQuote(reading: Reading, span: Span): Explanation | undefined {
  const explained = explainQuotes(reading).find(({ quote }) => quote.span.start < span.end && quote.span.end > span.start);
  if (explained === undefined) return undefined;
  const { quote, way, by, entity, doubts } = explained;
  return {
    quote,
    cue: way,
    mention: by,
    chain: quote.mention === undefined ? [] : chainOf(reading, quote.mention, entity),
    doubts,
    printedFrom: PRINT_FROM,
  };
}

/** The mention, the last place before it that names the same one, and the first that has the full name. */
function chainOf(reading: Reading, mention: Span, entity: number | undefined): Span[] {
  const people = findPeople(framesOf(reading));
  const named = people.mentions.filter((candidate) => candidate.entity === entity);
  const nearest = named.findLast(({ end }) => end <= mention.start);
  const full = people.entities[entity ?? -1]?.words.join(' ');
  const whole = named.find(({ start, end }) => reading.text.slice(start, end).replace(/\s+/g, ' ') === full);
  const isApart = (span: Span): boolean => span.end <= mention.start || span.start >= mention.end;
  const places = [nearest, whole].flatMap((found) => (found === undefined ? [] : [{ start: found.start, end: found.end }]));
  const chain = [mention, ...places.filter(isApart)];
  return chain.filter((place, index) => chain.findIndex(({ start }) => start === place.start) === index);
}
