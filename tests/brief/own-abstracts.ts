/** tests/gold/summaries.jsonl, what an editor would write above articles of ours → our summaries beside the lead of the same length. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { summariseArticle } from '#brief/summarise.ts';
import { extract } from '#extract/extract.ts';
import { readPairs } from '../sample/sample.ts';
import { measures, type Rouge, rouge } from './rouge.ts';

const root = join(import.meta.dirname, '..');

type Score = { readonly ours: Rouge; readonly lead: Rouge };
/** In points of 100; the interval holds 95 of 100 draws of as many articles. */
export type Gap = { readonly mean: number; readonly from: number; readonly to: number };
export type OwnScore = {
  readonly articles: number;
  readonly ours: Rouge;
  readonly lead: Rouge;
  readonly above: Readonly<Record<keyof Rouge, Gap>>;
};

export async function scoreOwnAbstracts(): Promise<OwnScore> {
  const texts = await articlesOfOurs();
  const scores = rowsOf<{ article: string; abstract: string }>('gold/summaries.jsonl').map(({ article, abstract }): Score => {
    const text = texts.get(article);
    if (text === undefined) throw new Error(`summaries.jsonl: there is no article ${article}`);
    const summary = summariseArticle({ id: article, text }, extract({ id: article, text }));
    const words = text.trim().split(/\s+/).slice(0, summary.split(/\s+/).length);
    return { ours: rouge(summary, abstract), lead: rouge(words.join(' '), abstract) };
  });
  return {
    articles: scores.length,
    ours: each((measure) => 100 * mean(scores.map(({ ours }) => ours[measure]))),
    lead: each((measure) => 100 * mean(scores.map(({ lead }) => lead[measure]))),
    above: each((measure) => gapOf(scores.map(({ ours, lead }) => 100 * (ours[measure] - lead[measure])))),
  };
}

/** By the names that the gold files give them; texts as the bot would store them. */
async function articlesOfOurs(): Promise<ReadonlyMap<string, string>> {
  const stories = rowsOf<{ id: string; text: string }>('gold/stories.jsonl').map(({ id, text }) => [id, text] as const);
  const sample = (await readPairs()).map(({ article, gold }) => [gold.slug, article.ingested] as const);
  return new Map([...stories, ...sample, ['harbour-page', readFileSync(join(root, 'fixtures/pages/harbour.txt'), 'utf8')] as const]);
}

const rowsOf = <Row>(file: string): Row[] =>
  readFileSync(join(root, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

const each = <Value>(of: (measure: keyof Rouge) => Value): Record<keyof Rouge, Value> =>
  Object.fromEntries(measures.map((measure) => [measure, of(measure)])) as Record<keyof Rouge, Value>;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Bootstrap over the articles, with the same draws each time. */
function gapOf(gaps: readonly number[]): Gap {
  let state = 12_345;
  const draw = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return gaps[Math.floor((state / 2 ** 32) * gaps.length)] ?? 0;
  };
  const means = Array.from({ length: 1_000 }, () => mean(gaps.map(draw))).sort((a, b) => a - b);
  return { mean: mean(gaps), from: means[25] ?? 0, to: means[975] ?? 0 };
}
