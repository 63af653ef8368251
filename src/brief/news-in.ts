/** Articles of a story, first report first → those that say something which no earlier one says. */
import type { ArticleId } from '#model/article.ts';
import type { StoryMaterial } from '#model/briefing.ts';
import { inOrder } from './sources.ts';
import { wordsOf } from './words.ts';

const RUN = 4;
/** A copy with a changed beginning holds most of the runs of words that stood before; an article with news does not. */
const MOSTLY_OLD = 0.65;

export function newsIn(material: StoryMaterial): ReadonlySet<ArticleId> {
  const seen = new Set<string>();
  const fresh = new Set<ArticleId>();
  for (const { article } of inOrder(material)) {
    const runs = runsOf(article.text);
    let old = 0;
    for (const run of runs) if (seen.has(run)) old += 1;
    if (runs.size === 0 || old / runs.size < MOSTLY_OLD) fresh.add(article.id);
    for (const run of runs) seen.add(run);
  }
  return fresh;
}

function runsOf(text: string): Set<string> {
  const words = wordsOf(text);
  const runs = new Set<string>();
  for (let index = 0; index + RUN <= words.length; index += 1) runs.add(words.slice(index, index + RUN).join(' '));
  return runs;
}
