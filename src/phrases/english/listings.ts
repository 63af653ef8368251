/** Quotes and figures that somebody asked for, and what is near where there are none. */

export const phrases = {
  quotesOf: (asked: string) => (asked === '' ? 'Quotes' : `Quotes · ${asked}`),
  figuresOf: (asked: string) => (asked === '' ? 'Figures' : `Figures · ${asked}`),
  both: (names: readonly string[]) => names.join(' and '),
  about: (words: string) => `about ${words}`,
  inUnit: (unit: string) => `in ${unit}`,
  since: ' · since ',
  sinceDay: (what: string, day: string) => `${what} since ${day}`,
  atAnyTime: 'the same at any time',
  found: (total: number) => `${total} found`,
  page: (skip: number, shown: number, total: number) =>
    skip === 0 && shown >= total ? `${total} found` : `${skip + 1} to ${shown} of ${total}`,
  asOf: ', as of ',
  sampleAsOf: ', all of them from the sample, as of ',
  next: (count: number) => (count === 1 ? 'The next one' : `The next ${count}`),
  ofSameName: (names: readonly string[]) => `Of that name too: ${names.join(', ')}.`,
  onlyAbout: (asked: string, topic: string) => `Nothing for “${asked}”; these are about “${topic}”.`,

  notFound: (what: string) => `Found nothing for ${what}.`,
  storiesAbout: (asked: string) => `stories about “${asked}”`,
  quotesBy: (asked: string) => `quotes by ${asked}`,
  someQuotes: (asked: string) => (asked === '' ? 'quotes' : `quotes ${asked}`),
  someFigures: (asked: string) => (asked === '' ? 'figures' : `figures for “${asked}”`),
  quotesNaming: (name: string) => `quotes where “${name}” is named`,
  allQuotesBy: (speaker: string) => `All quotes by ${speaker}`,
  didYouMean: (names: readonly string[]) => `Near it: ${names.join(', ')}.`,
  nothingNear: 'Nothing in the store is near it; “topics” and “help” show what can be asked.',
};
