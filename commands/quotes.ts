import { type Command, numberOption, textOption } from '#model/command.ts';
import * as options from './options.ts';

export const quotes: Command = {
  name: 'quotes',
  description: 'Who said what, word for word',
  examples: ['putin', 'wang since:7d', 'putin about ukraine', 'about ceasefire'],
  visibility: 'private',
  who: 'anyone',
  options: [
    {
      name: 'speaker',
      description: 'A name or a part of one; nobody for all',
      type: 'words',
      suggest: (context, typed) => context.suggestSpeakers(typed),
    },
    { name: 'about', description: 'Words that the quote or its article holds', type: 'words' },
    options.since,
    options.skip,
  ],
  run: (context, input) => {
    // "quotes of putin"
    const speaker = textOption(input, 'speaker')?.replace(/^(?:by|from|of) /i, '');
    const about = textOption(input, 'about');
    const since = numberOption(input, 'since');
    return context.quotes({
      ...(speaker && { speaker }),
      ...(about && { about }),
      ...(since !== undefined && { since }),
      skip: Math.max(0, numberOption(input, 'skip') ?? 0),
    });
  },
};
