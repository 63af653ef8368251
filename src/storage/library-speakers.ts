/** What was typed → speakers: a whole word of the name before the beginning of one, then whoever said most lately. */
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import { foldedWords } from '#lib/fold.ts';
import type { TenantId } from '#model/subscription.ts';
import type { KnownSpeaker } from './contract/library.ts';
import { narrowSpeakers } from './narrow-speakers.ts';
import type { Tables } from './tables.ts';
import { visibleTo } from './visible.ts';

/** Quotes are counted up to here: a number beside a name, not a census. */
const MAX_QUOTES = 20;
/** The warmest are looked through; of those, most are in sight of who reads much. */
const MIN_CANDIDATES = 1_000;
const CANDIDATES_PER_PLACE = 4;

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

/** Those of them that have a quote in sight, in the order given. */
async function inSight(db: Kysely<Tables>, tenant: TenantId, nos: readonly number[]): Promise<readonly KnownSpeaker[]> {
  const { rows } = await sql<{ no: number; name: string; quotes: number; last_at: number | null }>`select speaker.no, speaker.name,
      (select count(*) from (select 1 ${visibleQuotes(tenant)} limit ${MAX_QUOTES}) as said) as quotes,
      (select article.published_at ${visibleQuotes(tenant)} limit 1) as last_at
    from speaker where speaker.no in (${sql.join([...nos])})`.execute(db);
  const found = new Map(rows.map((row) => [row.no, row]));
  return nos.flatMap((no) => {
    const row = found.get(no);
    return row === undefined || row.last_at === null ? [] : [{ name: row.name, quotes: row.quotes, lastAt: row.last_at }];
  });
}

const nosOf = (rows: readonly { readonly no: number }[]): readonly number[] => rows.map(({ no }) => no);

type Find = (words: readonly string[], isWhole: boolean, limit: number) => Promise<readonly KnownSpeaker[]>;

/** For who reads much: the warmest of all speakers, page by page; who has no quote in sight is passed over. */
export function wideFind(db: Kysely<Tables>, tenant: TenantId): Find {
  return async (words, isWhole, limit) => {
    const where =
      words.length === 0
        ? sql``
        : sql`where ${sql.join(
            words.map((word) => hasWord(word, isWhole)),
            sql` and `,
          )}`;
    const found: KnownSpeaker[] = [];
    const most = Math.max(MIN_CANDIDATES, limit * CANDIDATES_PER_PLACE);
    // Nearly always the first page is enough.
    for (let start = 0, size = limit; start < most && found.length < limit; start += size, size = MIN_CANDIDATES) {
      const { rows } = await sql<{ no: number }>`select speaker.no from speaker ${where}
        order by speaker.heat desc, speaker.name limit ${size} offset ${start}`.execute(db);
      found.push(...(rows.length > 0 ? await inSight(db, tenant, nosOf(rows)) : []));
      if (rows.length < size) break;
    }
    return found.slice(0, limit);
  };
}

export async function findSpeakers(db: Kysely<Tables>, tenant: TenantId, typed: string, limit: number): Promise<readonly KnownSpeaker[]> {
  const words = foldedWords(typed).slice(0, 8);
  if (limit <= 0 || (words.length === 0 && typed.trim() !== '')) return [];
  const find = (await narrowSpeakers(db, tenant)) ?? wideFind(db, tenant);
  const whole = await find(words, true, limit);
  if (words.length === 0 || whole.length >= limit) return whole;
  const started = await find(words, false, limit + whole.length);
  const names = new Set(whole.map(({ name }) => name));
  return [...whole, ...started.filter(({ name }) => !names.has(name))].slice(0, limit);
}
