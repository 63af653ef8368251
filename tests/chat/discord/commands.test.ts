import { describe, expect, it } from 'vitest';
import type { Command, CommandOption } from '#model/command.ts';
import { commands } from '../../../commands/index.ts';
import { parseChannel } from '../../../src/chat/discord/address.ts';
import { commandDefinitions, runnableAt } from '../../../src/chat/discord/commands.ts';
import { inviteLink } from '../../../src/chat/discord/invite.ts';
import { askText, isAsked } from '../../../src/chat/discord/words.ts';
import { refuseCommands } from '../../fakes/discord-limits.ts';
import { loadOpenApi, OPENAPI_MISSING } from '../../fakes/discord-openapi.ts';
import { fakeCommands, say } from '../fake-commands.ts';

const run = async () => say('never run here');
const option = (name: string, more: Partial<CommandOption> = {}): CommandOption => ({
  name,
  description: `The ${name}`,
  type: 'words',
  ...more,
});

const odd: Command = {
  name: 'schedule',
  description: `What is sent when ${'and where '.repeat(20)}`,
  examples: [''],
  subcommands: [
    {
      name: 'add',
      description: 'A new one',
      visibility: 'private',
      who: 'manager',
      options: [
        option('quiet'),
        option('at', { required: true }),
        option('zone', { suggest: async () => [] }),
        option('many', { type: 'choice', choices: Array.from({ length: 40 }, (_, n) => `choice-${n}`) }),
        option('skip', { type: 'integer' }),
        option('since', { type: 'since' }),
      ],
      run,
    },
  ],
};

describe('command definitions', () => {
  it.each([
    ['our commands', commands],
    ['the commands of these tests', fakeCommands],
    ['odd ones', [odd]],
  ])('are such as Discord takes: %s', (_name, list) => {
    expect(refuseCommands(commandDefinitions(list))).toBeNull();
  });

  (OPENAPI_MISSING ? it.skip : it)(`agree with Discord's own document${OPENAPI_MISSING ? ` – ${OPENAPI_MISSING}` : ''}`, () => {
    const { check } = loadOpenApi();
    for (const list of [commands, fakeCommands, [odd]])
      expect(check('PUT', '/applications/1/commands', JSON.parse(JSON.stringify(commandDefinitions(list))))).toEqual([]);
    expect(check('PUT', '/applications/1/commands', [{ name: 'x'.repeat(40), description: 7, colour: 1 }])).not.toEqual([]);
  });

  it('have typed options, required ones first, choices, suggestions, and permissions', () => {
    const [schedule] = commandDefinitions([odd]);
    expect(schedule).toMatchObject({
      default_member_permissions: 32,
      contexts: [0, 1],
      options: [
        {
          type: 1,
          name: 'add',
          options: [
            { name: 'at', type: 3, required: true },
            { name: 'quiet', type: 3 },
            { name: 'zone', autocomplete: true },
            { name: 'many', autocomplete: true },
            { name: 'skip', type: 4 },
            { name: 'since', type: 3, required: false },
          ],
        },
      ],
    });
    expect(schedule?.description.length).toBeLessThanOrEqual(100);
    const topics = commandDefinitions(fakeCommands).find(({ name }) => name === 'topics');
    expect(topics?.default_member_permissions).toBeNull();
  });

  it('are found again by their path', () => {
    expect(runnableAt('topics add', fakeCommands)).toMatchObject({ name: 'add', who: 'manager' });
    expect(runnableAt('brief', fakeCommands)).toMatchObject({ name: 'brief' });
    expect(runnableAt('topics sing', fakeCommands)).toBeUndefined();
  });
});

const BOT = '900000000000000001';

it.each([
  [`<@${BOT}> quotes putin`, 'quotes putin'],
  [`hey <@!${BOT}>, quotes <@111111111111111111>`, 'hey , quotes discord:5:@111111111111111111'],
  ['schedule add ukraine at 08:00 channel:<#222222222222222222>', 'schedule add ukraine at 08:00 channel:discord:5:222222222222222222'],
  ['feeds add <https://news.example/feed?a=1&b=2>', 'feeds add https://news.example/feed?a=1&b=2'],
  ['since <t:1700000000:R> <:party:333333333333333333> </brief:444444444444444444> <@&555555555555555555>', 'since 2023-11-14 party brief'],
  ['quotes “vera lindqvist” about <tax> & spend', 'quotes "vera lindqvist" about <tax> & spend'],
  ['  brief\n\tnow  ', 'brief now'],
])('reads %j', (typed, text) => {
  expect(askText(typed, 'discord:5', BOT)).toBe(text);
});

it('knows a mention from a reply that mentions by itself', () => {
  expect([isAsked(`<@${BOT}> hi`, BOT), isAsked('hi', BOT), isAsked(`<@!${BOT}>`, BOT), isAsked('<@1>', undefined)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

it('knows channels of Discord from others', () => {
  expect(parseChannel('discord:5:7')).toEqual({ tenant: 'discord:5', channel: '7' });
  expect(parseChannel('discord:@5:7')).toEqual({ tenant: 'discord:@5', channel: '7' });
  expect(parseChannel('discord:5:@7')).toEqual({ tenant: 'discord:5', user: '7' });
  expect(parseChannel('222222222222222222')).toEqual({ channel: '222222222222222222' });
  expect(parseChannel('slack:T1:C2')).toBeNull();
  expect(parseChannel('discord:5:../7')).toBeNull();
});

it('makes the invite link', () => {
  expect(inviteLink('800000000000000001')).toBe(
    'https://discord.com/oauth2/authorize?client_id=800000000000000001&scope=bot+applications.commands&permissions=309237763072',
  );
});
