/** PolNeAR's training articles → a table of how each kind of attribution fares: right, printed and rightly printed, on even and odd articles. */
import { join } from 'node:path';
import type { ExplainedQuote } from '#extract/quotes.ts';
import { explainQuotes } from '#extract/quotes.ts';
import { read } from '#text/reading.ts';

type Span = { readonly start: number; readonly end: number };
type Piece = Span & { readonly mention: Span | null };
type Gold = { readonly segments: readonly unknown[]; readonly ruler: unknown };
type Article = { readonly id: string; readonly text: string };
type Pairs = {
  readonly golds: readonly { readonly hasSource: boolean }[];
  readonly ofGold: ReadonlyMap<number, number>;
  readonly fates: readonly string[];
};

/** Of one half: all, right, printed, rightly printed. */
type Counts = [number, number, number, number];

export async function printKinds(shared: string): Promise<void> {
  const lib = (file: string) => import(join(shared, 'bench/quotes/lib', file));
  const { loadSplit } = await lib('corpus.mjs');
  const { prepareGold } = await lib('quotetask.mjs');
  const { extraction, mentionHits, predictedPieces } = await lib('match.mjs');
  const articles: Article[] = loadSplit(join(shared, 'corpora/polnear'), 'train');
  const golds: Gold[] = prepareGold(articles, null);
  const table = new Map<string, [Counts, Counts]>();
  articles.forEach((article, index) => {
    const gold = golds[index] as Gold;
    const explained = explainQuotes(read(article.text));
    const pieces: Piece[] = predictedPieces(article, { quotes: explained.map(({ quote }) => wire(article.text, quote)) }, {});
    const { golds: wanted, ofGold, fates }: Pairs = extraction(gold, pieces, 4, 0.5);
    const add = (piece: Piece | undefined, isRight: boolean): void => {
      const one = explained.find(({ quote }) => piece !== undefined && quote.span.start <= piece.start && quote.span.end >= piece.end);
      if (one === undefined || piece?.mention == null) return;
      for (const kind of kindsOf(one)) count(table, kind, index % 2, isRight, one.quote.printed);
    };
    wanted.forEach((segment, i) => {
      const piece = pieces[ofGold.get(i) ?? -1];
      if (segment.hasSource) add(piece, piece !== undefined && mentionHits(article, segment, piece.mention, gold.ruler).exact);
    });
    fates.forEach((fate, i) => {
      if (fate !== 'matched' && fate !== 'spared') add(pieces[i], false);
    });
  });
  print(table);
}

const wire = (text: string, { span, mention }: ExplainedQuote['quote']) => ({
  ...span,
  text: text.slice(span.start, span.end),
  speakerMention: mention && { ...mention, text: text.slice(mention.start, mention.end) },
});

const kindsOf = ({ way, by, doubts }: ExplainedQuote): string[] => [
  'all',
  `way: ${way}`,
  `mention: ${by}`,
  `way and mention: ${way}, ${by}`,
  ...(doubts.length === 0 ? ['doubt: none'] : doubts.map((doubt) => `doubt: ${doubt}`)),
];

function count(table: Map<string, [Counts, Counts]>, kind: string, half: number, isRight: boolean, isPrinted: boolean): void {
  const row = table.get(kind) ?? [
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ];
  table.set(kind, row);
  const counts = row[half === 0 ? 0 : 1];
  counts[0]++;
  if (isRight) counts[1]++;
  if (isPrinted) counts[2]++;
  if (isRight && isPrinted) counts[3]++;
}

function print(table: ReadonlyMap<string, readonly [Counts, Counts]>): void {
  const share = (part: number, whole: number): string => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)).padStart(6);
  const half = ([all, right, printed, rightly]: Counts): string =>
    `${String(all).padStart(6)}${share(right, all)}${String(printed).padStart(8)}${share(rightly, printed)}`;
  const title = '   all right% printed right%';
  console.log(`${''.padEnd(40)}${title} (even)${title} (odd)`);
  const size = ([even, odd]: readonly [Counts, Counts]): number => even[0] + odd[0];
  for (const [kind, row] of [...table].sort(([a, x], [b, y]) => a.split(':')[0]?.localeCompare(b.split(':')[0] ?? '') || size(y) - size(x)))
    console.log(`${kind.padEnd(40)}${half(row[0])}       ${half(row[1])}`);
}
