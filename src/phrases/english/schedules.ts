/** What the commands of "schedule" answer. */
import { andList, counted } from './grammar.ts';

export const phrases = {
  none: 'No briefing is scheduled yet.',
  noneHere: 'No briefing is scheduled here.',
  howToAdd: 'A manager may: schedule add days:weekdays at:08:00 zone:Europe/Berlin',
  dailyHere: 'Daily at 08:00 here',
  count: (schedules: number) => counted(schedules, 'scheduled briefing', 'scheduled briefings'),
  next: (time: string) => `next: ${time}`,
  paused: 'paused',
  testNow: 'Test it now',
  resume: 'Resume',
  resumeOne: (id: string) => `Resume ${id}`,
  whatBecame: 'What became of them',
  all: 'All schedules',
  undo: 'Undo',

  tooMany: (most: number) => `${most} schedules are the most here.`,
  removeSome: 'Remove some first: schedule list',
  never: 'That would never come round: its quiet days and its days leave no day.',
  neverComes: 'It would never come round.',
  added: (words: string) => `Scheduled: ${words}.`,
  nextOn: (time: string) => `The next one comes on ${time}.`,
  isPaused: 'It is paused.',
  known: (id: string, words: string) => `That is scheduled already, as “${id}”: ${words}.`,
  noDirectMessages: (hint: string) => `There are no direct messages here. ${hint}`,
  nameChannel: 'Name a channel.',
  deskHint:
    'Without a channel it stands on the page. For a chat, add it there, or give the channel’s whole name on the page “Schedules” or in the configuration file.',
  notOfDesk: (channel: string, hint: string) => `“${channel}” is no channel of the desk. ${hint}`,
  noChannel: (channel: string) =>
    `I do not know the channel “${channel}”. Pick it from the list that opens when you type #, or ask in that channel.`,
  notFound: (id: string) => `There is no schedule “${id}”.`,
  whichOf: (count: number) => `Which of the ${count}?`,
  thereAre: (count: number, ids: readonly string[]) => `There ${count === 1 ? 'is' : 'are'} ${andList(ids)}.`,
  fixed: (id: string) => `“${id}” stands in the configuration file and cannot be changed from here.`,
  changeInFile: 'Change it in the file and start the bot again.',
  pausedAlready: (id: string) => `“${id}” is paused already.`,
  runsAlready: (id: string) => `“${id}” runs already.`,
  nowPaused: (id: string) => `“${id}” is paused.`,
  untilResumed: 'Nothing is posted until it is resumed.',
  goesOn: (id: string) => `“${id}” goes on.`,
  removed: (id: string, words: string) => `“${id}” is gone: ${words}.`,
  testRefused: (why: string) => `The test was not posted: ${why}`,
  tested: (id: string) => `A test of “${id}” was posted.`,
  markedAsTest: 'It is marked as one and does not count as told.',

  /** One schedule: "putin-xi and grid on weekdays at 08:00 (Asia/Manila) in C1, in full". */
  inWords: (topics: readonly string[], when: string, zone: string, elsewhere: string | undefined) =>
    `${topics.length > 0 ? andList(topics) : 'top stories'} ${when} (${zone})${elsewhere === undefined ? '' : ` in ${elsewhere}`}`,
  inFull: 'in full',
  oneLine: 'one line when nothing is new',
  bestStory: 'the best story when nothing is new',

  wrongInFile: (index: number, why: string) => `schedules.${index} of the configuration is wrong: ${why}`,
  formInFile: 'config/default.yaml shows the form.',
};
