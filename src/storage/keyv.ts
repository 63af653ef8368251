/** The `keyv` table as a Keyv 6 storage adapter: one object per namespace. */
import { Hookified } from 'hookified';
import { type KeyvStorageCapability, type KeyvStorageEntry, keyvStorageCapability } from 'keyv';
import type { Kysely } from 'kysely';
import type { KeyvStore } from './contract/state.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

const PAGE = 200;

class TableKeyv extends Hookified implements KeyvStore {
  readonly #db: Kysely<Tables>;
  readonly #namespace: string;

  constructor(db: Kysely<Tables>, namespace: string) {
    super({ throwOnEmptyListeners: true });
    this.#db = db;
    this.#namespace = namespace;
  }

  /** Says that `expires` is understood; Keyv would treat us as an adapter of version 5 otherwise. */
  get capabilities(): KeyvStorageCapability {
    return keyvStorageCapability(this);
  }

  get namespace(): string {
    return this.#namespace;
  }

  /** Keyv hands its own over on construction. Two Keyvs on one adapter would both get the last one's rows. */
  set namespace(namespace: string | undefined) {
    if (namespace !== undefined && namespace !== this.#namespace)
      throw new Error(`this store is for "${this.#namespace}"; call storage.keyv("${namespace}") for another namespace`);
  }

  /** Keyv reckons expiry by the real clock, so this must too, whatever clock drives the bot. */
  #live() {
    return this.#db
      .selectFrom('keyv')
      .where('namespace', '=', this.#namespace)
      .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', Date.now())]));
  }

  async get<Value>(key: string): Promise<Value | undefined> {
    const [value] = await this.getMany<Value>([key]);
    return value;
  }

  async getMany<Value>(keys: string[]): Promise<(Value | undefined)[]> {
    if (keys.length === 0) return [];
    const rows = await this.#live().select(['key', 'value']).where('key', 'in', keys).execute();
    const values = new Map(rows.map(({ key, value }) => [key, value as Value]));
    return keys.map((key) => values.get(key));
  }

  async has(key: string): Promise<boolean> {
    return (await this.get(key)) !== undefined;
  }

  async hasMany(keys: string[]): Promise<boolean[]> {
    return (await this.getMany(keys)).map((value) => value !== undefined);
  }

  async set(key: string, value: unknown, expires?: number): Promise<boolean> {
    const [stored = false] = await this.setMany([{ key, value, ...(expires === undefined ? {} : { expires }) }]);
    return stored;
  }

  /** All or none. Keyv's serialisation gives strings; anything else would come back as something else. */
  async setMany<Value>(entries: KeyvStorageEntry<Value>[]): Promise<boolean[]> {
    await inTransaction(this.#db, async (trx) => {
      for (const { key, value, expires } of entries) {
        if (typeof value !== 'string') throw new TypeError('a stored value is a string: leave the serialisation of Keyv on');
        const stored = { value, expires_at: expires === undefined ? null : Math.floor(expires) };
        await trx
          .insertInto('keyv')
          .values({ namespace: this.#namespace, key, ...stored })
          .onConflict((conflict) => conflict.columns(['namespace', 'key']).doUpdateSet(stored))
          .execute();
      }
    });
    return entries.map(() => true);
  }

  async claim(key: string, expires: number): Promise<boolean> {
    const stored = { value: JSON.stringify({ value: 1, expires }), expires_at: Math.floor(expires) };
    const claimed = await this.#db
      .insertInto('keyv')
      .values({ namespace: this.#namespace, key, ...stored })
      .onConflict((conflict) => conflict.columns(['namespace', 'key']).doUpdateSet(stored).where('keyv.expires_at', '<=', Date.now()))
      .executeTakeFirst();
    return (claimed.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }

  async delete(key: string): Promise<boolean> {
    const [deleted = false] = await this.deleteMany([key]);
    return deleted;
  }

  async deleteMany(keys: string[]): Promise<boolean[]> {
    if (keys.length === 0) return [];
    const rows = await this.#db
      .deleteFrom('keyv')
      .where('namespace', '=', this.#namespace)
      .where('key', 'in', keys)
      .returning('key')
      .execute();
    const gone = new Set(rows.map(({ key }) => key));
    return keys.map((key) => gone.has(key));
  }

  async clear(): Promise<void> {
    await this.#db.deleteFrom('keyv').where('namespace', '=', this.#namespace).execute();
  }

  /** Page by page in the order of the keys, so that a change while it runs neither blocks nor repeats. */
  async *iterator<Value>(): AsyncGenerator<(string | Awaited<Value> | undefined)[], void> {
    let after: string | undefined;
    for (;;) {
      const page = this.#live().select(['key', 'value']).orderBy('key').limit(PAGE);
      const rows = await (after === undefined ? page : page.where('key', '>', after)).execute();
      for (const { key, value } of rows) yield [key, value as Awaited<Value>];
      if (rows.length < PAGE) return;
      after = rows.at(-1)?.key;
    }
  }
}

export function createKeyvStore(db: Kysely<Tables>, namespace: string): KeyvStore {
  return new TableKeyv(db, namespace);
}
