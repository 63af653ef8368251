import { type Command, textOption } from '#model/command.ts';

export const topics: Command = {
  name: 'topics',
  description: 'What the briefings are about, and what this channel leaves out',
  examples: ['list', 'add grid any:"power cut, blackout" none:football', 'mute football', 'remove grid'],
  subcommands: [
    {
      name: 'list',
      description: 'The topics, and what is muted here',
      visibility: 'private',
      who: 'anyone',
      options: [],
      run: (context) => context.topics.list(),
    },
    {
      name: 'add',
      description: 'A new topic; its name alone will do',
      visibility: 'private',
      who: 'manager',
      options: [
        { name: 'name', description: 'What one types: grid, putin-xi', type: 'words', required: true },
        { name: 'words', description: 'Articles must hold all of these', type: 'words' },
        { name: 'any', description: 'and one of these: "power cut, blackout"', type: 'words' },
        { name: 'none', description: 'and none of these', type: 'words' },
        { name: 'feeds', description: 'Only from these outlets, with commas', type: 'words' },
      ],
      run: (context, input) => {
        const [words, any, none, feeds] = ['words', 'any', 'none', 'feeds'].map((name) => textOption(input, name));
        return context.topics.add({
          name: textOption(input, 'name') ?? '',
          ...(words && { words }),
          ...(any && { any }),
          ...(none && { none }),
          ...(feeds && { feeds }),
        });
      },
    },
    {
      name: 'remove',
      description: 'Forget a topic',
      visibility: 'private',
      who: 'manager',
      options: [
        {
          name: 'name',
          description: 'Which one',
          type: 'words',
          required: true,
          suggest: (context, typed) => context.topics.suggest(typed),
        },
      ],
      run: (context, input) => context.topics.remove(textOption(input, 'name') ?? ''),
    },
    {
      name: 'mute',
      description: 'Leave a word, a speaker or an outlet out of this channel’s briefings',
      visibility: 'private',
      who: 'manager',
      options: [
        { name: 'what', description: 'A word, a speaker’s name or an outlet', type: 'words', required: true },
        { name: 'as', description: 'Which of these it is', type: 'choice', choices: ['word', 'speaker', 'outlet'] },
        { name: 'undo', description: 'yes lets it in again', type: 'choice', choices: ['yes'] },
      ],
      run: (context, input) => {
        const as = textOption(input, 'as');
        return context.topics.mute({
          what: textOption(input, 'what') ?? '',
          ...((as === 'word' || as === 'speaker' || as === 'outlet') && { as }),
          undo: textOption(input, 'undo') === 'yes',
        });
      },
    },
  ],
};
