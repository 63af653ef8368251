/** npm run smoke -- slack|discord: guided steps with the owner's own tokens; what went over the wire stands, redacted, in smoke-<platform>.jsonl. */
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, fetch as undiciFetch } from 'undici';
import { commands } from '#commands/index.ts';
import { redact } from '#lib/log.ts';
import type { ChatAdapter } from '../../src/chat/chat.ts';
import { createDiscord } from '../../src/chat/discord/discord.ts';
import { createSlack } from '../../src/chat/slack/slack.ts';
import { discordAccess, slackAccess } from '../../src/cli/platforms.ts';
import { readConfig } from '../../src/config.ts';
import { memoryState } from '../fakes/state.ts';
import { runSmoke } from './smoke-steps.ts';

const [platform] = process.argv.slice(2);
if (platform !== 'slack' && platform !== 'discord') {
  console.error('npm run smoke -- slack, or: npm run smoke -- discord (tokens as in docs/slack.md and docs/discord.md)');
  process.exit(2);
}
const config = readConfig();
const file = `smoke-${platform}.jsonl`;
/** Tokens that stand in addresses: whoever has one may answer, or connect, for some minutes. */
const IN_ADDRESSES = /(?<=ticket=)[\w-]+|(?<=\/(?:interactions|webhooks)\/\d{1,20}\/)[^/"\\]{1,300}|(?<=hooks\.slack\.com\/)[^"\\]{1,300}/g;
const record = (entry: object) =>
  appendFileSync(file, `${redact(JSON.stringify(entry), config.secrets).replace(IN_ADDRESSES, '[redacted]')}\n`);

/** Every request and its answer, without the headers, which hold the token. */
const recordingFetch = async (input: unknown, init: { method?: string; body?: unknown } = {}) => {
  const answer = await undiciFetch(input as never, init as never);
  const [path] = String(input).split('?');
  record({ at: new Date().toISOString(), request: [init.method ?? 'GET', path], sent: init.body?.toString(), status: answer.status });
  record({ answer: await answer.clone().text() });
  return answer;
};
const network = { fetch: recordingFetch as unknown as typeof fetch, dispatcher: new Agent() as never };
const log = (level: string) => (fields: object, message: string) => record({ level, message, ...fields });
const shared = {
  managers: [],
  commands,
  // Lives through the restart in the middle.
  state: memoryState(Date.now),
  now: Date.now,
  random: Math.random,
  sleep: async (ms: number) => {
    await sleep(ms, undefined, { ref: false });
  },
  log: { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') },
};
const access = { slack: await slackAccess(config), discord: await discordAccess(config) };
const create = (): ChatAdapter =>
  platform === 'slack'
    ? createSlack({
        ...access.slack,
        ...shared,
        network,
        aliases: { prefix: config.slack.prefix, names: config.slack.aliases },
        home: ['help'],
      })
    : createDiscord({ ...access.discord, ...shared, network: { fetch: network.fetch }, commandGuilds: config.discord.guilds });

const lines = createInterface({ input: process.stdin, output: process.stdout });
let isDone = false;
lines.once('close', () => {
  if (isDone) return;
  // Nobody is there to answer: piped, or Ctrl+D.
  console.error(`\nEnded before the last step. It needs a person at a terminal. What was seen so far stands in ${file}.`);
  process.exit(1);
});
const verdicts = await runSmoke({
  platform,
  create,
  tell: (text) => console.log(text),
  prompt: (text) => lines.question(text),
  record,
  patienceMs: 5 * 60_000,
});
isDone = true;
lines.close();
const missing = verdicts.filter(({ verdict }) => verdict !== 'seen');
console.log(
  `\n${verdicts.length - missing.length} of ${verdicts.length} seen. The record stands in ${file}; it holds texts and ids, but no token.`,
);
for (const { step, verdict, note } of missing) console.log(`  ${verdict}: ${step}${note ? ` (${note})` : ''}`);
process.exitCode = missing.some(({ verdict }) => verdict === 'not seen') ? 1 : 0;
