/**
 * Who said the new quotes, gathered and written in few statements in the order of their names. Two processes that store articles at the
 * same time often name the same people; each in its own order, they would wait for each other in a circle.
 */
import { type Kysely, sql } from 'kysely';
import { foldedWords, nameWords } from '#lib/fold.ts';
import type { Instant } from '#model/article.ts';
import type { Quote, Speaker } from '#model/extraction.ts';
import { addHeat, heatOf } from './heat.ts';
import type { Tables } from './tables.ts';

const MAX_ROWS = 500;
/** A longer name is none, and no index takes one of any length. */
const MAX_NAME = 300;

type Said = {
  readonly no: number;
  readonly folded: string;
  readonly name: string;
  readonly kind: 'person' | 'organisation';
  at: Instant;
} & Pick<Speaker, 'aliases'>;

export type SpeakerWriter = {
  readonly add: (quotes: readonly { readonly no: number; readonly quote: Quote }[], at: Instant) => void;
  readonly flush: () => Promise<void>;
};

/** The heat of quotes of any moments: the sum is taken relative to the newest, which fits a number. */
function heatOfAll(said: readonly Said[]): number {
  const newest = Math.max(...said.map(({ at }) => at));
  return heatOf(
    said.reduce((sum, { at }) => sum + 2 ** (heatOf(1, at) - heatOf(1, newest)), 0),
    newest,
  );
}

/** Of the name, and of other forms that articles gave it: a nickname, another script. */
const findingWords = (name: string, aliases: readonly string[] = []): string[] => [
  ...new Set([name, ...aliases].flatMap(nameWords).filter((word) => word.length <= MAX_NAME)),
];

export function createSpeakerWriter(trx: Kysely<Tables>): SpeakerWriter {
  let waiting: Said[] = [];
  const write = async (speakers: readonly (readonly Said[])[]): Promise<void> => {
    const rows = speakers.flatMap((said) =>
      said.slice(0, 1).map(({ folded, name, kind }) => ({ folded, name, kind, heat: heatOfAll(said) })),
    );
    const stored = await trx
      .insertInto('speaker')
      .values(rows)
      .onConflict((conflict) => conflict.column('folded').doUpdateSet({ heat: addHeat(sql`speaker.heat`, sql`excluded.heat`) }))
      .returning(['no', 'folded', 'name'])
      .execute();
    const aliases = new Map(
      speakers.flatMap((said) => said.slice(0, 1).map(({ folded }) => [folded, said.flatMap((one) => one.aliases ?? [])])),
    );
    await trx
      .insertInto('speaker_word')
      .values(stored.flatMap(({ no, name, folded }) => findingWords(name, aliases.get(folded)).map((word) => ({ word, speaker_no: no }))))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const nos = new Map(stored.map(({ folded, no }) => [folded, no]));
    await trx
      .insertInto('quote_speaker')
      .values(speakers.flat().flatMap(({ no, folded }) => (nos.has(folded) ? [{ speaker_no: nos.get(folded) ?? 0, quote_no: no }] : [])))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  };
  return {
    add(quotes, at) {
      for (const { no, quote } of quotes)
        for (const { name, kind, aliases = [] } of quote.speakers) {
          const folded = foldedWords(name).join(' ');
          if (kind !== 'description' && folded !== '' && folded.length <= MAX_NAME) waiting.push({ no, folded, name, kind, at, aliases });
        }
    },
    async flush() {
      const byName = [...Map.groupBy(waiting, ({ folded }) => folded)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, said]) => said);
      waiting = [];
      for (let start = 0; start < byName.length; start += MAX_ROWS) await write(byName.slice(start, start + MAX_ROWS));
    },
  };
}
