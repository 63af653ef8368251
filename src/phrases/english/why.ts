/** What "why" answers: why a story, a quote, a figure or a sentence is here, or not. */
import { andList, counted } from './grammar.ts';

const points = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)}`;

/** The rules by which a sentence is passed over, told to a reader. */
const passedBy = {
  'opens with a pronoun': 'it opens with a pronoun, and who is meant stands before it',
  'points back': 'it points back to what stands before it',
  'somebody named before': 'whom it means was named before it',
  'opens with a connective': 'it goes on with the thought before it',
  'counts who is not named': 'it counts “them”, who were named before it',
  'a pronoun before any name': 'its “he”, “she” or “they” comes before any name',
  'a caption': 'it reads like the words below a picture',
  'an aside': 'it is an aside in brackets',
  'its quotation is missing': 'it says that somebody said, but not what',
  'run together': 'two sentences run together in it',
  'about the author': 'it tells who wrote the article',
  'somebody not introduced': 'it names somebody by a surname alone, whom no sentence before it introduces',
  'something not introduced': 'it takes a thing for known of which no sentence before it tells',
  'goes on from what stands before': 'it goes on from what no sentence before it tells',
  'a question': 'it is a question',
  'speaks to the reader': 'it speaks to the reader',
  'no end': 'it breaks off',
  'marks that do not close': 'its quotation marks do not close',
  'mostly a quotation': 'it is mostly a quotation',
  'a fragment': 'it is no whole sentence',
  'a page talking': 'it is the page that talks, not the report',
  'inside a quotation': 'it stands inside a quotation',
  'told already': 'it was told already',
  'quoted below': 'its words are quoted below it',
  overtaken: 'a later report has another number',
  'no room': 'it had no room',
  'much the same': 'another sentence says much of it',
};

type Rule = keyof typeof passedBy;
/** `as`: the sentence that says much of it. */
const told = (rule: Rule, as?: string): string => (as === undefined ? passedBy[rule] : `it says much of what “${as}” says`);

export const phrases = {
  passedBy,
  why: (what: string) => `Why “${what}”`,
  whyStory: 'Why this story?',
  whyQuoteOf: (speaker: string) => `Why the quote of ${speaker}?`,
  whyFigure: (amount: string) => `Why “${amount}”?`,
  nothingYet: 'There is nothing to give a reason for yet.',
  anythingWith: (words: string) => `a story, a quote, a figure or a feed with “${words}”`,
  hours: (hours: number) => `${hours} hours`,
  place: (place: number, of: number, shown: number, among: string) => `Place ${place} of ${of} among ${among}; a briefing shows ${shown}.`,
  onlyOne: (among: string) => `It is the only story among ${among}.`,
  notAmong: (among: string, days: string) => `It is not among ${among}: those look back ${days}, and its latest report is older.`,
  last: (headline: string, score: number) => `The last one shown is “${headline}”, with ${score.toFixed(1)}.`,
  amongTop: 'the top stories',
  score: (score: number) => `${score.toFixed(1)} points speak for it:`,
  parts: {
    freshness: (value: number) =>
      `${points(value)} for its age: 1.4 when it is new, half of that after each 18 hours. Its latest report is of `,
    outlets: (value: number, outlets: number) =>
      `${points(value)} for ${counted(outlets, 'outlet that reports', 'outlets that report')} it`,
    prominence: (value: number) => `${points(value)} for the people quoted, the figures, and names that other headlines have too`,
    topic: (value: number) => `${points(value)} for the topic’s words in headline, names and text`,
  },
  told: {
    new: 'This channel was not told of it.',
    changed: 'This channel was told of it, but not of its latest reports.',
    known: 'This channel was told all of it: a scheduled briefing leaves it out.',
  },
  madeOf: 'Put together from',
  anotherReport: 'another report',
  andMore: (count: number) => `and ${counted(count, 'further report', 'further reports')}`,
  began: ' – began it',
  joined: (likeness: number, title: string, shared: readonly string[]) =>
    ` – the same event as “${title}” (likeness ${Math.round(100 * likeness)} of 100)${shared.length > 0 ? `; both have ${andList(shared)}` : ''}`,
  copied: (title: string) => ` – the same text as “${title}”, with changes`,
  moved: ' – moved here, because its page carries other news now',
  merged: (title: string) => `Two stories became one: “${title}” tells both. When: `,
  split: (title: string) => `“${title}” left a story, as its page carries other news now. When: `,
  sentences: 'Sentences',
  unread: (language: string) => `It is in ${language}: no sentence, quote or figure is read out of it.`,
  quotes: 'Quotes',
  taken: (reasons: readonly string[]) => ` – taken: ${andList(reasons)}`,
  passed: (rule: Rule, as?: string) => ` – passed over: ${told(rule, as)}`,
  opensLatest: 'it opens the latest report',
  opens: 'it opens a report',
  nearTop: 'it stands near the top',
  later: 'it holds most of the words that the reports repeat',
  namesOfHeadline: (names: readonly string[]) => `it has ${andList(names)} of the headline`,
  namesOfTopic: 'it has the topic’s words',
  statement: 'a whole statement',
  partOf: 'a part of a sentence, as whole statements are few',
  stance: 'it takes a stand or promises',
  news: 'it names or counts things',
  speaker: 'its speaker matters to the story',
  goodLength: 'it has a good length',
  keyQuote: (reasons: readonly string[]) => `It is a key quote: ${andList(reasons)}.`,
  left: {
    speaker: 'its speaker has a more telling quote above; the rest are behind “More quotes”',
    repeats: 'another quote holds the same words',
    part: 'it is a part of a sentence, and there are whole statements',
    weak: 'it tells little by itself',
    room: 'four others are more telling',
  },
  leftOut: (reason: string) => `It is no key quote: ${reason}.`,
  unsure: (confidence: number, from = 0) =>
    `No briefing prints it: of such attributions only ${Math.round(100 * confidence)} of 100 are right${from > 0 ? `, and ${Math.round(100 * from)} are asked for` : ''}. “quotes” lists it, marked as not certain.`,
  nobody: 'No briefing prints it: the article does not say clearly enough whose words these are.',
  reads: 'The article reads: ',
  cue: (cue: string, how = '') => `The words that attribute: “${cue}”${how === '' ? '' : ` – ${how}`}`,
  mention: (mention: string, name: string, role = '', how = '') =>
    `The speaker there: “${mention}”${same(mention, name) ? '' : `, that is ${name}`}${role === '' ? '' : `, ${role}`}${how === '' ? '' : ` – ${how}`}`,
  chain: (chain: readonly string[]) => `The way to the full name: ${chain.map((place) => `“${place}”`).join(' → ')}`,
  doubts: (doubts: readonly string[]) => `What speaks against it: ${andList(doubts)}`,
  noCue: 'Nobody is named beside it; it follows another quote of the same speaker.',
  sure: (confidence: number) => `Of attributions like this, ${Math.round(100 * confidence)} of 100 are right, so it may be printed.`,
  ofStory: 'The story: ',
  keyFigure: 'It is among the key figures (at most five a story).',
  figureRoom: 'It is no key figure: others of the story are wanted more, or tell the same quantity.',
  figureHidden:
    'No briefing prints it: what it counts cannot be said in a whole phrase of the sentence’s own words, or it counts little for a reader.',
  saidBy: (who: string) => `Who says so: ${who}`,
  noSayer: 'The sentence names nobody who says so.',
  chosenSentence: (reasons: readonly string[]) => `It is in the summary: ${andList(reasons)}.`,
  passedSentence: (rule: Rule, as?: string) => `It was passed over: ${told(rule, as)}.`,
  lighter: 'It is not in the summary: other sentences say more of what the reports have in common.',
  muted: (what: readonly string[]) => `This channel has muted ${andList(what)}; what has it is left out.`,
};

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
