/** A claim's quotations → the first that is not the text's: not there word for word, no quotation there, or somebody else's. */
import type { Span } from '#model/article.ts';
import type { Quote } from '#model/extraction.ts';
import { findMarked } from '#text/marks.ts';
import { findParagraphs } from '#text/paragraphs.ts';
import { read } from '#text/reading.ts';
import { findQuotes } from './quotes.ts';
import { fold, type Piece, toPieces } from './verify-pieces.ts';
import { isSame } from './verify-same.ts';

export type FalseQuotation = { readonly span: Span; readonly fault: 'altered' | 'not-quoted' | 'other-speaker'; readonly speaker?: string };

/** Between single marks what is shorter is a name, a title or an apostrophe more often than words. */
const MIN_WORDS_IN_SINGLE = 4;

type Words = readonly Piece[];

export function createQuotationCheck(text: string) {
  const words = wordsIn(text, { start: 0, end: text.length });
  const marked = findMarked(text, findParagraphs(text));
  let quotes: readonly Quote[] | undefined;
  return (claim: string): FalseQuotation | undefined => {
    const regions = findMarked(claim, findParagraphs(claim)).filter(
      (region) => region.isClosed && (region.style === 'double' || wordsIn(claim, region).length >= MIN_WORDS_IN_SINGLE),
    );
    if (regions.length === 0) return undefined;
    let told: readonly Quote[] | undefined;
    for (const span of regions) {
      const places: Span[][] = partsOf(claim, span).map((part) => findAll(wordsIn(claim, part), words));
      if (places.some((found) => found.length === 0)) return { span, fault: 'altered' };
      const first = places[0] ?? [];
      if (first.length === 0) continue;
      if (!first.some((place) => marked.some((region) => region.start <= place.start + 1 && region.end >= place.end - 1)))
        return { span, fault: 'not-quoted' };
      told ??= findQuotes(read(claim));
      quotes ??= findQuotes(read(text));
      const speaker = namedSpeaker(claim, told, [span]);
      const theirs = namedSpeaker(text, quotes, first);
      if (speaker && theirs && !isSamePerson(speaker, theirs)) return { span, fault: 'other-speaker', speaker: theirs };
    }
    return undefined;
  };
}

const wordsIn = (text: string, span: Span): Words => toPieces(text, span).filter(({ kind }) => kind !== 'mark');

/** An ellipsis and an editor's brackets leave something out: what stands between them must be there. */
function partsOf(claim: string, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (const gap of claim.slice(start, end).matchAll(/\.\.\.|…|\[[^\]]*\]|\. \. \./g)) {
    parts.push({ start: from, end: start + gap.index });
    from = start + gap.index + gap[0].length;
  }
  return [...parts, { start: from, end }].filter((part) => /[\p{L}\p{N}]/u.test(claim.slice(part.start, part.end)));
}

/** Where the words stand in the text, in one piece. A figure may be in another dress: its value is checked. */
function findAll(wanted: Words, words: Words): Span[] {
  const [first] = wanted;
  if (!first) return [];
  return words.flatMap((word, at) => {
    if (!isLike(first, word)) return [];
    for (let i = 1; i < wanted.length; i++) {
      const [ours, theirs] = [wanted[i], words[at + i]];
      if (!ours || !theirs || !isLike(ours, theirs)) return [];
    }
    return [{ start: word.start, end: words[at + wanted.length - 1]?.end ?? word.end }];
  });
}

const isLike = (a: Piece, b: Piece): boolean => a.key === b.key || isSame(a, b);

/** "Bernie Sanders", "Angela de la Cruz"; but "the Vermont senator" may be anybody. */
const PROPER_NAME = /^(?!The )\p{Lu}\S*(?: (?:\p{Lu}\S*|d[aeiu]|de la|van|von|bin|ibn|al|el|of|and))*$/u;

/** Who is named as having said it there; a pronoun names nobody. */
function namedSpeaker(text: string, quotes: readonly Quote[], spans: readonly Span[]): string | undefined {
  const quote = quotes.find(({ span, printed }) => printed && spans.some(({ start, end }) => span.start < end && start < span.end));
  const mention = quote?.mention && text.slice(quote.mention.start, quote.mention.end);
  const name = quote?.speakers.length === 1 ? quote.speakers[0]?.name : undefined;
  return name && mention && PROPER_NAME.test(name) && !/^(?:he|she|they|it|who|I)$/i.test(mention) ? name : undefined;
}

/** By the last word of one that the other holds: "Mr. Trump" and "Donald Trump". */
function isSamePerson(a: string, b: string): boolean {
  const [ours, theirs] = [wordsOf(a), wordsOf(b)];
  return theirs.includes(ours.at(-1) ?? '') || ours.includes(theirs.at(-1) ?? '');
}

const wordsOf = (name: string): string[] =>
  fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !/^(?:jr|sr|ii|iii|iv)$/.test(word));
