/** kill -9 between every two steps of a delivery: the next start finishes what was begun, no part twice and none lost. */
import { expect } from 'vitest';
import type { Storage } from '#storage/storage.ts';
import type { ChatWorld } from '../fakes/chat-world.ts';
import { BUDGET, DAY_MS, FERRY, HOUR_MS, LAB, MONDAY, NEWS, type Newsroom, openNewsroom, STORM } from './newsroom.ts';

/** Every step that leaves the process counts; from the fatal one on nothing answers any more, as in a process that is gone. */
type Fuse = { steps: number; fatal: number; readonly dead: () => Promise<void> };

function fuse(fatal: number): Fuse & { readonly around: <T>(call: () => Promise<T>) => Promise<T> } {
  let died = (): void => {};
  const death = new Promise<void>((resolve) => {
    died = resolve;
  });
  const self = {
    steps: 0,
    fatal,
    dead: () => death,
    around: async <T>(call: () => Promise<T>): Promise<T> => {
      await point();
      const result = await call();
      await point();
      return result;
    },
  };
  const point = async (): Promise<void> => {
    self.steps += 1;
    if (self.steps < self.fatal) return;
    died();
    await new Promise(() => {});
  };
  return self;
}

function wired(wire: ReturnType<typeof fuse>): Newsroom['wrap'] {
  return (storage: Storage, world: ChatWorld) => ({
    storage: {
      ...storage,
      work: {
        ...storage.work,
        claim: (...claim) => wire.around(() => storage.work.claim(...claim)),
        queue: (name, settings) => {
          const queue = storage.work.queue(name, settings);
          return { ...queue, add: (jobs) => wire.around(() => queue.add(jobs)) };
        },
      },
      tenant: (id) => {
        const tenant = storage.tenant(id);
        return {
          ...tenant,
          deliveries: { ...tenant.deliveries, save: (...saved) => wire.around(() => tenant.deliveries.save(...saved)) },
        };
      },
    },
    world: {
      adapter: (platform) => {
        const adapter = world.adapter(platform);
        return { ...adapter, post: (...posted) => wire.around(() => adapter.post(...posted)) };
      },
    },
  });
}

/** Two days with two slots each, killed at this step of the first day and started again. @returns how many steps there were. */
export async function liveThrough(fatal: number): Promise<number> {
  const room = await openNewsroom();
  try {
    await room.addSchedule({ detail: 'full' });
    await room.addSchedule({ channel: `${LAB}:other`, when: { kind: 'cron', expression: '0 8,20 * * *' }, empty: 'one-line' });
    for (const article of [FERRY, BUDGET]) await room.publish(article);
    const wire = fuse(fatal);
    room.wrap = wired(wire);
    await room.restart();
    await Promise.race([room.runUntil(MONDAY + 9 * HOUR_MS), wire.dead()]);
    const steps = wire.steps;
    room.wrap = (storage, world) => ({ storage, world });
    // What ran when the process died answers nobody: the store is opened anew.
    await room.restart();
    await room.runUntil(MONDAY + 21 * HOUR_MS);
    await room.publish({ ...STORM, at: room.now });
    await room.runUntil(MONDAY + DAY_MS + 9 * HOUR_MS);

    const killed = `killed at step ${fatal}`;
    const keys = (channel: string) => room.world.standing.filter((message) => message.channel === channel).map(({ key }) => key);
    expect(keys(NEWS), killed).toEqual(['s1@2026-11-23T08:00#1', 's1@2026-11-23T08:00#2', 's1@2026-11-24T08:00#1']);
    expect(keys(`${LAB}:other`), killed).toEqual(['s2@2026-11-23T08:00#1', 's2@2026-11-23T20:00#1', 's2@2026-11-24T08:00#1']);
    expect(room.world.changed, killed).toEqual([]);
    const rows = await room.storage.tenant(LAB).deliveries.list({ limit: 100 });
    expect(
      rows.every(({ state, parts }) => state === 'sent' && parts.every(({ posted }) => posted)),
      killed,
    ).toBe(true);
    // Told is told: each quote stands once in a channel.
    const said = room.world.standing.filter(({ channel }) => channel === NEWS).map(({ document }) => JSON.stringify(document.blocks));
    for (const words of ['Everyone is off the ship', 'Aldery council passes its budget', 'Crews have been out'])
      expect(said.filter((text) => text.includes(words)).length, `${killed}: ${words}`).toBe(1);
    const told = (await room.storage.tenant(LAB).told.of(NEWS)).filter(({ kind }) => kind === 'story').length;
    expect(told, killed).toBe(3);
    expect(room.faults, killed).toEqual([]);
    return steps;
  } finally {
    await room.end();
  }
}
