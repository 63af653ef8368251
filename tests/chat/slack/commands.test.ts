import { describe, expect, it } from 'vitest';
import { fromMrkdwn } from '../../../src/chat/slack/escape.ts';
import { buttonsOf, type FakeMessage, shownText } from '../../fakes/slack-world.ts';
import { longDocument, say } from '../fake-commands.ts';
import { type SetUp, setUp } from './set-up.ts';

const answerTo = ({ slack }: SetUp, text: string): Promise<FakeMessage> =>
  slack.world.until(`an answer with ${text}`, () => slack.world.messages.find((message) => fromMrkdwn(shownText(message)).includes(text)));

describe.each(['socket', 'http'] as const)('asking on Slack by %s', (mode) => {
  it('answers /wirebrief and its aliases privately, in the words of the command', async () => {
    const bed = await setUp(mode);
    const { slack, handlers } = bed;
    await slack.deliver(slack.payloads.slash('/wirebrief', 'quotes “Ana Duarte” about &lt;taxes&gt;'));
    const answer = await answerTo(bed, 'You asked: quotes "Ana Duarte" about <taxes>');
    expect(answer).toMatchObject({ channel: 'C0LAB', ephemeralTo: 'U0ANA', via: 'response_url' });
    expect(handlers.asks[0]).toMatchObject({
      tenant: 'slack:T0LAB',
      channel: 'slack:T0LAB:C0LAB',
      user: 'U0ANA',
      isManager: true,
      zone: 'Europe/Paris',
      body: { kind: 'text', text: 'quotes "Ana Duarte" about <taxes>' },
    });
    await slack.deliver(slack.payloads.slash('/quotes', 'duarte', { user: 'U0BEN' }));
    await answerTo(bed, 'You asked: quotes duarte');
    expect(handlers.asks[1]).toMatchObject({ isManager: false, zone: 'America/New_York' });
    await slack.deliver(slack.payloads.slash('/wirebrief', ''));
    await answerTo(bed, 'You asked: help');
  });

  it('answers a mention in its thread and a direct message where it came', async () => {
    const bed = await setUp(mode);
    const { slack } = bed;
    await slack.deliver(slack.payloads.mention('quotes putin', { threadTs: '1700000000.5' }));
    expect(await answerTo(bed, 'You asked: quotes putin')).toMatchObject({ channel: 'C0LAB', threadTs: '1700000000.5' });
    const mention = slack.payloads.mention('brief <#C1LAB|news>');
    await slack.deliver(mention);
    expect((await answerTo(bed, 'brief slack:T0LAB:C1LAB')).threadTs).toBe((mention.payload.event as { ts: string }).ts);
    await slack.deliver(slack.payloads.directMessage('what did duarte say'));
    const direct = await answerTo(bed, 'You asked: what did duarte say');
    expect(direct).toMatchObject({ channel: 'D0ANA' });
    expect(direct.threadTs).toBeUndefined();
  });

  it('does not answer itself, other bots, edits or deletions', async () => {
    const { slack, handlers } = await setUp(mode);
    await slack.deliver(
      slack.payloads.event({
        type: 'message',
        channel_type: 'im',
        bot_id: 'BT0LAB',
        user: 'UBOTT0LAB',
        text: 'hi',
        channel: 'D0ANA',
        ts: '1.1',
      }),
    );
    await slack.deliver(
      slack.payloads.event({
        type: 'message',
        subtype: 'message_changed',
        channel_type: 'im',
        channel: 'D0ANA',
        ts: '1.2',
        message: { text: 'hi' },
      }),
    );
    await slack.deliver(
      slack.payloads.event({ type: 'message', channel_type: 'channel', user: 'U0ANA', text: 'not for you', channel: 'C0LAB', ts: '1.3' }),
    );
    await slack.deliver(slack.payloads.directMessage('last'));
    await slack.world.until('the last', () => handlers.asks.length > 0);
    expect(handlers.asks.map(({ body }) => body)).toEqual([{ kind: 'text', text: 'last' }]);
  });

  it('answers an event that Slack delivers twice once', async () => {
    const bed = await setUp(mode);
    const { slack, handlers } = bed;
    for (const delivery of [slack.payloads.mention('brief one'), slack.payloads.slash('/brief', 'two')]) {
      await slack.deliver(delivery);
      await slack.deliver(delivery, { num: 1, reason: 'timeout' });
    }
    await answerTo(bed, 'brief one');
    await answerTo(bed, 'brief two');
    await slack.deliver(slack.payloads.slash('/brief', 'three'));
    await answerTo(bed, 'brief three');
    expect(handlers.asks).toHaveLength(3);
  });

  it('acknowledges 50 commands at a time at once, before it answers', async () => {
    const { slack, handlers } = await setUp(mode);
    handlers.on('brief', () => {
      const until = performance.now() + 3;
      while (performance.now() < until); // an answer that computes
      return { visibility: 'private', document: say('done') };
    });
    // The better of two, for other suites share the processor; a calm machine takes 20 ms by socket and 60 ms by HTTP.
    const slowest: number[] = [];
    for (let burst = 0; burst < 2; burst += 1) {
      const answered = slack.world.messages.length;
      const commands = Array.from({ length: 50 }, (_, index) => slack.payloads.slash('/brief', `topic ${index} of ${burst}`));
      const acknowledged = await Promise.all(commands.map((command) => slack.deliver(command)));
      slowest.push(Math.max(...acknowledged.map(({ ackMs }) => ackMs)));
      await slack.world.until('all answers', () => slack.world.messages.length === answered + 50, 10_000);
    }
    expect(Math.min(...slowest)).toBeLessThan(250);
  });

  it('pages a long answer in place, each fact on one page, and shares it with the channel once', async () => {
    const bed = await setUp(mode);
    const { slack, handlers } = bed;
    handlers.on('long', () => ({ visibility: 'private', document: longDocument() }));
    await slack.deliver(slack.payloads.slash('/wirebrief', 'long'));
    const message = await answerTo(bed, 'Story 0');
    const pages = [shownText(message)];
    while (buttonsOf(message).some(({ label }) => label.endsWith('›'))) {
      const edits = message.edits;
      await slack.deliver(slack.payloads.press(message, /›$/));
      await slack.world.until('the next page', () => message.edits > edits);
      pages.push(shownText(message));
    }
    const facts = [...pages.join('\n').matchAll(/fact\d+x/g)].map(([fact]) => fact);
    expect(facts).toHaveLength(160);
    expect(new Set(facts).size).toBe(160);
    expect(slack.world.messages).toHaveLength(1);

    await slack.deliver(slack.payloads.press(message, 'Share in channel'));
    const shared = await slack.world.until('the shared message', () => slack.world.messages.find(({ ephemeralTo }) => !ephemeralTo));
    expect(shownText(shared)).toContain('Shared by ana');
    expect(buttonsOf(shared).map(({ label }) => label)).not.toContain('Share in channel');
    await slack.deliver(slack.payloads.press(message, 'Share in channel'));
    await answerTo(bed, 'It was shared already.');
  });

  it('says so when a button has expired', async () => {
    const bed = await setUp(mode);
    const { slack, handlers, settings } = bed;
    handlers.on('long', () => ({ visibility: 'private', document: longDocument() }));
    await slack.deliver(slack.payloads.slash('/wirebrief', 'long'));
    const message = await answerTo(bed, 'Story 0');
    const next = buttonsOf(message).find(({ label }) => label.endsWith('›'));
    await settings.state.delete(`token:${next?.value.split(' ')[0]}`);
    await slack.deliver(slack.payloads.press(message, /›$/));
    await answerTo(bed, 'This button has expired. Please ask again.');
  });

  it('answers a button of a briefing with the command it carries, however long', async () => {
    const bed = await setUp(mode);
    const { slack, adapter } = bed;
    const long = `quotes duarte about ${'very '.repeat(600)}much`;
    await adapter.post(
      'slack:T0LAB:C0LAB',
      say('A briefing', {
        kind: 'actions',
        actions: [
          { label: 'More quotes', ask: 'quotes all' },
          { label: 'Long', ask: long },
        ],
      }),
      'k1',
    );
    const [briefing] = slack.world.in('C0LAB');
    if (!briefing) throw new Error('not posted');
    await slack.deliver(slack.payloads.press(briefing, 'More quotes', { user: 'U0BEN' }));
    expect(await answerTo(bed, 'You asked: quotes all')).toMatchObject({ ephemeralTo: 'U0BEN' });
    await slack.deliver(slack.payloads.press(briefing, 'Long'));
    await slack.world.until('the long ask', () => bed.handlers.asks.some(({ body }) => body.kind === 'text' && body.text === long.trim()));
  });

  it('asks for missing arguments in a modal, with suggestions, and answers where the command was given', async () => {
    const bed = await setUp(mode);
    const { slack } = bed;
    await slack.deliver(slack.payloads.slash('/why', ''));
    const opened = await slack.world.until('a modal', () => slack.world.views[0]);
    const view = { ...opened.view, id: opened.id };
    const suggested = await slack.deliver(slack.payloads.suggestion(view, 'suggest:what', 'ver'));
    expect((suggested.answer as { options: { value: string }[] }).options.map(({ value }) => value)).toEqual(['ver', 'Vera Lindqvist']);
    await slack.deliver(slack.payloads.submit(view, { what: 'Vera Lindqvist', depth: 'long' }));
    expect(await answerTo(bed, 'You asked: why what:Vera Lindqvist depth:long')).toMatchObject({ channel: 'C0LAB', ephemeralTo: 'U0ANA' });
  });

  it('shows the App Home and greets a channel it is invited to', async () => {
    const { slack } = await setUp(mode);
    await slack.deliver(slack.payloads.event({ type: 'app_home_opened', user: 'U0ANA', channel: 'D0ANA', tab: 'home', event_ts: '1' }));
    const home = await slack.world.until('the home', () => slack.world.views.find(({ via }) => via === 'publish'));
    expect(home.user).toBe('U0ANA');
    expect(shownText(home.view as never)).toContain('You asked: topics list');
    await slack.deliver(slack.payloads.event({ type: 'member_joined_channel', user: 'U0BEN', channel: 'C1LAB', team: 'T0LAB' }));
    await slack.deliver(
      slack.payloads.event({ type: 'member_joined_channel', user: 'UBOTT0LAB', channel: 'C1LAB', team: 'T0LAB', inviter: 'U0ANA' }),
    );
    const [welcome] = await slack.world.until('a welcome', () => (slack.world.in('C1LAB').length ? slack.world.in('C1LAB') : null));
    expect(welcome && buttonsOf(welcome).map(({ label }) => label)).toEqual(['Daily at 08:00?']);
    expect(slack.world.in('C1LAB')).toHaveLength(1);
  });
});
