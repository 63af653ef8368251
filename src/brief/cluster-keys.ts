/** An article → the keys that its story is looked up by: `n:` names, `w:` telling words, `s:` a sample of its runs of four words. */
import type { Article } from '#model/article.ts';
import type { Extraction } from '#model/extraction.ts';
import { contentWords, isCommon, stem, wordsOf } from './words.ts';

const MAX_NAMES = 10;
const MAX_WORDS = 20;
/** One run in sixteen is kept, by its hash, so that two copies keep the same ones. */
const SAMPLE = 16;
const MAX_RUNS = 24;
const RUN = 4;
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
  const keys = names.flatMap((name) => wordsOf(name).slice(-1).map(stem)).filter((word) => top.has(word) && !isCommon(word));
  return [...new Set(keys)].slice(0, MAX_NAMES);
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

function runKeys(text: string): string[] {
  const words = wordsOf(text);
  const sample = new Set<string>();
  for (let index = 0; index + RUN <= words.length; index += 1) {
    const hash = hashOf(words.slice(index, index + RUN).join(' '));
    if (hash % SAMPLE === 0) sample.add(`s:${hash.toString(16).padStart(8, '0')}`);
  }
  return [...sample].sort().slice(0, MAX_RUNS);
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
