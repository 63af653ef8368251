/** Chosen sentences → in which order they are printed, and whether one more could be read there. */
import { whyNotAfter } from './introduced.ts';
import type { PassedBy } from './passed-by.ts';
import type { Chosen } from './printable.ts';
import { shortNamesOf } from './short-names.ts';
import type { Candidate, Readable } from './summary-candidates.ts';
import { contentWords } from './words.ts';

/** The report with the heaviest sentence leads, then the later ones come before the earlier; inside a report its own order stands. */
export const inPrintedOrder = <C extends Candidate>(chosen: readonly C[], lead = chosen[0]): C[] =>
  [...chosen].sort((a, b) => placeOf(b, lead) - placeOf(a, lead) || a.position - b.position);

const placeOf = ({ articleIndex }: Candidate, lead: Candidate | undefined): number =>
  articleIndex === lead?.articleIndex ? Number.MAX_SAFE_INTEGER : articleIndex;

/** What it takes for known and neither the headline nor a sentence that will stand before it tells. */
export function createReader(
  articles: readonly Readable[],
  headline: string,
): (one: Chosen, chosen: readonly Chosen[]) => PassedBy | undefined {
  const people = articles.map(({ article, extraction }) =>
    shortNamesOf(article.text.slice(extraction.sentences[0]?.start ?? 0), extraction),
  );
  const title = contentWords(headline);
  return (one, chosen) => {
    const printed = inPrintedOrder([...chosen, one]);
    const before = printed.slice(0, printed.indexOf(one));
    const last = before.at(-1);
    return whyNotAfter(one.text, people[one.articleIndex] ?? new Set(), {
      words: new Set([...title, ...before.flatMap(({ words }) => [...words])]),
      goesOn: last?.articleIndex === one.articleIndex && last.position === one.position - 1,
    });
  };
}
