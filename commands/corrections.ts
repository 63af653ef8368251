import { type Command, type CommandOption, textOption } from '#model/command.ts';

const id: CommandOption = {
  name: 'id',
  description: 'Which report, as the list shows it; not needed where there is only one',
  type: 'words',
  suggest: (context, typed) => context.corrections.suggest(typed),
};
const note: CommandOption = { name: 'note', description: 'A sentence that stands in the correction', type: 'words' };

export const corrections: Command = {
  name: 'corrections',
  description: 'What readers reported as wrong, and what was withdrawn',
  examples: ['list', 'withdraw note:"The speaker was Li Hui."', 'article https://example.org/withdrawn'],
  subcommands: [
    {
      name: 'list',
      description: 'What was reported, and what became of it',
      visibility: 'private',
      who: 'manager',
      options: [],
      run: (context) => context.corrections.list(),
    },
    {
      name: 'withdraw',
      description: 'Take a reported line out of the posted message, with a line that says so',
      visibility: 'private',
      who: 'manager',
      live: true,
      options: [id, note],
      run: (context, input) => context.corrections.withdraw(textOption(input, 'id'), textOption(input, 'note')),
    },
    {
      name: 'keep',
      description: 'Leave a reported line as it is',
      visibility: 'private',
      who: 'manager',
      options: [id],
      run: (context, input) => context.corrections.keep(textOption(input, 'id')),
    },
    {
      name: 'article',
      description: 'Take everything from an article out of what was posted, and print it no more',
      visibility: 'private',
      who: 'manager',
      live: true,
      options: [{ name: 'url', description: 'The address of the article', type: 'words', required: true }, note],
      run: (context, input) => context.corrections.withdrawArticle(textOption(input, 'url') ?? '', textOption(input, 'note')),
    },
  ],
};
