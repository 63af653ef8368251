/** What each command, subcommand and option is for: shown by "help", in the pickers of chats and by --help of the terminal. */

/** Options that several commands have. */
const options = {
  topic: 'A topic or any words; nothing for the channel’s topics, or the top stories',
  since: 'How far back: 7d, 12h, yesterday, monday, 2026-11-23',
  detail: 'short fits a phone; full shows everything',
  skip: 'How many were shown already',
};

const brief = { description: 'What happened, who said what, and the figures that matter' };

const quotes = {
  description: 'Who said what, word for word',
  speaker: 'A name or a part of one; nobody for all',
  about: 'Words that the quote or its article holds',
};

const figures = {
  description: 'The numbers, with what they count and who says so',
  words: 'Words of the topic, or of what is counted',
  unit: 'people, percent, dollar, kilometre …',
};

const sources = { description: 'The articles behind a briefing, each with its outlet and time' };

const why = {
  description: 'Why a story, a quote, a figure or a sentence is here, or not; why a feed is silent',
  what: 'Words of a story, of a quote, figure or sentence, or a feed; nothing for the top story',
};

const topics = {
  description: 'What the briefings are about, and what this channel leaves out',
  list: { description: 'The topics, and what is muted here' },
  add: {
    description: 'A new topic; its name alone will do',
    name: 'What one types: grid, putin-xi',
    words: 'Articles must hold all of these',
    any: 'and one of these: "power cut, blackout"',
    none: 'and none of these',
    feeds: 'Only from these outlets, with commas',
    speakers: 'Only where one of these is quoted, with commas',
  },
  remove: { description: 'Forget a topic', name: 'Which one' },
  mute: {
    description: 'Leave a word, a speaker or an outlet out of this channel’s briefings',
    what: 'A word, a speaker’s name or an outlet',
    as: 'Which of these it is',
    undo: 'yes lets it in again',
  },
};

const feeds = {
  description: 'Where the news comes from',
  list: { description: 'All feeds and how they are' },
  add: {
    description: 'Read another feed, from now on',
    feed: 'The address of a feed, or of a page that names one',
    page: 'auto: fetch an article’s page where the feed has a teaser; never: do not',
  },
  remove: { description: 'Stop reading a feed', feed: 'Its title or address' },
  check: { description: 'Why a feed is silent, and the way round it', feed: 'Its title or address; nothing for all that have trouble' },
  import: { description: 'Add the feeds of an OPML file', file: 'An OPML file, or the web address of one' },
  export: { description: 'The feeds as an OPML file' },
};

const schedule = {
  description: 'Briefings that come by themselves, at your time',
  id: 'Which one, as the list shows it; not needed where there is only one',
  add: {
    description: 'A new one; without more, the top stories here every day at 08:00',
    topics: 'Topics or words, with commas between them; none for the top stories',
    days: 'daily, weekdays, weekends or mon,wed,fri',
    at: 'HH:MM on the clock of the zone',
    cron: 'Instead of days and at: minute, hour, day, month, weekday',
    zone: 'Time zone, such as Asia/Manila',
    channel: 'Where to; me for a direct message',
    empty: 'When there is nothing new: post nothing, one line, or the best of the quiet day',
    quiet: 'Days without a briefing: sun, 12-25, 2026-12-31',
  },
  list: { description: 'All of them, with the next run of each' },
  pause: { description: 'Post nothing until it is resumed' },
  resume: { description: 'Go on with one that was paused' },
  remove: { description: 'End one for good' },
  test: { description: 'Post it now, marked as a test; it does not count as told' },
};

const deliveries = {
  description: 'What became of the scheduled briefings',
  list: { description: 'Those that wait for somebody, then the latest' },
  retry: { description: 'Send again what could not be posted', id: 'Which one; none for all of them' },
};

const report = {
  description: 'Say that a quote or a figure of a briefing is wrong; a manager decides',
  briefing: 'Which one; nothing for the latest one here',
  line: 'Which line of it; nothing shows them',
  why: 'What is wrong with it',
};

const corrections = {
  description: 'What readers reported as wrong, and what was withdrawn',
  id: 'Which report, as the list shows it; not needed where there is only one',
  note: 'A sentence that stands in the correction',
  list: { description: 'What was reported, and what became of it' },
  withdraw: { description: 'Take a reported line out of the posted message, with a line that says so' },
  keep: { description: 'Leave a reported line as it is' },
  article: {
    description: 'Take everything from an article out of what was posted, and print it no more',
    url: 'The address of the article',
  },
};

const status = { description: 'How the bot is: database, feeds, connections' };
const help = { description: 'What I can do, with examples', command: 'One command in detail' };

export const phrases = {
  options,
  brief,
  quotes,
  figures,
  sources,
  why,
  topics,
  feeds,
  schedule,
  deliveries,
  report,
  corrections,
  status,
  help,
};
