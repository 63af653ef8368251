import { type Command, type CommandOption, textOption } from '#model/command.ts';
import * as options from './options.ts';

const id: CommandOption = {
  name: 'id',
  description: 'Which one, as the list shows it; not needed where there is only one',
  type: 'words',
  suggest: (context, typed) => context.schedules.suggest(typed),
};

export const schedule: Command = {
  name: 'schedule',
  description: 'Briefings that come by themselves, at your time',
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
      description: 'A new one; without more, the top stories here every day at 08:00',
      visibility: 'private',
      who: 'manager',
      options: [
        {
          name: 'topics',
          description: 'Topics or words, with commas between them; none for the top stories',
          type: 'words',
          suggest: (context, typed) => context.suggestTopics(typed),
        },
        { name: 'days', description: 'daily, weekdays, weekends or mon,wed,fri', type: 'words' },
        { name: 'at', description: 'HH:MM on the clock of the zone', type: 'words' },
        { name: 'cron', description: 'Instead of days and at: minute, hour, day, month, weekday', type: 'words' },
        {
          name: 'zone',
          description: 'Time zone, such as Asia/Manila',
          type: 'words',
          suggest: (context, typed) => context.schedules.suggestZones(typed),
        },
        { name: 'channel', description: 'Where to; me for a direct message', type: 'words' },
        options.detail,
        {
          name: 'empty',
          description: 'When there is nothing new: post nothing, one line, or the best of the quiet day',
          type: 'choice',
          choices: ['nothing', 'one-line', 'best'],
        },
        { name: 'quiet', description: 'Days without a briefing: sun, 12-25, 2026-12-31', type: 'words' },
      ],
      run: (context, input) => {
        const names = ['topics', 'days', 'at', 'cron', 'zone', 'channel', 'detail', 'empty', 'quiet'] as const;
        const given = names.map((name) => [name, textOption(input, name)] as const).filter(([, value]) => value);
        return context.schedules.add(Object.fromEntries(given));
      },
    },
    {
      name: 'list',
      description: 'All of them, with the next run of each',
      visibility: 'private',
      who: 'anyone',
      options: [],
      run: (context) => context.schedules.list(),
    },
    {
      name: 'pause',
      description: 'Post nothing until it is resumed',
      visibility: 'private',
      who: 'manager',
      options: [id],
      run: (context, input) => context.schedules.pause(textOption(input, 'id')),
    },
    {
      name: 'resume',
      description: 'Go on with one that was paused',
      visibility: 'private',
      who: 'manager',
      options: [id],
      run: (context, input) => context.schedules.resume(textOption(input, 'id')),
    },
    {
      name: 'remove',
      description: 'End one for good',
      visibility: 'private',
      who: 'manager',
      options: [id],
      run: (context, input) => context.schedules.remove(textOption(input, 'id')),
    },
    {
      name: 'test',
      description: 'Post it now, marked as a test; it does not count as told',
      visibility: 'private',
      who: 'manager',
      live: true,
      options: [id],
      run: (context, input) => context.schedules.test(textOption(input, 'id')),
    },
  ],
};
