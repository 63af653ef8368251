/** The seed article, read and asked in one process: each speaker has exactly their quotes. Skipped where ../shared is absent. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '#commands/index.ts';
import { fetchFeed } from '#ingest/fetch-feed.ts';
import { DESK } from '#model/subscription.ts';
import { contextFor } from '../../src/app/context.ts';
import { createDispatcher } from '../../src/app/dispatch.ts';
import { pollFeed } from '../../src/app/poll.ts';
import { feedOf } from '../../src/cli/pipeline.ts';
import { readConfig } from '../../src/config.ts';
import { openTemporary } from '../storage/engine.ts';
import { noReading } from './no-reading.ts';

const folder = resolve(import.meta.dirname, '../../../shared/seed');
const now = Date.parse('2026-11-23T08:00:00Z');

describe.skipIf(!existsSync(folder))('the seed article, asked by speaker (skipped where ../shared is absent)', () => {
  let engine: Awaited<ReturnType<typeof openTemporary>>;
  beforeAll(async () => {
    engine = await openTemporary(() => now);
    const noClient = { get: () => Promise.reject(new Error('no network')), caveats: [], stop: async () => {} };
    const feed = feedOf({ url: pathToFileURL(join(folder, 'feed.xml')).href, page: 'auto' });
    await engine.storage.feeds.put(feed);
    const stored = await engine.storage.feeds.get(feed.id);
    if (!stored) throw new Error('the feed was not stored');
    const tools = { storage: engine.storage, now: () => now, pollMinutes: 15 };
    const report = await pollFeed(stored, {
      ...tools,
      fetchFeed: (url, validators) => fetchFeed(noClient, url, validators, { allowFile: true }),
    });
    expect(report).toMatchObject({ added: 1, problems: [] });
  });
  afterAll(() => engine.end());

  const gold = () =>
    JSON.parse(readFileSync(join(folder, 'putin-xi.gold.json'), 'utf8')) as { quotes: { text: string; speakers: string[] }[] };
  test.each(['putin', 'xi', 'wang', 'lavrov', 'gabuev', 'duben', 'blinken', 'kremlin'])('quotes %s gives exactly theirs', async (name) => {
    const config = readConfig({});
    const { answer } = createDispatcher({
      commands,
      now: () => now,
      contextFor: (ask) =>
        contextFor(ask, {
          storage: engine.storage,
          config,
          commands,
          now: () => now,
          firstReading: noReading,
          connections: null,
        }),
      onFault: (error) => {
        throw error;
      },
    });
    const { document } = await answer({
      eventId: '1',
      tenant: DESK,
      channel: 'desk',
      isManager: false,
      body: { kind: 'text', text: `quotes ${name}` },
    });
    const shown = document.blocks.flatMap((block) => (block.kind === 'quote' ? [block.text] : []));
    const expected = gold()
      .quotes.filter(({ speakers }) => speakers.some((speaker) => speaker.toLowerCase().split(' ').includes(name)))
      .map(({ text }) => text);
    expect(shown.sort()).toEqual(expected.sort());
  });
});
