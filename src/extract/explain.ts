/** A reading and the span of a quotation → why it has the speaker it has, in words: mention, cue, the chain to the full name, what is doubted. */
import type { Span } from '#model/article.ts';
import type { Quote } from '#model/extraction.ts';
import type { Reading } from '#text/reading.ts';
import { PRINT_FROM } from './confidence.ts';
import type { Way } from './cues.ts';
import type { Doubt } from './doubts.ts';
import { framesOf } from './frames.ts';
import { findPeople } from './people.ts';
import { explainQuotes } from './quotes.ts';
import type { Resolved } from './resolve.ts';

export type Explanation = {
  readonly quote: Quote;
  /** How the words are attributed: "the cue stands right behind the quotation". */
  readonly cue: string;
  /** How the mention was read: "the pronoun goes back to a person named before". */
  readonly mention: string;
  /** From the mention back to the full name: the places that name the speaker; the mention alone where it names nobody. */
  readonly chain: readonly Span[];
  /** What speaks against it; empty where nothing does. */
  readonly doubts: readonly string[];
  /** The confidence that a quote needs to be printed. */
  readonly printedFrom: number;
};

/** Undefined where the article, as the rules read it today, holds no quotation that overlaps `span`. */
export function explainQuote(reading: Reading, span: Span): Explanation | undefined {
  const explained = explainQuotes(reading).find(({ quote }) => quote.span.start < span.end && quote.span.end > span.start);
  if (explained === undefined) return undefined;
  const { quote, way, by, entity, doubts } = explained;
  return {
    quote,
    cue: way === undefined ? 'no words attribute it to anybody' : CUES[way],
    mention: by === undefined ? 'nobody is named' : MENTIONS[by],
    chain: quote.mention === undefined ? [] : chainOf(reading, quote.mention, entity),
    doubts: doubts.map((doubt) => DOUBTS[doubt]),
    printedFrom: PRINT_FROM,
  };
}

/** The mention, the last place before it that names the same one, and the first that has the full name. */
function chainOf(reading: Reading, mention: Span, entity: number | undefined): Span[] {
  const people = findPeople(framesOf(reading));
  const named = people.mentions.filter((candidate) => candidate.entity === entity);
  const nearest = named.findLast(({ end }) => end <= mention.start);
  const full = people.entities[entity ?? -1]?.words.join(' ');
  const whole = named.find(({ start, end }) => reading.text.slice(start, end).replace(/\s+/g, ' ') === full);
  const isApart = (span: Span): boolean => span.end <= mention.start || span.start >= mention.end;
  const places = [nearest, whole].flatMap((found) => (found === undefined ? [] : [{ start: found.start, end: found.end }]));
  const chain = [mention, ...places.filter(isApart)];
  return chain.filter((place, index) => chain.findIndex(({ start }) => start === place.start) === index);
}

const CUES: Readonly<Record<Way, string>> = {
  after: 'the cue stands right behind the quotation, the speaker before its verb',
  inverted: 'the cue stands right behind the quotation, the speaker behind its verb',
  'after-loose': 'the sentence goes on behind the quotation with the speaker and another verb',
  before: 'the cue stands before the quotation in its sentence',
  'before-loose': 'a verb before the quotation takes its words for an object',
  colon: 'a colon leads from the speaker to the quotation',
  'colon-far': 'the paragraph before ends in a colon',
  according: '“according to” names the source',
  trailing: 'the cue stands at the end of the sentence',
  passive: 'the words were said “by” the speaker',
  noun: 'a noun such as “claim” has the speaker for its owner',
  continued: 'the quotation goes on from the one before in its paragraph',
  reported: 'the sentence before reports what the speaker said',
  'continued-far': 'the quotation goes on from the paragraph before',
};

const MENTIONS: Readonly<Record<Resolved['by'], string>> = {
  name: 'the cue names the speaker',
  apposition: 'a description with the name behind its comma',
  pronoun: 'a pronoun that goes back to whoever was named before',
  age: 'the age that the article gave one person',
  party: 'the party and state that the article gave one person',
  role: 'a role that the article gave the speaker before',
  ahead: 'an office that the article gives to nobody else, further on',
  topic: 'a description of the only person named just before',
  description: 'a description; the article names nobody for it',
  nothing: 'nobody that the rules can tell',
};

const DOUBTS: Readonly<Record<Doubt, string>> = {
  'two cues': 'somebody else’s verb of speech stands before the quotation',
  'second hand': 'the words come by way of another source',
  'open marks': 'the marks are not closed, or run over paragraphs',
  'run-on': 'other words may have run into the quotation',
  block: 'paragraphs on end that may be another report',
  'not said': 'the sentence tells that they were not said, or might be',
  inside: 'the words are a part of the reporter’s sentence',
  'no speaker': 'the subject is neither a person nor a body',
  'no person': 'the speaker is a body, a text or somebody unnamed',
  'cut name': 'the name may be longer than what was read',
  far: 'sentences lie between cue and quotation',
  'other mouth': 'another name and a colon stand inside the marks',
  'odd verb': 'the verb is not one that reporters use for speech alone',
  verbs: 'several verbs of speech stand in the sentence',
  gap: 'words stand between the speaker and the verb',
  embedded: 'the speaker stands inside another clause',
  long: 'the sentence is long',
  marks: 'the sentence holds several quotations',
  title: 'the marks may hold a title',
  term: 'the marks may hold a term rather than words',
  'other person': 'the pronoun may go back to somebody else',
  namesake: 'another one of that surname is named nearby',
  aside: 'the words stand in brackets and the verb outside them',
  'one word': 'a single word of the reporter’s sentence, which may be a term',
  'few words': 'few words in a sentence with several quotations, which may be a term',
  'late quotation': 'the reporter’s words stand before the quotation',
};
