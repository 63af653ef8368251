import { type Command, numberOption, textOption } from '#model/command.ts';
import * as options from './options.ts';

export const figures: Command = {
  name: 'figures',
  description: 'The numbers, with what they count and who says so',
  examples: ['', 'gaza', 'budget unit:percent', 'ferry since:yesterday'],
  visibility: 'private',
  who: 'anyone',
  options: [
    {
      name: 'words',
      description: 'Words of the topic, or of what is counted',
      type: 'words',
      suggest: (context, typed) => context.suggestTopics(typed),
    },
    { name: 'unit', description: 'people, percent, dollar, kilometre …', type: 'words' },
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
