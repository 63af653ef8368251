/** Twelve steps against a real workspace or server, as data: what the owner is to do, what we do, and what the owner must then see. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { MessageDocument } from '#model/document.ts';
import type { ChannelId } from '#model/subscription.ts';
import type { Ask, ChatAdapter, ChatHandlers } from '../../src/chat/chat.ts';
import { longDocument, say } from '../chat/fake-commands.ts';

export type SmokeBench = {
  readonly platform: 'slack' | 'discord';
  /** A fresh adapter on the same state, as after a restart. */
  readonly create: () => ChatAdapter;
  readonly tell: (text: string) => void;
  /** What the owner typed; empty for Enter. */
  readonly prompt: (text: string) => Promise<string>;
  /** One line of the record. */
  readonly record: (entry: object) => void;
  /** For one ask of the owner. */
  readonly patienceMs: number;
};

export type Verdict = { readonly step: string; readonly verdict: 'seen' | 'not seen' | 'skipped'; readonly note?: string };

type Scene = {
  readonly bench: SmokeBench;
  adapter: ChatAdapter;
  readonly restart: (whileRunning: () => void) => Promise<void>;
  /** The next ask that comes in. */
  readonly nextAsk: (fits: (ask: Ask) => boolean) => Promise<Ask | undefined>;
  channel: ChannelId;
  posted?: Awaited<ReturnType<ChatAdapter['post']>>;
};
type Step = {
  readonly name: string;
  readonly please?: (platform: SmokeBench['platform']) => string;
  /** False: it did not happen, so nothing is asked. */
  readonly act?: (scene: Scene) => Promise<boolean | string>;
  /** Yes or no. */
  readonly seen?: string;
};

const textOf = ({ body }: Ask): string => (body.kind === 'text' ? body.text : body.name);
const HOSTILE = 'Literally: *bold* _it_ <!channel> @everyone <@1> [x](https://example.org) > quote';

const asked =
  (fits: (ask: Ask) => boolean) =>
  async (scene: Scene): Promise<boolean | string> => {
    const ask = await scene.nextAsk(fits);
    if (!ask) return 'nothing arrived';
    scene.channel = ask.channel;
    return true;
  };

const STEPS: readonly Step[] = [
  {
    name: 'manifest or invitation accepted',
    please: (platform) =>
      platform === 'slack'
        ? 'Paste config/slack-manifest.json at https://api.slack.com/apps (docs/slack.md, step 1).'
        : 'Open the link that “node src/main.ts check” prints, and add the bot to a server of yours.',
    seen: 'Was it accepted without a complaint?',
  },
  {
    name: 'connected',
    act: async ({ adapter }) => {
      const { state, problem } = adapter.health();
      return state === 'connected' && !problem ? true : `${state}: ${problem?.message ?? ''} ${problem?.hint ?? ''}`;
    },
  },
  {
    name: 'first command',
    please: (platform) => `In a test channel that the bot is in, send ${platform === 'slack' ? '/wirebrief brief' : '/brief'}`,
    act: asked((ask) => textOf(ask).startsWith('brief')),
    seen: 'Does “You asked” stand there, seen by you alone?',
  },
  { name: 'share', please: () => 'Press “Share in channel” under it.', seen: 'Can everybody see it now?' },
  {
    name: 'long answer, next page',
    please: (platform) =>
      `Send ${platform === 'slack' ? '/wirebrief quotes long' : '/quotes speaker:long'} and press the button to the next page.`,
    act: asked((ask) => textOf(ask).startsWith('quotes')),
    seen: 'Did the page turn in place?',
  },
  {
    name: 'mention in a thread',
    please: () => 'Start a thread in that channel and send in it: @Wirebrief help',
    act: asked((ask) => /help/.test(textOf(ask))),
    seen: 'Does the answer stand in that thread?',
  },
  {
    name: 'direct message',
    please: () => 'Send the bot a direct message: help',
    act: async (scene) => {
      const { channel } = scene;
      const outcome = await asked((ask) => ask.channel !== channel)(scene);
      scene.channel = channel;
      return outcome;
    },
    seen: 'Was it answered?',
  },
  {
    name: 'post, twice with one key',
    act: async (scene) => {
      scene.posted = await scene.adapter.post(scene.channel, say('Posted once'), 'smoke:once');
      const again = await scene.adapter.post(scene.channel, say('Posted once'), 'smoke:once');
      return scene.posted.kind === 'posted' && again.kind === 'posted' ? true : JSON.stringify(scene.posted);
    },
    seen: 'Does “Posted once” stand in the test channel, once?',
  },
  {
    name: 'edit',
    act: async ({ adapter, posted }) => {
      if (posted?.kind !== 'posted' || !adapter.edit) return 'there is nothing to edit';
      return (await adapter.edit(posted.message, say('Edited'), 'smoke:once')).kind === 'posted';
    },
    seen: 'Does it say “Edited” now?',
  },
  {
    name: 'a feed’s markup stays text',
    act: async ({ adapter, channel }) => (await adapter.post(channel, say(HOSTILE), 'smoke:hostile')).kind === 'posted',
    seen: `Does it stand there letter by letter (“${HOSTILE}”), with nobody notified?`,
  },
  {
    name: 'restart in the middle of a briefing',
    act: async (scene) => {
      const { channel } = scene;
      await scene.restart(() => void scene.adapter.post(channel, longDocument(), 'smoke:restart').catch(() => undefined));
      const outcome = await scene.adapter.post(channel, longDocument(), 'smoke:restart');
      return outcome.kind === 'posted' ? true : JSON.stringify(outcome);
    },
    seen: 'Do the stories 0 to 39 stand in the channel, each once and in order?',
  },
  {
    name: 'lost connection',
    please: () => 'Take this machine off the network for 30 s (or wait), then send the first command again.',
    act: asked((ask) => textOf(ask).startsWith('brief')),
    seen: 'Was it answered?',
  },
];

/** Goes through all steps; an empty answer means yes, "n" no, "s" skips. */
export async function runSmoke(bench: SmokeBench): Promise<readonly Verdict[]> {
  const waiting: { readonly fits: (ask: Ask) => boolean; readonly tell: (ask: Ask) => void }[] = [];
  const handlers: ChatHandlers = {
    answer: async (ask) => {
      bench.record({ at: new Date().toISOString(), ask: { ...ask, eventId: undefined } });
      for (const { fits, tell } of [...waiting]) if (fits(ask)) tell(ask);
      return { visibility: 'private', document: answerTo(ask) };
    },
    suggest: async () => [],
  };
  const scene: Scene = {
    bench,
    adapter: bench.create(),
    channel: '',
    nextAsk: (fits) =>
      new Promise((resolve) => {
        const entry = { fits, tell: (ask: Ask | undefined) => done(ask) };
        const done = (ask: Ask | undefined) => {
          waiting.splice(waiting.indexOf(entry), 1);
          resolve(ask);
        };
        waiting.push(entry);
        void sleep(bench.patienceMs, undefined, { ref: false }).then(() => done(undefined));
      }),
    restart: async (whileRunning) => {
      whileRunning();
      await scene.adapter.stop();
      scene.adapter = bench.create();
      await scene.adapter.start(handlers);
    },
  };
  await scene.adapter.start(handlers);
  const verdicts: Verdict[] = [];
  try {
    for (const [index, step] of STEPS.entries()) {
      bench.tell(`\n${index + 1} of ${STEPS.length}: ${step.name}`);
      const verdict: Verdict = { step: step.name, ...(await take(step, scene)) };
      bench.record({ at: new Date().toISOString(), ...verdict });
      verdicts.push(verdict);
      bench.tell(`   ${verdict.verdict}${verdict.note ? `: ${verdict.note}` : ''}`);
    }
  } finally {
    await scene.adapter.stop();
  }
  return verdicts;
}

async function take({ please, act, seen }: Step, scene: Scene): Promise<Omit<Verdict, 'step'>> {
  const { bench } = scene;
  if (please) bench.tell(`   ${please(bench.platform)}`);
  if (act) {
    const outcome = await act(scene);
    if (outcome !== true) return { verdict: 'not seen', ...(outcome && { note: outcome }) };
  }
  if (!seen) return { verdict: 'seen' };
  const answer = (await bench.prompt(`   ${seen} [Enter = yes, n = no, s = skip] `)).trim().toLowerCase();
  return { verdict: answer === 's' ? 'skipped' : answer === '' || answer.startsWith('y') ? 'seen' : 'not seen' };
}

function answerTo(ask: Ask): MessageDocument {
  const text = ask.body.kind === 'text' ? ask.body.text : `${ask.body.name} ${Object.values(ask.body.options).join(' ')}`;
  return text.includes('long') ? longDocument() : say(`You asked: ${text}`);
}
