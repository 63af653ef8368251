/** Options that several commands have, said once. */
import type { CommandOption } from '#model/command.ts';
import { phrases as words } from '#phrases/commands.ts';

const phrases = words.options;

export const topic: CommandOption = {
  name: 'topic',
  description: phrases.topic,
  type: 'words',
  suggest: (context, typed) => context.suggestTopics(typed),
};

export const since: CommandOption = {
  name: 'since',
  description: phrases.since,
  type: 'since',
};

export const detail: CommandOption = {
  name: 'detail',
  description: phrases.detail,
  type: 'choice',
  choices: ['short', 'full'],
};

export const skip: CommandOption = { name: 'skip', description: phrases.skip, type: 'integer' };
