import { type Command, numberOption, textOption } from '#model/command.ts';
import * as options from './options.ts';

export const brief: Command = {
  name: 'brief',
  description: 'What happened, who said what, and the figures that matter',
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
