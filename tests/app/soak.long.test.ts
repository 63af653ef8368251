import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { soak } from './soak.ts';

test('a thousand feeds, an eighth of them failing, for six rounds: memory flat, nobody starved, each article exactly once', {
  timeout: 1_800_000,
}, async () => {
  setFlagsFromString('--expose-gc');
  global.gc = runInNewContext('gc') as typeof global.gc;
  const report = await soak({ feeds: 1000, rounds: 6, failing: 0.125, timeoutMs: 20_000, isHanging: true });
  console.log(JSON.stringify({ ...report, faults: report.faults.length }));
  expect(report).toMatchObject({ faults: [], twice: 0, stored: report.brought, fewestPolls: 6 });
  // What is under way when a round ends comes and goes; of the two rounds after the warm-up the fuller one is the measure.
  const [, second = 0, third = 0] = report.heapMb;
  expect((report.heapMb.at(-1) ?? 0) - Math.max(second, third)).toBeLessThan(12);
  expect(report.rssMb).toBeLessThan(500);
});
