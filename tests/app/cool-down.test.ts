import { describe, expect, it } from 'vitest';
import { createCoolDown } from '../../src/app/cool-down.ts';
import { createDispatcher } from '../../src/app/dispatch.ts';
import type { Ask } from '../../src/chat/chat.ts';

describe('a cool-down', () => {
  it('lets so many through at once, then one in so long, each person for themselves', () => {
    let at = 1_000;
    const wait = createCoolDown({ now: () => at, burst: 3, everyMs: 2_000 });
    expect([wait('ana'), wait('ana'), wait('ana'), wait('ana')]).toEqual([0, 0, 0, 2_000]);
    expect(wait('bo')).toBe(0);
    at += 1_999;
    expect(wait('ana')).toBe(1);
    at += 1;
    expect([wait('ana'), wait('ana')]).toEqual([0, 2_000]);
    at += 60_000;
    expect([wait('ana'), wait('ana'), wait('ana'), wait('ana')]).toEqual([0, 0, 0, 2_000]);
  });

  it('keeps no more people in mind than it can hold', () => {
    const wait = createCoolDown({ now: () => 0, burst: 1, everyMs: 1_000 });
    for (let person = 0; person < 30_000; person++) expect(wait(`${person}`)).toBe(0);
    expect(wait('29999')).toBe(1_000);
    expect(wait('0')).toBe(0);
  });

  it('answers a flood with when to ask again, to the one who floods alone', async () => {
    const handlers = createDispatcher({
      commands: [],
      contextFor: () => Promise.reject(new Error('not asked')),
      now: () => 0,
      onFault: () => {},
      coolDown: createCoolDown({ now: () => 0, burst: 1, everyMs: 4_000 }),
    });
    const ask = (user: string): Ask => ({
      eventId: user,
      tenant: 't',
      channel: 't:c',
      user,
      isManager: false,
      body: { kind: 'text', text: '' },
    });
    const texts = [];
    for (const user of ['ana', 'ana', 'bo']) texts.push(await handlers.answer(ask(user)));
    expect(texts.map(({ visibility }) => visibility)).toEqual(['private', 'private', 'private']);
    expect(JSON.stringify(texts[1])).toContain('Please ask again in 4 s.');
    expect(JSON.stringify([texts[0], texts[2]])).not.toContain('ask again');
    const { user: _nobody, ...desk } = ask('ana');
    for (const answer of [await handlers.answer(desk), await handlers.answer(desk)])
      expect(JSON.stringify(answer)).not.toContain('ask again');
  });
});
