/** What the commands of "topics" answer. */
import { counted } from './grammar.ts';

export const phrases = {
  none: 'No topic is defined yet.',
  count: (topics: number) => counted(topics, 'topic', 'topics'),
  ours: 'Ours',
  inFile: 'Of the configuration file',
  anyWordsDo: 'Any words do without a definition: brief putin-xi. A manager defines one: topics add grid any:"power cut, blackout"',
  mutedHere: 'Muted in this channel',
  kinds: { word: 'word', speaker: 'speaker', outlet: 'outlet' },
  briefMeOn: (title: string) => `Brief me on ${title}`,
  unmute: (what: string) => `Unmute ${what}`,
  all: 'All topics',
  listShowsAll: 'topics list shows them all.',

  fixed: (slug: string) => `“${slug}” stands in the configuration file and cannot be changed from here.`,
  changeInFile: 'Change it in the file and start the bot again.',
  tooMany: (most: number) => `${most} topics are the most that can be defined here.`,
  removeSome: 'Remove some first.',
  changed: (slug: string) => `The topic “${slug}” was changed.`,
  added: (slug: string) => `The topic “${slug}” was added.`,
  finds: (words: string) => `It finds: ${words}.`,
  fits: (articles: number, most: number, days: number) => {
    if (articles === 0) return `No article of the last ${days} days fits yet.`;
    const count = articles >= most ? `${articles} or more articles` : counted(articles, 'article', 'articles');
    return `${count} of the last ${days} days ${articles === 1 ? 'fits' : 'fit'}.`;
  },
  briefMeOnIt: 'Brief me on it',
  noName: (name: string) => `“${name}” is no name: it needs letters or digits.`,
  noFeeds: (outlets: readonly string[]) =>
    `No feed here is called ${outlets.map((outlet) => `“${outlet}”`).join(', ')}. feeds list shows their names.`,
  tooLong: (most: number, given: number) => `A topic takes ${most} words, speakers and outlets at the most; these are ${given}.`,
  removed: (slug: string) => `The topic “${slug}” is gone.`,
  canStillBeAsked: 'Its words can still be asked for: a topic needs no definition.',
  notFound: (name: string) => `No topic here is called “${name}”.`,

  /** A definition: "power cut or blackout; not football; from The Example". */
  allOf: (words: readonly string[]) => words.join(' and '),
  anyOf: (words: readonly string[]) => words.join(' or '),
  noneOf: (words: readonly string[]) => `not ${words.join(', not ')}`,
  quoting: (speakers: readonly string[]) => `where ${speakers.join(' or ')} speaks`,
  fromOutlets: (outlets: readonly string[]) => `from ${outlets.join(', ')}`,

  whatIsMuted: 'What is muted?',
  channelMuted: 'What there is, this channel has muted.',
  notMuted: (what: string) => `“${what}” is not muted in this channel.`,
  unmuted: (names: string) => `“${names}” is back in this channel’s briefings.`,
  tooManyMuted: (most: number) => `${most} muted things are the most for a channel.`,
  unmuteSome: 'Unmute some first: topics list shows them.',
  muted: {
    word: (what: string) => `Articles that hold “${what}” are left out of this channel’s briefings.`,
    speaker: (what: string) => `Quotes of ${what} are left out of this channel’s briefings.`,
    outlet: (what: string) => `Articles of ${what} are left out of this channel’s briefings.`,
  },
  undo: 'Undo',
  muteWord: 'Mute the word instead',
  inChannel: (what: string, channel: string) => `${what} in ${channel}`,
};
