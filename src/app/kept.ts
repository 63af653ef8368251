/** Something that takes long to make → the same again for a while; the oldest are dropped. */
import type { Instant } from '#model/article.ts';

export type Kept<T> = {
  /** What is kept under the key, or what `make` makes; without a key nothing is kept. */
  readonly of: (key: string | undefined, now: Instant, make: () => Promise<T>) => Promise<T>;
};

export function createKept<T>(max: number, forMs: number): Kept<T> {
  const kept = new Map<string, { readonly value: T; readonly until: Instant }>();
  return {
    of: async (key, now, make) => {
      const found = key === undefined ? undefined : kept.get(key);
      if (found !== undefined && now < found.until) return found.value;
      const value = await make();
      if (key === undefined) return value;
      kept.delete(key);
      kept.set(key, { value, until: now + forMs });
      for (const old of kept.keys()) {
        if (kept.size <= max) break;
        kept.delete(old);
      }
      return value;
    },
  };
}
