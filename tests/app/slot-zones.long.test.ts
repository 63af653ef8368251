/** Every change of the clocks in every zone from 2024 to 2030, and a sample of the other days, minute by minute. */
import { expect, test } from 'vitest';
import { transitions } from './slot-walk.ts';
import { compareAround } from './slot-zones.ts';

const zones = Intl.supportedValuesOf('timeZone');

test(`slots around each change of the clocks in ${zones.length} zones`, { timeout: 1_200_000 }, () => {
  let changes = 0;
  let slots = 0;
  for (const zone of zones) {
    for (const moment of transitions(zone, 2024, 2030)) {
      changes += 1;
      slots += compareAround(zone, moment, 10);
    }
  }
  process.stdout.write(`${changes} changes of the clocks, ${slots} slots compared\n`);
  expect(changes).toBeGreaterThan(1_000);
});

test('slots on other days, one a zone', { timeout: 600_000 }, () => {
  for (const [index, zone] of zones.entries()) compareAround(zone, Date.UTC(2024, 0, 15) + index * 6 * 86_400_000, 15);
});
