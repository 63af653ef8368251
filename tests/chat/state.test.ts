import Keyv from 'keyv';
import { describe, expect, it } from 'vitest';
import { createLanes } from '../../src/chat/lanes.ts';
import { createOnce } from '../../src/chat/once.ts';
import { createTokens, type State } from '../../src/chat/state.ts';
import { within } from '../../src/chat/within.ts';
import { memoryState } from '../fakes/state.ts';

describe('tokens', () => {
  const made = (state: State) => {
    let count = 0;
    return createTokens(state, () => `token-number-${String(++count).padStart(8, '0')}`);
  };

  it.each([
    ['memory', () => memoryState(Date.now)],
    ['Keyv', () => new Keyv() as State],
  ])('stand for a value in %s', async (_name, state) => {
    const tokens = made(state());
    const token = await tokens.keep({ page: 1 }, 60_000);
    expect(await tokens.read(token)).toEqual({ page: 1 });
    expect(await tokens.read('token-number-00000002')).toBeUndefined();
  });

  it('expire, and are no way to other keys of the state', async () => {
    let now = 0;
    const state = memoryState(() => now);
    const tokens = made(state);
    const token = await tokens.keep('soon gone', 1_000);
    await state.set('token:../installation', 'secret', 1_000);
    now = 1_001;
    expect(await tokens.read(token)).toBeUndefined();
    expect(await tokens.read('../installation')).toBeUndefined();
  });
});

describe('once', () => {
  it('takes an event once, also across a restart, and also where the store is broken', async () => {
    const state = memoryState(Date.now);
    const once = createOnce(state, Date.now);
    expect(await Promise.all([once('a'), once('a'), once('b')])).toEqual([true, false, true]);
    expect(await createOnce(state, Date.now)('a')).toBe(false);
    const broken: State = { ...state, get: () => Promise.reject(new Error('disk full')) };
    const bravely = createOnce(broken, Date.now);
    expect([await bravely('a'), await bravely('a')]).toEqual([true, false]);
  });

  it('takes an event that two processes get in the same moment in one of them, where their state can tell', async () => {
    const claimed = new Set<string>();
    const state: State = { ...memoryState(Date.now), claim: async (key) => claimed.size < claimed.add(key).size };
    const [one, other] = [createOnce(state, Date.now), createOnce(state, Date.now)];
    expect((await Promise.all([one('a'), other('a')])).sort()).toEqual([false, true]);
    expect(await other('b')).toBe(true);
  });
});

describe('lanes', () => {
  it('keep the order within a lane, and never hold up another', async () => {
    const lanes = createLanes();
    const done: string[] = [];
    const gate = Promise.withResolvers<void>();
    const slow = lanes.run('a', async () => {
      await gate.promise;
      done.push('a1');
    });
    const failing = lanes.run('a', async () => Promise.reject(new Error('a2')));
    const last = lanes.run('a', async () => done.push('a3'));
    await lanes.run('b', async () => done.push('b1'));
    expect(done).toEqual(['b1']);
    gate.resolve();
    await slow;
    await expect(failing).rejects.toThrow('a2');
    await last;
    await lanes.idle();
    expect(done).toEqual(['b1', 'a1', 'a3']);
  });
});

it('within gives something else for what is late or fails', async () => {
  expect(await within(Promise.resolve(1), 1_000, 2)).toBe(1);
  expect(await within(new Promise(() => undefined), 1, 2)).toBe(2);
  expect(await within(Promise.reject(new Error('x')), 1_000, 2)).toBe(2);
});
