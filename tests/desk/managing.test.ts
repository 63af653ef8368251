import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Delivery } from '#model/schedule.ts';
import { FERRY, HOUR_MS, LAB, NEWS } from '../app/newsroom.ts';
import { type Browser, type DeskRoom, follow, openDeskRoom } from './room.ts';

let room: DeskRoom;
let browser: Browser;
let csrf: string;
beforeAll(async () => {
  room = await openDeskRoom();
  await room.publish({ ...FERRY, at: room.now - HOUR_MS });
  browser = room.browser();
  await browser.signIn();
  csrf = await browser.csrf();
});
afterAll(() => room.end());

const change = async (path: string, fields: Record<string, string | File>) =>
  follow(browser, await browser.post(path, { csrf, ...fields }));
const flashOf = (page: Awaited<ReturnType<typeof change>>) =>
  page.querySelector('[role=status].flash')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

test('a topic is added and removed; what came of it is said once, on the page itself', async () => {
  const added = await change('/topics/add', { name: 'lunde', any: 'lunde, ferry' });
  expect(flashOf(added)).toContain('The topic “lunde” was added.');
  expect(added.querySelector('.cards')?.textContent).toContain('lunde or ferry');
  expect(flashOf(await browser.page('/topics'))).toBe('');
  expect(flashOf(await change('/topics/remove', { name: 'lunde' }))).toContain('is gone');
});

test('a schedule is added, paused, resumed, previewed and removed, each with its next run in its zone', async () => {
  const added = await change('/schedules/add', { topics: 'ferry', days: 'weekdays', at: '08:00', zone: 'Asia/Manila' });
  const id = /“?([a-z0-9]{6})/.exec(added.querySelector('.acts .quiet')?.textContent ?? '')?.[1] ?? '';
  expect(added.querySelector('.cards')?.textContent).toMatch(/on weekdays at 08:00 \(Asia\/Manila\).*Next: 24 Nov 2026, 08:00 GMT\+8/s);
  expect((await browser.page(`/preview?schedule=${id}`)).querySelector('.slack')?.textContent).toContain('Ferry runs aground off Lunde');
  expect((await change('/schedules/pause', { id })).querySelector('.cards')?.textContent).toContain('Paused');
  expect((await change('/schedules/resume', { id })).querySelector('.cards')?.textContent).toContain('Next: ');
  expect(flashOf(await change('/schedules/test', { id }))).toContain('A test of');
  expect((await change('/schedules/remove', { id })).querySelector('.cards')).toBeNull();
});

test('schedules and deliveries of a chat workspace are shown to who is signed in, and changed as theirs', async () => {
  const schedule = await room.addSchedule();
  const parked: Delivery = {
    id: `${schedule.id}@2026-11-23T08:00`,
    tenant: LAB,
    scheduleId: schedule.id,
    channel: NEWS,
    slot: { local: '2026-11-23T08:00', at: room.now - 4 * HOUR_MS },
    state: 'parked',
    steps: [{ at: room.now, state: 'parked', problem: { code: 'gone', message: 'The channel is gone.', hint: 'Invite the bot again.' } }],
    parts: [],
  };
  const next = (await room.storage.tenant(LAB).schedules.get(schedule.id))?.next;
  if (!next) throw new Error('it has no next slot');
  await room.storage.work.claim(schedule.id, next, next, [parked]);
  const reader = room.browser();
  expect(await (await reader.get('/schedules')).text()).not.toContain(NEWS);
  expect(await (await reader.get('/deliveries')).text()).not.toContain(parked.id);
  expect((await browser.page('/schedules')).querySelector('.cards')?.textContent).toContain(NEWS);
  const ledger = await browser.page('/deliveries');
  expect(ledger.querySelector('.cards')?.textContent).toMatch(/The channel is gone\. Invite the bot again\./);
  expect(flashOf(await change('/deliveries/retry', { id: parked.id }))).toContain('It is being sent again.');
  await room.clock.idle();
  expect((await room.storage.tenant(LAB).deliveries.get(parked.id))?.state).toBe('sent');
  await change('/schedules/pause', { id: schedule.id });
  expect((await room.storage.tenant(LAB).schedules.get(schedule.id))?.next).toBeNull();
  expect((await browser.page('/schedules')).querySelector('.cards .paused')?.textContent).toContain(NEWS);
});

test('a feed is paused and read again, and that is written down', async () => {
  const isDue = async () => (await room.storage.feeds.due(Number.MAX_SAFE_INTEGER, 9)).some(({ id }) => id === 'harbour');
  const paused = await change('/feeds/pause', { id: 'harbour', paused: 'yes' });
  expect([flashOf(paused), await isDue()]).toEqual([expect.stringContaining('paused'), false]);
  expect(paused.querySelector('.cards .paused')?.textContent).toContain('The harbour');
  expect((await browser.page('/why?feed=harbour')).querySelector('.answer')?.textContent).toContain(
    'It is paused, and asked for nothing, since',
  );
  await change('/feeds/pause', { id: 'harbour', paused: 'no' });
  expect(await isDue()).toBe(true);
  expect((await browser.page('/deliveries')).querySelector('table')?.textContent).toMatch(/desk.*feeds resume.*The harbour/s);
  expect(flashOf(await change('/feeds/pause', { id: 'nowhere', paused: 'yes' }))).toContain('no such feed');
});

test('pages of a feed’s articles are fetched no more, and again; what the configuration file says stays', async () => {
  const page = async () => (await room.storage.feeds.get('harbour'))?.page;
  const off = await change('/feeds/page', { id: 'harbour', page: 'never' });
  expect([flashOf(off), await page()]).toEqual([expect.stringContaining('fetched no more'), 'never']);
  expect(off.querySelector('.cards')?.textContent).toContain('its articles’ pages are not fetched');
  await change('/feeds/page', { id: 'harbour', page: 'auto' });
  expect(await page()).toBe('auto');
  expect((await browser.page('/deliveries')).querySelector('table')?.textContent).toMatch(/desk.*feeds page:auto.*The harbour/s);
  expect(flashOf(await change('/feeds/page', { id: 'nowhere', page: 'never' }))).toContain('not changed here');
});

test('an OPML file is imported, its progress is shown, and the list goes out again', async () => {
  const opml =
    '<opml version="2.0"><body><outline text="One" xmlUrl="https://one.example/feed"/><outline text="Two" xmlUrl="https://two.example/feed"/></body></opml>';
  const page = await change('/feeds/import', { file: new File([opml], 'reader.opml', { type: 'text/xml' }) });
  expect(flashOf(page)).toContain('2 of 2 feeds were added.');
  expect(page.querySelector('#progress')?.textContent).toContain('Reading new feeds: 1 of 3');
  const [one] = (await room.storage.feeds.list()).filter(({ url }) => url === 'https://one.example/feed');
  await room.storage.feeds.recordPoll(one?.id ?? '', {
    validators: {},
    polledAt: room.now,
    nextPollAt: room.now + HOUR_MS,
    failures: 3,
    problem: { code: 'not-a-feed', message: 'It is a page, and no feed.', hint: 'Look for its feed.' },
  });
  expect(await (await browser.get('/feeds/progress')).text()).toContain('Reading new feeds: 2 of 3');
  expect((await browser.page('/feeds')).querySelector('.cards .silent')?.textContent).toMatch(
    /Silent.*It is a page, and no feed\..*The way round: Look for its feed\..*3 times in vain; next 23 Nov 2026, 13:00/s,
  );
  const file = await browser.get('/feeds.opml');
  expect([file.headers.get('content-disposition'), await file.text()]).toEqual([
    expect.stringContaining('wirebrief.opml'),
    expect.stringContaining('https://two.example/feed'),
  ]);
  expect((await browser.post('/feeds/import', { csrf, file: new File(['x'.repeat(6_000_000)], 'big.opml') })).status).toBe(413);
});

test('who may only read sees no form that changes things', async () => {
  for (const path of ['/feeds', '/topics', '/schedules', '/deliveries']) {
    const page = await room.browser().page(path);
    expect(page.querySelectorAll('form[method=post]').length).toBe(0);
    expect(page.querySelector('.hint')?.textContent).toContain('Sign in');
  }
});

test('no change met a fault', () => expect(room.faults).toEqual([]));
