/**
 * Words → PostgreSQL's tsvector. Text and query are folded and cut into words here (lib/fold.ts) and handed over as they are, so that no
 * dictionary or locale of the server has a say, and the same words find the same rows as in the embedded engine.
 */
import { sql } from 'kysely';
import { foldedWords } from '#lib/fold.ts';
import type { Index, Indexed, WordIndex } from './differences.ts';
import type { Phrase, Term, WordQuery } from './words.ts';

const TABLE: Readonly<Record<Index, string>> = {
  article: 'article_words',
  quote: 'quote_words',
  figure: 'figure_words',
  cluster: 'cluster_words',
};

export const POSTGRES_WORD_TABLES = Object.entries(TABLE)
  .map(
    ([index, table]) => `
create table ${table} (
  no bigint primary key references ${index === 'cluster' ? 'article' : index} (no) on delete cascade,
  words tsvector not null
);
create index ${table}_by_word on ${table} using gin (words);
`,
  )
  .join('');

/** Of tsvector: https://www.postgresql.org/docs/current/textsearch-limitations.html. Past these a word is found, but in no phrase. */
const MAX_POSITION = 16_383;
const MAX_PLACES = 255;
/** A vector may take a megabyte; what a text of so many different words has beyond this is not found. */
const MAX_BYTES = 800_000;
/** Longer "words" are no words; both sides cut them. */
const MAX_WORD = 200;
/** Between two columns, so that no phrase reaches from one into the next. */
const GAP = 8;

const cut = (word: string): string => (word.length > MAX_WORD ? word.slice(0, MAX_WORD) : word);

/** `'harbour':1,9 'open':2` */
export function tsvectorOf(words: Indexed): string {
  const places = new Map<string, number[]>();
  let position = 0;
  let bytes = 0;
  for (const text of Object.values(words)) {
    for (const long of foldedWords(text)) {
      position += 1;
      const word = cut(long);
      const known = places.get(word);
      if (known === undefined) {
        bytes += 3 * word.length + 12;
        if (bytes > MAX_BYTES) continue;
        places.set(word, [Math.min(position, MAX_POSITION)]);
      } else if (known.length < MAX_PLACES && position <= MAX_POSITION) {
        known.push(position);
        bytes += 2;
      }
    }
    position += GAP;
  }
  return [...places].map(([word, at]) => `'${word}':${at.join(',')}`).join(' ');
}

/** Cluster keys stand for themselves, in no order. */
const withoutPlaces = (words: Indexed): string =>
  [...new Set(Object.values(words).flatMap((text) => text.split(' ')))].map((word) => `'${word}'`).join(' ');

const phraseOf = (phrase: Phrase): string => `(${phrase.map((word) => `'${cut(word)}'`).join(' <-> ')})`;
const anyOf = (terms: readonly Term[]): string => `(${terms.flat().map(phraseOf).join(' | ')})`;

/** Words are letters and digits, so that none of them is syntax. */
export function tsqueryOf(query: Pick<WordQuery, 'all' | 'any'>, none: WordQuery['none']): string {
  const parts = query.all.map((term) => anyOf([term]));
  if (query.any.length > 0) parts.push(anyOf(query.any));
  if (none.length > 0) parts.push(`!${anyOf(none)}`);
  return parts.join(' & ');
}

export const TSVECTOR: WordIndex = {
  // In order, so that who asks for the newest looks at no more of them than it needs; otherwise all would be joined before they are sorted.
  hits: (index, query, none) => {
    const order = sql.raw(index === 'cluster' ? '' : ' order by no desc');
    return sql<{ no: number }>`(select no from ${sql.table(TABLE[index])} where words @@ ${tsqueryOf(query, none)}::tsquery${order})`;
  },
  hitsOfEach: (index, words) =>
    sql`(select word, no from jsonb_array_elements_text(${JSON.stringify(words)}::jsonb) as wanted (word)
      cross join lateral (select no from ${sql.table(TABLE[index])} where words @@ wanted.word::tsquery offset 0) as hit)`,
  countsOfEach: (index, words, most) =>
    sql`(select word, (select count(*) from (select 1 from ${sql.table(TABLE[index])} where words @@ wanted.word::tsquery limit ${most}) as held) as rows
      from jsonb_array_elements_text(${JSON.stringify(words)}::jsonb) as wanted (word))`,
  addWords: (index, rows) => {
    const vector = index === 'cluster' ? withoutPlaces : tsvectorOf;
    const values = rows.map(([no, words]) => sql`(${no}, ${vector(words)}::tsvector)`);
    return sql`insert into ${sql.table(TABLE[index])} (no, words) values ${sql.join(values)}`;
  },
  dropWords: (index, nos) => sql`delete from ${sql.table(TABLE[index])} where no in (${sql.join([...nos])})`,
};
