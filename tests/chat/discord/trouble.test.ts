import { describe, expect, it } from 'vitest';
import { createDiscord } from '../../../src/chat/discord/discord.ts';
import { passing } from '../../contract/chat.ts';
import { createFakeDiscord } from '../../fakes/discord.ts';
import { IDS, shownText } from '../../fakes/discord-world.ts';
import { fakeHandlers, say } from '../fake-commands.ts';
import { discordSettings, type SetUp, setUp, setUpDriven } from './set-up.ts';

const CHANNEL = `discord:${IDS.guild}:${IDS.general}`;
const POST = `POST /channels/${IDS.general}/messages`;

const answered = ({ discord }: Pick<SetUp, 'discord'>, text: string) =>
  discord.world.until(`an answer to ${text}`, () =>
    discord.world.messages.find((message) => !message.isDeferred && shownText(message).replaceAll('\\', '').includes(text)),
  );
const warnings = ({ lines }: SetUp) => lines.filter(({ level }) => level === 'warn' || level === 'error');

describe('starting', () => {
  it('names the page where the token is missing', async () => {
    const bed = await setUp(({ token: _token, ...settings }) => settings);
    expect(bed.adapter.health()).toMatchObject({
      state: 'down',
      problem: { message: expect.stringContaining('DISCORD_TOKEN'), hint: expect.stringContaining('Bot → Reset Token') },
    });
    expect(warnings(bed)).toHaveLength(1);
  });

  it.each([
    ['at the first request', { token: 'wrong' }, undefined, 'discord-token', 'Reset Token'],
    ['by the gateway', {}, 4_004, 'discord-token', 'Reset Token'],
    ['for its intents', {}, 4_014, 'discord-intents', 'Privileged Gateway Intents'],
  ] as const)(
    'says in one line what to do where Discord refuses it %s, and connects once that is mended',
    async (_where, change, code, problem, page) => {
      const mended = Promise.withResolvers<void>();
      const bed = await setUp((settings, discord) => {
        if (code !== undefined) discord.gateway.options.refuseIdentify = code;
        return { ...settings, ...change, sleep: () => mended.promise };
      });
      expect(bed.adapter.health()).toMatchObject({ state: 'down', problem: { code: problem, hint: expect.stringContaining(page) } });
      expect(warnings(bed)).toHaveLength(1);
      if (code === undefined) return;
      delete bed.discord.gateway.options.refuseIdentify;
      mended.resolve();
      await bed.discord.world.until('a connection', () => bed.adapter.health().state === 'connected');
      expect(bed.adapter.health()).toEqual({ state: 'connected' });
    },
  );

  it('asks for no privileged intent', async () => {
    const { discord } = await setUp();
    const intents = discord.gateway.log.find(({ op }) => op === 2)?.intents ?? 0;
    expect(intents & ((1 << 1) | (1 << 8) | (1 << 15))).toBe(0);
  });

  it('connects as soon as Discord is back where it was away at the start', async () => {
    const bed = await setUp((settings, discord) => {
      for (const status of [500, 502]) discord.world.trouble('GET /gateway/bot', { kind: 'status', status });
      discord.world.trouble('GET /gateway/bot', { kind: 'drop', when: 'before', how: 'close' });
      discord.world.trouble('GET /gateway/bot', { kind: 'rate-limit', seconds: 3 });
      return settings;
    });
    expect(bed.adapter.health()).toMatchObject({ state: 'down', problem: { code: 'discord-unreachable' } });
    await bed.discord.world.until('a connection', () => bed.adapter.health().state === 'connected', 10_000);
  });

  it('goes on posting and answering by REST while the gateway refuses it', async () => {
    const bed = await setUp((settings, discord) => {
      discord.gateway.options.refuseIdentify = 4_014;
      return settings;
    });
    expect((await bed.adapter.post(CHANNEL, say('Still posted'), 'k')).kind).toBe('posted');
  });
});

describe('the connection', () => {
  it.each([
    ['asks for it', 'reconnect'],
    ['vanishes', 'cut'],
    ['times it out', 4_009],
  ] as const)('is resumed where Discord %s, and what was missed is answered', async (_what, how) => {
    const bed = await setUp();
    const before = bed.discord.gateway.connections();
    bed.discord.gateway.drop(how);
    await bed.discord.world.until('the end', () => !bed.discord.gateway.isConnected());
    const { ackMs } = await bed.discord.deliver(bed.discord.payloads.command('brief', [{ name: 'topic', value: 'missed' }]));
    expect(ackMs).toBeLessThan(2_500);
    await answered(bed, 'brief topic:missed');
    expect([bed.discord.gateway.connections() > before, bed.discord.gateway.sessions()]).toEqual([true, 1]);
    expect(bed.adapter.health()).toEqual({ state: 'connected' });
  });

  it('is made anew where the session is invalid', async () => {
    const bed = await setUpDriven();
    // The library identifies once in five seconds.
    bed.clock.advance(6_000);
    bed.discord.gateway.forgetSessions();
    bed.discord.gateway.drop('invalid');
    await bed.discord.world.until('a new session', () => bed.discord.gateway.sessions() === 1 && bed.discord.gateway.isConnected(), 10_000);
    await bed.discord.world.until('health', () => bed.adapter.health().state === 'connected');
    await bed.discord.deliver(bed.discord.payloads.command('brief'));
    await answered(bed, 'You asked: brief');
  });

  it('is noticed to be dead where heartbeats are not answered', async () => {
    const bed = await setUp((settings, discord) => {
      Object.assign(discord.gateway.options, { heartbeatMs: 100, answersHeartbeats: false });
      return settings;
    });
    const before = bed.discord.gateway.connections();
    await bed.discord.world.until('another connection', () => bed.discord.gateway.connections() > before);
    bed.discord.gateway.options.answersHeartbeats = true;
    await bed.discord.world.until('health', () => bed.adapter.health().state === 'connected' && bed.discord.gateway.isConnected());
    await bed.discord.deliver(bed.discord.payloads.command('brief'));
  });

  it('comes back by itself after Discord was away, and says so meanwhile', async () => {
    let ahead = 0;
    const bed = await setUp((settings) => ({ ...settings, now: () => Date.now() + ahead }));
    bed.discord.goAway(true);
    await bed.discord.world.until('notice', () => bed.adapter.health().state === 'connecting');
    ahead = 20_000;
    expect(bed.adapter.health()).toMatchObject({ state: 'down', problem: { code: 'discord-unreachable' } });
    bed.discord.goAway(false);
    await bed.discord.world.until('a connection', () => bed.adapter.health().state === 'connected', 10_000);
  });

  it('that is refused in the middle of the day is a state, not a crash', async () => {
    const bed = await setUp((settings) => ({ ...settings, sleep: () => new Promise(() => undefined) }));
    bed.discord.gateway.drop(4_014);
    await bed.discord.world.until('the problem', () => bed.adapter.health().problem?.code === 'discord-intents');
    expect(warnings(bed)).toHaveLength(1);
  });
});

describe('answers', () => {
  it('are acknowledged and given although requests fail on the way', async () => {
    const bed = await setUp();
    const { world, payloads } = bed.discord;
    world.trouble('POST /interactions/…/callback', { kind: 'status', status: 502 });
    world.trouble('POST /interactions/…/callback', { kind: 'drop', when: 'before', how: 'close' });
    for (const trouble of [
      { kind: 'status', status: 500 },
      { kind: 'rate-limit', seconds: 2 },
      { kind: 'drop', when: 'after', how: 'reset' },
    ] as const)
      world.trouble('PATCH /webhooks/…/messages/@original', trouble);
    await bed.discord.deliver(payloads.command('brief', [{ name: 'topic', value: 'patience' }]));
    expect(await answered(bed, 'brief topic:patience')).toMatchObject({ ephemeralTo: IDS.ana });
    expect(bed.handlers.asks).toHaveLength(1);
  });

  it('are given where the acknowledgement arrived but its answer was lost', async () => {
    const bed = await setUp();
    bed.discord.world.trouble('POST /interactions/…/callback', { kind: 'drop', when: 'after', how: 'close' });
    await bed.discord.deliver(bed.discord.payloads.command('brief', [{ name: 'topic', value: 'lost ack' }]));
    await answered(bed, 'brief topic:lost ack');
  });

  it('are left to whoever was first, and to nobody where Discord no longer waits', async () => {
    const bed = await setUp();
    bed.discord.world.trouble('POST /interactions/…/callback', { kind: 'error', status: 400, code: 40_060 });
    bed.discord.dispatch('INTERACTION_CREATE', bed.discord.payloads.command('brief', [{ name: 'topic', value: 'taken' }]));
    bed.discord.world.trouble('POST /interactions/…/callback', { kind: 'error', status: 404, code: 10_062 });
    bed.discord.dispatch('INTERACTION_CREATE', bed.discord.payloads.command('brief', [{ name: 'topic', value: 'late' }]));
    await bed.discord.world.until('both', () => bed.discord.world.called('POST /interactions/…/callback').length === 2);
    const fine = bed.discord.payloads.command('brief', [{ name: 'topic', value: 'fine' }]);
    bed.discord.dispatch('INTERACTION_CREATE', fine);
    await bed.discord.deliver(fine);
    await answered(bed, 'brief topic:fine');
    expect(bed.handlers.asks).toHaveLength(1);
    // What this process has seen is not acknowledged a second time.
    expect(bed.discord.world.called('POST /interactions/…/callback')).toHaveLength(3);
    expect(warnings(bed)).toEqual([]);
  });

  it('that took longer than their interaction lives come by the bot', async () => {
    const bed = await setUp();
    for (let count = 0; count < 2; count += 1)
      bed.discord.world.trouble('PATCH /webhooks/…/messages/@original', { kind: 'error', status: 401, code: 50_027 });
    await bed.discord.deliver(bed.discord.payloads.command('brief', [{ name: 'topic', value: 'slow' }]));
    expect(await answered(bed, 'brief topic:slow')).toMatchObject({ channel: IDS.anaDirect, via: 'bot' });
    await bed.discord.deliver(bed.discord.payloads.command('brief', [{ name: 'topic', value: 'slower' }], { isDirect: true }));
    expect(await answered(bed, 'brief topic:slower')).toMatchObject({ channel: IDS.anaDirect, via: 'bot' });
  });

  it('wait for no global limit of the bot', async () => {
    const bed = await setUpDriven();
    bed.discord.world.trouble(POST, { kind: 'rate-limit', seconds: 30, isGlobal: true });
    const waiting = bed.adapter.post(CHANNEL, say('Waits'), 'k');
    await bed.clock.slept(30_000);
    await bed.discord.deliver(bed.discord.payloads.command('brief', [{ name: 'topic', value: 'now' }]));
    await answered(bed, 'brief topic:now');
    bed.clock.advance(30_000);
    expect((await passing(bed.clock, waiting)).kind).toBe('posted');
  });

  it('to a mention do not wait behind a briefing that is tried again', async () => {
    const bed = await setUpDriven();
    bed.discord.world.trouble(POST, { kind: 'status', status: 503 });
    const waiting = bed.adapter.post(CHANNEL, say('Waits'), 'k');
    await bed.clock.slept(500);
    bed.discord.dispatch('MESSAGE_CREATE', bed.discord.payloads.message(`<@${IDS.bot}> brief meanwhile`));
    await answered(bed, 'brief meanwhile');
    expect((await passing(bed.clock, waiting)).kind).toBe('posted');
  });

  it('under way are finished when the bot stops', async () => {
    const bed = await setUp();
    const slow = Promise.withResolvers<void>();
    bed.handlers.on('brief', async () => {
      await slow.promise;
      return { visibility: 'private', document: say('Finished') };
    });
    await bed.discord.deliver(bed.discord.payloads.command('brief'));
    await bed.discord.world.until('the ask', () => bed.handlers.asks.length === 1);
    const stopping = bed.adapter.stop();
    slow.resolve();
    await stopping;
    expect(await answered(bed, 'Finished')).toMatchObject({ ephemeralTo: IDS.ana });
    expect(bed.discord.gateway.isConnected()).toBe(false);
  });
});

describe('posting once', () => {
  const minutes = (count: number): number => count * 60_000;

  it('keeps to five messages in five seconds without ever being told to wait', async () => {
    const { discord, adapter, clock } = await setUpDriven();
    const posts = Array.from({ length: 12 }, (_, n) => adapter.post(CHANNEL, say(`Number ${n}`), `k${n}`));
    expect((await passing(clock, Promise.all(posts))).every(({ kind }) => kind === 'posted')).toBe(true);
    expect(discord.world.in(IDS.general).map((message) => shownText(message))).toEqual(Array.from({ length: 12 }, (_, n) => `Number ${n}`));
    expect(discord.world.called(POST)).toHaveLength(12);
  });

  it('is unknown where the answer was lost and the next try is refused: what may stand there is not called refused', async () => {
    const { discord, adapter, clock } = await setUpDriven();
    discord.world.trouble(POST, { kind: 'drop', when: 'after', how: 'reset' });
    discord.world.trouble(POST, { kind: 'error', status: 403, code: 50_013 });
    expect(await passing(clock, adapter.post(CHANNEL, say('Stands'), 'k'))).toMatchObject({
      kind: 'unknown',
      problem: { code: 'discord-permission' },
    });
    expect((await passing(clock, adapter.post(CHANNEL, say('Stands'), 'k'))).kind).toBe('posted');
    expect(discord.world.in(IDS.general)).toHaveLength(1);
  });

  it('is proved by the nonce within its minutes', async () => {
    const { discord, adapter, clock } = await setUpDriven();
    discord.world.trouble(POST, { kind: 'status', status: 502, when: 'after' });
    expect((await passing(clock, adapter.post(CHANNEL, say('Stands'), 'k'))).kind).toBe('posted');
    expect([discord.world.in(IDS.general).length, discord.world.called(`GET /channels/${IDS.general}/messages`).length]).toEqual([1, 0]);
    expect(discord.world.called(POST)[0]?.body).toMatchObject({ enforce_nonce: true, allowed_mentions: { parse: [] } });
  });

  async function lostAndLater() {
    const bed = await setUpDriven();
    bed.discord.world.trouble(POST, { kind: 'drop', when: 'after', how: 'close' });
    for (let count = 0; count < 4; count += 1) bed.discord.world.trouble(POST, { kind: 'status', status: 503 });
    expect((await passing(bed.clock, bed.adapter.post(CHANNEL, say('Stands'), 'k'))).kind).toBe('later');
    bed.clock.advance(minutes(30));
    return bed;
  }

  it('is proved by its mark in the channel afterwards', async () => {
    const { discord, adapter, clock } = await lostAndLater();
    const [message] = discord.world.in(IDS.general);
    expect(await passing(clock, adapter.post(CHANNEL, say('Stands'), 'k'))).toEqual({
      kind: 'posted',
      message: { channel: CHANNEL, ids: [message?.id] },
    });
    expect(discord.world.in(IDS.general)).toHaveLength(1);
  });

  it('finds its mark behind hundreds of other messages, and posts where nothing stands', async () => {
    const { discord, adapter, clock } = await setUpDriven();
    for (let count = 0; count < 5; count += 1) discord.world.trouble(POST, { kind: 'status', status: 503 });
    await passing(clock, adapter.post(CHANNEL, say('Never arrived'), 'k'));
    for (let count = 0; count < 250; count += 1)
      discord.world.addMessage({ channel: IDS.general, author: IDS.ana, content: `chat ${count}` });
    clock.advance(minutes(30));
    expect((await passing(clock, adapter.post(CHANNEL, say('Never arrived'), 'k'))).kind).toBe('posted');
    expect(discord.world.called(`GET /channels/${IDS.general}/messages`)).toHaveLength(3);
    expect(discord.world.in(IDS.general).filter(({ author }) => author === IDS.bot)).toHaveLength(1);
  });

  it('is unknown where the history may not be read, and never posted a second time', async () => {
    const { discord, adapter, clock } = await lostAndLater();
    const channel = discord.world.channels.get(IDS.general);
    if (channel) channel.canReadHistory = false;
    expect(await passing(clock, adapter.post(CHANNEL, say('Stands'), 'k'))).toMatchObject({
      kind: 'unknown',
      problem: { hint: expect.stringContaining('Read Message History') },
    });
    expect(discord.world.in(IDS.general)).toHaveLength(1);
  });

  it('goes on where a process ended in the middle of a delivery, minutes later too', async () => {
    const { discord, adapter, clock, settings } = await setUpDriven();
    await adapter.post(CHANNEL, say('Stands'), 'k');
    const at = clock.now();
    // The first process: its message arrived, it died before it could note that.
    await settings.state.set(`post:discord:${IDS.general}:k`, { since: at, channel: IDS.general, ids: [], trying: { index: 0, at } }, 1e9);
    clock.advance(minutes(20));
    expect((await passing(clock, adapter.post(CHANNEL, say('Stands'), 'k'))).kind).toBe('posted');
    expect(discord.world.in(IDS.general)).toHaveLength(1);
  });
});

describe('places', () => {
  it('a forum gets a post with its parts below, once, also where the answer was lost', async () => {
    const { discord, adapter, clock } = await setUpDriven();
    const forum = `discord:${IDS.guild}:${IDS.forum}`;
    discord.world.trouble(`POST /channels/${IDS.forum}/threads`, { kind: 'status', status: 504, when: 'after' });
    const posted = await passing(clock, adapter.post(forum, say('The bridge is open'), 'k'));
    const threads = [...discord.world.channels.values()].filter(({ parent }) => parent === IDS.forum);
    expect(threads.map(({ name }) => name)).toEqual(['The bridge is open']);
    expect(posted).toEqual({ kind: 'posted', message: { channel: `discord:${IDS.guild}:${threads[0]?.id}`, ids: [threads[0]?.id] } });
    expect(await adapter.post(forum, say('The bridge is open'), 'k')).toEqual(posted);
    if (posted.kind !== 'posted' || !adapter.edit) throw new Error('not posted');
    expect((await passing(clock, adapter.edit(posted.message, say('It is closed again'), 'k1'))).kind).toBe('posted');
    expect(discord.world.in(threads[0]?.id ?? '').map((message) => shownText(message))).toEqual(['It is closed again']);
  });

  it('a thread, and a person', async () => {
    const { discord, adapter } = await setUp();
    expect(await adapter.post(`discord:${IDS.guild}:${IDS.thread}`, say('In the thread'), 'k')).toMatchObject({ kind: 'posted' });
    expect(await adapter.post(`discord:${IDS.guild}:@${IDS.ben}`, say('For you'), 'k')).toMatchObject({
      kind: 'posted',
      message: { channel: `discord:@${IDS.ben}:${IDS.benDirect}` },
    });
    expect([discord.world.in(IDS.thread).length, discord.world.in(IDS.benDirect).length]).toEqual([1, 1]);
  });

  it.each([
    ['a locked thread', IDS.thread, { isLocked: true }, 'discord-archived'],
    ['a forum that wants tags', IDS.forum, { wantsTag: true }, 'discord-tag'],
    ['a channel it cannot see', IDS.news, { canSee: false }, 'discord-access'],
    ['a channel it may not write in', IDS.news, { canWrite: false }, 'discord-permission'],
  ] as const)('says what to do about %s', async (_what, id, change, code) => {
    const { discord, adapter } = await setUp();
    Object.assign(discord.world.channels.get(id) ?? {}, change);
    expect(await adapter.post(`discord:${IDS.guild}:${id}`, say('x'), 'k')).toMatchObject({
      kind: 'refused',
      problem: { code, message: expect.any(String), hint: expect.any(String) },
    });
  });

  it('of another server, or of nobody there, are refused however well their id is guessed', async () => {
    const { discord, adapter } = await setUp();
    const foreign = '611111111111111112';
    discord.world.addChannel({ id: foreign, guild: '500000000000000042', type: 0, name: 'theirs' });
    for (const channel of [
      `discord:${IDS.guild}:${foreign}`,
      `discord:@${IDS.ana}:${IDS.general}`,
      `discord:${IDS.guild}:${IDS.anaDirect}`,
      `discord:@${IDS.ana}:${IDS.benDirect}`,
      `discord:${IDS.guild}:@711111111111111111`,
      `discord:@${IDS.ana}:@${IDS.ben}`,
    ])
      expect([channel, await adapter.post(channel, say('x'), 'k')]).toMatchObject([
        channel,
        { kind: 'refused', problem: { code: 'discord-elsewhere' } },
      ]);
    expect(discord.world.messages).toEqual([]);
    expect((await adapter.post(`discord:@${IDS.ana}:${IDS.anaDirect}`, say('x'), 'k')).kind).toBe('posted');
  });

  it('that are none of Discord, or gone', async () => {
    const { adapter } = await setUp();
    expect(await adapter.post('slack:T1:C2', say('x'), 'k')).toMatchObject({ kind: 'refused', problem: { code: 'discord-address' } });
    expect(await adapter.post(`discord:${IDS.guild}:611111111111111111`, say('x'), 'k')).toMatchObject({
      kind: 'refused',
      problem: { code: 'discord-channel' },
    });
  });
});

it('says "unknown" where the state breaks in the middle of a delivery, and answers without buttons', async () => {
  const bed = await setUp((settings) => ({ ...settings, state: { ...settings.state, set: () => Promise.reject(new Error('disk full')) } }));
  expect(await bed.adapter.post(CHANNEL, say('x'), 'k')).toMatchObject({ kind: 'unknown', problem: { code: 'discord-state' } });
  await bed.discord.deliver(bed.discord.payloads.command('brief', [{ name: 'topic', value: 'without state' }]));
  await answered(bed, 'brief topic:without state');
  bed.discord.dispatch('MESSAGE_CREATE', bed.discord.payloads.message('brief by message', { isDirect: true }));
  await answered(bed, 'brief by message');
});

it('takes the way out that it is given', async () => {
  const ways: string[] = [];
  const bed = await setUp((settings) => ({
    ...settings,
    network: {
      fetch: (url, init) => {
        ways.push(new URL(String(url)).pathname);
        return fetch(url, init);
      },
    },
  }));
  await bed.discord.deliver(bed.discord.payloads.command('brief', [{ name: 'topic', value: 'outwards' }]));
  await answered(bed, 'brief topic:outwards');
  expect(ways.map((way) => way.split('/')[3])).toEqual(expect.arrayContaining(['gateway', 'applications', 'interactions', 'webhooks']));
});

it('answers the first command while the list of commands hangs', async () => {
  const discord = await createFakeDiscord();
  const hung = Promise.withResolvers<void>();
  discord.world.trouble(`GET /applications/${IDS.application}/commands`, { kind: 'hold', until: hung.promise });
  const adapter = createDiscord(discordSettings(discord, []));
  await adapter.start(fakeHandlers());
  await discord.deliver(discord.payloads.command('brief', [{ name: 'topic', value: 'first' }]));
  await answered({ discord }, 'brief topic:first');
  hung.resolve();
  await adapter.stop();
  await discord.stop();
});

it('never logs the token or that of an interaction', async () => {
  const bed = await setUp();
  const { world } = bed.discord;
  world.trouble('PATCH /webhooks/…/messages/@original', { kind: 'error', status: 400, code: 50_035 });
  await bed.discord.deliver(bed.discord.payloads.command('brief'));
  for (let count = 0; count < 6; count += 1) world.trouble('PATCH /webhooks/…/messages/@original', { kind: 'drop', when: 'before' });
  await bed.discord.deliver(bed.discord.payloads.command('brief'));
  world.trouble(POST, { kind: 'status', status: 500 });
  await bed.adapter.post(CHANNEL, say('x'), 'k');
  world.isTokenGood = false;
  await bed.adapter.post(CHANNEL, say('y'), 'k2');
  bed.discord.gateway.drop(4_004);
  await world.until('the problem', () => bed.adapter.health().state === 'down');
  await world.until('lines', () => bed.lines.length > 3);
  const everything = JSON.stringify(bed.lines) + JSON.stringify(bed.adapter.health());
  for (const secret of [world.token, 'fake-bot-token', 'interaction-token-']) expect(everything).not.toContain(secret);
});
