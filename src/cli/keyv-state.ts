/** A namespace of the store → Keyv's get, set and delete over it, and the store's claim. */
import Keyv from 'keyv';
import type { Storage } from '#storage/storage.ts';

/** Keyv's errors are thrown to whoever asked; its event would end the process where nobody listens. */
export const stateOf = (storage: Pick<Storage, 'keyv'>, namespace: string) => {
  const store = storage.keyv(namespace);
  const keyv = new Keyv({ store });
  keyv.on('error', () => {});
  return {
    get: <Value>(key: string) => keyv.get<Value>(key) as Promise<Value | undefined>,
    /** Without `ttlMs` it stays. */
    set: (key: string, value: unknown, ttlMs?: number) => keyv.set(key, value, ttlMs),
    delete: (key: string) => keyv.delete(key),
    claim: (key: string, ttlMs: number) => store.claim(key, Date.now() + ttlMs),
  };
};
