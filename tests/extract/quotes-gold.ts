/** tests/gold/quotes.jsonl → its rows, and what is wrong with a row as the extractor answers it today. */
import { readFileSync } from 'node:fs';
import { findQuotes } from '#extract/quotes.ts';
import { read } from '#text/reading.ts';

export type GoldQuote = {
  readonly quote: string;
  readonly speaker: string | null;
  readonly mention: string;
  readonly speakers?: readonly string[];
  readonly kind?: string;
  /** null: nobody is named. */
  readonly toldTo?: string | null;
  /** null: none, though one of them has one. */
  readonly role?: string | null;
  readonly printed?: boolean;
};
export type GoldRow = { readonly way: string; readonly text: string; readonly quotes: readonly GoldQuote[]; readonly miss?: string };

export function goldRows(): GoldRow[] {
  const lines = readFileSync(new URL('../gold/quotes.jsonl', import.meta.url), 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as GoldRow);
}

/** Every attributed quotation must be in the row, and every one of the row found, with its facts. A title keeps single rows from being headlines. */
export function problemsOf(row: GoldRow): string[] {
  const text = row.text;
  const found = findQuotes(read(text, 'No such headline')).filter((quote) => quote.speakers.length > 0 || quote.mention !== undefined);
  const problems: string[] = [];
  const slice = (span: { start: number; end: number } | undefined) => (span === undefined ? undefined : text.slice(span.start, span.end));
  for (const want of row.quotes) {
    const quote = found.find((candidate) => slice(candidate.span) === want.quote);
    if (quote === undefined) {
      problems.push(`not found: ${want.quote}`);
      continue;
    }
    const compare = (what: string, got: unknown, wanted: unknown) => {
      if (wanted !== undefined && JSON.stringify(got) !== JSON.stringify(wanted))
        problems.push(`${what} of «${want.quote}»: ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`);
    };
    compare('speaker', quote.speakers[0]?.name ?? null, want.speaker);
    compare(
      'speakers',
      quote.speakers.map(({ name }) => name),
      want.speakers,
    );
    compare('mention', slice(quote.mention), want.mention);
    compare('kind', quote.kind, want.kind);
    compare('toldTo', quote.toldTo ?? null, want.toldTo);
    compare('role', quote.role ?? null, want.role);
    compare('printed', quote.printed, want.printed);
  }
  for (const quote of found)
    if (!row.quotes.some((want) => want.quote === slice(quote.span)))
      problems.push(`nobody said: ${slice(quote.span)} (${slice(quote.mention)})`);
  return problems;
}
