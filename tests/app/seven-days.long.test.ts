import { describe, expect, test } from 'vitest';
import { LAB, NEWS } from './newsroom.ts';
import { liveThroughWeek } from './seven-days.ts';
import { findFaults } from './seven-days-checks.ts';

describe.each(['short', 'full'] as const)('a week of one channel, in the %s form', (detail) => {
  test.each([NEWS, `${LAB}:@mara`, 'web:desk'])(
    'posted to %s: nothing twice, nothing cut, nobody misnamed',
    async (channel) => {
      const { room, posts } = await liveThroughWeek({ detail, channel }, 8);
      const { faults, quotes, stories } = findFaults(posts);
      expect(faults).toEqual([]);
      expect(quotes).toBeGreaterThan(5);
      expect(stories).toBeGreaterThan(15);
      expect(new Set(room.world.standing.map(({ key }) => key)).size).toBe(room.world.standing.length);
      expect([room.world.changed, room.faults]).toEqual([[], []]);
      await room.end();
    },
    60_000,
  );
});
