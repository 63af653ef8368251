/** Words that find nothing, or that somebody still types → topics of the library that are spelled like them. */
import { fold } from '#lib/fold.ts';
import type { Instant } from '#model/article.ts';
import type { Library } from '#storage/contract/library.ts';
import { nearest } from './nearest.ts';
import { tellsNothing, wordsOf } from './topics.ts';

const MAX_NEAR = 3;
const MAX_TERMS = 500;
/** Words of a longer sentence are looked for one by one only. */
const MAX_RESPELLED = 6;
/** Each is looked for with the words before it. */
const MAX_TRIED = 12;

/** The words as a whole, each spelled as the library spells it; then defined topics, words and names that are like one of them. */
export async function nearTopics(asked: string, library: Library, defined: readonly string[]): Promise<string[]> {
  const words = wordsOf(asked);
  const terms = await termsOf(library, '', 0, MAX_TERMS);
  const known = [...defined, ...terms, ...(await library.speakers('', 200)).map(({ name }) => name)];
  const phrase = words.length > 1 && words.length <= MAX_RESPELLED ? await respelled(words, terms, library) : undefined;
  const parts = [asked, ...words].flatMap((word) => nearest(word, known));
  const near = new Set([...(phrase === undefined ? [] : [phrase]), ...parts]);
  return [...near].filter((name) => fold(name) !== fold(asked)).slice(0, MAX_NEAR);
}

/** "marena fery" → "marenna ferry", where articles hold both. */
async function respelled(words: readonly string[], terms: readonly string[], library: Library): Promise<string | undefined> {
  const spelled: string[] = [];
  for (const word of words) {
    const near = (await holds(library, [word])) ? word : nearest(word, terms, 1)[0];
    if (near === undefined) return undefined;
    spelled.push(near);
  }
  return spelled.join(' ') !== words.join(' ') && (await holds(library, spelled)) ? spelled.join(' ') : undefined;
}

/** What completes it: defined topics, then words that stand in articles together with the words before. */
export async function completeTopic(
  typed: string,
  library: Library,
  { defined, since, limit }: { readonly defined: readonly string[]; readonly since: Instant; readonly limit: number },
): Promise<string[]> {
  const topics = defined.filter((slug) => slug.startsWith(typed.toLowerCase()));
  const [, before = '', last = ''] = /^(.*[\s-])?([^\s-]*)$/s.exec(typed) ?? [];
  const terms = await termsOf(library, last, since, before === '' ? limit : MAX_TRIED);
  if (before === '') return [...new Set([...topics, ...terms])];
  const given = wordsOf(before);
  const together: string[] = [];
  for (const term of terms)
    if (!given.some((word) => fold(word) === term) && (await holds(library, [...given, term]))) together.push(`${before}${term}`);
  return [...topics, ...together];
}

const holds = async (library: Library, all: readonly string[]): Promise<boolean> => (await library.articles({ all, limit: 1 })).length > 0;

/** Words that tell nothing stand in every title. */
const termsOf = async (library: Library, prefix: string, since: Instant, limit: number): Promise<string[]> =>
  (await library.terms(prefix, since, MAX_TERMS)).filter((term) => !tellsNothing(term)).slice(0, limit);
