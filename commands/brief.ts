import { type Command, numberOption, textOption } from '#model/command.ts';
import { phrases as words } from '#phrases/commands.ts';
import * as options from './options.ts';

const phrases = words.brief;

export const brief: Command = {
  name: 'brief',
  description: phrases.description,
  examples: ['', 'putin-xi', 'putin-xi detail:full', 'ceasefire talks since:friday'],
  visibility: 'private',
  who: 'anyone',
  options: [options.topic, options.since, options.detail],
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
