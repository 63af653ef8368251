/** Expiring state of a chat adapter: what a button stands for, which events were seen. Keyv fits as it is. */

/** Keyv's own methods; values are JSON. */
export type State = {
  readonly get: <Value>(key: string) => Promise<Value | undefined>;
  readonly set: (key: string, value: unknown, ttlMs: number) => Promise<unknown>;
  readonly delete: (key: string) => Promise<unknown>;
};

export type Tokens = {
  /** Keeps the value for a while; the token is short and cannot be guessed. */
  readonly keep: (value: unknown, ttlMs: number) => Promise<string>;
  /** Undefined: expired, taken, or never given out. */
  readonly read: <Value>(token: string) => Promise<Value | undefined>;
  /** Reads it and makes it worthless, so that a second press of a button finds nothing. */
  readonly take: <Value>(token: string) => Promise<Value | undefined>;
};

const TOKEN_FORM = /^[\w-]{16,64}$/;

/** @param newId Unguessable, of letters, digits, - and _: at least 96 bits. */
export function createTokens(state: State, newId: () => string): Tokens {
  /** Two presses in one process must not both find the value, whatever the store's speed. */
  const taken = new Set<string>();
  const read = async <Value>(token: string): Promise<Value | undefined> =>
    TOKEN_FORM.test(token) && !taken.has(token) ? await state.get<Value>(`token:${token}`) : undefined;
  return {
    keep: async (value, ttlMs) => {
      const token = newId();
      await state.set(`token:${token}`, value, ttlMs);
      return token;
    },
    read,
    take: async <Value>(token: string) => {
      if (taken.has(token)) return undefined;
      const reading = read<Value>(token);
      taken.add(token);
      try {
        const value = await reading;
        if (value !== undefined) await state.delete(`token:${token}`);
        return value;
      } finally {
        // Deleted by now; the set only bridges the wait.
        taken.delete(token);
      }
    },
  };
}
