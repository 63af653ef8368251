import { expect, test } from 'vitest';
import { liveThroughWeek } from './seven-days.ts';
import { findFaults } from './seven-days-checks.ts';

test('four mornings of a channel, its feeds growing from hour to hour: nothing twice, nothing cut, nobody misnamed', async () => {
  const { room, posts } = await liveThroughWeek({}, 4);
  expect(findFaults(posts).faults).toEqual([]);
  expect(posts.map((post) => post.length)).toEqual([0, 1, 1, 1]);
  expect(room.faults).toEqual([]);
  await room.end();
});
