/** The real process beside stand-ins of both platforms: a reader reports a line, a manager withdraws it, and what was posted is edited where it stands. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { Schedule } from '#model/schedule.ts';
import { openStorage } from '#storage/open.ts';
import { personOf } from '../../src/chat/discord/address.ts';
import { fromMarkdown } from '../../src/chat/discord/escape.ts';
import { createFakeDiscord } from '../fakes/discord.ts';
import { shownText as discordText, IDS } from '../fakes/discord-world.ts';
import { createFakeSlack } from '../fakes/slack.ts';
import { type FakeMessage, shownText } from '../fakes/slack-world.ts';
import { run, scratch, startBot } from './bot.ts';

const MINUTE_MS = 60_000;
const TENANTS = { slack: 'slack:T0LAB', discord: `discord:${IDS.guild}` } as const;
/** What a reader reports is the first line of the list, whichever that is. */
const reportedIn = (list: string): string => /1: .*?“([^”…]{10,})/s.exec(list)?.[1] ?? 'no line was found';

test('a line that a reader reports and a manager withdraws leaves the message on Slack and on Discord; the ledger keeps both versions', {
  timeout: 2 * MINUTE_MS,
}, async () => {
  const data = scratch();
  const slack = await createFakeSlack();
  const discord = await createFakeDiscord();
  const config = join(data.path, 'config.yaml');
  const file = join(data.path, 'harbour.xml');
  writeFileSync(file, feedOf(Date.now() - 60 * MINUTE_MS));
  const feed = pathToFileURL(file).href;
  writeFileSync(config, `feeds: [{ url: "${feed}", title: Harbour }]\nsample: false\n`);
  const chats = {
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: 'xoxb-0LAB-secret-token',
    SLACK_APP_TOKEN: slack.world.appToken,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_TOKEN: discord.world.token,
  };
  try {
    expect((await run(['ingest', feed], data.path, { WIREBRIEF_CONFIG: config })).code).toBe(0);
    // Due a minute ago, while the bot was down: it is caught up at the start.
    const storage = await openStorage({ dataDir: data.path, mode: 'own', now: Date.now });
    const at = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS - MINUTE_MS;
    const slot = { local: new Date(at).toISOString().slice(0, 16), at };
    for (const [id, tenant, channel, addedBy] of [
      ['onslack', TENANTS.slack, `${TENANTS.slack}:C0LAB`, 'U0ANA'],
      ['ondiscord', TENANTS.discord, `${TENANTS.discord}:${IDS.news}`, personOf(IDS.ana)],
    ] as const)
      await storage.tenant(tenant).schedules.put(scheduleOf({ id, tenant, channel, addedBy, at: slot.local.slice(11) }), slot);
    await storage.close();

    const bot = await startBot(data.path, { WIREBRIEF_CONFIG: config, ...chats });
    const onSlack = await slack.world.until('a briefing', () => slack.world.in('C0LAB').find(({ metadata }) => metadata));
    const onDiscord = await discord.world.until('a briefing', () => discord.world.in(IDS.news)[0]);
    const before = [shownText(onSlack), fromMarkdown(discordText(onDiscord))];

    // Ben reads, Ana manages.
    const said = (words: RegExp, channel = 'C0LAB'): Promise<FakeMessage> =>
      slack.world.until(`a message with ${words}`, () => slack.world.in(channel).find((message) => words.test(shownText(message))));
    await slack.deliver(slack.payloads.press(onSlack, 'Report', { user: 'U0BEN' }));
    const list = await said(/Which line is wrong/);
    await slack.deliver(slack.payloads.press(list, /^1: /));
    await said(/it is reported/);
    const asked = await said(/was reported as wrong/, 'D0ANA');
    expect(onSlack.edits).toBe(0);
    await slack.deliver(slack.payloads.press(asked, 'Withdraw it'));
    await slack.world.until('the edit', () => onSlack.edits > 0);

    const heard = (words: RegExp, channel: string = IDS.news) =>
      discord.world.until(`a message with ${words}`, () =>
        discord.world.in(channel).find((message) => words.test(fromMarkdown(discordText(message)))),
      );
    await discord.deliver(discord.payloads.press(onDiscord, 'Report', { user: IDS.ben }));
    const lines = await heard(/Which line is wrong/);
    await discord.deliver(discord.payloads.press(lines, /^1: /, { user: IDS.ben }));
    await heard(/it is reported/);
    const told = await heard(/was reported as wrong/, IDS.anaDirect);
    await discord.deliver(discord.payloads.press(told, 'Withdraw it', { isDirect: true }));
    await discord.world.until('the edit', () => onDiscord.edits > 0);

    const after = [shownText(onSlack), fromMarkdown(discordText(onDiscord))];
    const reported = [reportedIn(shownText(list)), reportedIn(fromMarkdown(discordText(lines)))];
    for (const [index, words] of reported.entries()) {
      expect(before[index]).toContain(words);
      expect(after[index]).not.toContain(words);
      expect(after[index]).toMatch(/Correction.*withdrawn/s);
    }
    const { code, stderr } = await bot.end('SIGTERM');
    expect([code, stderr]).toEqual([0, '']);
    expect(discord.complaints()).toEqual([]);

    const ledger = await openStorage({ dataDir: data.path, mode: 'read-only', now: Date.now });
    for (const [index, tenant] of Object.values(TENANTS).entries()) {
      const [delivery] = await ledger.tenant(tenant).deliveries.list({ limit: 9 });
      const [part] = delivery?.parts ?? [];
      expect(delivery?.state).toBe('sent');
      expect(part?.toEdit).toBeUndefined();
      expect(JSON.stringify(part?.versions?.[0]?.document)).toContain(reported[index]);
      expect(JSON.stringify(part?.document)).not.toContain(reported[index]);
      expect(await ledger.tenant(tenant).reports.list({ limit: 9 })).toMatchObject([{ state: 'corrected' }]);
    }
    await ledger.close();
  } finally {
    await slack.stop();
    await discord.stop();
    data.remove();
  }
});

const feedOf = (at: number): string => `<?xml version="1.0"?>
<rss version="2.0"><channel><title>Harbour</title><link>https://harbour.example/</link><item>
<title>Ferry to Marrow runs aground with 214 people on board</title><link>https://harbour.example/ferry</link>
<pubDate>${new Date(at).toUTCString()}</pubDate><description><![CDATA[
<p>A ferry to Marrow ran aground on Tuesday with 214 people on board, the coast guard said.</p>
<p>“Everybody is off the ship and nobody is hurt,” Mara Holm, the harbour master of Marrow, told reporters.</p>
<p>“We heard the rocks before we saw them in the fog,” said Jon Aske, a passenger from Tessel.</p>
]]></description></item></channel></rss>`;

type Given = Pick<Schedule, 'id' | 'tenant' | 'channel'> & { readonly addedBy: string; readonly at: string };

const scheduleOf = ({ at, ...given }: Given): Schedule => ({
  ...given,
  topics: [],
  when: { kind: 'days', days: [0, 1, 2, 3, 4, 5, 6], at },
  zone: 'UTC',
  locale: 'en-GB',
  detail: 'short',
  empty: 'best',
  quiet: [],
  paused: false,
  addedAt: 0,
  origin: 'store',
});
