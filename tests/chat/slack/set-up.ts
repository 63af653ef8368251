/** A stand-in of Slack with our adapter on it, in either mode. */
import { setTimeout as realSleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import type { SlackSettings } from '../../../src/chat/slack/settings.ts';
import { DEFAULT_ALIASES } from '../../../src/chat/slack/settings.ts';
import { createSlack, type SlackAdapter } from '../../../src/chat/slack/slack.ts';
import { createFakeSlack, type FakeSlack, SIGNING_SECRET } from '../../fakes/slack.ts';
import { memoryState } from '../../fakes/state.ts';
import { type FakeHandlers, fakeCommands, fakeHandlers } from '../fake-commands.ts';

export type LogLine = { readonly level: string; readonly fields: Record<string, unknown>; readonly message: string };

export type SetUp = {
  readonly slack: FakeSlack;
  readonly adapter: SlackAdapter;
  readonly handlers: FakeHandlers;
  readonly lines: LogLine[];
  readonly settings: SlackSettings;
};

/** Real time, but waits of the adapter take a hundredth of it. */
const SPEED = 100;

export async function slackSettings(slack: FakeSlack, mode: 'socket' | 'http', lines: LogLine[]): Promise<SlackSettings> {
  const log = (level: string) => (fields: object, message: string) =>
    void lines.push({ level, fields: fields as Record<string, unknown>, message });
  return {
    apiUrl: slack.apiUrl,
    mode,
    botToken: 'xoxb-0LAB-secret-token',
    appToken: slack.world.appToken,
    signingSecret: SIGNING_SECRET,
    ...(mode === 'http' ? { listen: { host: '127.0.0.1', port: 0 } } : {}),
    managers: [],
    aliases: DEFAULT_ALIASES,
    commands: fakeCommands,
    home: ['topics list', 'schedule list', 'help'],
    state: memoryState(Date.now),
    now: Date.now,
    random: () => 0.5,
    sleep: async (ms) => {
      await realSleep(ms / SPEED, undefined, { ref: false });
    },
    log: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
  };
}

export async function setUp(
  mode: 'socket' | 'http',
  change: (settings: SlackSettings, slack: FakeSlack) => SlackSettings = (settings) => settings,
): Promise<SetUp> {
  const slack = await createFakeSlack();
  const lines: LogLine[] = [];
  const settings = change(await slackSettings(slack, mode, lines), slack);
  const handlers = fakeHandlers();
  const adapter = createSlack(settings);
  onTestFinished(async () => {
    await adapter.stop();
    await slack.stop();
  });
  await adapter.start(handlers);
  const port = adapter.port();
  if (mode === 'http' && port) slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  return { slack, adapter, handlers, lines, settings };
}
