import { describe, expect, test } from 'vitest';
import { createSlack } from '../../src/chat/slack/slack.ts';
import { slackSettings } from '../chat/slack/set-up.ts';
import { createFakeSlack } from '../fakes/slack.ts';
import { shownText } from '../fakes/slack-world.ts';
import { runSmoke, type SmokeBench } from './smoke-steps.ts';

describe('npm run smoke, played by the stand-in of Slack', () => {
  test('every step is seen, also the restart in the middle of a briefing', async () => {
    const slack = await createFakeSlack();
    const settings = await slackSettings(slack, 'socket', []);
    const { payloads, world } = slack;
    const record: object[] = [];
    /** What the owner does when a step asks for it. */
    const hands: Readonly<Record<string, () => Promise<unknown>>> = {
      'first command': () => slack.deliver(payloads.slash('/wirebrief', 'brief')),
      'long answer, next page': () => slack.deliver(payloads.slash('/wirebrief', 'quotes long')),
      'mention in a thread': () => slack.deliver(payloads.mention('help', { threadTs: '1700000000.000100' })),
      'direct message': () => slack.deliver(payloads.directMessage('help')),
      'lost connection': async () => {
        slack.dropSockets();
        await slack.disconnected();
        await slack.connected();
        await slack.deliver(payloads.slash('/wirebrief', 'brief'));
      },
    };
    const bench: SmokeBench = {
      platform: 'slack',
      create: () => createSlack(settings),
      tell: (text) => {
        const name = /: (.*)$/.exec(text)?.[1] ?? '';
        // As a person does it: after having read what to do.
        if (text.startsWith('\n')) setTimeout(() => void hands[name]?.().catch(() => undefined), 50);
      },
      prompt: async () => '',
      record: (entry) => record.push(entry),
      patienceMs: 5_000,
    };
    try {
      const verdicts = await runSmoke(bench);
      expect(verdicts.filter(({ verdict }) => verdict !== 'seen')).toEqual([]);
      expect(verdicts.length).toBe(12);
      const posted = world
        .in('C0LAB')
        .filter(({ ephemeralTo }) => ephemeralTo === undefined)
        .map((message) => shownText(message))
        .join('\n');
      const facts = [...posted.matchAll(/fact(\d+)x/g)].map(([, number]) => Number(number));
      expect(facts).toEqual(Array.from({ length: 160 }, (_, index) => index));
      expect(JSON.stringify(record)).not.toMatch(/xoxb-\w|xapp-\w/);
    } finally {
      await slack.stop();
    }
  });
});
