import { type Command, type CommandOption, textOption } from '#model/command.ts';

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
  description: 'Where the news comes from',
  examples: ['list', 'add https://example.org/feed.xml', 'check', 'remove The Example', 'export'],
  subcommands: [
    {
      name: 'list',
      description: 'All feeds and how they are',
      visibility: 'private',
      who: 'anyone',
      options: [],
      run: (context) => context.feeds.list(),
    },
    {
      name: 'add',
      description: 'Read another feed, from now on',
      visibility: 'private',
      who: 'manager',
      options: [
        { name: 'feed', description: 'The address of a feed, or of a page that names one', type: 'words', required: true },
        {
          name: 'page',
          description: 'auto: fetch an article’s page where the feed has a teaser; never: do not',
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
      description: 'Stop reading a feed',
      visibility: 'private',
      who: 'manager',
      options: [feed('Its title or address', true)],
      run: (context, input) => context.feeds.remove(textOption(input, 'feed') ?? ''),
    },
    {
      name: 'check',
      description: 'Why a feed is silent, and the way round it',
      visibility: 'private',
      who: 'anyone',
      options: [feed('Its title or address; nothing for all that have trouble', false)],
      run: (context, input) => context.feeds.check(textOption(input, 'feed')),
    },
    {
      name: 'import',
      description: 'Add the feeds of an OPML file',
      visibility: 'private',
      who: 'manager',
      options: [{ name: 'file', description: 'An OPML file, or the web address of one', type: 'file', required: true }],
      run: (context, input) => context.feeds.import(textOption(input, 'file') ?? ''),
    },
    {
      name: 'export',
      description: 'The feeds as an OPML file',
      visibility: 'private',
      who: 'anyone',
      options: [],
      run: (context) => context.feeds.export(),
    },
  ],
};
