/** The real process beside a stand-in of Slack: asked by a command, a mention and a direct message, in both modes. */
import { writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFakeSlack, type FakeSlack, SIGNING_SECRET } from '../fakes/slack.ts';
import { type FakeMessage, shownText } from '../fakes/slack-world.ts';
import { type Bot, root, run, scratch, startBot } from './bot.ts';

const BOT_TOKEN = 'xoxb-0LAB-secret-token';

let slack: FakeSlack;
let data: ReturnType<typeof scratch>;
let env: Record<string, string>;
beforeEach(async () => {
  slack = await createFakeSlack();
  data = scratch();
  const config = join(data.path, 'config.yaml');
  writeFileSync(
    config,
    `feeds: [{ url: "${pathToFileURL(join(root, 'config/sample/meridian-wire.xml')).href}", title: Meridian Wire }]\nsample: false\n`,
  );
  env = { WIREBRIEF_CONFIG: config, SLACK_API_URL: slack.apiUrl, SLACK_BOT_TOKEN: BOT_TOKEN };
});
afterEach(async () => {
  await slack.stop();
  data.remove();
});

/** The first message in the channel that says this. */
const said = (words: RegExp, where: { readonly channel?: string; readonly threadTs?: string } = {}): Promise<FakeMessage> =>
  slack.world.until(
    `a message with ${words}`,
    () => slack.world.in(where.channel ?? 'C0LAB').find((message) => message.threadTs === where.threadTs && words.test(shownText(message))),
    15_000,
  );

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

/** Nothing that the process wrote, and nothing that it posted, holds a token. */
async function endsWell(bot: Bot): Promise<void> {
  const { code, stdout, stderr } = await bot.end('SIGTERM');
  expect([code, stderr]).toEqual([0, '']);
  const everything = stdout + stderr + JSON.stringify(slack.world.messages.map(({ text, blocks }) => [text, blocks]));
  for (const secret of [BOT_TOKEN, slack.world.appToken, SIGNING_SECRET]) expect(everything).not.toContain(secret);
}

describe('the bot on Slack', () => {
  test('by socket: a command, a mention in its thread, a direct message, a change; then it ends in order', async () => {
    const bot = await startBot(data.path, { ...env, SLACK_APP_TOKEN: slack.world.appToken });
    await slack.connected();
    const { payloads, world } = slack;

    const { ackMs } = await slack.deliver(payloads.slash('/wirebrief', 'quotes wang'));
    expect(ackMs).toBeLessThan(1_000);
    expect(await said(/appreciates/)).toMatchObject({ ephemeralTo: 'U0ANA' });

    await slack.deliver(payloads.mention('figures gaza', { threadTs: '1700000000.000100' }));
    expect((await said(/1,400 people/, { threadTs: '1700000000.000100' })).ephemeralTo).toBeUndefined();

    await slack.deliver(payloads.directMessage('what did Putin say'));
    await said(/Putin/, { channel: 'D0ANA' });

    await slack.deliver(payloads.slash('/topics', 'add harbour any:"ferry, port"'));
    await said(/“harbour” was added/);
    await slack.deliver(payloads.slash('/topics', 'add other', { user: 'U0BEN' }));
    await said(/Only a manager/);
    // Invited: it says once what it is, shows a story, and offers the briefing in the zone of whoever invited it.
    const joined = payloads.event({
      type: 'member_joined_channel',
      user: 'UBOTT0LAB',
      inviter: 'U0ANA',
      channel: 'C1LAB',
      channel_type: 'C',
      team: 'T0LAB',
    });
    await slack.deliver(joined);
    const welcome = await said(/I am Wirebrief/, { channel: 'C1LAB' });
    expect(shownText(welcome)).toMatch(/every day at 08:00 \(Europe\/Paris\)/);
    await slack.deliver(payloads.press(welcome, 'Daily at 08:00?'));
    const isAnswer = (message: FakeMessage) => message !== welcome && /08:00/.test(shownText(message));
    await world.until('the schedule', () => world.in('C1LAB').find(isAnswer), 15_000);
    await slack.deliver(payloads.slash('/schedule', 'list', { channel: 'C1LAB' }));
    await world.until('it listed', () => world.in('C1LAB').filter(isAnswer)[1], 15_000);

    await slack.deliver(payloads.slash('/schedule', 'test', { channel: 'C1LAB' }));
    await world.until(
      'the schedule’s briefing',
      () => world.in('C1LAB').find((message) => message !== welcome && message.metadata && /TEST/.test(shownText(message))),
      15_000,
    );

    await slack.deliver(payloads.slash('/wirebrief', 'status'));
    await said(/Slack.*connected/s);
    expect(world.called('auth.test').length).toBeGreaterThan(0);
    await endsWell(bot);
    await slack.disconnected();
  });

  test('by HTTP, beside the page: signed requests are answered, others are not', async () => {
    const bot = await startBot(data.path, { ...env, SLACK_MODE: 'http', SLACK_SIGNING_SECRET: SIGNING_SECRET });
    slack.deliverTo(`${bot.url}/slack/events`);
    expect((await slack.deliver(slack.payloads.slash('/quotes', 'wang'))).status).toBe(200);
    await said(/appreciates/);
    const unsigned = await fetch(`${bot.url}/slack/events`, { method: 'POST', body: 'command=/quotes' });
    expect(unsigned.status).toBe(401);
    expect(await (await fetch(bot.url)).text()).toContain('Wirebrief');
    await endsWell(bot);
  });

  test('by HTTP on a port of its own: the page is not reachable there', async () => {
    const port = await freePort();
    const bot = await startBot(data.path, { ...env, SLACK_MODE: 'http', SLACK_SIGNING_SECRET: SIGNING_SECRET, SLACK_PORT: `${port}` });
    const own = `http://127.0.0.1:${port}`;
    slack.deliverTo(`${own}/slack/events`);
    expect((await slack.deliver(slack.payloads.slash('/quotes', 'wang'))).status).toBe(200);
    await said(/appreciates/);
    expect((await fetch(own)).status).toBe(404);
    expect((await fetch(`${bot.url}/slack/events`, { method: 'POST' })).status).toBe(404);
    await endsWell(bot);
  });

  test('a refused token is one line with the page to open; the page goes on', async () => {
    const bot = await startBot(data.path, { ...env, SLACK_BOT_TOKEN: 'xoxb-wrong-token-0000', SLACK_APP_TOKEN: slack.world.appToken });
    expect((await fetch(`${bot.url}/livez`)).status).toBe(200);
    const { code, stdout, stderr } = await bot.end('SIGTERM');
    expect(code).toBe(0);
    expect(stdout + stderr).toMatch(/Slack refuses the bot token \(invalid_auth\)\..*OAuth & Permissions/s);
    expect(stdout + stderr).not.toContain('xoxb-wrong-token-0000');
  });

  test('check asks Slack, and says what to do', async () => {
    const well = await run(['check'], data.path, { ...env, SLACK_APP_TOKEN: slack.world.appToken });
    expect([well.code, well.stderr]).toEqual([0, '']);
    expect(well.stdout).toMatch(/ok\s+Slack.*\n.*\/invite/);
    const wrong = await run(['check'], data.path, { ...env, SLACK_APP_TOKEN: 'xapp-wrong-token-0000' });
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toMatch(/wrong\s+Slack[\s\S]*App-Level Tokens/);
    expect(well.stdout + wrong.stdout + wrong.stderr).not.toMatch(/xapp-\w|xoxb-\w/);
  });
});
