/** Expiring state. */
import type { KeyvStorageAdapter } from 'keyv';

/** A Keyv adapter, and what Keyv has no word for. */
export type KeyvStore = KeyvStorageAdapter & {
  /** Sets a key that is not there, or has expired: true for one caller only, among all processes. @param expires Milliseconds since 1970. */
  readonly claim: (key: string, expires: number) => Promise<boolean>;
};
