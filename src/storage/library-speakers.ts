/** What was typed → speakers: a whole word of the name before the beginning of one, then whoever said most lately. */
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { TenantId } from '#model/subscription.ts';
import { foldedWords } from './fold.ts';
import type { KnownSpeaker } from './storage.ts';
import type { Tables } from './tables.ts';
import { visibleTo } from './visible.ts';

/** Quotes are counted up to here: a number beside a name, not a census. */
const MAX_QUOTES = 50;
/** Who reads only so many articles is served from these; going through all speakers by heat would take long to find one in sight. */
const MAX_NARROW_ARTICLES = 1_000;

/** After every word that starts with `prefix`: nothing sorts above the last code point. */
const endOfPrefix = (prefix: string): string => `${prefix}\u{10ffff}`;

function hasWord(word: string, isWhole: boolean): RawBuilder<SqlBool> {
  const fits = isWhole ? sql`word = ${word}` : sql`word >= ${word} and word < ${endOfPrefix(word)}`;
  return sql<SqlBool>`speaker.no in (select speaker_no from speaker_word where ${fits})`;
}

/** The quotes of the speaker in the query around it, newest first. */
const visibleQuotes = (tenant: TenantId): RawBuilder<unknown> => sql`from quote_speaker cross join quote cross join article
  where quote_speaker.speaker_no = speaker.no and quote.no = quote_speaker.quote_no and article.no = quote.article_no
  and ${visibleTo(tenant)} order by quote_speaker.quote_no desc`;

/** Undefined where the tenant sees more articles than that. */
async function narrowArticles(db: Kysely<Tables>, tenant: TenantId): Promise<readonly number[] | undefined> {
  const { rows } = await sql<{ no: number }>`select distinct article.no from (
      select id from feed where everybody = 1 or owner = ${tenant} union select feed_id from subscription where tenant = ${tenant}
    ) as read cross join feed_article cross join article
    where feed_article.feed_id = read.id and article.no = feed_article.article_no and ${visibleTo(tenant)}
    limit ${MAX_NARROW_ARTICLES + 1}`.execute(db);
  return rows.length > MAX_NARROW_ARTICLES ? undefined : rows.map(({ no }) => no);
}

/** Speakers that the tenant may see: those of its few articles, or any that has a quote in sight. */
async function scopeOf(db: Kysely<Tables>, tenant: TenantId): Promise<RawBuilder<SqlBool>> {
  const narrow = await narrowArticles(db, tenant);
  if (narrow === undefined) return sql<SqlBool>`exists (select 1 ${visibleQuotes(tenant)})`;
  if (narrow.length === 0) return sql<SqlBool>`1 = 0`;
  return sql<SqlBool>`speaker.no in (select speaker_no from quote_speaker where quote_no in (
    select no from quote where article_no in (${sql.join([...narrow])})))`;
}

async function find(
  db: Kysely<Tables>,
  tenant: TenantId,
  conditions: readonly RawBuilder<SqlBool>[],
  limit: number,
): Promise<readonly KnownSpeaker[]> {
  const { rows } = await sql<{ name: string; quotes: number; last_at: number | null }>`select name,
      (select count(*) from (select 1 ${visibleQuotes(tenant)} limit ${MAX_QUOTES}) as said) as quotes,
      (select article.published_at ${visibleQuotes(tenant)} limit 1) as last_at
    from (select speaker.no, speaker.name, speaker.heat from speaker where ${sql.join([...conditions], sql` and `)}
      order by speaker.heat desc limit ${limit}) as speaker
    order by heat desc, name`.execute(db);
  return rows.map(({ name, quotes, last_at }) => ({ name, quotes, lastAt: last_at ?? 0 }));
}

export async function findSpeakers(db: Kysely<Tables>, tenant: TenantId, typed: string, limit: number): Promise<readonly KnownSpeaker[]> {
  const words = foldedWords(typed).slice(0, 8);
  if (limit <= 0 || (words.length === 0 && typed.trim() !== '')) return [];
  const scope = await scopeOf(db, tenant);
  const whole = await find(db, tenant, [...words.map((word) => hasWord(word, true)), scope], limit);
  if (words.length === 0 || whole.length >= limit) return whole;
  const started = await find(db, tenant, [...words.map((word) => hasWord(word, false)), scope], limit + whole.length);
  const names = new Set(whole.map(({ name }) => name));
  return [...whole, ...started.filter(({ name }) => !names.has(name))].slice(0, limit);
}
