/** Words → the quote, figure or sentence of the library's articles that they stand in, the newest article first. */

import type { Fact } from '#brief/present-why-fact.ts';
import { foldedWords } from '#lib/fold.ts';
import type { Article } from '#model/article.ts';
import type { Extraction } from '#model/extraction.ts';
import type { Library } from '#storage/contract/library.ts';
import { wordsOf } from './topics.ts';
import { type Withdrawn, withoutWithdrawn } from './withdrawn.ts';

export type FoundFact = { readonly fact: Fact; readonly article: Article; readonly extraction: Extraction; readonly storyId: string };

/** Articles looked through; of fewer words than this a fact is not meant unless it is a figure's whole amount or a quote's whole text. */
const MAX_ARTICLES = 12;
const MIN_WORDS = 3;

export async function findFact(line: string, library: Library, withdrawn: Withdrawn): Promise<FoundFact | undefined> {
  const asked = articleWords(line);
  const wanted = plainWords(asked);
  if (wanted === '') return undefined;
  const hits = await library.articles({ all: wordsOf(asked), limit: MAX_ARTICLES });
  const stories = withoutWithdrawn(await library.stories([...new Set(hits.map(({ storyId }) => storyId))]), withdrawn);
  const isLong = wanted.split(' ').length >= MIN_WORDS;
  for (const { articleId, storyId } of hits) {
    const held = stories.find(({ id }) => id === storyId)?.articles.find(({ article }) => article.id === articleId);
    const fact = held && factIn(wanted, isLong, held.article, held.extraction);
    if (held !== undefined && fact !== undefined) return { fact, ...held, storyId };
  }
  return undefined;
}

function factIn(wanted: string, isLong: boolean, { text }: Article, { quotes, figures, sentences }: Extraction): Fact | undefined {
  const cut = ({ start, end }: { readonly start: number; readonly end: number }): string => plainWords(text.slice(start, end));
  const fits = (words: string): boolean => words === wanted || (isLong && ` ${words} `.includes(` ${wanted} `));
  const quote = quotes.find(({ span }) => fits(cut(span)));
  if (quote !== undefined) return { kind: 'quote', quote };
  // A number is a figure's, whatever hedge and unit stand beside it.
  const isNumber = /^\d[\d ]*$/.test(wanted);
  const isAmount = (amount: string): boolean => amount === wanted || (isNumber && ` ${amount} `.includes(` ${wanted} `));
  const figure = figures.find(({ span, concept }) => isAmount(cut(span)) || (isLong && fits(`${cut(span)} ${plainWords(concept ?? '')}`)));
  if (figure !== undefined) return { kind: 'figure', figure };
  const sentence = isLong ? sentences.find((candidate) => fits(cut(candidate))) : undefined;
  return sentence && { kind: 'sentence', sentence };
}

/** What the article has of a line that was copied from a briefing: without bullet, outlet, speaker, sayer, date, and what it was before. */
function articleWords(line: string): string {
  return line
    .replace(/^\s*[•*-]\s+/, '')
    .replace(/[”"]? — .*$/s, '')
    .replace(/\s*\[[^\]]*\]\s*$/, '')
    .replace(/; before, it was .*$/, '')
    .replace(/, according to .*$/, '')
    .replace(/ \(\d{1,2} \p{L}+(?: \d{4})?\)/gu, '')
    .replace(/^(?:up|down) (?=\d)/, '');
}

/** Words with one space between them, without marks and case. */
const plainWords = (words: string): string => foldedWords(words).join(' ');
