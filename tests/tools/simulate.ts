/**
 * npm run simulate [-- feeds=100000 channels=50000 workers=1,2,3,5,8,12 pollMinutes=30 articlesPerDay=10 pollsAtOnce=16 databaseCores=8]: a day of a large installation, second by
 * second: how long the queues get and how late polls and briefings are, by the number of workers. Service times are those of service-times.ts, measured.
 */
import { SERVICE } from './service-times.ts';

export type Load = {
  readonly feeds: number;
  readonly channels: number;
  readonly pollMinutes: number;
  /** Of a feed. */
  readonly articlesPerDay: number;
  /** Polls that a worker has under way at once: `fetch.atOnce`. */
  readonly pollsAtOnce: number;
  /** Processors of the database server. */
  readonly databaseCores: number;
};
export type Outcome = {
  readonly workers: number;
  readonly pollQueue: number;
  readonly pollLateSeconds: { readonly p50: number; readonly p99: number };
  readonly briefingQueue: number;
  readonly briefingLateSeconds: { readonly p50: number; readonly p99: number; readonly max: number };
  /** Busiest hour, 0..1. */
  readonly workersBusy: number;
  readonly databaseBusy: number;
};

const DAY = 86_400;
const HOUR = 3_600;
/** Posts that a worker has under way at once: `concurrency` of app/clock.ts. */
const POSTS_AT_ONCE = 8;
/** A half of the channels is on Discord, which takes 50 requests a second from one bot: https://discord.com/developers/docs/topics/rate-limits */
const DISCORD_SHARE = 0.5;
const DISCORD_PER_SECOND = 50;

/** How much of the world's teams has its morning at each hour of UTC; the shares of a guess, in hundredths. */
const MORNINGS = [6, 5, 4, 4, 3, 4, 6, 14, 16, 6, 3, 2, 4, 9, 5, 3, 3, 0, 0, 0, 0, 1, 1, 1];
/** Of a team's briefings: at the full hour, at half past, and anywhere in that hour. */
const AT_FULL = 0.6;
const AT_HALF = 0.2;

/** How many briefings fall due in each minute of the day. */
export function duePerMinute(channels: number): readonly number[] {
  const all = MORNINGS.reduce((sum, share) => sum + share, 0);
  return Array.from({ length: DAY / 60 }, (_, minute) => {
    const here = (channels * (MORNINGS[Math.floor(minute / 60)] ?? 0)) / all;
    const inHour = minute % 60;
    return (here * (1 - AT_FULL - AT_HALF)) / 60 + (inHour === 0 ? here * AT_FULL : 0) + (inHour === 30 ? here * AT_HALF : 0);
  });
}

/** First come, first served; waits are told by when what is served now had come. */
function createLine() {
  const waiting: { at: number; count: number }[] = [];
  const waits: { late: number; count: number }[] = [];
  let length = 0;
  let longest = 0;
  return {
    length: () => length,
    longest: () => longest,
    come(at: number, count: number): void {
      if (count <= 0) return;
      waiting.push({ at, count });
      length += count;
      longest = Math.max(longest, length);
    },
    serve(now: number, count: number): void {
      let left = Math.min(count, length);
      length -= left;
      while (left > 1e-9) {
        const first = waiting[0];
        if (first === undefined) return;
        const taken = Math.min(left, first.count);
        waits.push({ late: now - first.at, count: taken });
        first.count -= taken;
        left -= taken;
        if (first.count <= 1e-9) waiting.shift();
      }
    },
    late(share: number): number {
      const sorted = waits.sort((a, b) => a.late - b.late);
      const all = sorted.reduce((sum, { count }) => sum + count, 0);
      let seen = 0;
      for (const { late, count } of sorted) {
        seen += count;
        if (seen >= all * share - 1e-6) return late;
      }
      return sorted.at(-1)?.late ?? 0;
    },
  };
}

export function simulateDay(load: Load, workers: number): Outcome {
  const due = duePerMinute(load.channels);
  const [polls, slack, discord] = [createLine(), createLine(), createLine()];
  const pollsPerSecond = load.feeds / (load.pollMinutes * 60);
  const newPerPoll = (load.articlesPerDay * load.pollMinutes) / (24 * 60);
  const poll = {
    workerMs: SERVICE.poll.workerMs + newPerPoll * SERVICE.article.workerMs,
    serverMs: SERVICE.poll.serverMs + newPerPoll * SERVICE.article.serverMs,
  };
  const { briefing } = SERVICE;
  const hours = Array.from({ length: DAY / HOUR }, () => ({ workers: 0, server: 0 }));
  let briefingQueue = 0;
  for (let second = 0; second < DAY; second++) {
    polls.come(second, pollsPerSecond);
    if (second % 60 === 0) {
      const now = due[second / 60] ?? 0;
      slack.come(second, now * (1 - DISCORD_SHARE));
      discord.come(second, now * DISCORD_SHARE);
    }
    briefingQueue = Math.max(briefingQueue, slack.length() + discord.length());
    // Slots that wait for the network, then processors of the workers, then those of the server: the narrowest decides.
    const slots = (workers * POSTS_AT_ONCE * 1_000) / (briefing.waitMs + briefing.workerMs);
    const waiting = slack.length() + discord.length();
    const fair = waiting > 0 ? Math.min(1, slots / waiting) : 0;
    let ofDiscord = Math.min(discord.length() * fair, DISCORD_PER_SECOND);
    let ofSlack = Math.min(slack.length(), slots - ofDiscord);
    let ofPolls = Math.min(polls.length(), (workers * load.pollsAtOnce * 1_000) / (SERVICE.poll.waitMs + poll.workerMs));
    const need = (kind: 'workerMs' | 'serverMs') => (ofSlack + ofDiscord) * briefing[kind] + ofPolls * poll[kind];
    const share = Math.min(1, (workers * 1_000) / need('workerMs'), (load.databaseCores * 1_000) / need('serverMs'));
    [ofDiscord, ofSlack, ofPolls] = [ofDiscord * share, ofSlack * share, ofPolls * share];
    const hour = hours[Math.floor(second / HOUR)];
    if (hour) {
      hour.workers += need('workerMs') / (workers * 1_000 * HOUR);
      hour.server += need('serverMs') / (load.databaseCores * 1_000 * HOUR);
    }
    discord.serve(second, ofDiscord);
    slack.serve(second, ofSlack);
    polls.serve(second, ofPolls);
  }
  const both = (share: number) => Math.max(slack.late(share), discord.late(share));
  return {
    workers,
    pollQueue: Math.round(polls.longest()),
    pollLateSeconds: { p50: polls.late(0.5), p99: polls.late(0.99) },
    briefingQueue: Math.round(briefingQueue),
    briefingLateSeconds: { p50: both(0.5), p99: both(0.99), max: both(1) },
    workersBusy: Math.max(...hours.map((hour) => hour.workers)),
    databaseBusy: Math.max(...hours.map((hour) => hour.server)),
  };
}

if (process.argv[1] === import.meta.filename) {
  const given = Object.fromEntries(process.argv.slice(2).map((word) => word.split('=') as [string, string]));
  const load: Load = {
    feeds: Number(given.feeds ?? 100_000),
    channels: Number(given.channels ?? 50_000),
    pollMinutes: Number(given.pollMinutes ?? 30),
    articlesPerDay: Number(given.articlesPerDay ?? 10),
    pollsAtOnce: Number(given.pollsAtOnce ?? 16),
    databaseCores: Number(given.databaseCores ?? 8),
  };
  process.stdout.write(`${JSON.stringify(load)}\nservice times (ms): ${JSON.stringify(SERVICE)}\n\n`);
  process.stdout.write('workers  polls waiting  late p50 / p99    briefings waiting  late p50 / p99 / max   workers busy  database busy\n');
  for (const workers of (given.workers ?? '1,2,3,5,8,12,16').split(',').map(Number)) {
    const one = simulateDay(load, workers);
    const cells = [
      String(workers).padStart(7),
      String(one.pollQueue).padStart(13),
      `${one.pollLateSeconds.p50} / ${one.pollLateSeconds.p99} s`.padStart(16),
      String(one.briefingQueue).padStart(18),
      `${one.briefingLateSeconds.p50} / ${one.briefingLateSeconds.p99} / ${one.briefingLateSeconds.max} s`.padStart(21),
      `${Math.round(one.workersBusy * 100)} %`.padStart(13),
      `${Math.round(one.databaseBusy * 100)} %`.padStart(14),
    ];
    process.stdout.write(`${cells.join('  ')}\n`);
  }
}
