/** The JSON Lines protocols with input that no memory should hold at once. */
import { expect, test } from 'vitest';
import { serve } from './jsonl.ts';

test('a line over 32 MiB is skipped to its end, and the next one answered', async () => {
  const { answers } = await serve(
    'extract',
    `{"id":"big","text":"${'x'.repeat(33 * 1024 * 1024)}"}\n${JSON.stringify({ id: 'next', text: '“We are ready,” Ada Pell said.' })}`,
  );
  expect(answers.map(({ id, error }) => [id, (error as { code: string } | undefined)?.code])).toEqual([
    [null, 'too-long'],
    ['next', undefined],
  ]);
});
