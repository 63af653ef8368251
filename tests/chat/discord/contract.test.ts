import { fromMarkdown } from '../../../src/chat/discord/escape.ts';
import { type ChatDriver, describeChatAdapter } from '../../contract/chat.ts';
import { misreadIn } from '../../fakes/discord-markdown.ts';
import type { FakeMessage, Trouble } from '../../fakes/discord-world.ts';
import { buttonsOf, IDS, shownText } from '../../fakes/discord-world.ts';
import { setUpDriven } from './set-up.ts';

const OURS = /^https:\/\/source\.example\/article$/;
/** On Discord the options have names, so "brief taxes" is asked as /brief topic:taxes. */
const MAIN_OPTIONS: Readonly<Record<string, string>> = { brief: 'topic', quotes: 'speaker', why: 'what' };

async function driver(): Promise<ChatDriver> {
  const { discord, adapter, handlers, clock } = await setUpDriven();
  const { world, payloads } = discord;
  const bare = (channel: string): string => channel.split(':').at(-1) ?? '';
  const newest = () => world.in(IDS.general).at(-1);
  const slash = (text: string) => {
    const [name = '', ...words] = text.split(' ');
    const option = MAIN_OPTIONS[name];
    return payloads.command(name, option && words.length ? [{ name: option, value: words.join(' ') }] : []);
  };
  const asShown = (message: FakeMessage) => ({
    text: fromMarkdown(shownText(message)).replace(/\b(?:topic|speaker|what):/g, ''),
    isPrivate: message.ephemeralTo !== undefined,
  });
  return {
    adapter,
    handlers,
    clock,
    channel: `discord:${IDS.guild}:${IDS.general}`,
    otherChannel: `discord:${IDS.guild}:${IDS.news}`,
    forbiddenChannel: `discord:${IDS.guild}:${IDS.shut}`,
    shown: (channel) => world.in(bare(channel)).map(asShown),
    below: (channel) =>
      [...world.channels.values()]
        .filter(({ id, parent }) => parent === bare(channel) && id !== IDS.thread)
        .flatMap(({ id }) => world.in(id).map(asShown)),
    until: (what, check) => world.until(what, check),
    ask: (text) => discord.deliver(slash(text)),
    askTwice: async (text) => {
      const command = slash(text);
      await discord.deliver(command);
      discord.dispatch('INTERACTION_CREATE', command);
    },
    nextPage: async () => {
      const message = newest();
      if (!message || !buttonsOf(message).some(({ label }) => label.endsWith('›'))) return false;
      await discord.deliver(payloads.press(message, /›$/));
      return true;
    },
    suggest: async (typed) => {
      const { answer } = await discord.deliver(payloads.suggestion('why', [{ name: 'what', value: typed, focused: true }]));
      return (answer as { value: string }[]).map(({ value }) => value);
    },
    trouble: (trouble, channel) => {
      const meant: Trouble =
        trouble.kind === 'rate-limit'
          ? trouble
          : trouble.kind === 'server-error'
            ? { kind: 'status', status: 503 }
            : { kind: 'drop', when: 'after', how: 'close' };
      world.trouble(`POST /channels/${bare(channel)}/messages`, meant);
    },
    dropConnection: async () => {
      const before = discord.gateway.connections();
      discord.gateway.drop('cut');
      await world.until('a new connection', () => discord.gateway.connections() > before && discord.gateway.isConnected());
    },
    misread: (channel) => [
      ...discord.complaints(),
      ...world
        .in(bare(channel))
        .flatMap((message) =>
          [message.content, ...message.embeds.map(({ description = '' }) => description)].flatMap((text) => misreadIn(text, OURS)),
        ),
      ...world
        .in(bare(channel))
        .flatMap(({ allowedMentions }) => (JSON.stringify(allowedMentions) === '{"parse":[]}' ? [] : ['may mention'])),
    ],
  };
}

describeChatAdapter('Discord', driver);
