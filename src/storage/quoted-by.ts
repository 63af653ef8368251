/** Names as somebody typed them → the condition that an article row quotes one of them. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { foldedWords } from '#lib/fold.ts';

/** For an article that stands in the query as `article`. A name is found by any of its bearers' forms that holds all its words: "Holm" by Ana Holm too. */
export function quotesOneOf(names: readonly string[], leastConfidence: number): RawBuilder<SqlBool> {
  const bearers = names.flatMap((name) => {
    const words = [...new Set(foldedWords(name))];
    if (words.length === 0) return [];
    return sql`select speaker_no from speaker_word where word in (${sql.join(words)}) group by speaker_no having count(*) = ${words.length}`;
  });
  if (bearers.length === 0) return sql<SqlBool>`1 = 0`;
  return sql<SqlBool>`article.no in (select quote.article_no from quote join quote_speaker on quote_speaker.quote_no = quote.no
    where quote.confidence >= ${leastConfidence} and quote_speaker.speaker_no in (${sql.join(bearers, sql` union `)}))`;
}
