/** Lines reported, kept and withdrawn: the answers of "report" and "corrections", and the line that says so in the channel. */
import { counted } from './grammar.ts';

export const phrases = {
  noBriefing: (id: string) => `I know no briefing “${id}” of this channel.`,
  nonePosted: 'No scheduled briefing was posted here yet.',
  nothingToReport: 'There is no quote and no figure in that briefing.',
  whichLine: 'Which line is wrong?',
  reportedAlready: 'That was reported already; a manager will look at it.',
  lookedAt: (state: string) => `A manager has looked at it: ${state}`,
  tooManyWait: (most: number) => `${most} reports wait for a manager already.`,
  speakToOne: 'Please speak to one of them.',
  withdrawIt: 'Withdraw it',
  keepIt: 'Keep it',
  reported: 'Thank you: it is reported.',
  managerDecides: 'A manager decides whether it is withdrawn.',

  /** To whoever set the schedule up. */
  lineReported: 'A line of a briefing was reported as wrong.',
  readerSays: (why: string) => `The reader says: “${why}”`,
  standsIn: (channel: string, url: string) => `It stands in ${channel}; its source: ${url}`,

  none: 'Nothing was reported yet.',
  howToReport: 'Readers report a line by the button “Report” under a briefing.',
  waiting: (count: number) => `${counted(count, 'report waits', 'reports wait')} for a decision`,
  noneWaits: 'No report waits',
  withdrawThis: (what: string) => `Withdraw: ${what}`,
  keepThis: (what: string) => `Keep: ${what}`,
  states: {
    open: 'it waits for a decision.',
    kept: 'it was kept.',
    withdrawn: 'it is being taken out of the channel.',
    corrected: 'it was withdrawn.',
    failed: 'it was withdrawn, but the message could not be edited.',
  },
  line: (what: string, state: string, by = '', why = '') =>
    ` – ${what} – ${state} Reported${by ? ` by ${by}` : ''}${why ? `: “${why}”` : ''}, `,
  article: (url: string) => `the article ${url}`,
  quote: (speakers: readonly string[], words: string) => `${speakers.join(' and ') || 'Somebody'}: “${words}”`,

  notFound: (id: string) => `There is no report “${id}”.`,
  whichOf: (count: number) => `Which of the ${count}?`,
  nothingToDecide: 'Nothing waits to be decided.',
  all: 'All reports',
  withdrawnAlready: 'It was withdrawn already.',
  notPutBack: 'What was taken out of a channel is not put back.',
  keptAlready: 'It was kept already.',
  doneAlready: (state: string) => `Already done: ${state}`,
  kept: 'It is kept.',
  withdrawn: 'It is withdrawn.',
  edited: (what: string) => `The message is edited, with a line that says so; “${what}” is printed no more.`,
  howDidItGo: 'How did it go?',
  noAddress: (typed: string) => `“${typed}” is no address.`,
  copyLink: 'Copy the link of the article from under the line.',
  articleWithdrawn: 'The article is withdrawn: nothing of it is printed any more.',
  beingEdited: (briefings: number) => `${briefings} posted ${briefings === 1 ? 'briefing is' : 'briefings are'} being edited.`,
  noted: (id: string, channel: string, why?: string) => `${id} in ${channel}${why === undefined ? '' : `: ${why}`}`,
  notCited: 'No posted briefing cites it.',
};
