/** Expiring state in memory, on a clock that the test drives; values go through JSON as they would in a store. */
import type { State } from '../../src/chat/state.ts';

export function memoryState(now: () => number): State & { readonly size: () => number } {
  const rows = new Map<string, { readonly json: string; readonly until: number }>();
  return {
    get: async <Value>(key: string) => {
      const row = rows.get(key);
      return row && row.until > now() ? (JSON.parse(row.json) as Value) : undefined;
    },
    set: async (key, value, ttlMs) => rows.set(key, { json: JSON.stringify(value), until: now() + ttlMs }),
    delete: async (key) => rows.delete(key),
    size: () => rows.size,
  };
}
