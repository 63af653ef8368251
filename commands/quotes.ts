import { type Command, numberOption, textOption } from '#model/command.ts';
import { phrases as words } from '#phrases/commands.ts';
import * as options from './options.ts';

const phrases = words.quotes;

export const quotes: Command = {
  name: 'quotes',
  description: phrases.description,
  examples: ['putin', 'wang since:7d', 'putin about ukraine', 'about ceasefire'],
  visibility: 'private',
  who: 'anyone',
  options: [
    {
      name: 'speaker',
      description: phrases.speaker,
      type: 'words',
      suggest: (context, typed) => context.suggestSpeakers(typed),
    },
    { name: 'about', description: phrases.about, type: 'words' },
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
