import Keyv, { KeyvHooks } from 'keyv';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Storage } from '#storage/storage.ts';
import { openTemporary } from './engine.ts';

let engine: Awaited<ReturnType<typeof openTemporary>>;
let storage: Storage;

beforeEach(async () => {
  engine = await openTemporary();
  storage = engine.storage;
});
afterEach(() => {
  vi.useRealTimers();
  return engine.end();
});

test('Keyv uses the adapter as it is, without a bridge', () => {
  const store = storage.keyv('answers');
  expect(new Keyv({ store }).store).toBe(store);
  expect(store.capabilities).toMatchObject({ compatible: true, store: 'keyvStorage', expires: true });
});

test('values of any JSON shape come back; what is not there is undefined', async () => {
  const keyv = new Keyv({ store: storage.keyv('answers') });
  const value = { text: 'Zoë said “no” 🚢\0', list: [1, null, true], nested: { at: 1.5 } };
  expect(await keyv.set('a', value)).toBe(true);
  expect(await keyv.set('empty', '')).toBe(true);
  expect([await keyv.get('a'), await keyv.get('empty'), await keyv.get('b')]).toEqual([value, '', undefined]);
  expect([await keyv.has('a'), await keyv.has('b')]).toEqual([true, false]);
  await keyv.set('a', 'other');
  expect(await keyv.get('a')).toBe('other');
  expect([await keyv.delete('a'), await keyv.delete('a'), await keyv.get('a')]).toEqual([true, false, undefined]);
});

test('several at once, in the order asked for', async () => {
  const keyv = new Keyv({ store: storage.keyv('answers') });
  const entries = ['a', 'b', 'c'].map((key) => ({ key, value: key.toUpperCase() }));
  expect(await keyv.setMany(entries)).toEqual([true, true, true]);
  expect(await keyv.getMany(['c', 'x', 'a'])).toEqual(['C', undefined, 'A']);
  expect(await keyv.hasMany(['x', 'b'])).toEqual([false, true]);
  expect(await keyv.deleteMany(['a', 'x', 'b'])).toEqual([true, false, true]);
  expect(await keyv.getMany(['a', 'b', 'c'])).toEqual([undefined, undefined, 'C']);
  expect([await keyv.getMany([]), await keyv.deleteMany([]), await keyv.setMany([])]).toEqual([[], [], []]);
});

test('what has expired is not read, not listed, and swept', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const store = storage.keyv('answers');
  const keyv = new Keyv({ store });
  await keyv.set('short', 1, 60_000);
  await keyv.set('long', 2, 600_000);
  await keyv.set('for ever', 3);
  const keys = async () => {
    const found: string[] = [];
    for await (const [key] of keyv.iterator()) found.push(key);
    return found;
  };
  expect(await keys()).toEqual(['for ever', 'long', 'short']);
  vi.advanceTimersByTime(61_000);
  // The adapter itself, before Keyv notices and deletes the row.
  expect([await store.has('short'), await store.get('short'), await keyv.get('long')]).toEqual([false, undefined, 2]);
  expect(await keys()).toEqual(['for ever', 'long']);
  expect([await storage.retention.sweep(100), await storage.retention.sweep(100)]).toEqual([1, 0]);
  await keyv.set('short', 4, 60_000);
  expect(await keyv.get('short')).toBe(4);
});

test('namespaces do not see each other, and clear empties its own', async () => {
  const one = new Keyv({ store: storage.keyv('one'), namespace: 'one' });
  const two = new Keyv({ store: storage.keyv('two') });
  await one.set('key', 1);
  await two.set('key', 2);
  expect([await one.get('key'), await two.get('key')]).toEqual([1, 2]);
  await one.clear();
  expect([await one.get('key'), await two.get('key')]).toEqual([undefined, 2]);
});

test('one adapter for two namespaces is refused, where Keyv would let the last one win', () => {
  const store = storage.keyv('one');
  expect(() => new Keyv({ store, namespace: 'two' })).toThrow('storage.keyv("two")');
});

test('the iterator goes through more than a page while rows change', async () => {
  const keyv = new Keyv({ store: storage.keyv('many') });
  await keyv.setMany(Array.from({ length: 450 }, (_, index) => ({ key: `k${String(index).padStart(3, '0')}`, value: index })));
  const seen: unknown[] = [];
  for await (const [key, value] of keyv.iterator()) {
    seen.push(value);
    if (value === 10) await keyv.delete('k300');
    expect(key).toBe(`k${String(value).padStart(3, '0')}`);
  }
  expect(seen.length).toBe(449);
  expect(new Set(seen).size).toBe(449);
});

test('a value that is no string is refused: it would come back as something else', async () => {
  await expect(storage.keyv('raw').set('key', { a: 1 })).rejects.toThrow('string');
});

test('state outlives the process; hooks work; a closed store rejects where nobody listens for errors', async () => {
  const keyv = new Keyv({ store: storage.keyv('answers') });
  const keys: unknown[] = [];
  keyv.onHook({ event: KeyvHooks.BEFORE_SET, handler: (data: { key: string }) => void keys.push(data.key) });
  await keyv.set('a', 1);
  expect(keys).toEqual(['a']);
  const again = await engine.reopen();
  expect(await new Keyv({ store: again.keyv('answers') }).get('a')).toBe(1);
  await again.close();
  await expect(new Keyv({ store: again.keyv('answers') }).get('a')).rejects.toThrow();
});
