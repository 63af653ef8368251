/** A stand-in of Discord with our adapter on it. */
import { setTimeout as realSleep } from 'node:timers/promises';
import { expect, onTestFinished, vi } from 'vitest';
import { createDiscord, type DiscordAdapter } from '../../../src/chat/discord/discord.ts';
import type { DiscordSettings } from '../../../src/chat/discord/settings.ts';
import { createFakeDiscord, type FakeDiscord } from '../../fakes/discord.ts';
import { type DrivenClock, drivenClock } from '../../fakes/driven-clock.ts';
import { memoryState } from '../../fakes/state.ts';
import { type FakeHandlers, fakeCommands, fakeHandlers } from '../fake-commands.ts';

type LogLine = { readonly level: string; readonly fields: Record<string, unknown>; readonly message: string };

export type SetUp = {
  readonly discord: FakeDiscord;
  readonly adapter: DiscordAdapter;
  readonly handlers: FakeHandlers;
  readonly lines: LogLine[];
  readonly settings: DiscordSettings;
};

/** Real time, but waits of the adapter take a hundredth of it. */
const SPEED = 100;

export function discordSettings(discord: FakeDiscord, lines: LogLine[]): DiscordSettings {
  const log = (level: string) => (fields: object, message: string) =>
    void lines.push({ level, fields: fields as Record<string, unknown>, message });
  return {
    apiUrl: discord.apiUrl,
    token: discord.world.token,
    managers: [],
    commands: fakeCommands,
    state: memoryState(Date.now),
    now: Date.now,
    random: () => 0.5,
    sleep: async (ms) => {
      await realSleep(ms / SPEED, undefined, { ref: false });
    },
    log: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
  };
}

type Change = (settings: DiscordSettings, discord: FakeDiscord) => DiscordSettings;

export async function setUp(change: Change = (settings) => settings, now: () => number = Date.now): Promise<SetUp> {
  const discord = await createFakeDiscord(now);
  const lines: LogLine[] = [];
  const settings = change(discordSettings(discord, lines), discord);
  const handlers = fakeHandlers();
  const adapter = createDiscord(settings);
  onTestFinished(async () => {
    await adapter.stop();
    await discord.stop();
    vi.useRealTimers();
    // Whatever a test is about, nothing that was sent may contradict Discord's own document.
    expect(discord.complaints()).toEqual([]);
  });
  await adapter.start(handlers);
  return { discord, adapter, handlers, lines, settings };
}

/** On a clock that the test drives; discord.js counts its buckets by Date, so Date goes with it. */
export async function setUpDriven(change: Change = (settings) => settings): Promise<SetUp & { readonly clock: DrivenClock }> {
  const inner = drivenClock();
  vi.useFakeTimers({ toFake: ['Date'], now: inner.now() });
  const clock: DrivenClock = {
    ...inner,
    advance: (ms) => {
      vi.setSystemTime(inner.now() + ms);
      inner.advance(ms);
    },
  };
  const made = await setUp(
    (settings, discord) => change({ ...settings, now: clock.now, sleep: clock.sleep, state: memoryState(clock.now) }, discord),
    clock.now,
  );
  return { ...made, clock };
}
