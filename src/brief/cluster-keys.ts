/** An article → the keys that its story is looked up by: `n:` names, `w:` telling words, `s:` a sample of its runs of four words. */
import type { Article } from '#model/article.ts';
import type { Extraction } from '#model/extraction.ts';
import { shingles } from '#text/shingles.ts';
import { contentWords, isCommon, stem, wordsOf } from './words.ts';

const MAX_NAMES = 10;
const MAX_WORDS = 20;
/** One run in sixteen is kept, by its hash, so that two copies keep the same ones. */
const SAMPLE = 16;
const MAX_RUNS = 24;
/** What stands late in an article is background; an event is told at the top. */
const TOP_CHARS = 2_500;

export function clusterKeys(article: Pick<Article, 'title' | 'text'>, extraction: Pick<Extraction, 'names'>): string[] {
  const names = nameKeys(article, extraction.names);
  const words = wordKeys(article).filter((word) => !names.includes(word));
  return [...names.map((name) => `n:${name}`), ...words.slice(0, MAX_WORDS).map((word) => `w:${word}`), ...runKeys(article.text)];
}

/** Last words of names: "Vladimir Putin" and "Putin" meet. Those that stand at the top come first. */
function nameKeys(article: Pick<Article, 'title' | 'text'>, names: readonly string[]): string[] {
  const top = new Set(wordsOf(`${article.title} ${article.text.slice(0, TOP_CHARS)}`).map(stem));
  const known = names.length > 0 ? names : capitalised(article.text.slice(0, TOP_CHARS));
  const keys = known.flatMap((name) => wordsOf(name).slice(-1).map(stem)).filter((word) => top.has(word) && !isCommon(word));
  return [...new Set(keys)].slice(0, MAX_NAMES);
}

/** Where the extraction names nobody: words with a capital that no sentence's beginning gives them, most frequent first. */
function capitalised(text: string): string[] {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/(?<=[\p{Ll},] )\p{Lu}[\p{L}’']{2,}/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
}

/** Words of the title, then the most frequent of the top; ties go to the word that comes first. Counts move from report to report, so numbers are no keys. */
function wordKeys(article: Pick<Article, 'title' | 'text'>): string[] {
  const counts = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const word of contentWords(text)) if (!/^\d/.test(word)) counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  add(article.title, 3);
  add(article.text.slice(0, TOP_CHARS), 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
}

/** The lowest of a fair sample, in one width, so that their order as text is their order as numbers. */
const runKeys = (text: string): string[] =>
  shingles(text)
    .filter((hash) => hash % SAMPLE === 0)
    .slice(0, MAX_RUNS)
    .map((hash) => `s:${hash.toString(16).padStart(8, '0')}`);
