import { describe, expect, test, vi } from 'vitest';
import { commands } from '#commands/index.ts';
import type { Asker, CommandContext } from '#model/command.ts';
import type { MessageDocument } from '#model/document.ts';
import { createDispatcher } from '../../src/app/dispatch.ts';
import type { Ask } from '../../src/chat/chat.ts';

const now = Date.parse('2023-10-18T06:30:00Z');
const asker: Asker = { tenant: 'desk', channel: 'desk', isManager: false, zone: 'UTC', locale: 'en-GB' };
const empty: MessageDocument = { summary: 'done', blocks: [] };
const ask = (body: Ask['body']): Ask => ({ eventId: '1', tenant: 'desk', channel: 'desk', isManager: false, body });
const text = (words: string) => ask({ kind: 'text', text: words });

function house(over: Partial<CommandContext> = {}) {
  const context: CommandContext = {
    asker,
    now,
    commands,
    brief: vi.fn(async () => empty),
    sources: vi.fn(async () => empty),
    quotes: vi.fn(async () => empty),
    figures: vi.fn(async () => empty),
    why: vi.fn(async () => empty),
    topics: undefined as never,
    feeds: undefined as never,
    schedules: undefined as never,
    deliveries: undefined as never,
    corrections: undefined as never,
    status: vi.fn(async () => empty),
    suggestTopics: async (typed) => [{ name: `${typed}-topic`, value: typed }],
    suggestSpeakers: async () => [],
    ...over,
  };
  const faults: unknown[] = [];
  const handlers = createDispatcher({ commands, contextFor: async () => context, now: () => now, onFault: (error) => faults.push(error) });
  return { context, handlers, faults, say: async (words: string) => JSON.stringify((await handlers.answer(text(words))).document) };
}

describe('the dispatcher', () => {
  test('a command by name, as text and as a question is the same request', async () => {
    const { context, handlers } = house();
    await handlers.answer(ask({ kind: 'command', name: 'quotes', options: { speaker: 'putin', about: 'ukraine', since: 'monday' } }));
    await handlers.answer(text('/quotes putin about ukraine since monday'));
    await handlers.answer(text('What did putin say about ukraine since monday?'));
    const expected = { speaker: 'putin', about: 'ukraine', since: Date.parse('2023-10-16T00:00:00Z'), skip: 0 };
    expect(vi.mocked(context.quotes).mock.calls).toEqual([[expected], [expected], [expected]]);
  });

  test('an unknown command names the nearest', async () =>
    expect(await house().say('/quots putin')).toMatch(/no command “quots”.*Did you mean quotes/));
  test('an unknown option names the known ones', async () =>
    expect(await house().say('quotes wang colour:red')).toMatch(/no option “colour”.*speaker, about, since or skip/));
  test('what is missing or wrong of a subcommand is said with its command', async () => {
    expect(await house().say('sources colour:red')).toContain('“sources” has no option');
    const manager = house({ asker: { ...asker, isManager: true } });
    expect(await manager.say('topics add')).toContain('“topics add” needs name.');
    expect(await manager.say('topics add grid colour:red')).toContain('“topics add” has no option “colour”');
  });
  test('a time that means nothing is said so', async () =>
    expect(await house().say('quotes since:soonish')).toMatch(/“soonish” is no time.*7d/));
  test('a wrong choice names the right ones', async () =>
    expect(await house().say('brief detail:huge')).toMatch(/short or full, not “huge”/));
  test.each([
    ['help', undefined],
    ['help quotes', undefined],
    ['help qotes', true],
    ['topics', true],
    ['/qotes wang', true],
    ['quotes nobody', undefined],
  ])('whether “%s” was refused is told to programs', async (words, isRefusal) =>
    expect((await house().handlers.answer(text(words))).document.isRefusal).toBe(isRefusal),
  );
  test('nothing at all is met with an offer', async () => expect(await house().say('  ')).toContain('What would you like to know?'));

  test.each(['/quots putin', 'quotes wang colour:red', 'quotes since:soonish', 'feeds', 'feeds add https://vale.example/', '  '])(
    'what is not done is marked so, for the exit code of the terminal: %j',
    async (words) => expect(JSON.parse(await house().say(words))).toMatchObject({ isRefusal: true }),
  );
  test('an answer is not', async () => expect(JSON.parse(await house().say('quotes wang'))).toEqual(empty));

  test('a fault of ours is logged, and the asker gets a calm sentence without its text', async () => {
    const broken = house({
      brief: async () => {
        throw new Error('secret detail');
      },
    });
    expect(await broken.say('brief')).toContain('went wrong on our side');
    expect(await broken.say('brief')).not.toContain('secret detail');
    expect(broken.faults.length).toBe(2);
  });

  test('only managers run what is theirs', async () => {
    const command = {
      name: 'secret',
      description: '',
      examples: [],
      options: [],
      visibility: 'private',
      who: 'manager',
      run: async () => empty,
    } as const;
    const handlers = createDispatcher({ commands: [command], contextFor: async () => house().context, now: () => now, onFault: () => {} });
    expect((await handlers.answer(text('/secret'))).document.summary).toContain('Only a manager');
  });

  test('suggestions come from the option', async () => {
    expect(await house().handlers.suggest(ask({ kind: 'command', name: 'brief', options: {} }), 'topic', 'pu')).toEqual([
      { name: 'pu-topic', value: 'pu' },
    ]);
    expect(await house().handlers.suggest(ask({ kind: 'command', name: 'brief', options: {} }), 'detail', '')).toEqual([
      { name: 'short', value: 'short' },
      { name: 'full', value: 'full' },
    ]);
  });
});
