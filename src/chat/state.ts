/** Expiring state of a chat adapter: what a button stands for, which events were seen. Keyv fits as it is. */

/** Keyv's own methods; values are JSON. */
export type State = {
  readonly get: <Value>(key: string) => Promise<Value | undefined>;
  readonly set: (key: string, value: unknown, ttlMs: number) => Promise<unknown>;
  readonly delete: (key: string) => Promise<unknown>;
  /** Sets a key that is not there: true for one caller only, among all processes. Absent where the state is one process's own. */
  readonly claim?: (key: string, ttlMs: number) => Promise<boolean>;
};

export type Tokens = {
  /** Keeps the value for a while; the token is short and cannot be guessed. */
  readonly keep: (value: unknown, ttlMs: number) => Promise<string>;
  /** Undefined: expired, or never given out. */
  readonly read: <Value>(token: string) => Promise<Value | undefined>;
};

const TOKEN_FORM = /^[\w-]{16,64}$/;

/** @param newId Unguessable, of letters, digits, - and _: at least 96 bits. */
export function createTokens(state: State, newId: () => string): Tokens {
  return {
    keep: async (value, ttlMs) => {
      const token = newId();
      await state.set(`token:${token}`, value, ttlMs);
      return token;
    },
    read: async <Value>(token: string) => (TOKEN_FORM.test(token) ? await state.get<Value>(`token:${token}`) : undefined),
  };
}
