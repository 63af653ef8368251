import { type Command, numberOption, textOption } from '#model/command.ts';
import { phrases as words } from '#phrases/commands.ts';
import * as options from './options.ts';

const phrases = words.sources;

export const sources: Command = {
  name: 'sources',
  description: phrases.description,
  examples: ['', 'putin-xi', 'ferry since:yesterday'],
  visibility: 'private',
  who: 'anyone',
  options: [options.topic, options.since],
  run: (context, input) => {
    const topic = textOption(input, 'topic');
    const since = numberOption(input, 'since');
    return context.sources({ ...(topic && { topic }), ...(since !== undefined && { since }), detail: 'full' });
  },
};
