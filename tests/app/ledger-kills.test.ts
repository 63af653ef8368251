import { expect, test } from 'vitest';
import { liveThrough } from './ledger-kills.ts';

test('killed at every fifth step of a morning, the next start finishes it', async () => {
  const steps = await liveThrough(Number.POSITIVE_INFINITY);
  expect(steps).toBeGreaterThan(25);
  for (let fatal = 2; fatal <= steps; fatal += 5) await liveThrough(fatal);
});
