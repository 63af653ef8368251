/** The real process beside a stand-in of Discord: asked by a command, a mention and a direct message; then both platforms at once. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fromMarkdown } from '../../src/chat/discord/escape.ts';
import { createFakeDiscord, type FakeDiscord } from '../fakes/discord.ts';
import { type FakeMessage, IDS, shownText } from '../fakes/discord-world.ts';
import { createFakeSlack } from '../fakes/slack.ts';
import { root, run, scratch, startBot } from './bot.ts';

let discord: FakeDiscord;
let data: ReturnType<typeof scratch>;
let env: Record<string, string>;
beforeEach(async () => {
  discord = await createFakeDiscord();
  data = scratch();
  const config = join(data.path, 'config.yaml');
  const feed = pathToFileURL(join(root, 'config/sample/meridian-wire.xml')).href;
  writeFileSync(config, `feeds: [{ url: "${feed}", title: Meridian Wire }]\nsample: false\n`);
  env = { WIREBRIEF_CONFIG: config, DISCORD_API_URL: discord.apiUrl, DISCORD_TOKEN: discord.world.token };
});
afterEach(async () => {
  await discord.stop();
  data.remove();
});

const said = (words: RegExp, channel: string = IDS.general): Promise<FakeMessage> =>
  discord.world.until(
    `a message with ${words}`,
    () =>
      discord.world.messages.find(
        (message) => message.channel === channel && !message.isDeferred && words.test(fromMarkdown(shownText(message))),
      ),
    15_000,
  );

describe('the bot on Discord', () => {
  test('a command, a mention, a direct message and a change are answered; then it ends in order', async () => {
    const bot = await startBot(data.path, env);
    await discord.connected();
    const { payloads } = discord;

    const { ackMs } = await discord.deliver(payloads.command('quotes', [{ name: 'speaker', value: 'wang' }]));
    expect(ackMs).toBeLessThan(1_000);
    expect(await said(/appreciates/)).toMatchObject({ ephemeralTo: IDS.ana });

    discord.dispatch('MESSAGE_CREATE', payloads.message(`<@${IDS.bot}> figures gaza`));
    await discord.world.until('a public answer', () =>
      discord.world.messages.find((message) => message.ephemeralTo === undefined && /1,400 people/.test(fromMarkdown(shownText(message)))),
    );
    discord.dispatch('MESSAGE_CREATE', payloads.message('what did Putin say', { isDirect: true }));
    await said(/Putin/, IDS.anaDirect);

    await discord.deliver(
      payloads.command('topics add', [
        { name: 'name', value: 'harbour' },
        { name: 'any', value: 'ferry, port' },
      ]),
    );
    await said(/“harbour” was added/);
    await discord.deliver(payloads.command('topics add', [{ name: 'name', value: 'other' }], { user: IDS.ben }));
    await said(/Only a manager/);
    await discord.deliver(payloads.command('status'));
    await said(/Discord.*connected/s);

    const { code, stdout, stderr } = await bot.end('SIGTERM');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout + JSON.stringify(discord.world.messages)).not.toContain(discord.world.token);
    expect(discord.complaints()).toEqual([]);
  });

  test('a refused token is one line with the page to open; Slack and the page go on', async () => {
    const slack = await createFakeSlack();
    try {
      const bot = await startBot(data.path, {
        ...env,
        DISCORD_TOKEN: 'wrong-token-of-discord-0000',
        SLACK_API_URL: slack.apiUrl,
        SLACK_BOT_TOKEN: 'xoxb-0LAB-secret-token',
        SLACK_APP_TOKEN: slack.world.appToken,
      });
      await slack.connected();
      await slack.deliver(slack.payloads.slash('/wirebrief', 'quotes wang'));
      await slack.world.until('an answer', () => slack.world.in('C0LAB')[0], 15_000);
      expect((await fetch(`${bot.url}/livez`)).status).toBe(200);
      const { code, stdout, stderr } = await bot.end('SIGTERM');
      expect(code).toBe(0);
      expect(stdout + stderr).toMatch(/Discord refuses the bot's token.*Reset Token/s);
      expect(stdout + stderr).not.toContain('wrong-token-of-discord');
    } finally {
      await slack.stop();
    }
  });

  test('check prints the link that adds the bot to a server', async () => {
    const well = await run(['check'], data.path, env);
    expect([well.code, well.stderr]).toEqual([0, '']);
    expect(well.stdout).toMatch(
      /ok\s+Discord.*\n.*https:\/\/discord\.com\/oauth2\/authorize\?client_id=\d+&scope=bot\+applications\.commands&permissions=\d+/,
    );
    const wrong = await run(['check'], data.path, { ...env, DISCORD_TOKEN: 'wrong-token-of-discord-0000' });
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toMatch(/wrong\s+Discord[\s\S]*Reset Token/);
    expect(wrong.stdout + wrong.stderr).not.toContain('wrong-token-of-discord');
  });
});
