/** A short form of tests/tools/torture.ts: real processes, killed for real. */
import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { noServer } from '../storage/server.ts';
import { torture } from '../tools/torture.ts';
import { tortureFleet } from '../tools/torture-fleet.ts';

const reason = await noServer();
const seed = Math.floor(Math.random() * 1_000_000);

test(`kill -9 at any moment, lost answers and a full disk (seed ${seed})`, { timeout: 120_000 }, async () => {
  const { wrong, counts, kills, folder } = await torture({ seed, schedules: 6, days: 2 }, 2);
  expect(wrong, `node tests/tools/torture.ts seed=${seed} schedules=6 days=2 kills=2`).toEqual([]);
  expect(kills).toBe(2);
  expect(counts.sent).toBeGreaterThan(5);
  rmSync(folder, { recursive: true });
});

test.skipIf(reason)(
  `three workers on PostgreSQL, one after another killed (seed ${seed})${reason ? ` – ${reason}` : ''}`,
  { timeout: 400_000 },
  async () => {
    const { wrong, counts, kills, folder } = await tortureFleet({ seed, schedules: 20, days: 2 }, 6, 3);
    expect(wrong, `node tests/tools/torture.ts --postgres seed=${seed} schedules=20 days=2 kills=6`).toEqual([]);
    expect(kills).toBe(6);
    expect(counts.sent).toBeGreaterThan(10);
    rmSync(folder, { recursive: true });
  },
);
