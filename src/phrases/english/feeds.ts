/** What the commands of "feeds" answer, and a channel that has no news. */
import { counted } from './grammar.ts';

export const phrases = {
  feed: 'a feed',
  fileHere: 'a file of this machine',
  aFileHere: 'A file of this machine.',
  howToAdd: 'A manager adds one: feeds add https://example.org/feed.xml',
  addOne: 'Add a feed: feeds add https://example.org/feed.xml',
  none: 'No feed is read here yet.',
  onlySample: 'The sample feeds are read until a real feed is there.',
  ours: 'Ours',
  everybodys: 'Everybody’s',
  inFile: 'Of the configuration file',
  count: (feeds: number, silent: number) => `${counted(feeds, 'feed', 'feeds')}${silent ? `, ${silent} silent` : ''}`,
  whySilent: 'Why are some silent?',
  all: 'All feeds',
  listShowsAll: 'feeds list shows them all.',
  notFound: (asked: string) => `No feed here is called “${asked}”.`,
  whichOne: 'Several feeds are called so. Which one?',

  nothingAdded: 'Nothing was added.',
  tooMany: (most: number) => `${most} feeds are the most that can be added here.`,
  removeSome: 'Remove some first: feeds list shows them.',
  known: (title: string) => `${title} is read here already.`,
  pagesStay: 'Whether its articles’ pages are fetched stays as it was: others may read it too. The desk changes it.',
  howIsIt: 'How is it?',
  howIsItNow: 'How is it now?',
  addThis: (name: string) => `Add ${name}`,
  beingRead: (title: string) => `${title} was added and is being read.`,
  soFar: (done: number, total: number) => `${done} of ${total} articles so far; the rest follows by itself.`,
  added: (title: string, articles: number) => `${title} was added, with ${counted(articles, 'article', 'articles')}.`,
  briefMe: 'Brief me',

  fixed: (title: string) => `${title} stands in the configuration file and cannot be removed from here.`,
  takeOut: 'Take it out of the file and start the bot again.',
  notOurs: (title: string) => `${title} is everybody’s: it was added on the bot’s own machine and is removed there.`,
  removed: (title: string) => `${title} is no longer read here.`,
  articlesGone: 'Its articles are no longer shown.',

  troubled: (troubled: number, feeds: number) => `${troubled} of ${feeds} feeds ${troubled === 1 ? 'has' : 'have'} trouble.`,
  noTroubleKnown: 'No feed is known to have trouble.',
  allWell: (feeds: number) => `All ${feeds} feeds are well.`,
  wellAndUnread: (well: number, unread: number) => `${well} well, ${unread} not read yet.`,
  isWell: 'it is well',
  canBeRead: (title: string, articles: number) =>
    `${title} can be read: ${counted(articles, 'article', 'articles')}. It is not among the feeds here.`,
  addIt: 'Add it',
  latestStory: 'Its latest story',

  noFileFromHere: 'Files of this machine cannot be read from here.',
  putInConfiguration: 'Add the file to the configuration, or run: node src/main.ts ingest <file>',
  noAddress: (typed: string) => `“${typed}” is no web address.`,
  writeInFull: 'Write it in full: https://example.org/feed.xml',
  pageNames: (url: string) => `The page names ${url}, but that could not be read either.`,
  pageNamesNone: 'The page names no feed. Look on the site for “RSS” or “Feed”, and give that address.',
  emptyAnswer: 'The server answered with nothing.',
  tryLater: 'Try again later.',

  nothingToBrief: 'There is nothing to brief about yet.',
  feeds: 'Feeds',
  whatIsWrong: 'What is wrong with them?',
  noNews: (feeds: number, failing: number) => {
    const lead = feeds === 1 ? 'The one feed here has' : `The ${feeds} feeds here have`;
    const rest = failing === 0 ? '' : failing === feeds ? ', and cannot be read' : `, and ${failing} cannot be read`;
    return `${lead} brought no news of late${rest}.`;
  },
};
