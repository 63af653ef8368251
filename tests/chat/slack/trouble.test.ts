import { Agent } from 'undici';
import { describe, expect, it } from 'vitest';
import { createSlack } from '../../../src/chat/slack/slack.ts';
import { passing } from '../../contract/chat.ts';
import { drivenClock } from '../../fakes/driven-clock.ts';
import { createFakeSlack, SIGNING_SECRET } from '../../fakes/slack.ts';
import { ALL_SCOPES, shownText } from '../../fakes/slack-world.ts';
import { memoryState } from '../../fakes/state.ts';
import { fakeHandlers, say } from '../fake-commands.ts';
import { type SetUp, setUp, slackSettings } from './set-up.ts';

const CHANNEL = 'slack:T0LAB:C0LAB';

const answered = ({ slack }: SetUp, text: string) =>
  slack.world.until(`an answer to ${text}`, () => slack.world.messages.find((message) => shownText(message).includes(text)));

describe('starting', () => {
  it.each([
    ['a bot token', { botToken: undefined }, 'SLACK_BOT_TOKEN', 'OAuth & Permissions'],
    ['an app token', { appToken: undefined }, 'SLACK_APP_TOKEN', 'connections:write'],
    ['a signing secret', { mode: 'http', signingSecret: undefined }, 'SLACK_SIGNING_SECRET', 'Basic Information'],
  ] as const)('names the page where %s is missing', async (_what, change, name, page) => {
    const { adapter, lines } = await setUp('socket', (settings) => ({ ...settings, ...change }) as unknown as typeof settings);
    expect(adapter.health()).toMatchObject({
      state: 'down',
      problem: { message: expect.stringContaining(name), hint: expect.stringContaining(page) },
    });
    expect(lines.filter(({ level }) => level === 'warn' || level === 'error')).toHaveLength(1);
  });

  it('says which token Slack refuses, and goes on answering by response_url', async () => {
    const bed = await setUp('socket', (settings) => ({ ...settings, botToken: 'xoxb-0LAB-revoked-token' }));
    expect(bed.adapter.health()).toMatchObject({
      state: 'down',
      problem: { code: 'slack-bot-token', hint: expect.stringContaining('Bot User OAuth Token') },
    });
    await bed.slack.deliver(bed.slack.payloads.slash('/brief', 'anyway'));
    await answered(bed, 'brief anyway');
    expect(await bed.adapter.post(CHANNEL, say('no'), 'k')).toMatchObject({ kind: 'refused', problem: { code: 'slack-bot-token' } });
  });

  it('says which app-level token Slack refuses', async () => {
    const { adapter } = await setUp('socket', (settings) => ({ ...settings, appToken: 'xapp-1-A0FAKE-wrong-token' }));
    expect(adapter.health()).toMatchObject({
      state: 'down',
      problem: { code: 'slack-app-token', hint: expect.stringContaining('connections:write') },
    });
  });

  it('names the scopes that are missing, and works as far as it can', async () => {
    const bed = await setUp('socket', (settings, slack) => {
      const bot = slack.world.bots.get('xoxb-0LAB-secret-token');
      if (bot) bot.scopes = ALL_SCOPES.filter((scope) => scope !== 'users:read' && scope !== 'im:history');
      return settings;
    });
    expect(bed.adapter.health()).toMatchObject({
      state: 'connected',
      problem: { code: 'slack-scope', message: expect.stringMatching(/im:history, users:read/) },
    });
    await bed.slack.deliver(bed.slack.payloads.slash('/brief', 'still'));
    await answered(bed, 'brief still');
  });

  it('connects as soon as Slack is back where it was away at the start', async () => {
    const bed = await setUp('socket', (settings, slack) => {
      slack.world.trouble('apps.connections.open', { kind: 'status', status: 500 });
      slack.world.trouble('apps.connections.open', { kind: 'status', status: 404 });
      slack.world.trouble('apps.connections.open', { kind: 'drop', when: 'before' });
      slack.world.trouble('auth.test', { kind: 'status', status: 503 });
      return settings;
    });
    expect(bed.adapter.health()).toMatchObject({ state: 'down', problem: { code: 'slack-unreachable' } });
    await bed.slack.world.until('a connection', () => bed.adapter.health().state === 'connected', 10_000);
    expect(bed.adapter.health()).toEqual({ state: 'connected' });
  });

  it('acknowledges and answers the first command while auth.test and users.info hang', async () => {
    const slack = await createFakeSlack();
    const hung = Promise.withResolvers<void>();
    slack.world.trouble('auth.test', { kind: 'hold', until: hung.promise });
    slack.world.trouble('users.info', { kind: 'hold', until: hung.promise });
    const adapter = createSlack(await slackSettings(slack, 'socket', []));
    const starting = adapter.start(fakeHandlers());
    await slack.connected();
    const { ackMs } = await slack.deliver(slack.payloads.slash('/brief', 'first'));
    expect(ackMs).toBeLessThan(1_000);
    await slack.world.until('an answer', () => slack.world.messages.find((message) => shownText(message).includes('brief first')));
    hung.resolve();
    await starting;
    await adapter.stop();
    await slack.stop();
  });
});

describe('the socket', () => {
  it('is renewed at once when Slack asks for it', async () => {
    const bed = await setUp('socket');
    const opened = bed.slack.world.called('apps.connections.open').length;
    const startedAt = performance.now();
    bed.slack.refresh('refresh_requested');
    await bed.slack.world.until(
      'a second connection',
      () => bed.slack.world.called('apps.connections.open').length > opened && bed.adapter.health().state === 'connected',
    );
    await bed.slack.connected();
    expect(performance.now() - startedAt).toBeLessThan(900);
    await bed.slack.deliver(bed.slack.payloads.slash('/brief', 'afterwards'));
    await answered(bed, 'brief afterwards');
  });

  it('notices a peer that is gone without a word', async () => {
    const bed = await setUp('socket');
    bed.slack.silenceSockets();
    await bed.slack.connected();
    await bed.slack.deliver(bed.slack.payloads.slash('/brief', 'back'));
    await answered(bed, 'brief back');
  }, 15_000);

  it('survives a token that is refused during a reconnect', async () => {
    const bed = await setUp('socket');
    bed.slack.world.trouble('apps.connections.open', { kind: 'error', error: 'invalid_auth' });
    bed.slack.dropSockets();
    await bed.slack.world.until('the problem', () => bed.adapter.health().problem?.code === 'slack-app-token');
    expect(await bed.adapter.post(CHANNEL, say('Posting goes on'), 'k')).toMatchObject({ kind: 'posted' });
  });
});

describe('answers', () => {
  it('are given again where the response_url fails, and by the Web API where it is worn out', async () => {
    const bed = await setUp('socket');
    const { world, payloads } = bed.slack;
    world.trouble('response_url', { kind: 'status', status: 500 });
    world.trouble('response_url', { kind: 'rate-limit', retryAfterSeconds: 3 });
    world.trouble('response_url', { kind: 'drop', when: 'before' });
    await bed.slack.deliver(payloads.slash('/brief', 'patience'));
    expect(await answered(bed, 'brief patience')).toMatchObject({ via: 'response_url' });
    world.trouble('response_url', { kind: 'status', status: 404 });
    world.trouble('chat.postEphemeral', { kind: 'rate-limit', retryAfterSeconds: 1 });
    await bed.slack.deliver(payloads.slash('/brief', 'worn out'));
    expect(await answered(bed, 'brief worn out')).toMatchObject({ via: 'api', ephemeralTo: 'U0ANA' });
  });

  it('open a modal at once while a channel is rate limited', async () => {
    const clock = drivenClock();
    const { slack, adapter } = await setUp('socket', (settings) => ({
      ...settings,
      now: clock.now,
      sleep: clock.sleep,
      state: memoryState(clock.now),
    }));
    slack.world.trouble('chat.postMessage', { kind: 'rate-limit', retryAfterSeconds: 30 });
    const waiting = adapter.post(CHANNEL, say('Waits'), 'k');
    await clock.slept(30_000);
    await slack.deliver(slack.payloads.slash('/why', ''));
    await slack.world.until('a modal', () => slack.world.views.length === 1);
    clock.advance(30_000);
    expect((await waiting).kind).toBe('posted');
  });
});

describe('posting once', () => {
  async function bed(scopes: readonly string[]) {
    const clock = drivenClock();
    const state = memoryState(clock.now);
    const change = (settings: Parameters<Parameters<typeof setUp>[1] & {}>[0]) => ({
      ...settings,
      now: clock.now,
      sleep: clock.sleep,
      state,
    });
    const made = await setUp('socket', (settings, slack) => {
      const bot = slack.world.bots.get('xoxb-0LAB-secret-token');
      if (bot) bot.scopes = scopes;
      return change(settings);
    });
    return { ...made, clock };
  }

  it('proves by its mark in the history that a message stands although its answer was lost', async () => {
    const { slack, adapter, clock } = await bed(ALL_SCOPES);
    slack.world.trouble('chat.postMessage', { kind: 'status', status: 500, when: 'after' });
    expect((await passing(clock, adapter.post(CHANNEL, say('Stands'), 'k'))).kind).toBe('posted');
    expect(slack.world.in('C0LAB')).toHaveLength(1);
    expect(slack.world.called('conversations.history')).toHaveLength(1);
  });

  it('says "unknown" where the history may not be read, and never posts it a second time', async () => {
    const { slack, adapter, clock } = await bed(ALL_SCOPES.filter((scope) => !scope.endsWith(':history')));
    slack.world.trouble('chat.postMessage', { kind: 'drop', when: 'after' });
    expect(await passing(clock, adapter.post(CHANNEL, say('Maybe'), 'k'))).toMatchObject({
      kind: 'unknown',
      problem: { hint: expect.stringContaining('channels:history') },
    });
    expect((await passing(clock, adapter.post(CHANNEL, say('Maybe'), 'k'))).kind).toBe('unknown');
    expect(slack.world.in('C0LAB')).toHaveLength(1);
  });

  it('goes on where a process ended in the middle of a delivery', async () => {
    const { slack, adapter, clock, settings } = await bed(ALL_SCOPES);
    // The first process: its message arrived, it died before it could note that.
    await settings.state.set('post:T0LAB:C0LAB:k', { since: clock.now(), channel: 'C0LAB', ids: [], trying: 0 }, 60_000);
    slack.world.messages.push({
      channel: 'C0LAB',
      ts: slack.world.nextTs(),
      team: 'T0LAB',
      text: 'Stands',
      blocks: [],
      metadata: { event_type: 'wirebrief_delivery', event_payload: { key: 'k', part: 0 } },
      via: 'api',
      edits: 0,
    });
    expect((await passing(clock, adapter.post(CHANNEL, say('Stands'), 'k'))).kind).toBe('posted');
    expect(slack.world.in('C0LAB')).toHaveLength(1);
  });

  it('posts to a person as a direct message, and refuses what is not Slack', async () => {
    const { slack, adapter } = await bed(ALL_SCOPES);
    expect(await adapter.post('slack:T0LAB:U0BEN', say('For you'), 'k')).toMatchObject({
      kind: 'posted',
      message: { channel: 'slack:T0LAB:D0BEN' },
    });
    expect(slack.world.in('D0BEN')).toHaveLength(1);
    expect((await adapter.post('discord:1:2', say('x'), 'k')).kind).toBe('refused');
    expect(await adapter.post('slack:T9ELSE:C0LAB', say('x'), 'k')).toMatchObject({
      kind: 'refused',
      problem: { code: 'slack-not-installed' },
    });
  });

  it('keeps previews off and the lead in the notification', async () => {
    const { slack, adapter } = await bed(ALL_SCOPES);
    await adapter.post(CHANNEL, say('The bridge opens on Friday'), 'k');
    expect(slack.world.called('chat.postMessage')[0]?.args).toMatchObject({
      text: 'The bridge opens on Friday',
      unfurl_links: 'false',
      unfurl_media: 'false',
    });
  });
});

it('takes the way out that it is given: Web API, answers and the socket', async () => {
  const ways: string[] = [];
  const dispatcher = new (class extends Agent {
    override dispatch(...args: Parameters<Agent['dispatch']>): boolean {
      ways.push('socket');
      return super.dispatch(...args);
    }
  })();
  const bed = await setUp('socket', (settings) => ({
    ...settings,
    network: {
      dispatcher,
      fetch: (url, init) => {
        ways.push(new URL(String(url)).pathname);
        return fetch(url, init);
      },
    },
  }));
  await bed.slack.deliver(bed.slack.payloads.slash('/brief', 'outwards'));
  await answered(bed, 'brief outwards');
  expect(ways).toEqual(
    expect.arrayContaining(['/api/auth.test', '/api/apps.connections.open', '/api/users.info', '/response/r1', 'socket']),
  );
  await dispatcher.destroy();
});

it('says "unknown" where the state breaks in the middle of a delivery, and throws nothing', async () => {
  const { slack, adapter } = await setUp('socket', (settings) => ({
    ...settings,
    state: { ...settings.state, set: () => Promise.reject(new Error('disk full')) },
  }));
  expect(await adapter.post(CHANNEL, say('x'), 'k')).toMatchObject({ kind: 'unknown', problem: { code: 'slack-state' } });
  await slack.deliver(slack.payloads.slash('/brief', 'without state'));
  await slack.world.until('an answer', () =>
    slack.world.messages.some((message) => shownText(message).includes('You asked: brief without state')),
  );
});

it('never logs a token, a secret or a response_url', async () => {
  const { slack, adapter, lines } = await setUp('socket', (settings) => ({ ...settings, botToken: 'xoxb-0LAB-revoked-token' }));
  slack.world.trouble('response_url', { kind: 'status', status: 400 });
  await slack.deliver(slack.payloads.slash('/brief', 'leak'));
  slack.world.trouble('apps.connections.open', { kind: 'drop', when: 'before' });
  slack.dropSockets();
  await slack.world.until('a new connection', () => slack.world.called('apps.connections.open').length > 2);
  await adapter.post(CHANNEL, say('x'), 'k');
  const everything = JSON.stringify(lines);
  expect(lines.length).toBeGreaterThan(2);
  for (const secret of ['xoxb-0', 'xapp-1', SIGNING_SECRET, '/response/', 'ticket=']) expect(everything).not.toContain(secret);
});
