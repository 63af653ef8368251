/** A namespace of the store → Keyv's get, set and delete over it. */
import Keyv from 'keyv';
import type { Storage } from '#storage/storage.ts';

/** Keyv's errors are thrown to whoever asked; its event would end the process where nobody listens. */
export const stateOf = (storage: Pick<Storage, 'keyv'>, namespace: string) => {
  const keyv = new Keyv({ store: storage.keyv(namespace) });
  keyv.on('error', () => {});
  return {
    get: <Value>(key: string) => keyv.get<Value>(key) as Promise<Value | undefined>,
    /** Without `ttlMs` it stays. */
    set: (key: string, value: unknown, ttlMs?: number) => keyv.set(key, value, ttlMs),
    delete: (key: string) => keyv.delete(key),
  };
};
