/** Options that several commands have, said once. */
import type { CommandOption } from '#model/command.ts';

export const topic: CommandOption = {
  name: 'topic',
  description: 'A topic or any words; nothing for the top stories',
  type: 'words',
  suggest: (context, typed) => context.suggestTopics(typed),
};

export const since: CommandOption = {
  name: 'since',
  description: 'How far back: 7d, 12h, yesterday, monday, 2026-11-23',
  type: 'since',
};

export const detail: CommandOption = {
  name: 'detail',
  description: 'short fits a phone; full shows everything',
  type: 'choice',
  choices: ['short', 'full'],
};

export const skip: CommandOption = { name: 'skip', description: 'How many were shown already', type: 'integer' };
