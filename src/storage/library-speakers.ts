/** What was typed → speakers: a whole word of the name before the beginning of one, then whoever said most lately. */
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { TenantId } from '#model/subscription.ts';
import { foldedWords } from './fold.ts';
import { firstNumberAt } from './numbers.ts';
import type { KnownSpeaker } from './storage.ts';
import type { Tables } from './tables.ts';
import { visibleTo } from './visible.ts';

/** "Lately" counts back from the speaker who spoke last, so that a store that rests (the sample) has one too. */
const LATELY_MS = 30 * 86_400_000;
/** Candidates that are weighed, and quotes that are counted of each: enough for an order, bounded for "a". */
const MAX_CANDIDATES = 200;
const MAX_LATELY = 100;
const MAX_QUOTES = 1_000;

/** After every word that starts with `prefix`: nothing sorts above the last code point. */
const endOfPrefix = (prefix: string): string => `${prefix}\u{10ffff}`;

function hasWord(word: string, isWhole: boolean): RawBuilder<SqlBool> {
  const fits = isWhole ? sql`word = ${word}` : sql`word >= ${word} and word < ${endOfPrefix(word)}`;
  return sql<SqlBool>`speaker.no in (select speaker_no from speaker_word where ${fits})`;
}

const visibleQuotes = (tenant: TenantId): RawBuilder<unknown> => sql`from quote_speaker
  join quote on quote.no = quote_speaker.quote_no join article on article.no = quote.article_no
  where quote_speaker.speaker_no = speaker.no and ${visibleTo(tenant)}`;

type Candidate = { no: number; name: string; last_no: number };

async function candidatesFor(db: Kysely<Tables>, tenant: TenantId, words: readonly string[], isWhole: boolean, limit: number) {
  const conditions = [sql<SqlBool>`exists (select 1 ${visibleQuotes(tenant)})`, ...words.map((word) => hasWord(word, isWhole))];
  const { rows } = await sql<Candidate>`select speaker.no, speaker.name, speaker.last_quote_no as last_no from speaker
    where ${sql.join(conditions, sql` and `)} order by speaker.last_quote_no desc limit ${MAX_CANDIDATES}`.execute(db);
  if (rows.length === 0) return [];
  const [newest] = rows;
  const since = firstNumberAt((newest?.last_no ?? 0) / 2048 - LATELY_MS);
  const nos = rows.map(({ no }) => no);
  const ranked = await sql<{ name: string; quotes: number; last_at: number | null }>`
    select name,
      (select count(*) from (select 1 ${visibleQuotes(tenant)} limit ${MAX_QUOTES}) as said) as quotes,
      (select max(article.published_at) ${visibleQuotes(tenant)}) as last_at
    from (select speaker.no, speaker.name, (select count(*) from (
        select 1 ${visibleQuotes(tenant)} and quote_speaker.quote_no >= ${since} limit ${MAX_LATELY}) as counted) as lately
      from speaker where speaker.no in (${sql.join(nos)}) order by lately desc, speaker.last_quote_no desc limit ${limit}) as speaker
    order by lately desc, last_at desc, name`.execute(db);
  return ranked.rows.map((row): KnownSpeaker => ({ name: row.name, quotes: row.quotes, lastAt: row.last_at ?? 0 }));
}

export async function findSpeakers(db: Kysely<Tables>, tenant: TenantId, typed: string, limit: number): Promise<readonly KnownSpeaker[]> {
  const words = foldedWords(typed).slice(0, 8);
  if (limit <= 0 || (words.length === 0 && typed.trim() !== '')) return [];
  if (words.length === 0) return candidatesFor(db, tenant, [], true, limit);
  const whole = await candidatesFor(db, tenant, words, true, limit);
  if (whole.length >= limit) return whole;
  const started = await candidatesFor(db, tenant, words, false, limit + whole.length);
  const names = new Set(whole.map(({ name }) => name));
  return [...whole, ...started.filter(({ name }) => !names.has(name))].slice(0, limit);
}
