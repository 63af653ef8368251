import { type Command, numberOption, textOption } from '#model/command.ts';

export const report: Command = {
  name: 'report',
  description: 'Say that a quote or a figure of a briefing is wrong; a manager decides',
  examples: ['', 'line:2 why:"She never said that"'],
  visibility: 'private',
  who: 'anyone',
  live: true,
  options: [
    { name: 'briefing', description: 'Which one; nothing for the latest one here', type: 'words' },
    { name: 'line', description: 'Which line of it; nothing shows them', type: 'integer' },
    { name: 'why', description: 'What is wrong with it', type: 'words' },
  ],
  run: (context, input) => {
    const briefing = textOption(input, 'briefing');
    const line = numberOption(input, 'line');
    const why = textOption(input, 'why');
    return context.corrections.report({ ...(briefing && { briefing }), ...(line !== undefined && { line }), ...(why && { why }) });
  },
};
