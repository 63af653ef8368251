import { expect, test } from 'vitest';
import { soak } from './soak.ts';

test('sixty feeds, a quarter of them failing, for two rounds: each article once, each feed each time', { timeout: 60_000 }, async () => {
  const report = await soak({ feeds: 60, rounds: 2, failing: 0.25, timeoutMs: 20_000, isHanging: false });
  expect(report).toMatchObject({ faults: [], twice: 0, stored: report.brought, fewestPolls: 2 });
  // One of the failing ones is read, and holds nothing.
  expect(report.moods).toMatchObject({ well: 46, gone: 1, 'too-large': 1, 'too-many-redirects': 1 });
});
