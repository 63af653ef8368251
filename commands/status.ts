import type { Command } from '#model/command.ts';
import { phrases as words } from '#phrases/commands.ts';

const phrases = words.status;

export const status: Command = {
  name: 'status',
  description: phrases.description,
  examples: [''],
  visibility: 'private',
  who: 'anyone',
  live: true,
  options: [],
  run: (context) => context.status(),
};
