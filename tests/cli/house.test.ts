/** The parts put together: what reaches the log, and what is forgotten on the page. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createForgetter } from '../../src/app/forget.ts';
import { furnish } from '../../src/cli/house.ts';
import { createPage } from '../../src/cli/site.ts';
import { readConfig } from '../../src/config.ts';
import { openTemporary } from '../storage/engine.ts';

let engine: Awaited<ReturnType<typeof openTemporary>>;
beforeEach(async () => {
  engine = await openTemporary(Date.now);
});
afterEach(() => engine.end());

test('an answer that fails is logged by its command, without what somebody typed', async () => {
  const lines: string[] = [];
  const stderr = vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
  const broken = { ...engine.storage, feeds: { ...engine.storage.feeds, list: () => Promise.reject(new Error('the table is gone')) } };
  const time = { now: Date.now, random: Math.random, wakeIn: () => () => {}, sleep: async () => {} };
  try {
    const house = await furnish(readConfig({ WIREBRIEF_DATA: engine.dataDir }), broken, time, {});
    const ask = { eventId: '1', tenant: 'chat:LAB', channel: 'chat:LAB:news', user: 'ana', isManager: true } as const;
    await house.handlers.answer({ ...ask, body: { kind: 'command', name: 'feeds check', options: { feed: 'my own words' } } });
    await house.handlers.answer({ ...ask, body: { kind: 'text', text: 'feeds check what nobody else should read' } });
  } finally {
    stderr.mockRestore();
  }
  const failed = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'an answer failed');
  expect(failed.map(({ command, err }) => [command, err.message])).toEqual(Array(2).fill(['feeds', 'the table is gone']));
  expect(lines.join()).not.toMatch(/my own words|nobody else/);
});

test('the store is closed whatever else fails to end', async () => {
  const closed = vi.fn(async () => {});
  const storage = { ...engine.storage, close: closed };
  const time = { now: Date.now, random: Math.random, wakeIn: () => () => {}, sleep: async () => {} };
  const house = await furnish(readConfig({ WIREBRIEF_DATA: engine.dataDir }), storage, time, {});
  Object.assign(house.pipeline, { stop: () => Promise.reject(new Error('the database is away')) });
  await expect(house.close()).rejects.toThrow('the database is away');
  expect(closed).toHaveBeenCalled();
});

test('what was posted to the page and names a forgotten speaker is shown there no more', async () => {
  const { storage } = engine;
  const page = createPage({ config: readConfig({}), storage }, () => undefined);
  const say = (summary: string) => ({
    summary,
    blocks: [{ kind: 'paragraph' as const, inlines: [{ kind: 'text' as const, text: summary }] }],
  });
  await page.post('desk', say('“We are ready,” Ada Pell said.'), 'k1');
  const shown = async () => (await page.routes.request('/api/messages')).text();
  expect(await shown()).toContain('Ada Pell');
  const file = { read: () => [], append: () => {} };
  await createForgetter({ storage, file, now: Date.now, newSalt: () => 'salt' }).forget('speaker', 'Ada Pell');
  expect(await shown()).not.toContain('Ada Pell');
});
