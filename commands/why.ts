import { type Command, textOption } from '#model/command.ts';

export const why: Command = {
  name: 'why',
  description: 'Why a story, a quote, a figure or a sentence is here, or not; why a feed is silent',
  examples: ['', 'putin-xi', '"I call him my friend"', 'harbour-post.example'],
  visibility: 'private',
  who: 'anyone',
  options: [
    {
      name: 'what',
      description: 'Words of a story, of a quote, figure or sentence, or a feed; nothing for the top story',
      type: 'words',
      suggest: (context, typed) => context.suggestTopics(typed),
    },
  ],
  run: (context, input) => context.why(textOption(input, 'what')),
};
