/** What every driver of the Queue must do. `restart` is the end of the process, however it ends, and the next start. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Job, JobOutcome, Queue, QueueSettings } from '#storage/contract/work.ts';

export type QueueUnderTest = {
  readonly queue: (settings: QueueSettings) => Queue;
  readonly restart: () => Promise<void>;
  readonly end: () => Promise<void>;
};

const job = (id: string, lane = id) => ({ id, lane, payload: `about ${id}` });

export function describeQueue(driver: string, open: () => Promise<QueueUnderTest>): void {
  let tested: QueueUnderTest;
  let time: number;
  let timers: { readonly at: number; readonly wake: () => void }[];
  let faults: unknown[];
  beforeEach(async () => {
    tested = await open();
    time = 1_000_000;
    timers = [];
    faults = [];
  });
  afterEach(() => tested.end());

  const settings = (more: Partial<QueueSettings> = {}): QueueSettings => ({
    now: () => time,
    random: () => 1,
    wakeIn: (ms, wake) => {
      const timer = { at: time + ms, wake };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    concurrency: 4,
    baseMs: 1_000,
    maxMs: 60_000,
    onFault: (error) => void faults.push(error),
    ...more,
  });
  const advance = (ms: number): void => {
    time += ms;
    const due = timers.filter(({ at }) => at <= time);
    timers = timers.filter(({ at }) => at > time);
    for (const { wake } of due) wake();
  };

  describe(`${driver}: queue`, () => {
    test('each job is done once, with its payload; a job that waits or runs is not added again', async () => {
      const queue = tested.queue(settings());
      const done: Job[] = [];
      await queue.add([job('a'), job('b'), job('a')]);
      await queue.add([job('b')]);
      expect(await queue.waiting()).toBe(2);
      await queue.start(async (taken) => {
        done.push(taken);
        await queue.add([job(taken.id)]);
        return 'done';
      });
      await queue.idle();
      expect(done.sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
        { ...job('a'), attempts: 0 },
        { ...job('b'), attempts: 0 },
      ]);
      expect(await queue.waiting()).toBe(0);
      await queue.add([job('a')]);
      await queue.idle();
      expect(done.length).toBe(3);
    });

    test('jobs of a lane run one after another in their order, those of others beside them, at most so many at once', async () => {
      const queue = tested.queue(settings({ concurrency: 3 }));
      const order: string[] = [];
      const under = new Set<string>();
      let most = 0;
      await queue.add(['x1', 'x2', 'y1', 'x3', 'z1', 'w1', 'y2', 'v1'].map((id) => job(id, id.charAt(0))));
      await queue.start(async ({ id, lane }) => {
        expect(under.has(lane)).toBe(false);
        under.add(lane);
        most = Math.max(most, under.size);
        // As long as it takes until three have been seen at once.
        for (let turn = 0; turn < 5 || (most < 3 && turn < 20_000); turn++) await new Promise((resolve) => setImmediate(resolve));
        under.delete(lane);
        order.push(id);
        return 'done';
      });
      await queue.idle();
      expect(order.filter((id) => id.startsWith('x'))).toEqual(['x1', 'x2', 'x3']);
      expect(order.filter((id) => id.startsWith('y'))).toEqual(['y1', 'y2']);
      expect(order.length).toBe(8);
      expect(most).toBe(3);
    });

    test('a job that asks for a later moment is done then, not before, and those behind it in its lane wait', async () => {
      const queue = tested.queue(settings());
      const order: string[] = [];
      const againAt = time + 90_000;
      await queue.add([job('a1', 'a'), job('a2', 'a'), job('b1', 'b')]);
      await queue.start(async ({ id, attempts }): Promise<JobOutcome> => {
        order.push(`${id}.${attempts}`);
        return id === 'a1' && time < againAt ? { againAt } : 'done';
      });
      await queue.idle();
      expect(order.sort()).toEqual(['a1.0', 'b1.0']);
      advance(89_999);
      await queue.idle();
      expect(order.length).toBe(2);
      advance(1);
      await queue.idle();
      expect(order.slice(2)).toEqual(['a1.1', 'a2.0']);
    });

    test('a job that throws is told of and done again, later and later, with chance in it', async () => {
      for (const [random, waits] of [
        [1, [1_000, 2_000, 4_000, 8_000, 8_000]],
        [0, [500, 1_000, 2_000, 4_000, 4_000]],
      ] as const) {
        const queue = tested.queue(settings({ random: () => random, maxMs: 8_000 }));
        const tries: number[] = [];
        await queue.add([job(`bad${random}`)]);
        await queue.start(async () => {
          tries.push(time);
          if (tries.length < 6) throw new Error('not yet');
          return 'done';
        });
        for (let step = 0; step < 60; step++) {
          await queue.idle();
          advance(500);
        }
        expect(tries.slice(1).map((at, index) => at - (tries[index] ?? 0))).toEqual(waits);
        expect(await queue.waiting()).toBe(0);
        await queue.drain();
      }
      expect(faults.length).toBe(10);
    });

    test('what waits survives the end of the process, in its order', async () => {
      let queue = tested.queue(settings());
      const order: string[] = [];
      await queue.add([job('a1', 'a'), job('a2', 'a'), job('b1', 'b')]);
      await queue.start(async ({ id }): Promise<JobOutcome> => (id === 'a1' ? { againAt: time + 5_000 } : 'done'));
      await queue.idle();
      await queue.drain();
      await tested.restart();
      queue = tested.queue(settings());
      expect(await queue.waiting()).toBe(2);
      time += 5_000;
      await queue.start(async ({ id, attempts }) => {
        order.push(`${id}.${attempts}`);
        return 'done';
      });
      await queue.idle();
      expect(order).toEqual(['a1.1', 'a2.0']);
    });

    test('drain takes nothing more and waits for what is under way', async () => {
      const queue = tested.queue(settings({ concurrency: 1 }));
      const done: string[] = [];
      let release = (): void => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      await queue.add([job('a'), job('b')]);
      let began = (): void => {};
      const under = new Promise<void>((resolve) => {
        began = resolve;
      });
      await queue.start(async ({ id }) => {
        began();
        await released;
        done.push(id);
        return 'done';
      });
      await under;
      const drained = queue.drain().then(() => done.slice());
      release();
      expect(await drained).toEqual(['a']);
      await queue.wake();
      expect(timers).toEqual([]);
      await tested.restart();
      expect(await tested.queue(settings()).waiting()).toBe(1);
    });

    test('three hundred jobs in thirty lanes: each once, in the order of its lane', async () => {
      const queue = tested.queue(settings({ concurrency: 8 }));
      const seen = new Map<string, number[]>();
      await queue.add(Array.from({ length: 300 }, (_, number) => job(String(number), `lane${number % 30}`)));
      await queue.start(async ({ id, lane }) => {
        seen.set(lane, [...(seen.get(lane) ?? []), Number(id)]);
        return 'done';
      });
      await queue.idle();
      expect(seen.size).toBe(30);
      for (const numbers of seen.values())
        expect(numbers).toEqual(Array.from({ length: 10 }, (_, index) => (numbers[0] ?? 0) + index * 30));
    });
  });
}
