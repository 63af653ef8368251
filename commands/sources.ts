import { type Command, numberOption, textOption } from '#model/command.ts';

export const sources: Command = {
  name: 'sources',
  description: 'The articles behind a briefing, each with its outlet and time',
  examples: ['', 'putin-xi', 'ferry since:yesterday'],
  visibility: 'private',
  who: 'anyone',
  options: [
    {
      name: 'topic',
      description: 'A topic or any words; nothing for the top stories',
      type: 'words',
      suggest: (context, typed) => context.suggestTopics(typed),
    },
    { name: 'since', description: 'How far back: 7d, 12h, yesterday, monday, 2026-11-23', type: 'since' },
  ],
  run: (context, input) => {
    const topic = textOption(input, 'topic');
    const since = numberOption(input, 'since');
    return context.sources({ ...(topic && { topic }), ...(since !== undefined && { since }), detail: 'full' });
  },
};
