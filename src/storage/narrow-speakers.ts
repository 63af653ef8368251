/**
 * The speakers of a tenant that reads few articles (the sample, a workspace with a feed or two), found from those articles: among all
 * speakers of a large store it would take long to meet one that is in its sight.
 */
import { type Kysely, sql } from 'kysely';
import type { TenantId } from '#model/subscription.ts';
import type { KnownSpeaker } from './contract/library.ts';
import { fewArticles } from './few-articles.ts';
import { heatOf } from './heat.ts';
import type { Tables } from './tables.ts';
import { visibleTo } from './visible.ts';

type Warm = KnownSpeaker & { readonly words: readonly string[]; readonly heat: number };

/** Heat from what is in sight; the sum of 2^x is taken relative to the newest, which fits a number. */
async function warmSpeakers(db: Kysely<Tables>, tenant: TenantId, articles: readonly number[]): Promise<readonly Warm[]> {
  const { rows } = await sql<{ no: number; name: string; at: number }>`select speaker.no, speaker.name, article.published_at as at
    from article cross join quote cross join quote_speaker cross join speaker
    where article.no in (${sql.join([...articles])}) and quote.article_no = article.no and quote_speaker.quote_no = quote.no
    and speaker.no = quote_speaker.speaker_no and ${visibleTo(tenant)}`.execute(db);
  const words = await wordsOf(db, [...new Set(rows.map(({ no }) => no))]);
  return [...Map.groupBy(rows, ({ no }) => no)].map(([no, said]) => {
    const lastAt = Math.max(...said.map(({ at }) => at));
    const weight = said.reduce((sum, { at }) => sum + 2 ** (heatOf(1, at) - heatOf(1, lastAt)), 0);
    const name = said[0]?.name ?? '';
    return { name, words: words.get(no) ?? [], quotes: said.length, lastAt, heat: heatOf(weight, lastAt) };
  });
}

/** By speaker: the words that find it, those of its aliases too. */
async function wordsOf(db: Kysely<Tables>, nos: readonly number[]): Promise<ReadonlyMap<number, readonly string[]>> {
  if (nos.length === 0) return new Map();
  const rows = await db.selectFrom('speaker_word').select(['speaker_no', 'word']).where('speaker_no', 'in', nos).execute();
  return new Map([...Map.groupBy(rows, ({ speaker_no }) => speaker_no)].map(([no, found]) => [no, found.map(({ word }) => word)]));
}

/** Undefined for a tenant that reads much. */
export async function narrowSpeakers(db: Kysely<Tables>, tenant: TenantId) {
  const articles = await fewArticles(db, tenant);
  if (articles === undefined) return undefined;
  const speakers = articles.length === 0 ? [] : await warmSpeakers(db, tenant, articles);
  const warmestFirst = speakers.toSorted((a, b) => b.heat - a.heat || (a.name < b.name ? -1 : 1));
  return async (typed: readonly string[], isWhole: boolean, limit: number): Promise<readonly KnownSpeaker[]> =>
    warmestFirst
      .filter(({ words }) => typed.every((part) => words.some((word) => (isWhole ? word === part : word.startsWith(part)))))
      .slice(0, limit)
      .map(({ name, quotes, lastAt }) => ({ name, quotes, lastAt }));
}
