import { type Command, type CommandOption, textOption } from '#model/command.ts';
import { phrases as words } from '#phrases/commands.ts';

const phrases = words.corrections;

const id: CommandOption = {
  name: 'id',
  description: phrases.id,
  type: 'words',
  suggest: (context, typed) => context.corrections.suggest(typed),
};
const note: CommandOption = { name: 'note', description: phrases.note, type: 'words' };

export const corrections: Command = {
  name: 'corrections',
  description: phrases.description,
  examples: ['list', 'withdraw note:"The speaker was Li Hui."', 'article https://example.org/withdrawn'],
  subcommands: [
    {
      name: 'list',
      description: phrases.list.description,
      visibility: 'private',
      who: 'manager',
      options: [],
      run: (context) => context.corrections.list(),
    },
    {
      name: 'withdraw',
      description: phrases.withdraw.description,
      visibility: 'private',
      who: 'manager',
      live: true,
      options: [id, note],
      run: (context, input) => context.corrections.withdraw(textOption(input, 'id'), textOption(input, 'note')),
    },
    {
      name: 'keep',
      description: phrases.keep.description,
      visibility: 'private',
      who: 'manager',
      options: [id],
      run: (context, input) => context.corrections.keep(textOption(input, 'id')),
    },
    {
      name: 'article',
      description: phrases.article.description,
      visibility: 'private',
      who: 'manager',
      live: true,
      options: [{ name: 'url', description: phrases.article.url, type: 'words', required: true }, note],
      run: (context, input) => context.corrections.withdrawArticle(textOption(input, 'url') ?? '', textOption(input, 'note')),
    },
  ],
};
