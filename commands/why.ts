import { type Command, textOption } from '#model/command.ts';
import { phrases as words } from '#phrases/commands.ts';

const phrases = words.why;

export const why: Command = {
  name: 'why',
  description: phrases.description,
  examples: ['', 'putin-xi', '"I call him my friend"', 'harbour-post.example'],
  visibility: 'private',
  who: 'anyone',
  options: [
    {
      name: 'what',
      description: phrases.what,
      type: 'words',
      suggest: (context, typed) => context.suggestTopics(typed),
    },
  ],
  run: (context, input) => context.why(textOption(input, 'what')),
};
