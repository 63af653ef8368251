import type { Command } from '#model/command.ts';

export const status: Command = {
  name: 'status',
  description: 'How the bot is: database, feeds, connections',
  examples: [''],
  visibility: 'private',
  who: 'anyone',
  live: true,
  options: [],
  run: (context) => context.status(),
};
