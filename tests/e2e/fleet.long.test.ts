/** A whole fleet on one PostgreSQL: a chat process, two workers and a page, beside a stand-in of Slack; one worker is killed. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStorage } from '#storage/open.ts';
import { createFakeSlack, type FakeSlack, SIGNING_SECRET } from '../fakes/slack.ts';
import { shownText } from '../fakes/slack-world.ts';
import { createDatabase, noServer, type TestDatabase } from '../storage/server.ts';
import { type Bot, root, run, scratch, startBot } from './bot.ts';

const reason = await noServer();

describe.skipIf(reason)(`a fleet${reason ? ` – ${reason}` : ''}`, () => {
  let database: TestDatabase;
  let slack: FakeSlack;
  const data = scratch();
  const bots: Bot[] = [];
  let env: Record<string, string>;
  beforeAll(async () => {
    database = await createDatabase();
    slack = await createFakeSlack();
    const config = join(data.path, 'config.yaml');
    const feed = pathToFileURL(join(root, 'config/sample/meridian-wire.xml')).href;
    writeFileSync(
      config,
      `feeds: [{ url: "${feed}", title: Meridian Wire }]\nsample: false\nschedules: [{ channel: "slack:T0LAB:C0LAB", cron: "* * * * *", zone: UTC, empty: best }]\n`,
    );
    env = {
      WIREBRIEF_CONFIG: config,
      DATABASE_URL: database.url,
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: 'xoxb-0LAB-secret-token',
    };
  }, 60_000);
  afterAll(async () => {
    await Promise.all(bots.map((bot) => bot.end('SIGKILL')));
    await slack.stop();
    await database.drop();
    data.remove();
  });
  const start = async (role: string, more: Record<string, string> = {}) => {
    const bot = await startBot(data.path, { ...env, ...more }, ['--role', role]);
    bots.push(bot);
    return bot;
  };

  test('posts one briefing a slot, whoever is killed; chat answers, the page shows, the terminal changes things', {
    timeout: 300_000,
  }, async () => {
    const chat = await start('chat', { SLACK_APP_TOKEN: slack.world.appToken });
    await slack.connected();
    const [first, second] = await Promise.all([start('worker'), start('worker')]);
    const web = await start('web');
    const posts = () => slack.world.in('C0LAB').filter(({ ephemeralTo, threadTs }) => !ephemeralTo && !threadTs);
    await slack.world.until('a briefing', () => posts()[0], 150_000);
    const { payloads } = slack;
    await slack.deliver(payloads.slash('/wirebrief', 'quotes wang'));
    await slack.world.until('an answer', () => slack.world.in('C0LAB').find((message) => /appreciates/.test(shownText(message))), 15_000);
    expect(await (await fetch(web.url)).text()).toMatch(/Meridian Wire/);
    for (const bot of [chat, first, second]) expect(await (await fetch(`${bot.url}/livez`)).text()).toBe('ok');
    const added = await run(['topics', 'add', 'harbour', 'any:ferry'], data.path, env);
    expect([added.code, added.stderr]).toEqual([0, '']);

    await first.end('SIGKILL');
    const before = posts().length;
    await slack.world.until('a further briefing', () => posts()[before], 150_000);

    const ended = await Promise.all([chat, second, web].map((bot) => bot.end('SIGTERM')));
    expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
      [0, ''],
    ]);
    const storage = await openStorage({ dataDir: '', databaseUrl: database.url, mode: 'read-only', now: Date.now });
    const ledger = (await storage.tenant('slack:T0LAB').deliveries.list({ limit: 100 })).filter(({ state }) => state === 'sent');
    await storage.close();
    const ids = ledger.flatMap(({ parts }) => parts.flatMap(({ posted }) => posted?.ids ?? []));
    expect(new Set(ledger.map(({ slot }) => slot.local)).size).toBe(ledger.length);
    expect(
      posts()
        .map(({ ts }) => ts)
        .sort(),
    ).toEqual([...ids].sort());
  });

  test('replicas of Slack over HTTP: what Slack sends to one and again to another is answered once', { timeout: 120_000 }, async () => {
    const http = { SLACK_MODE: 'http', SLACK_SIGNING_SECRET: SIGNING_SECRET };
    const replicas = await Promise.all([start('chat', http), start('chat', http)]);
    const { payloads } = slack;
    const threads = Array.from({ length: 20 }, (_, index) => `1700000000.${String(100 + index).padStart(6, '0')}`);
    for (const [index, threadTs] of threads.entries()) {
      const mention = payloads.mention('quotes wang', { threadTs });
      // To both in the same moment, as a balancer may that thinks one dead; then Slack's own repetition.
      await Promise.all(replicas.map(({ url }) => slack.deliver(mention, undefined, `${url}/slack/events`)));
      await slack.deliver(mention, { num: 1, reason: 'http_timeout' }, `${replicas[index % 2]?.url}/slack/events`);
    }
    const answers = () => slack.world.in('C0LAB').filter(({ threadTs }) => threadTs && threads.includes(threadTs));
    await slack.world.until('all answers', () => new Set(answers().map(({ threadTs }) => threadTs)).size === threads.length, 60_000);
    const ended = await Promise.all(replicas.map((bot) => bot.end('SIGTERM')));
    expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual([
      [0, ''],
      [0, ''],
    ]);
    expect(
      answers()
        .map(({ threadTs }) => threadTs)
        .sort(),
    ).toEqual(threads);
  });

  test('without a database that could be shared, a part of a fleet does not start', async () => {
    const { DATABASE_URL: _, ...alone } = env;
    const { code, stderr } = await run(['start', '--role', 'worker'], data.path, alone);
    expect(code).toBe(1);
    expect(stderr).toMatch(/DATABASE_URL/);
  });
});
