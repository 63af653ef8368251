import { expect, test } from 'vitest';
import { endAll } from '#lib/end-all.ts';

test('each step is done in its order, whatever those before it met; the first error is told at the end', async () => {
  const done: string[] = [];
  const failing = async (name: string) => {
    done.push(name);
    throw new Error(name);
  };
  const ending = endAll([() => failing('first'), () => done.push('second'), () => failing('third'), () => done.push('fourth')]);
  await expect(ending).rejects.toThrow('first');
  expect(done).toEqual(['first', 'second', 'third', 'fourth']);
});
