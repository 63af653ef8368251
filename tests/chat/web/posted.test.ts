import { expect, test } from 'vitest';
import { createPosted } from '../../../src/chat/web/posted.ts';

const say = (summary: string) => ({ summary, blocks: [] });
const shared = () => {
  const values = new Map<string, string>();
  return {
    get: async <Value>(key: string) => (values.has(key) ? (JSON.parse(values.get(key) ?? '') as Value) : undefined),
    set: async (key: string, value: unknown) => void values.set(key, JSON.stringify(value)),
    delete: async (key: string) => void values.delete(key),
  };
};

test('what one process posts another one shows: each key once, in order, changed in place, the last fifty', async () => {
  const state = shared();
  const [worker, page] = [createPosted(state), createPosted(state)];
  await worker.add('desk', 'a', say('first'));
  await worker.add('desk', 'b', say('second'));
  await worker.add('desk', 'a', say('again'));
  await page.replace('desk', 'a', say('corrected'));
  await page.replace('desk', 'none', say('nowhere'));
  expect((await page.of('desk')).map(({ summary }) => summary)).toEqual(['corrected', 'second']);
  expect(await page.of('web:other')).toEqual([]);
  for (let number = 0; number < 60; number++) await worker.add('desk', `k${number}`, say(`${number}`));
  const kept = await page.of('desk');
  expect([kept.length, kept[0]?.summary, kept.at(-1)?.summary]).toEqual([50, '10', '59']);
});
