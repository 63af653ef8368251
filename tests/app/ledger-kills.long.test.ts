import { expect, test } from 'vitest';
import { liveThrough } from './ledger-kills.ts';

test('killed at any step of a morning, the next start finishes it', { timeout: 120_000 }, async () => {
  const steps = await liveThrough(Number.POSITIVE_INFINITY);
  for (let fatal = 1; fatal <= steps; fatal++) await liveThrough(fatal);
  process.stdout.write(`killed at each of ${steps} steps\n`);
  expect(steps).toBeGreaterThan(25);
});
