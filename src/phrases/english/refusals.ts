/** What is said where an ask cannot be served as it was typed. */
import { orList } from './grammar.ts';

export const phrases = {
  ourFault: 'That went wrong on our side.',
  tryAgain: 'It is in the log. Please try again in a moment.',
  tooOften: 'That is a lot of questions in a short time.',
  askAgainIn: (seconds: number) => `Please ask again in ${seconds} s.`,
  help: 'Help',
  nothingAsked: 'What would you like to know?',
  examples: 'Try: brief, quotes putin, or a question such as “what did Putin say about Ukraine”.',
  didYouMean: (names: readonly string[]) => `Did you mean ${orList(names)}?`,
  typeHelp: 'Type help for all commands.',
  noOption: (command: string, option: string) => `“${command}” has no option “${option}”.`,
  knowsOptions: (options: readonly string[]) => `It knows ${orList(options)}. To search for words with a colon, put them in quotes.`,
  takesNone: 'It takes none.',
  needsWord: (command: string, words: readonly string[]) => `“${command}” needs one more word: ${orList(words)}.`,
  managersOnly: 'Only a manager of this workspace may do that.',
  needsOption: (command: string, option: string, description: string) => `“${command}” needs ${option}. ${description}.`,
  tooLong: (option: string, most: number) => `The ${option} is too long: at most ${most} characters.`,
  noChoice: (option: string, choices: readonly string[], typed: string) => `Write ${option}:${orList(choices)}, not “${typed}”.`,
  noNumber: (option: string, typed: string) => `Write ${option}: and a whole number, not “${typed}”.`,
  noSince: (typed: string) => `“${typed}” is no time that I know.`,
  sinceForms: 'Write 7d, 12h, today, yesterday, monday or 2026-11-23.',
};
