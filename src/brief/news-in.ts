/** Articles of a story, first report first → those that say something which no earlier one says. */
import type { ArticleId } from '#model/article.ts';
import type { StoryMaterial } from '#model/briefing.ts';
import { shingles } from '#text/shingles.ts';
import { inOrder } from './sources.ts';

/** A copy with a changed beginning holds most of the runs of words that stood before; an article with news does not. */
const MOSTLY_OLD = 0.65;

export function newsIn(material: StoryMaterial): ReadonlySet<ArticleId> {
  const seen = new Set<number>();
  const fresh = new Set<ArticleId>();
  for (const { article } of inOrder(material)) {
    const runs = shingles(article.text);
    const old = runs.filter((run) => seen.has(run)).length;
    if (runs.length === 0 || old / runs.length < MOSTLY_OLD) fresh.add(article.id);
    for (const run of runs) seen.add(run);
  }
  return fresh;
}
