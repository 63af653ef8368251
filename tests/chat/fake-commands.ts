/** Small commands and a small dispatcher for the tests of chat adapters: the answers say what was asked. */

import type { Command, CommandOption } from '#model/command.ts';
import type { Block, MessageDocument } from '#model/document.ts';
import type { Answer, Ask, ChatHandlers } from '../../src/chat/chat.ts';

const words = (name: string, more: Partial<CommandOption> = {}): CommandOption => ({
  name,
  description: `The ${name}`,
  type: 'words',
  ...more,
});
const suggest = async () => [];
const run = async (): Promise<MessageDocument> => say('never run here');
const command = (name: string, options: readonly CommandOption[]): Command => ({
  name,
  description: `About ${name}`,
  examples: [''],
  visibility: 'private',
  who: 'anyone',
  options,
  run,
});

export const fakeCommands: readonly Command[] = [
  command('brief', [words('topic', { suggest }), { name: 'detail', description: 'How much', type: 'choice', choices: ['short', 'full'] }]),
  command('quotes', [words('speaker', { suggest }), words('about')]),
  command('why', [
    words('what', { required: true, suggest }),
    { name: 'depth', description: 'How deep', type: 'choice', choices: ['short', 'long'] },
  ]),
  command('long', []),
  {
    name: 'topics',
    description: 'Topics',
    examples: [''],
    subcommands: [
      { name: 'list', description: 'All topics', visibility: 'private', who: 'anyone', options: [], run },
      { name: 'add', description: 'A new one', visibility: 'private', who: 'manager', options: [words('name', { required: true })], run },
    ],
  },
  command('help', []),
];

export const say = (text: string, ...blocks: Block[]): MessageDocument => ({
  summary: text,
  blocks: [{ kind: 'paragraph', inlines: [{ kind: 'text', text }] }, ...blocks],
});

/** 200 blocks in 40 stories. */
export const longDocument = (): MessageDocument => ({
  summary: 'Forty stories',
  blocks: Array.from({ length: 40 }, (_, story): Block[] => [
    { kind: 'heading', level: 2, inlines: [{ kind: 'text', text: `Story ${story}` }] },
    ...Array.from(
      { length: 4 },
      (_line, line): Block => ({
        kind: 'paragraph',
        inlines: [{ kind: 'text', text: `fact${story * 4 + line}x stands here. ${'More words follow it. '.repeat(6)}` }],
      }),
    ),
  ]).flat(),
});

export type FakeHandlers = ChatHandlers & {
  readonly asks: Ask[];
  /** The next answers to this command come from here. */
  readonly on: (text: string, answer: (ask: Ask) => Promise<Answer> | Answer) => void;
};

const askedText = ({ body }: Ask): string =>
  body.kind === 'text'
    ? body.text
    : `${body.name} ${Object.entries(body.options)
        .map(([name, value]) => `${name}:${value}`)
        .join(' ')}`.trim();

/** Answers every ask with a sentence that repeats it. */
export function fakeHandlers(): FakeHandlers {
  const asks: Ask[] = [];
  const special = new Map<string, (ask: Ask) => Promise<Answer> | Answer>();
  return {
    asks,
    on: (text, answer) => void special.set(text, answer),
    answer: async (ask) => {
      asks.push(ask);
      const text = askedText(ask);
      const found = special.get(text) ?? special.get(text.split(' ')[0] ?? '');
      return found ? found(ask) : { visibility: 'private', document: say(`You asked: ${text}`) };
    },
    suggest: async (_ask, option, typed) =>
      ['Ana Duarte', 'Ben Okoro', 'Vera Lindqvist']
        .filter((name) => name.toLowerCase().includes(typed.toLowerCase()))
        .map((name) => ({ name: `${name} (${option})`, value: name })),
    joined: async () =>
      say('Hello, I read the news for you.', { kind: 'actions', actions: [{ label: 'Daily at 08:00?', ask: 'schedule add at 08:00' }] }),
  };
}
