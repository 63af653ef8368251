/**
 * An article → the keys that its story is looked up by: `n:` names, `w:` telling words, `s:` a sample of its runs of four words;
 * and what only sets two articles apart: `d:` days that it names, `o:` the outlet with the opening of the title, and of the text, `e:` the storm it is about.
 */
import type { Article, Instant } from '#model/article.ts';
import type { Extraction } from '#model/extraction.ts';
import { shingles } from '#text/shingles.ts';
import { isOfAnyNews } from './news-words.ts';
import { contentWords, fold, isCommon, stem, wordsOf } from './words.ts';

export const MAX_NAMES = 10;
const MAX_WORDS = 20;
/** The lowest hashes of a text are a fair sample of its runs, and two copies keep the same ones. */
const MAX_RUNS = 24;
/** What stands late in an article is background; an event is told at the top. */
const TOP_CHARS = 2_500;

export type Clustered = Pick<Article, 'title' | 'text'> & Partial<Pick<Article, 'outlet' | 'publishedAt'>>;

export function clusterKeys(article: Clustered, extraction: Pick<Extraction, 'names'>): string[] {
  const top = article.text.slice(0, TOP_CHARS);
  const names = nameKeys(article.title, top, extraction.names);
  const inNames = new Set(extraction.names.flatMap(wordsOf).map(stem));
  const words = wordKeys(article.title, top).filter((word) => !names.includes(word) && !inNames.has(word));
  return [
    ...names.map((name) => `n:${name}`),
    ...words.slice(0, MAX_WORDS).map((word) => `w:${word}`),
    ...runKeys(article.text),
    ...dayKeys(`${article.title}. ${top}`, article.publishedAt),
    ...openingKeys(article),
    ...stormKeys(`${article.title}. ${top}`),
  ];
}

/** Those by which candidates are found; the others say something only beside a candidate. */
export const isLookedUp = (key: string): boolean => /^[nws]:/.test(key);

/** Last words that many names share, beside those of any news: "Calder Bay" and "Ostrava Point" are found as Calder and Ostrava. */
const general = new Set(
  'bay bridge chapel cove falls gulf hills island islands isle lakes lines mount park press school sound square times union'
    .split(' ')
    .map(stem),
);

/** Last words of names: "Vladimir Putin" and "Putin" meet. Those of the top only; a word that the text has in small letters too is none. */
function nameKeys(title: string, top: string, names: readonly string[]): string[] {
  const held = new Set(wordsOf(`${title} ${top}`).map(stem));
  const small = new Set((top.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{Ll}]+/gu) ?? []).map((word) => stem(fold(word))));
  const known = names.length > 0 ? names : capitalised(top);
  const keys = known.flatMap((name) => {
    const words = wordsOf(name).map(stem);
    const last = words.at(-1) ?? '';
    return [words.length > 1 && (general.has(last) || isOfAnyNews(last) || small.has(last)) ? (words[0] ?? last) : last];
  });
  return [...new Set(keys.filter((word) => held.has(word) && !isCommon(word) && !isOfAnyNews(word) && !small.has(word)))].slice(
    0,
    MAX_NAMES,
  );
}

/** Where the extraction names nobody: words with a capital that no sentence's beginning gives them, most frequent first. */
function capitalised(text: string): string[] {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/(?<=[\p{Ll},] )\p{Lu}[\p{L}’']{2,}/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
}

/** Words of the title, then the most frequent of the top; ties go to the word that comes first. Counts move from report to report, so numbers are no keys. */
function wordKeys(title: string, top: string): string[] {
  const counts = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const word of contentWords(text)) if (!/^\d/.test(word)) counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  add(title, 3);
  add(top, 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
}

/** In one width, so that their order as text is their order as numbers. */
const runKeys = (text: string): string[] =>
  shingles(text)
    .slice(0, MAX_RUNS)
    .map((hash) => `s:${hash.toString(16).padStart(8, '0')}`);

/** Storms are named so that they can be told apart: "Hurricane Ilka", "the next storm, Jonas". The first one is what it is about. */
function stormKeys(text: string): string[] {
  const [, name] = /\b(?:[Ss]torm|[Hh]urricane|[Tt]yphoon|[Cc]yclone),? (\p{Lu}\p{Ll}+)/u.exec(text) ?? [];
  return name === undefined ? [] : [`e:${fold(name)}`];
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const DAY_MS = 24 * 3_600_000;

/** Days that it names; where it names none, the day of its publication. Within the days that a story takes, a weekday's name is a date. */
function dayKeys(text: string, publishedAt: Instant | undefined): string[] {
  const days = new Set<string>();
  for (const [, day = ''] of text.matchAll(/\b(Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b/g)) days.add(day.toLowerCase().slice(0, 3));
  const published = publishedAt === undefined ? undefined : new Date(publishedAt).getUTCDay();
  if (published !== undefined && (days.size === 0 || /\btoday\b/i.test(text))) days.add(DAYS[published] ?? '');
  if (publishedAt !== undefined && /\byesterday\b/i.test(text)) days.add(DAYS[new Date(publishedAt - DAY_MS).getUTCDay()] ?? '');
  return [...days].map((day) => `d:${day}`);
}

const TITLE_OPENING = 2;
const TEXT_OPENING = 5;

/** What comes each day begins alike: "Shares close …", "Weather: …"; or its text does: "The exchange in Velm closed …". */
function openingKeys({ outlet, title, text }: Clustered): string[] {
  if (outlet === undefined) return [];
  const isLabelled = /^[\p{L} ]{3,24}:/u.test(title);
  const ofTitle = wordsOf(title).slice(0, isLabelled ? wordsOf(title.split(':')[0] ?? '').length : TITLE_OPENING);
  const ofText = wordsOf(text.slice(0, 120)).slice(0, TEXT_OPENING);
  return [ofTitle, ofText].filter(({ length }) => length > 0).map((opening) => `o:${wordsOf(outlet).join('_')}|${opening.join('_')}`);
}
