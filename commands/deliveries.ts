import { type Command, textOption } from '#model/command.ts';

export const deliveries: Command = {
  name: 'deliveries',
  description: 'What became of the scheduled briefings',
  examples: ['list', 'retry'],
  subcommands: [
    {
      name: 'list',
      description: 'Those that wait for somebody, then the latest',
      visibility: 'private',
      who: 'anyone',
      options: [],
      run: (context) => context.deliveries.list(),
    },
    {
      name: 'retry',
      description: 'Send again what could not be posted',
      visibility: 'private',
      who: 'manager',
      live: true,
      options: [
        {
          name: 'id',
          description: 'Which one; none for all of them',
          type: 'words',
          suggest: (context, typed) => context.deliveries.suggest(typed),
        },
      ],
      run: (context, input) => context.deliveries.retry(textOption(input, 'id')),
    },
  ],
};
