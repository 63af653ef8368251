import { type Command, numberOption, textOption } from '#model/command.ts';

export const brief: Command = {
  name: 'brief',
  description: 'What happened, who said what, and the figures that matter',
  examples: ['', 'putin-xi', 'putin-xi detail:full', 'ceasefire talks since:friday'],
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
    { name: 'detail', description: 'short fits a phone; full shows everything', type: 'choice', choices: ['short', 'full'] },
  ],
  run: (context, input) => {
    const topic = textOption(input, 'topic');
    const since = numberOption(input, 'since');
    return context.brief({
      detail: textOption(input, 'detail') === 'full' ? 'full' : 'short',
      ...(topic && { topic }),
      ...(since !== undefined && { since }),
    });
  },
};
