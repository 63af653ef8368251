/** The words of the house, English for now: a second language is a second table. */
const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const phrases = {
  sample: 'SAMPLE',
  sampleNote: 'Articles that ship with Wirebrief to try it, as of ',
  topStories: 'Top stories',
  whatHappened: 'What happened',
  keyQuotes: 'Key quotes',
  keyFigures: 'Key figures',
  whatChanged: 'What changed',
  sources: 'Sources',
  retold: 'Summaries reworded by a language model, each fact checked against the articles.',
  status: { new: 'New', changed: 'Changed since the last briefing', known: 'Unchanged since the last briefing' },
  inLanguage: (language: string) => `in ${language}: headline and link only`,
  noteInLanguage: (language: string) => `, in ${language}`,
  readAt: 'Read it at ',
  outlets: (count: number) => plural(count, 'outlet', 'outlets'),
  read: (articles: number, outlets: number) =>
    `${plural(articles, 'article', 'articles')} from ${plural(outlets, 'outlet', 'outlets')}, as of `,
  alsoToday: 'Also',
  moreQuotes: (count: number) => `More quotes (${count})`,
  allFigures: 'All figures',
  why: 'Why?',
  sourcesOf: (title: string) => `Sources · ${title}`,
  fullBriefing: 'Full briefing',
  figureMoved: (counts: string, before: string, after: string) =>
    `${upperFirst(after)} ${counts}; before, it was ${before}`.replace(/ ;/, ';'),
  newSpeakers: (speakers: readonly string[]) => `Heard for the first time: ${speakers.join(', ')}`,
  newOutlet: (outlet: string) => `${outlet} reports it too: `,
  newReport: 'A further report: ',
  withoutWord: (word: string) => `No article has all of these words; these have all but “${word}”.`,
  nothingAbout: (topics: readonly string[]) => `Nothing about ${topics.map((topic) => `“${topic}”`).join(', ')}.`,
  nothingNew: (since: string, latest: string) => `Nothing new since ${since}; the latest is from ${latest}.`,
  quotesOf: (asked: string) => (asked === '' ? 'Quotes' : `Quotes · ${asked}`),
  figuresOf: (asked: string) => (asked === '' ? 'Figures' : `Figures · ${asked}`),
  found: (total: number) => `${total} found`,
  page: (skip: number, shown: number, total: number) =>
    skip === 0 && shown >= total ? `${total} found` : `${skip + 1} to ${shown} of ${total}`,
  asOf: ', as of ',
  sampleAsOf: ', all of them from the sample, as of ',
  next: (count: number) => (count === 1 ? 'The next one' : `The next ${count}`),
  notFound: (what: string) => `Found nothing for ${what}.`,
  quotesNaming: (name: string) => `quotes where “${name}” is named`,
  onlyAbout: (asked: string, topic: string) => `Nothing for “${asked}”; these are about “${topic}”.`,
  didYouMean: (names: readonly string[]) => `Near it: ${names.join(', ')}.`,
  ofSameName: (names: readonly string[]) => `Of that name too: ${names.join(', ')}.`,
  nothingNear: 'Nothing in the store is near it; “topics” and “help” show what can be asked.',
  anotherReport: 'another report',
  andMore: (count: number) => `and ${plural(count, 'further report', 'further reports')}`,
  and: (parts: readonly string[]) => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`),
  whyStory: 'Why this story?',
  whyQuoteOf: (speaker: string) => `Why the quote of ${speaker}?`,
  whyFigure: (amount: string) => `Why “${amount}”?`,
  according: (saidBy: string) => `, according to ${saidBy}`,
} as const;

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
