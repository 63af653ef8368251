import { type Command, numberOption, textOption } from '#model/command.ts';
import { phrases as words } from '#phrases/commands.ts';
import * as options from './options.ts';

const phrases = words.figures;

export const figures: Command = {
  name: 'figures',
  description: phrases.description,
  examples: ['', 'gaza', 'budget unit:percent', 'ferry since:yesterday'],
  visibility: 'private',
  who: 'anyone',
  options: [
    {
      name: 'words',
      description: phrases.words,
      type: 'words',
      suggest: (context, typed) => context.suggestTopics(typed),
    },
    { name: 'unit', description: phrases.unit, type: 'words' },
    options.since,
    options.skip,
  ],
  run: (context, input) => {
    const words = textOption(input, 'words');
    const unit = textOption(input, 'unit');
    const since = numberOption(input, 'since');
    return context.figures({
      ...(words && { words }),
      ...(unit && { unit }),
      ...(since !== undefined && { since }),
      skip: Math.max(0, numberOption(input, 'skip') ?? 0),
    });
  },
};
