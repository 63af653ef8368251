import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { parseAsk } from '../../src/app/parse-ask.ts';
import { isQuestion, parseQuestion } from '../../src/app/parse-question.ts';

const options = (text: string) => {
  const parsed = parseAsk(text, commands);
  return parsed.kind === 'run' ? { [parsed.command.name]: parsed.options } : parsed.kind;
};

describe('a command as text', () => {
  test.each([
    ['brief', { brief: {} }],
    ['/brief putin-xi', { brief: { topic: 'putin-xi' } }],
    ['/wirebrief quotes wang', { quotes: { speaker: 'wang' } }],
    ['BRIEF putin-xi detail:full', { brief: { topic: 'putin-xi', detail: 'full' } }],
    ['quotes putin about ukraine since 7d', { quotes: { speaker: 'putin', about: 'ukraine', since: '7d' } }],
    ['quotes "about face" about:"the war" since:7d', { quotes: { speaker: 'about face', about: 'the war', since: '7d' } }],
    ['quotes “Wang Yi” about belt and road', { quotes: { speaker: 'Wang Yi', about: 'belt and road' } }],
    ['quotes about', { quotes: { speaker: 'about' } }],
    ['quotes putin --about belt and road --since=7d', { quotes: { speaker: 'putin', about: 'belt and road', since: '7d' } }],
    ['brief --detail full', { brief: { detail: 'full' } }],
    ['quotes putin —since 7d', { quotes: { speaker: 'putin', since: '7d' } }],
    ['quotes putin — xi', { quotes: { speaker: 'putin — xi' } }],
    ['quotes speaker: wang', { quotes: { speaker: 'wang' } }],
    ['figures http://example.org', { figures: { words: 'http://example.org' } }],
  ])('%s', (text, expected) => expect(options(text)).toEqual(expected));

  test('an unknown command is one only behind a slash; else it is a question', () => {
    expect(options('/brif')).toBe('unknown-command');
    expect(options('ceasefire talks')).toBe('question');
    expect(options('  ')).toBe('nothing');
    expect(options('quotes wang colour:red')).toBe('unknown-option');
    expect(options('quotes wang --colour red')).toBe('unknown-option');
  });

  test('no text breaks it', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => typeof parseAsk(text, commands).kind === 'string'));
  });
});

describe('a free question', () => {
  test.each([
    ['what did putin say about ukraine?', 'quotes', { speaker: 'putin', about: 'ukraine' }],
    ['What has Wang Yi said', 'quotes', { speaker: 'Wang Yi' }],
    ['who said what about the ferry since friday', 'quotes', { about: 'the ferry', since: 'friday' }],
    ['who said we are ready', 'quotes', { about: 'we are ready' }],
    ['what does xi think about trade', 'quotes', { speaker: 'xi', about: 'trade' }],
    ['what does it mean', 'brief', { topic: 'what does it mean' }],
    ['quotes by lavrov', 'quotes', { speaker: 'lavrov' }],
    ['how many people died in gaza', 'figures', { words: 'died in gaza' }],
    ['numbers for gaza', 'figures', { words: 'gaza' }],
    ['ceasefire talks since friday', 'brief', { topic: 'ceasefire talks', since: 'friday' }],
    ['what happened in gaza yesterday', 'brief', { topic: 'gaza', since: 'yesterday' }],
    ['please brief me on the budget', 'brief', { topic: 'the budget' }],
    ['what did putin say this week', 'quotes', { speaker: 'putin', since: 'this week' }],
    ['what did Blinken say to Wang Yi', 'quotes', { speaker: 'Blinken', about: 'Wang Yi' }],
    ['anything new on putin?', 'brief', { topic: 'putin' }],
    ['did putin meet xi', 'brief', { topic: 'putin meet xi' }],
    ['when did the ferry sink', 'brief', { topic: 'the ferry sink' }],
    ['who is Lucia Bernat', 'brief', { topic: 'Lucia Bernat' }],
    ['summarise the budget', 'brief', { topic: 'the budget' }],
    ["what's up in Brae", 'brief', { topic: 'Brae' }],
    ['ferry over the past week', 'brief', { topic: 'ferry', since: 'past week' }],
    ['ferry last month', 'brief', { topic: 'ferry', since: 'last month' }],
    ["what's new", 'brief', {}],
    ['latest news', 'brief', {}],
    ['putin', 'brief', { topic: 'putin' }],
  ])('%s', (text, name, expected) => expect(parseQuestion(text)).toEqual({ name, options: expected }));
});

test.each([
  ['what did putin say about ukraine', true],
  ['who said what about the ferry', true],
  ['quotes wang', true],
  ['quots wang', false],
  ['hello', false],
  ['ferry?', true],
  ['', false],
])('at the terminal %j is a question: %s', (text, expected) => {
  expect(
    isQuestion(
      text,
      commands.map(({ name }) => name),
    ),
  ).toBe(expected);
});
