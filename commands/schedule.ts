import { type Command, type CommandOption, textOption } from '#model/command.ts';
import { phrases as words } from '#phrases/commands.ts';
import * as options from './options.ts';

const phrases = words.schedule;

const id: CommandOption = {
  name: 'id',
  description: phrases.id,
  type: 'words',
  suggest: (context, typed) => context.schedules.suggest(typed),
};

export const schedule: Command = {
  name: 'schedule',
  description: phrases.description,
  examples: [
    'list',
    'add putin-xi days:weekdays at:08:00 zone:Asia/Manila',
    'add topics:"grid, ferry" days:mon,thu at:18:30 channel:me',
    'add cron:"0 8 1 * *" empty:best',
    'test',
  ],
  subcommands: [
    {
      name: 'add',
      description: phrases.add.description,
      visibility: 'private',
      who: 'manager',
      options: [
        {
          name: 'topics',
          description: phrases.add.topics,
          type: 'words',
          suggest: (context, typed) => context.suggestTopics(typed),
        },
        { name: 'days', description: phrases.add.days, type: 'words' },
        { name: 'at', description: phrases.add.at, type: 'words' },
        { name: 'cron', description: phrases.add.cron, type: 'words' },
        {
          name: 'zone',
          description: phrases.add.zone,
          type: 'words',
          suggest: (context, typed) => context.schedules.suggestZones(typed),
        },
        { name: 'channel', description: phrases.add.channel, type: 'words' },
        options.detail,
        {
          name: 'empty',
          description: phrases.add.empty,
          type: 'choice',
          choices: ['nothing', 'one-line', 'best'],
        },
        { name: 'quiet', description: phrases.add.quiet, type: 'words' },
      ],
      run: (context, input) => {
        const names = ['topics', 'days', 'at', 'cron', 'zone', 'channel', 'detail', 'empty', 'quiet'] as const;
        const given = names.map((name) => [name, textOption(input, name)] as const).filter(([, value]) => value);
        return context.schedules.add(Object.fromEntries(given));
      },
    },
    {
      name: 'list',
      description: phrases.list.description,
      visibility: 'private',
      who: 'anyone',
      options: [],
      run: (context) => context.schedules.list(),
    },
    {
      name: 'pause',
      description: phrases.pause.description,
      visibility: 'private',
      who: 'manager',
      options: [id],
      run: (context, input) => context.schedules.pause(textOption(input, 'id')),
    },
    {
      name: 'resume',
      description: phrases.resume.description,
      visibility: 'private',
      who: 'manager',
      options: [id],
      run: (context, input) => context.schedules.resume(textOption(input, 'id')),
    },
    {
      name: 'remove',
      description: phrases.remove.description,
      visibility: 'private',
      who: 'manager',
      options: [id],
      run: (context, input) => context.schedules.remove(textOption(input, 'id')),
    },
    {
      name: 'test',
      description: phrases.test.description,
      visibility: 'private',
      who: 'manager',
      live: true,
      options: [id],
      run: (context, input) => context.schedules.test(textOption(input, 'id')),
    },
  ],
};
