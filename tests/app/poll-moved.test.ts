import { describe, expect, test } from 'vitest';
import type { Feed, FeedPace } from '#model/feed.ts';
import { addressOf, movedProblem, moveOn } from '../../src/app/poll-moved.ts';

const HOUR = 3_600_000;
const feed: Feed = { id: 'f', url: 'https://old.example/feed', title: 'F', owner: null, everybody: true };
const NEW = 'https://new.example/feed';

/** Polls at these hours; each answers by where it was asked. */
function polls(
  hours: readonly number[],
  redirect: (asked: string, hour: number) => string | undefined,
  start: FeedPace['moved'] = undefined,
) {
  let moved = start;
  const asked: string[] = [];
  for (const hour of hours) {
    const pace: FeedPace = moved ? { moved } : {};
    const address = addressOf(feed, pace, 0, hour * HOUR);
    asked.push(address);
    moved = moveOn(feed, pace, address, redirect(address, hour), hour * HOUR);
  }
  return { asked, moved };
}

describe('permanent redirects', () => {
  test('are remembered once they have been so three times over a day', () => {
    const { asked } = polls([0, 1, 2, 3, 25, 26], (address) => (address === feed.url ? NEW : undefined));
    expect(asked).toEqual([...Array(4).fill(feed.url), NEW, NEW]);
    const { asked: rare } = polls([0, 48, 96, 144], (address) => (address === feed.url ? NEW : undefined));
    expect(rare).toEqual([feed.url, feed.url, feed.url, NEW]);
  });

  test('that end are forgotten, and so is one that leads elsewhere each time', () => {
    expect(polls([0, 1, 2], (_, hour) => (hour < 2 ? NEW : undefined)).moved).toBeUndefined();
    expect(polls([0, 30, 60, 90], (_, hour) => `https://n${hour}.example/`).asked).toEqual(Array(4).fill(feed.url));
  });

  test('go on from a remembered address to the next', () => {
    const settled = { to: NEW, times: 3, since: 0 };
    const third = 'https://third.example/feed';
    const { asked, moved } = polls([30, 31], (address) => (address === NEW ? third : undefined), settled);
    expect([asked, moved?.to]).toEqual([[NEW, third], third]);
  });

  test('are given up where the remembered address fails again and again', () => {
    const pace = { moved: { to: NEW, times: 9, since: 0 } };
    expect([0, 2, 3].map((failures) => addressOf(feed, pace, failures, 99 * HOUR))).toEqual([NEW, NEW, feed.url]);
    expect(moveOn(feed, pace, feed.url, undefined, 99 * HOUR)).toBeUndefined();
  });

  test('with a login in them are not remembered for everybody, nor ever shown', () => {
    const secret = 'https://ada:hush@new.example/feed';
    expect(moveOn(feed, {}, feed.url, secret, 0)).toBeUndefined();
    const own = moveOn({ ...feed, owner: 'desk' }, {}, feed.url, secret, 0);
    expect(own?.to).toBe(secret);
    expect(JSON.stringify(movedProblem(feed, own, 0))).not.toContain('hush');
  });

  test('to https or to www are worth no word', () => {
    const to = (url: string) => movedProblem({ url: 'http://old.example/feed' }, { to: url, times: 1, since: 0 }, 0)?.code;
    expect(['https://www.old.example/feed/', 'https://old.example/feed', NEW].map(to)).toEqual([undefined, undefined, 'moved']);
  });
});
