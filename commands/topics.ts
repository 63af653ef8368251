import { type Command, textOption } from '#model/command.ts';
import { phrases as words } from '#phrases/commands.ts';

const phrases = words.topics;

export const topics: Command = {
  name: 'topics',
  description: phrases.description,
  examples: ['list', 'add grid any:"power cut, blackout" none:football', 'mute football', 'remove grid'],
  subcommands: [
    {
      name: 'list',
      description: phrases.list.description,
      visibility: 'private',
      who: 'anyone',
      options: [],
      run: (context) => context.topics.list(),
    },
    {
      name: 'add',
      description: phrases.add.description,
      visibility: 'private',
      who: 'manager',
      options: [
        { name: 'name', description: phrases.add.name, type: 'words', required: true },
        { name: 'words', description: phrases.add.words, type: 'words' },
        { name: 'any', description: phrases.add.any, type: 'words' },
        { name: 'none', description: phrases.add.none, type: 'words' },
        { name: 'feeds', description: phrases.add.feeds, type: 'words' },
        {
          name: 'speakers',
          description: phrases.add.speakers,
          type: 'words',
          suggest: (context, typed) => context.suggestSpeakers(typed),
        },
      ],
      run: (context, input) => {
        const [words, any, none, feeds, speakers] = ['words', 'any', 'none', 'feeds', 'speakers'].map((name) => textOption(input, name));
        return context.topics.add({
          name: textOption(input, 'name') ?? '',
          ...(words && { words }),
          ...(any && { any }),
          ...(none && { none }),
          ...(feeds && { feeds }),
          ...(speakers && { speakers }),
        });
      },
    },
    {
      name: 'remove',
      description: phrases.remove.description,
      visibility: 'private',
      who: 'manager',
      options: [
        {
          name: 'name',
          description: phrases.remove.name,
          type: 'words',
          required: true,
          suggest: (context, typed) => context.topics.suggest(typed),
        },
      ],
      run: (context, input) => context.topics.remove(textOption(input, 'name') ?? ''),
    },
    {
      name: 'mute',
      description: phrases.mute.description,
      visibility: 'private',
      who: 'manager',
      options: [
        { name: 'what', description: phrases.mute.what, type: 'words', required: true },
        { name: 'as', description: phrases.mute.as, type: 'choice', choices: ['word', 'speaker', 'outlet'] },
        { name: 'undo', description: phrases.mute.undo, type: 'choice', choices: ['yes'] },
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
