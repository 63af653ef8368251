/** Stand-ins of Slack and Discord that outlive the bot, on its calendar; with troubles by chance, and what stands in their channels. */
import { createFakeDiscord } from '../fakes/discord.ts';
import { shownText as discordText } from '../fakes/discord-world.ts';
import { createFakeSlack } from '../fakes/slack.ts';
import { shownText as slackText } from '../fakes/slack-world.ts';
import { channelId, channelsOf, DISCORD, type Plan, randomFrom, SLACK } from './torture-plan.ts';

/** A briefing's message, in the order in which they came to stand there. */
export type Standing = {
  readonly channel: string;
  readonly id: string;
  /** What no two messages of a channel may share. */
  readonly mark: string;
  /** Numbers of the quotes in it. */
  readonly quotes: readonly string[];
};

export type TortureWorld = Awaited<ReturnType<typeof createTortureWorld>>;

type Ordered = 'rate-limit' | 'long-rate-limit' | 'error-before' | 'error-after' | 'drop-before' | 'drop-after' | 'refused' | 'hang';
/** Of each post, in thousandths. */
const CHANCES: readonly (readonly [Ordered, number])[] = [
  ['rate-limit', 40],
  ['long-rate-limit', 15],
  ['error-before', 20],
  ['error-after', 15],
  ['drop-before', 15],
  ['drop-after', 15],
  ['refused', 4],
  ['hang', 0.5],
];

export async function createTortureWorld(plan: Plan, startAt: number) {
  let now = startAt;
  let isCalm = false;
  const random = randomFrom(plan.seed + 7);
  const counts: Record<string, number> = {};
  const slack = await createFakeSlack(() => now);
  const discord = await createFakeDiscord(() => now, Date.now);
  for (let number = 0; number < channelsOf(plan); number++) {
    slack.world.addChannel('T0LAB', channelId(SLACK, number));
    discord.world.addChannel({ id: channelId(DISCORD, number), guild: DISCORD.split(':')[1] ?? '', type: 0, name: `news-${number}` });
  }
  const count = (what: string): void => {
    counts[what] = (counts[what] ?? 0) + 1;
  };
  const draw = (): Ordered | undefined => {
    if (isCalm) return undefined;
    let left = random() * 1_000;
    for (const [what, share] of CHANCES) {
      left -= share;
      if (left < 0) {
        count(what);
        return what;
      }
    }
    return undefined;
  };
  /** Ends when the bot that waits is gone; a bot that lives on gives up first. */
  const hang = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 15_000).unref());
  const secondsFor = (what: Ordered): number => Math.ceil(what === 'rate-limit' ? random() * 40 : 90 + random() * 1_100);

  slack.world.chance = (method) => {
    const what = method === 'chat.postMessage' ? draw() : undefined;
    switch (what) {
      case undefined:
        return undefined;
      case 'rate-limit':
      case 'long-rate-limit':
        return { kind: 'rate-limit', retryAfterSeconds: secondsFor(what) };
      case 'error-before':
        return { kind: 'status', status: 500, when: 'before' };
      case 'error-after':
        return { kind: 'status', status: 503, when: 'after' };
      case 'drop-before':
        return { kind: 'drop', when: 'before' };
      case 'drop-after':
        return { kind: 'drop', when: 'after' };
      case 'refused':
        return { kind: 'error', error: 'not_in_channel' };
      case 'hang':
        return { kind: 'hold', until: hang() };
      default:
        return what satisfies never;
    }
  };
  discord.world.chance = ({ method, path }) => {
    const what = method === 'POST' && /^\/channels\/\d+\/messages$/.test(path) ? draw() : undefined;
    switch (what) {
      case undefined:
        return undefined;
      case 'rate-limit':
      case 'long-rate-limit':
        return { kind: 'rate-limit', seconds: secondsFor(what) };
      case 'error-before':
        return { kind: 'status', status: 500, when: 'before' };
      case 'error-after':
        return { kind: 'status', status: 503, when: 'after' };
      case 'drop-before':
        return { kind: 'drop', when: 'before' };
      case 'drop-after':
        return { kind: 'drop', when: 'after', how: random() < 0.5 ? 'reset' : 'close' };
      case 'refused':
        return { kind: 'error', status: 403, code: 50_013 };
      case 'hang':
        return { kind: 'hold', until: hang() };
      default:
        return what satisfies never;
    }
  };

  let asked = 0;
  /** The same mention, delivered twice: each is answered once at most, and none by two processes. */
  function askTwice(): void {
    asked += 1;
    const mention = slack.payloads.mention('help', { threadTs: `1700000000.${String(asked).padStart(6, '0')}` });
    for (const retry of [undefined, { num: 1, reason: 'http_timeout' }]) void slack.deliver(mention, retry).catch(() => undefined);
    count('duplicate events');
  }

  return {
    slack,
    discord,
    counts,
    env: {
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: 'xoxb-0LAB-secret-token',
      SLACK_APP_TOKEN: slack.world.appToken,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_TOKEN: discord.world.token,
    },
    /** Settles nothing and waits for nothing: the bot's calendar has come to `at`. */
    passes: (at: number): void => {
      now = Math.max(now, at);
      if (isCalm) return;
      if (random() < 0.01) {
        count('dropped sockets');
        if (random() < 0.5) slack.dropSockets();
        else discord.gateway.drop(random() < 0.5 ? 'cut' : 'reconnect');
      }
      if (random() < 0.01) askTwice();
    },
    calm: (): void => {
      isCalm = true;
    },
    standing: (): readonly Standing[] => [
      ...slack.world.messages.flatMap((message) => {
        const { key, part } = message.metadata?.event_payload ?? {};
        if (typeof key !== 'string' || !key.includes('@')) return [];
        return [
          { channel: `${SLACK}:${message.channel}`, id: message.ts, mark: `${key} ${String(part)}`, quotes: quotesIn(slackText(message)) },
        ];
      }),
      ...discord.world.messages.flatMap((message) => {
        const mark = message.embeds.at(-1)?.footer?.text;
        if (mark === undefined) return [];
        return [{ channel: `${DISCORD}:${message.channel}`, id: message.id, mark, quotes: quotesIn(discordText(message)) }];
      }),
    ],
    /** Threads of mentions that were answered more than once. */
    answeredTwice: (): readonly string[] => {
      const threads = Map.groupBy(
        slack.world.messages.filter(({ threadTs }) => threadTs?.startsWith('1700000000.')),
        ({ threadTs }) => threadTs ?? '',
      );
      return [...threads].flatMap(([thread, messages]) => (messages.length > 1 ? [thread] : []));
    },
    stop: async (): Promise<void> => {
      await slack.stop();
      await discord.stop();
    },
  };
}

const quotesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/We waited (\d+) days/g)].map(([, number = '']) => number)),
];
