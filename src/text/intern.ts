/**
 * A stretch of a text → the one value that is kept for all stretches of the same letters. A hash table over the characters themselves:
 * a look-up makes no string, and touches less memory than a Map of many thousand strings.
 */

/** Stretches that share a hash, by chance or by a hostile hand, are kept in a Map beyond this many. */
const MAX_PROBES = 8;
/** Longer ones are no words, hardly ever come again, and would fill the memory. */
const MAX_KEPT_CHARS = 100;
const FIRST_SLOTS = 1024;

export type Intern<T> = (text: string, start: number, end: number) => T;

/** `make` is called once for each distinct stretch of a word's length, until `maxKept` are known; then all are forgotten. */
export function createIntern<T>(make: (text: string) => T, maxKept: number): Intern<T> {
  let hashes = new Int32Array(FIRST_SLOTS);
  /** Of each place the letters and, right behind them, what is kept for them: what is read together lies together. */
  let pairs: (string | T | undefined)[] = new Array(2 * FIRST_SLOTS).fill(undefined);
  let count = 0;
  let beyond = new Map<string, T>();

  /** Where it stands or could stand; -1 where all places are taken. */
  const slotOf = (text: string, start: number, end: number, hash: number): number => {
    const mask = hashes.length - 1;
    for (let probe = 0; probe < MAX_PROBES; probe++) {
      const slot = (hash + probe) & mask;
      const there = hashes[slot];
      if (there === 0 || (there === hash && isAt(text, start, end, pairs[2 * slot] as string))) return slot;
    }
    return -1;
  };

  const put = (key: string, hash: number, value: T): void => {
    const slot = slotOf(key, 0, key.length, hash);
    if (slot < 0) beyond.set(key, value);
    else {
      hashes[slot] = hash;
      pairs[2 * slot] = key;
      pairs[2 * slot + 1] = value;
    }
  };

  const resize = (slots: number): void => {
    const [oldHashes, oldPairs, oldBeyond] = [hashes, pairs, beyond];
    hashes = new Int32Array(slots);
    pairs = new Array(2 * slots).fill(undefined);
    beyond = new Map();
    if (count === 0) return;
    for (const [slot, hash] of oldHashes.entries()) if (hash !== 0) put(oldPairs[2 * slot] as string, hash, oldPairs[2 * slot + 1] as T);
    for (const [key, value] of oldBeyond) put(key, hashOf(key, 0, key.length), value);
  };

  const add = (text: string, hash: number): T => {
    if (count >= maxKept) {
      count = 0;
      resize(FIRST_SLOTS);
    } else if (count * 3 >= hashes.length * 2) resize(hashes.length * 2);
    // a slice of an article would keep the whole article in memory
    const key = ` ${text}`.slice(1);
    const value = make(key);
    put(key, hash, value);
    count++;
    return value;
  };

  return (text, start, end) => {
    if (end - start > MAX_KEPT_CHARS) return make(text.slice(start, end));
    const hash = hashOf(text, start, end);
    const slot = slotOf(text, start, end, hash);
    const known = slot < 0 ? beyond.get(text.slice(start, end)) : (pairs[2 * slot + 1] as T | undefined);
    return known ?? add(text.slice(start, end), hash);
  };
}

/** FNV-1a over the UTF-16 codes; never 0, which marks a free place. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) | 0 || 1;
}

function isAt(text: string, start: number, end: number, key: string): boolean {
  const { length } = key;
  if (length !== end - start) return false;
  for (let i = 0; i < length; i++) if (key.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
