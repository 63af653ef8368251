import { expect, test } from 'vitest';
import { inspectPlatforms, inspectSchedules } from '../../src/cli/check-platforms.ts';
import { readConfig } from '../../src/config.ts';

const messages = (channels: readonly string[], env: Record<string, string> = {}) =>
  inspectSchedules({ ...readConfig(env), schedules: channels.map((channel) => ({ channel })) }).map(({ what, problems }) => [
    what,
    problems[0]?.message,
  ]);

test('a schedule to a chat that is not set up, or that there is not, is found; the desk always is there', () => {
  expect(messages(['desk', 'slack:T1:C1', 'smoke:signal'])).toEqual([
    ['schedules.1', 'It is to be posted in slack:T1:C1, and no token for slack is set.'],
    ['schedules.2', 'It is to be posted in smoke:signal, and there is no such chat.'],
  ]);
  expect(messages(['slack:T1:C1', 'discord:1:2'], { SLACK_BOT_TOKEN: 'xoxb-1', DISCORD_TOKEN: 'abc' })).toEqual([]);
});

test('offline, what is not set at all is found without asking anybody', async () => {
  const findings = async (env: Record<string, string>) =>
    (await Array.fromAsync(inspectPlatforms(readConfig(env), true))).map(({ what, note, problems }) => [
      what,
      note,
      ...problems.map(({ message }) => message),
    ]);
  expect(await findings({ SLACK_APP_TOKEN: 'xapp-1', DISCORD_TOKEN: 'abc' })).toEqual([
    ['Slack', 'Socket Mode, not asked', 'Slack: SLACK_BOT_TOKEN is not set.'],
    ['Discord', 'not asked'],
  ]);
  expect(await findings({ SLACK_MODE: 'http', SLACK_BOT_TOKEN: 'xoxb-1' })).toEqual([
    ['Slack', 'HTTP mode, not asked', 'Slack: SLACK_SIGNING_SECRET is not set.'],
  ]);
});
