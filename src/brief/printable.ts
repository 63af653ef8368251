/** Candidates → as they would be printed, or the rule by which they can stand nowhere in a summary. */
import type { ArticleId, Span } from '#model/article.ts';
import { whyNotOfReport } from './page-parts.ts';
import type { PassedBy } from './passed-by.ts';
import { asPrinted, type Candidate, type Readable } from './summary-candidates.ts';

export type Chosen = Candidate & { /** As it is printed. */ readonly text: string };
/** Why a sentence must not come: told already, shown elsewhere, overtaken. */
export type Unwanted = (sentence: { readonly text: string; readonly span: Span; readonly articleId: ArticleId }) => PassedBy | undefined;

/** A candidate as it would be printed, found once; those that can stand nowhere go into `passed`, with the rule that keeps each out. */
export function createPrinter(
  articles: readonly Readable[],
  passed: Map<Candidate, PassedBy>,
  whyUnwanted?: Unwanted,
): (candidate: Candidate) => Chosen | undefined {
  const made = new Map<Candidate, Chosen>();
  return (candidate) => {
    const known = made.get(candidate);
    const article = articles[candidate.articleIndex]?.article;
    if (known !== undefined || passed.has(candidate) || article === undefined) return known;
    const printed = asPrinted(candidate);
    const whyNot =
      'whyNot' in printed
        ? printed.whyNot
        : (whyNotOfReport(candidate.raw, article) ?? whyUnwanted?.({ text: printed.text, span: candidate.span, articleId: article.id }));
    if (whyNot !== undefined) passed.set(candidate, whyNot);
    else if ('text' in printed) made.set(candidate, { ...candidate, text: printed.text });
    return made.get(candidate);
  };
}
