/** What "feeds import" and "feeds export" say of OPML files. */
import { counted } from './grammar.ts';

export const phrases = {
  added: (added: number, all: number) => `${added} of ${all} feeds were added.`,
  allKnown: 'No feed was added: all are read here already.',
  readSoon: 'They are read within the next minutes. Those that cannot be read are named by feeds check.',
  becameTopics: (topics: readonly string[]) => `Folders became topics: ${topics.join(', ')}.`,
  leftOut: (left: number, most: number) => `${left} were left out: ${most} feeds are the most.`,
  noted: (feeds: number, topics: number) => `${feeds} feeds, ${topics} topics`,
  whichTrouble: 'Which have trouble?',
  giveAddress: 'Give the web address of an OPML file.',
  tooLarge: 'The file is too large for a list of feeds.',
  exportAgain: 'Export it again from your reader.',
  nothingToExport: 'There is no feed to export.',
  nothingToExportYet: 'There is no feed to export yet.',
  asOpml: (feeds: number) => `${counted(feeds, 'feed', 'feeds')} as OPML`,
  keptHere: (feeds: number) => `${feeds} left out: files of the bot’s machine, and addresses with a login in them.`,
};
