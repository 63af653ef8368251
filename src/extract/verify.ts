/** A text and a claim → whether each figure, name, date and quotation of the claim is backed by the text, in the right place of it, and why. */
import type { Span } from '#model/article.ts';
import { borrowedName } from './verify-borrowed.ts';
import { createKnownNames } from './verify-names.ts';
import { passageFor, toLines } from './verify-passage.ts';
import type { Piece } from './verify-pieces.ts';
import { type Unbacked, unbackedFacts } from './verify-places.ts';
import { createQuotationCheck, type FalseQuotation } from './verify-quotations.ts';
import { wrongSayer } from './verify-sayer.ts';

export type Verdict = {
  readonly supported: boolean;
  /** For a person: what was checked, or the first thing that is not backed and what the text has instead. */
  readonly why: string;
};

/** Reads the text once for any number of claims. */
export function createVerify(text: string): (claim: string) => Verdict {
  const lines = toLines(text);
  const isKnownName = createKnownNames(lines);
  const falseQuotationIn = createQuotationCheck(text);
  return (claim) => {
    let checked = 0;
    for (const { pieces } of toLines(claim)) {
      const passage = passageFor(pieces, lines);
      const borrowed = borrowedName(pieces, passage);
      if (borrowed) return { supported: false, why: whyNot(text, claim, { piece: borrowed, fault: 'elsewhere' }) };
      const [unbacked] = unbackedFacts(
        pieces,
        passage.flatMap((line) => line.pieces),
        (name, neighbours) => isKnownName(name, claim.slice(name.start, name.end), neighbours, passage),
      );
      if (unbacked) return { supported: false, why: whyNot(text, claim, unbacked) };
      const sayer = wrongSayer(pieces, lines);
      if (sayer) return { supported: false, why: whyNot(text, claim, { ...sayer, fault: 'elsewhere' }) };
      checked += pieces.filter(isFact).length;
    }
    const quotation = falseQuotationIn(claim);
    if (quotation) return { supported: false, why: whyNotQuoted(claim, quotation) };
    if (checked === 0) return { supported: true, why: 'It names no figure, name, date or quotation.' };
    return {
      supported: true,
      why: `${checked === 1 ? 'Its one fact stands' : `Its ${checked} facts stand`} in the text, in the same place.`,
    };
  };
}

const isFact = ({ kind }: Piece): boolean => kind === 'figure' || kind === 'name' || kind === 'date';

const FAULTS: Readonly<Record<Unbacked['fault'], string>> = {
  absent: 'is not in that place of the text',
  elsewhere: 'is said of something else in the text',
  hedge: 'is said otherwise in the text',
};

function whyNot(text: string, claim: string, { piece, fault, instead }: Unbacked): string {
  const there = instead ? `; there it says “${wholeWords(text, instead.start - hedgeRoom(fault), instead)}”` : '';
  return `“${claim.slice(piece.start, piece.end)}” ${FAULTS[fault]}${there}.`;
}

/** @param from May lie within a word: what is cut off of it goes. */
function wholeWords(text: string, from: number, { start, end }: Span): string {
  if (from <= 0 || from === start) return text.slice(Math.max(0, from), end).trimStart();
  return text.slice(from - 1, start).replace(/^\S*\s*/, '') + text.slice(start, end);
}

/** A hedge stands before its figure. */
const hedgeRoom = (fault: Unbacked['fault']): number => (fault === 'hedge' ? 20 : 0);

function whyNotQuoted(claim: string, { span, fault, speaker }: FalseQuotation): string {
  const words = `“${claim.slice(span.start, span.end)}”`;
  if (fault === 'altered') return `The text does not hold ${words} word for word.`;
  return fault === 'not-quoted' ? `${words} is no quotation in the text.` : `${words} was said by ${speaker} in the text.`;
}
