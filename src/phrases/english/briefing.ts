/** What every briefing says beside the articles’ own words. */
import { andList, counted, upperFirst } from './grammar.ts';

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
  outlets: (count: number) => counted(count, 'outlet', 'outlets'),
  read: (articles: number, outlets: number) =>
    `${counted(articles, 'article', 'articles')} from ${counted(outlets, 'outlet', 'outlets')}, as of `,
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
  and: andList,
  according: (saidBy: string) => `, according to ${saidBy}`,

  /** What stands in a posted briefing where a line was withdrawn. */
  correction: 'Correction',
  corrected: (said: string) => `Correction: ${said}`,
  quoteWithdrawn: (speakers: readonly string[]) =>
    speakers.length > 0
      ? `a quote that stood here under the name of ${speakers.join(' and ')} was withdrawn.`
      : 'a quote that stood here was withdrawn.',
  figureWithdrawn: (counts: string) =>
    counts === '' ? 'a figure that stood here was withdrawn.' : `a figure for “${counts}” that stood here was withdrawn.`,
  articleWithdrawn: 'an article was withdrawn, and with it what stood here from it.',
};
