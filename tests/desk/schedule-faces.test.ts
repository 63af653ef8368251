/** One schedule by each of its four faces: words in a chat, options of a chat, the page, the configuration file. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Ask } from '#chat/chat.ts';
import { commands } from '#commands/index.ts';
import { contextFor } from '../../src/app/context.ts';
import { createDispatcher } from '../../src/app/dispatch.ts';
import { enrolSchedules } from '../../src/app/enrol-schedules.ts';
import { LAB } from '../app/newsroom.ts';
import { noReading } from '../app/no-reading.ts';
import { type DeskRoom, follow, openDeskRoom } from './room.ts';

let room: DeskRoom;
beforeEach(async () => {
  room = await openDeskRoom();
  room.connections.push({ platform: 'chat', health: { state: 'connected' } });
});
afterEach(() => room.end());

const FACES = ['words', 'options', 'page', 'file'] as const;
const channelOf = (face: string): string => `${LAB}:${face}`;

async function inChat(channel: string, body: Ask['body']): Promise<void> {
  const { config, storage, clock } = room;
  const now = () => room.now;
  const { answer } = createDispatcher({
    commands,
    now,
    contextFor: (ask) => contextFor(ask, { storage, config, commands, now, firstReading: noReading, connections: () => [], clock }),
    onFault: (error) => room.faults.push(error),
  });
  await answer({ eventId: channel, tenant: LAB, channel, user: 'ana', isManager: true, body });
}

test.each([
  [{ topics: 'putin-xi', days: 'weekdays', at: '08:00', zone: 'Asia/Manila' }, '2026-11-24T08:00'],
  [{ topics: 'grid, ferry', cron: '*/30 7-9 * * mon-fri', zone: 'Europe/Berlin', empty: 'best', quiet: 'tue,12-25' }, '2026-11-25T07:00'],
  [{ days: 'sat and sun', at: '18:30', zone: 'America/St_Johns', detail: 'full', empty: 'one-line' }, '2026-11-28T18:30'],
])('%j', async (options, next) => {
  const text = Object.entries(options).map(([name, value]) => `${name}:"${value}"`);
  await inChat(channelOf('words'), { kind: 'text', text: `schedule add ${text.join(' ')}` });
  await inChat(channelOf('options'), { kind: 'command', name: 'schedule add', options });
  const browser = room.browser();
  await browser.signIn();
  await browser.post('/schedules/add', { csrf: await browser.csrf(), ...options, channel: channelOf('page') });
  await enrolSchedules([{ ...options, channel: channelOf('file') }], room.storage, room.config, room.now);

  const stored = await room.storage.tenant(LAB).schedules.list();
  const of = (face: string) => stored.find(({ schedule }) => schedule.channel === channelOf(face));
  const [first, ...others] = FACES.map((face) => {
    const { id: _, channel: __, addedBy: ___, origin: ____, ...schedule } = of(face)?.schedule ?? ({} as never);
    return { schedule, next: of(face)?.next };
  });
  expect(first?.next?.local).toBe(next);
  for (const other of others) expect(other).toEqual(first);
  expect(room.faults).toEqual([]);
});

test('the page takes no channel of a platform that is not here', async () => {
  const browser = room.browser();
  await browser.signIn();
  const sent = await browser.post('/schedules/add', { csrf: await browser.csrf(), at: '08:00', channel: 'other:T1:C1' });
  expect((await follow(browser, sent)).querySelector('.flash')?.textContent).toMatch(/“other:T1:C1” is no channel of the desk/);
  expect(await room.storage.work.schedules()).toEqual([]);
});
