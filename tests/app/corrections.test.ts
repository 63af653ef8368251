/** A line reported by a reader, withdrawn by a manager: edited where it stands, kept in both versions, printed no more. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '#commands/index.ts';
import { contextFor } from '../../src/app/context.ts';
import { createDispatcher } from '../../src/app/dispatch.ts';
import { BUDGET, DAY_MS, FERRY, HOUR_MS, LAB, MONDAY, NEWS, type Newsroom, openNewsroom, STORM } from './newsroom.ts';

let room: Newsroom;
beforeEach(async () => {
  room = await openNewsroom();
  await room.addSchedule({ addedBy: 'ana' });
  await room.publish(FERRY);
  await room.runUntil(MONDAY + 9 * HOUR_MS);
});
afterEach(() => room.end());

async function say(text: string, { isManager = false, channel = NEWS } = {}): Promise<string> {
  const { answer } = createDispatcher({
    commands,
    now: () => room.now,
    contextFor: (ask) =>
      contextFor(ask, {
        storage: room.storage,
        config: room.config,
        commands,
        now: () => room.now,
        firstReading: { tools: undefined as never, patience: async () => {}, finish: () => {} },
        connections: () => [],
        clock: room.clock,
      }),
    onFault: (error) => room.faults.push(error),
  });
  const { document } = await answer({
    eventId: '1',
    tenant: LAB,
    channel,
    user: isManager ? 'ana' : 'bo',
    isManager,
    body: { kind: 'text', text },
  });
  return JSON.stringify(document);
}
const settled = () => room.runUntil(room.now);
const posted = (index = 0): string =>
  JSON.stringify(room.world.standing.filter(({ channel }) => channel === NEWS)[index]?.document ?? null);
const reports = () => room.storage.tenant(LAB).reports.list({ limit: 10 });
const QUOTE = 'Everyone is off the ship and safe';

describe('a reported line', () => {
  test('is chosen from a list, told to whoever set the briefing up, and decided by managers only', async () => {
    expect(posted()).toContain('"ask":"report s1@2026-11-23T08:00"');
    expect(await say(`why "${QUOTE}"`)).toContain('Mara Holm');
    const list = await say('report s1@2026-11-23T08:00');
    expect(list).toContain(`1: Mara Holm: “${QUOTE}`);
    expect(await say('report s1@2026-11-23T08:00 line:1 why:"It was Jon Aske"')).toContain('A manager decides');
    expect(await say('report line:1')).toContain('reported already');
    const told = room.world.standing.find(({ channel }) => channel === `${LAB}:@ana`);
    expect(JSON.stringify(told)).toMatch(/reported as wrong.*Mara Holm.*It was Jon Aske.*corrections withdraw/);
    expect(await say('corrections withdraw')).toContain('Only a manager');
    expect(posted()).toContain(QUOTE);
  });

  test('that is kept stays, and cannot be reported again', async () => {
    await say('report line:1');
    expect(await say('corrections keep', { isManager: true })).toContain('It is kept');
    expect(await say('report line:1')).toContain('A manager has looked at it: it was kept');
    await settled();
    expect(posted()).toContain(QUOTE);
  });

  test('that is withdrawn is edited out where it stands; the ledger has both versions; nothing prints it again', async () => {
    await say('report line:1');
    expect(await say('corrections withdraw note:"Jon Aske said it."', { isManager: true })).toContain('It is withdrawn');
    await settled();
    expect(posted()).not.toContain(QUOTE);
    expect(posted()).toMatch(/Correction.*under the name of Mara Holm was withdrawn\. Jon Aske said it\./);
    const [part] = (await room.storage.tenant(LAB).deliveries.get('s1@2026-11-23T08:00'))?.parts ?? [];
    expect(part?.toEdit).toBeUndefined();
    expect(JSON.stringify(part?.document)).not.toContain(QUOTE);
    expect(part?.versions).toMatchObject([{ until: room.now }]);
    expect(JSON.stringify(part?.versions)).toContain(QUOTE);
    expect(await reports()).toMatchObject([{ state: 'corrected' }]);
    expect(await say('brief detail:full')).not.toContain(QUOTE);
    expect(await say('quotes holm')).not.toContain(QUOTE);
    expect(await say(`why "${QUOTE}"`)).not.toContain('Mara Holm');
    expect((await room.storage.tenant(LAB).audit.list(9)).map(({ who, what }) => [who, what])).toEqual([
      ['wirebrief', 'correction corrected'],
      ['ana', 'corrections withdraw'],
      ['bo', 'report'],
    ]);
    expect(room.faults).toEqual([]);
  });

  test('may be a figure: it leaves the briefings as it leaves the message', async () => {
    await room.publish(BUDGET);
    await room.runUntil(MONDAY + DAY_MS + 9 * HOUR_MS);
    const line = /(\d+): 82 million euros/.exec(await say('report'))?.[1];
    await say(`report line:${line}`);
    await say('corrections withdraw', { isManager: true });
    await settled();
    expect(posted(1)).toContain('Correction');
    expect(posted(1)).not.toContain('82 million euros');
    expect(await say('brief aldery detail:full')).not.toContain('82 million euros');
    expect(await say('figures aldery')).not.toContain('82 million euros');
  });

  test('of another tenant or of no briefing is not found', async () => {
    expect(await say('report s9@2026-11-23T08:00')).toContain('I know no briefing');
    expect(await say('corrections withdraw abc', { isManager: true })).toContain('There is no report');
    expect(await say('report', { channel: `${LAB}:other` })).toContain('No scheduled briefing');
    // What stands in a channel is nobody's to list from another one; a manager's, it is.
    expect(await say('report s1@2026-11-23T08:00', { channel: `${LAB}:other` })).toContain('I know no briefing');
    expect(await say('report s1@2026-11-23T08:00', { channel: `${LAB}:other`, isManager: true })).toContain('Which line is wrong?');
  });
});

describe('the edit', () => {
  test('waits for a chat that is away, over a restart too', async () => {
    room.world.editTrouble = () => ({ kind: 'later', retryAt: room.now + HOUR_MS, problem: { code: 'x', message: 'Away.' } });
    await say('report line:1');
    await say('corrections withdraw', { isManager: true });
    await settled();
    expect(posted()).toContain(QUOTE);
    expect(await say('corrections list', { isManager: true })).toContain('Away.');
    room.world.editTrouble = () => undefined;
    await room.restart();
    await room.runUntil(room.now + 2 * HOUR_MS);
    expect(posted()).not.toContain(QUOTE);
  });

  test('that is refused says so, and is tried again when a manager says so', async () => {
    room.world.editTrouble = () => ({ kind: 'refused', problem: { code: 'x', message: 'The message is gone.' } });
    await say('report line:1');
    await say('corrections withdraw', { isManager: true });
    await settled();
    expect(await say('corrections list', { isManager: true })).toContain('The message is gone.');
    room.world.editTrouble = () => undefined;
    const [report] = await reports();
    await say(`corrections withdraw ${report?.id}`, { isManager: true });
    await settled();
    expect(posted()).not.toContain(QUOTE);
    expect(await reports()).toMatchObject([{ state: 'corrected' }]);
  });

  test('made by a process that ends before it could write that down is made again, and says the correction once', async () => {
    let lost = 0;
    room.wrap = (storage, world) => ({
      world,
      storage: {
        ...storage,
        tenant: (id) => {
          const tenant = storage.tenant(id);
          return {
            ...tenant,
            deliveries: {
              ...tenant.deliveries,
              save: async (delivery, told) => {
                if (delivery.parts.some(({ versions, toEdit }) => versions && !toEdit) && lost++ === 0)
                  throw new Error('the process ended');
                await tenant.deliveries.save(delivery, told);
              },
            },
          };
        },
      },
    });
    await room.restart();
    await say('report line:1');
    await say('corrections withdraw', { isManager: true });
    await room.runUntil(room.now + HOUR_MS);
    expect(lost).toBeGreaterThan(1);
    expect(posted().match(/Correction/g)?.length).toBe(2);
    expect(await reports()).toMatchObject([{ state: 'corrected' }]);
  });
});

describe('an article that was withdrawn', () => {
  test('leaves every briefing that was posted, and none that comes cites it', async () => {
    await room.publish(STORM);
    await room.runUntil(MONDAY + DAY_MS + 9 * HOUR_MS);
    const url = `https://harbour.example/${encodeURIComponent(FERRY.title)}`;
    // As it is copied from a link that points at a sentence.
    expect(await say(`corrections article ${url}#:~:text=ran%20aground`, { isManager: true })).toContain(
      '1 posted briefing is being edited',
    );
    await settled();
    expect(posted(0)).not.toMatch(/aground|Mara Holm/);
    expect(posted(0)).toContain('an article was withdrawn');
    expect(posted(1)).toContain('Storm Halina');
    expect(await say('quotes holm')).not.toContain(QUOTE);
    expect(await say(`why "${QUOTE}"`)).not.toContain('Mara Holm');
    expect(await say('brief ferry')).not.toContain('aground');
  });
});
