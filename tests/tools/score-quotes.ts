/** JSON Lines on stdin ({"id","text"}) → quotes on stdout: the extractor of quotations alone, for the scorers in ../shared/bench while it is tuned. */
import { createInterface } from 'node:readline';
import { findQuotes } from '#extract/quotes.ts';
import { toWire } from '#extract/wire.ts';
import { read } from '#text/reading.ts';

for await (const line of createInterface({ input: process.stdin })) {
  const { id, text, title } = JSON.parse(line) as { id: string; text: string; title?: string };
  const quotes = findQuotes(read(text, title));
  process.stdout.write(
    `${JSON.stringify(toWire(id, text, { articleId: id, version: 0, sentences: [], quotes, figures: [], names: [] }))}\n`,
  );
}
