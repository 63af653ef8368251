import { fromMrkdwn } from '../../../src/chat/slack/escape.ts';
import { type ChatDriver, describeChatAdapter } from '../../contract/chat.ts';
import { drivenClock } from '../../fakes/driven-clock.ts';
import { buttonsOf, shownText } from '../../fakes/slack-world.ts';
import { memoryState } from '../../fakes/state.ts';
import { setUp } from './set-up.ts';

const OURS = /<https:\/\/source\.example\/article\|[^<>]*>/g;

async function driver(mode: 'socket' | 'http'): Promise<ChatDriver> {
  const clock = drivenClock();
  const { slack, adapter, handlers } = await setUp(mode, (settings) => ({
    ...settings,
    now: clock.now,
    sleep: clock.sleep,
    state: memoryState(clock.now),
  }));
  const { world, payloads } = slack;
  world.addChannel('T0LAB', 'C9SHUT', { isPrivate: true, isMember: false });
  const bare = (channel: string): string => channel.split(':').at(-1) ?? '';
  const newest = () => world.in('C0LAB').at(-1);
  const inThread = (channel: string, isBelow: boolean) =>
    world
      .in(bare(channel))
      .filter(({ threadTs }) => (threadTs !== undefined) === isBelow)
      .map((message) => ({ text: fromMrkdwn(shownText(message)), isPrivate: message.ephemeralTo !== undefined }));
  return {
    adapter,
    handlers,
    clock,
    channel: 'slack:T0LAB:C0LAB',
    otherChannel: 'slack:T0LAB:C1LAB',
    forbiddenChannel: 'slack:T0LAB:C9SHUT',
    shown: (channel) => inThread(channel, false),
    below: (channel) => inThread(channel, true),
    until: (what, check) => world.until(what, check),
    ask: (text) => slack.deliver(payloads.slash('/wirebrief', text)),
    askTwice: async (text) => {
      const delivery = payloads.slash('/wirebrief', text);
      await slack.deliver(delivery);
      await slack.deliver(delivery, { num: 1, reason: 'http_timeout' });
    },
    nextPage: async () => {
      const message = newest();
      if (!message || !buttonsOf(message).some(({ label }) => label.endsWith('›'))) return false;
      await slack.deliver(payloads.press(message, /›$/));
      return true;
    },
    suggest: async (typed) => {
      const views = world.views.length;
      await slack.deliver(payloads.slash('/why', ''));
      const opened = await world.until('the modal', () => world.views[views]);
      const { answer } = await slack.deliver(payloads.suggestion({ ...opened.view, id: opened.id }, 'suggest:what', typed));
      return (answer as { options: { value: string }[] }).options.map(({ value }) => value);
    },
    trouble: (trouble, channel) => {
      const isHere = ({ channel: id }: Record<string, unknown>): boolean => id === bare(channel);
      if (trouble.kind === 'rate-limit')
        world.trouble('chat.postMessage', { kind: 'rate-limit', retryAfterSeconds: trouble.seconds }, isHere);
      if (trouble.kind === 'server-error') world.trouble('chat.postMessage', { kind: 'status', status: 503 }, isHere);
      if (trouble.kind === 'lost-answer') world.trouble('chat.postMessage', { kind: 'drop', when: 'after' }, isHere);
    },
    dropConnection: async () => {
      const opened = world.called('apps.connections.open').length;
      slack.dropSockets();
      await world.until('a new connection', () => world.called('apps.connections.open').length > opened);
      await slack.connected();
    },
    misread: (channel) =>
      world.in(bare(channel)).flatMap((message) =>
        [message.text, ...shownText(message).split('\n')].flatMap(
          (text) =>
            text
              .replace(OURS, '')
              .replace(/^>/, '')
              .match(/[<>]|@(?:here|channel|everyone)\b/g) ?? [],
        ),
      ),
  };
}

describeChatAdapter('Slack by socket', () => driver('socket'));
describeChatAdapter('Slack by HTTP', () => driver('http'), { connection: 'in HTTP mode Slack connects to us, each time anew' });
