import { type Command, textOption } from '#model/command.ts';
import { phrases as words } from '#phrases/commands.ts';

const phrases = words.deliveries;

export const deliveries: Command = {
  name: 'deliveries',
  description: phrases.description,
  examples: ['list', 'retry'],
  subcommands: [
    {
      name: 'list',
      description: phrases.list.description,
      visibility: 'private',
      who: 'anyone',
      options: [],
      run: (context) => context.deliveries.list(),
    },
    {
      name: 'retry',
      description: phrases.retry.description,
      visibility: 'private',
      who: 'manager',
      live: true,
      options: [
        {
          name: 'id',
          description: phrases.retry.id,
          type: 'words',
          suggest: (context, typed) => context.deliveries.suggest(typed),
        },
      ],
      run: (context, input) => context.deliveries.retry(textOption(input, 'id')),
    },
  ],
};
