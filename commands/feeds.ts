import { type Command, type CommandOption, textOption } from '#model/command.ts';
import { phrases as words } from '#phrases/commands.ts';

const phrases = words.feeds;

const feed = (description: string, required: boolean): CommandOption => ({
  name: 'feed',
  description,
  type: 'words',
  required,
  suggest: (context, typed) => context.feeds.suggest(typed),
});

const PAGES = ['auto', 'never'] as const;

export const feeds: Command = {
  name: 'feeds',
  description: phrases.description,
  examples: ['list', 'add https://example.org/feed.xml', 'check', 'remove The Example', 'export'],
  subcommands: [
    {
      name: 'list',
      description: phrases.list.description,
      visibility: 'private',
      who: 'anyone',
      options: [],
      run: (context) => context.feeds.list(),
    },
    {
      name: 'add',
      description: phrases.add.description,
      visibility: 'private',
      who: 'manager',
      options: [
        { name: 'feed', description: phrases.add.feed, type: 'words', required: true },
        {
          name: 'page',
          description: phrases.add.page,
          type: 'choice',
          choices: PAGES,
        },
      ],
      run: (context, input) =>
        context.feeds.add(
          textOption(input, 'feed') ?? '',
          PAGES.find((page) => page === input.page),
        ),
    },
    {
      name: 'remove',
      description: phrases.remove.description,
      visibility: 'private',
      who: 'manager',
      options: [feed(phrases.remove.feed, true)],
      run: (context, input) => context.feeds.remove(textOption(input, 'feed') ?? ''),
    },
    {
      name: 'check',
      description: phrases.check.description,
      visibility: 'private',
      who: 'anyone',
      options: [feed(phrases.check.feed, false)],
      run: (context, input) => context.feeds.check(textOption(input, 'feed')),
    },
    {
      name: 'import',
      description: phrases.import.description,
      visibility: 'private',
      who: 'manager',
      options: [{ name: 'file', description: phrases.import.file, type: 'file', required: true }],
      run: (context, input) => context.feeds.import(textOption(input, 'file') ?? ''),
    },
    {
      name: 'export',
      description: phrases.export.description,
      visibility: 'private',
      who: 'anyone',
      options: [],
      run: (context) => context.feeds.export(),
    },
  ],
};
