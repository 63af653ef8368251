import { type Command, numberOption, textOption } from '#model/command.ts';
import { phrases as words } from '#phrases/commands.ts';

const phrases = words.report;

export const report: Command = {
  name: 'report',
  description: phrases.description,
  examples: ['', 'line:2 why:"She never said that"'],
  visibility: 'private',
  who: 'anyone',
  live: true,
  options: [
    { name: 'briefing', description: phrases.briefing, type: 'words' },
    { name: 'line', description: phrases.line, type: 'integer' },
    { name: 'why', description: phrases.why, type: 'words' },
  ],
  run: (context, input) => {
    const briefing = textOption(input, 'briefing');
    const line = numberOption(input, 'line');
    const why = textOption(input, 'why');
    return context.corrections.report({ ...(briefing && { briefing }), ...(line !== undefined && { line }), ...(why && { why }) });
  },
};
