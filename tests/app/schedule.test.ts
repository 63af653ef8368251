import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '#commands/index.ts';
import type { MessageDocument } from '#model/document.ts';
import { contextFor } from '../../src/app/context.ts';
import { createDispatcher } from '../../src/app/dispatch.ts';
import { BUDGET, DAY_MS, FERRY, HOUR_MS, LAB, MONDAY, NEWS, type Newsroom, openNewsroom } from './newsroom.ts';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom(MONDAY + 6 * HOUR_MS);
});
afterEach(() => room.end());

type Who = { readonly tenant?: string; readonly channel?: string; readonly isManager?: boolean; readonly bot?: boolean };
async function ask(text: string, { tenant = LAB, channel = NEWS, isManager = true, bot = true }: Who = {}): Promise<MessageDocument> {
  const handlers = createDispatcher({
    commands,
    now: () => room.now,
    contextFor: (asked) =>
      contextFor(asked, {
        storage: room.storage,
        config: room.config,
        commands,
        now: () => room.now,
        firstReading: undefined as never,
        connections: null,
        ...(bot && { clock: room.clock }),
      }),
    onFault: (error) => {
      throw error;
    },
  });
  const body = { kind: 'text' as const, text };
  return (await handlers.answer({ eventId: '1', tenant, channel, user: 'ana', isManager, zone: 'Europe/Berlin', body })).document;
}
const said = (document: MessageDocument): string =>
  JSON.stringify(document.blocks)
    .match(/"text":"(?:[^"\\]|\\.)*"/g)
    ?.map((found) => JSON.parse(`{${found}}`).text)
    .join(' | ') ?? '';
const schedules = async (tenant = LAB) => (await room.storage.tenant(tenant).schedules.list()).map(({ schedule }) => schedule);
const onlyId = async () => (await schedules())[0]?.id ?? '';

describe('schedule add', () => {
  test('says back what it took, when the next one comes on the channel’s clock, and writes it down', async () => {
    const answer = said(await ask('/schedule add putin-xi days:weekdays at:08:00 zone:asia/manila'));
    expect(answer).toContain('Scheduled: putin-xi on weekdays at 08:00 (Asia/Manila).');
    expect(answer).toContain('Tue, 24 Nov 2026, 08:00 (Asia/Manila)');
    expect(await schedules()).toMatchObject([
      { channel: NEWS, topics: ['putin-xi'], zone: 'Asia/Manila', detail: 'short', empty: 'nothing', addedBy: 'ana', origin: 'store' },
    ]);
    expect(said(await ask('schedule list', { isManager: false }))).toContain('next: Tue, 24 Nov 2026, 08:00 (Asia/Manila)');
    expect((await room.storage.tenant(LAB).audit.list(1))[0]).toMatchObject({ who: 'ana', what: 'schedule add' });
    // a button pressed twice
    const again = said(await ask('/schedule add putin-xi days:weekdays at:08:00 zone:asia/manila'));
    expect(again).toContain('That is scheduled already');
    expect(await schedules()).toHaveLength(1);
    await ask('/schedule add putin-xi days:weekdays at:08:30 zone:asia/manila');
    expect(await schedules()).toHaveLength(2);
  });

  test('takes several topics, words in bare order, the asker’s zone and a direct message', async () => {
    await ask('schedule add grid, ceasefire talks days mon and thu at 6.30pm channel me detail full empty best quiet sat 12-24');
    expect(await schedules()).toMatchObject([
      {
        topics: ['grid', 'ceasefire talks'],
        when: { kind: 'days', days: [1, 4], at: '18:30' },
        zone: 'Europe/Berlin',
        channel: `${LAB}:@ana`,
        detail: 'full',
        empty: 'best',
        quiet: ['sat', '12-24'],
      },
    ]);
  });

  test('takes the channel as a platform names it, and one topic as “topic”', async () => {
    await ask(`/schedule add topic:putin-xi days:weekdays at:08:00 zone:Asia/Manila channel:${LAB}:politics`);
    expect(await schedules()).toMatchObject([{ topics: ['putin-xi'], channel: `${LAB}:politics` }]);
  });

  test('explains a cron expression', async () => {
    expect(said(await ask('schedule add cron:"0 8 1 * mon" zone:UTC'))).toContain(
      'top stories on the 1st where that is Monday at 08:00 (UTC)',
    );
  });

  test.each([
    ['schedule add days:someday', 'names no days'],
    ['schedule add at:25:00', 'is no time'],
    ['schedule add zone:Mars/Base', 'is no time zone'],
    ['schedule add cron:"0 8 31 2 *"', 'impossible'],
    ['schedule add cron:"0 8 * * *" at:09:00', 'not both'],
    ['schedule add quiet:whenever', 'names no quiet days'],
    ['schedule add days:sat quiet:sat', 'never come round'],
    ['schedule add channel:#news', 'do not know the channel'],
    ['schedule add channel:chat:OTHER:news', 'do not know the channel'],
    ['schedule add channel:chat:LABORATORY:news', 'do not know the channel'],
  ])('%s is refused in a sentence', async (text, sentence) => {
    expect(said(await ask(text))).toContain(sentence);
    expect(await schedules()).toEqual([]);
  });

  test('is for managers', async () => {
    expect(said(await ask('schedule add', { isManager: false }))).toContain('Only a manager');
    expect(await schedules()).toEqual([]);
  });
});

describe('schedule pause, resume and remove', () => {
  test('need no id where there is only one, and posts stop and go on', async () => {
    await ask('schedule add zone:UTC empty:one-line');
    await ask('schedule pause');
    const list = await ask('schedule list');
    expect(said(list)).toContain('paused');
    expect(JSON.stringify(list)).toMatch(/"ask":"schedule resume \w+"/);
    await room.runUntil(MONDAY + DAY_MS);
    expect(room.world.standing).toEqual([]);
    expect(said(await ask('schedule resume'))).toContain('Tue, 24 Nov 2026, 08:00');
    await room.runUntil(MONDAY + DAY_MS + 9 * HOUR_MS);
    expect(room.world.standing.length).toBe(1);
    expect(said(await ask('schedule remove'))).toContain('is gone');
    expect(said(await ask('schedule list'))).toContain('No briefing is scheduled yet.');
  });

  test('ask which one where there are several, and never touch another workspace’s', async () => {
    await ask('schedule add');
    await ask('schedule add at:09:00');
    expect(said(await ask('schedule remove'))).toContain('Which of the 2?');
    const id = await onlyId();
    expect(said(await ask(`schedule remove ${id}`, { tenant: 'chat:OTHER' }))).toContain('No briefing is scheduled here.');
    expect((await schedules()).length).toBe(2);
    await ask(`schedule remove ${id}`);
    expect((await schedules()).length).toBe(1);
  });

  test('leave alone what the configuration file defines', async () => {
    await room.addSchedule({ origin: 'config' });
    for (const act of ['pause', 'remove']) expect(said(await ask(`schedule ${act}`))).toContain('stands in the configuration file');
    expect((await schedules()).length).toBe(1);
  });
});

describe('schedule test', () => {
  test('posts now, marked, and counts for nothing', async () => {
    await ask('schedule add zone:UTC');
    await room.publish(FERRY);
    expect(said(await ask('schedule test'))).toContain('was posted');
    expect(JSON.stringify(room.world.standing[0]?.document)).toContain('TEST: ');
    expect(await room.storage.tenant(LAB).told.of(NEWS)).toEqual([]);
    expect(await room.storage.tenant(LAB).deliveries.list({ limit: 5 })).toEqual([]);
    await room.runUntil(MONDAY + 9 * HOUR_MS);
    expect(JSON.stringify(room.world.standing[1]?.document)).toContain('Everyone is off the ship');
  });

  test('says why nothing was posted', async () => {
    await ask('schedule add');
    room.world.trouble = () => ({
      kind: 'refused',
      problem: { code: 'x', message: 'The bot is not in that channel.', hint: 'Invite it.' },
    });
    expect(said(await ask('schedule test'))).toContain('The bot is not in that channel. | Invite it.');
    expect(said(await ask('schedule test', { bot: false }))).toContain('No bot runs here');
  });
});

describe('deliveries', () => {
  test('list and retry what could not be posted', async () => {
    expect(said(await ask('deliveries list'))).toContain('No scheduled briefing has come round yet.');
    await ask('schedule add zone:UTC');
    await room.publish(FERRY);
    room.world.trouble = () => ({ kind: 'refused', problem: { code: 'x', message: 'The channel is archived.' } });
    await room.runUntil(MONDAY + 9 * HOUR_MS);
    expect(said(await ask('deliveries list'))).toMatch(/^1 could not be posted .*The channel is archived\./);
    expect(said(await ask('deliveries retry', { tenant: 'chat:OTHER' }))).toContain('Nothing waits');
    expect(said(await ask('deliveries retry', { isManager: false }))).toContain('Only a manager');
    room.world.trouble = () => undefined;
    expect(said(await ask('deliveries retry'))).toContain('It is being sent again.');
    await room.clock.idle();
    expect(said(await ask('deliveries list'))).toContain('– posted; due');
    await room.publish({ ...BUDGET, at: MONDAY + DAY_MS });
    await room.runUntil(MONDAY + DAY_MS + 9 * HOUR_MS);
    expect(room.world.standing.length).toBe(2);
  });
});
