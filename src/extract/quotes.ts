/** A reading → its quotations, each with speaker, mention, cue, role and confidence. */
import type { Quote, Speaker } from '#model/extraction.ts';
import { findMarked } from '#text/marks.ts';
import type { Reading } from '#text/reading.ts';
import { type FrameSentence, frameSentences } from '#text/tokens.ts';
import { type Attribution, attribute } from './attribute.ts';
import { findPeople } from './people.ts';
import { type Resolved, resolve, type Turn } from './resolve.ts';

export function findQuotes(reading: Reading): Quote[] {
  const sentences = framesOf(reading);
  if (!sentences.some((sentence) => sentence.tokens.some((token) => token.marked !== undefined))) return [];
  const people = findPeople(sentences);
  const turns: Turn[] = [];
  const quotes: Quote[] = [];
  for (const attribution of attribute(reading.text, sentences)) {
    if (attribution.cue === undefined || attribution.cueSentence === undefined) {
      if (attribution.isStandalone && isLong(reading.text, attribution)) quotes.push(toQuote(reading.text, attribution, []));
      continue;
    }
    const cueSentence = attribution.cueSentence;
    const resolved = attribution.cue.subject.phrases.map(
      (phrase) => resolve(people, sentences, cueSentence, phrase, turns) ?? bare(cueSentence, phrase.from, phrase.to),
    );
    const first = resolved[0];
    if (first?.entity !== undefined) turns.push({ entity: first.entity, at: attribution.marked.start });
    quotes.push(toQuote(reading.text, attribution, resolved));
  }
  return quotes;
}

/** A sentence of four words or more between marks is somebody's words, whoever's. */
const isLong = (text: string, { marked }: Attribution): boolean => text.slice(marked.start, marked.end).split(/\s+/).length >= 4;

const bare = (sentence: FrameSentence, from: number, to: number): Resolved => ({
  speaker: { name: '', kind: 'description' },
  mention: { start: sentence.tokens[from]?.start ?? 0, end: sentence.tokens[to - 1]?.end ?? 0 },
  by: 'nothing',
});

export function framesOf(reading: Reading): FrameSentence[] {
  const { text, paragraphs } = reading;
  const marked = findMarked(text, paragraphs);
  const lower = new Set(text.match(/(?<=[\p{Ll},;] )\p{Ll}{3,}/gu) ?? []);
  const sentences: FrameSentence[] = [];
  let next = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const inside = [];
    while (next < marked.length && (marked[next]?.paragraph ?? 0) <= index) {
      const region = marked[next];
      if (region !== undefined) inside.push(region);
      next++;
    }
    if (paragraph.kind === 'body') sentences.push(...frameSentences(text, paragraph, index, inside, (low) => lower.has(low)));
  }
  return sentences;
}

function toQuote(text: string, attribution: Attribution, resolved: readonly Resolved[]): Quote {
  const { marked } = attribution;
  const speakers: Speaker[] = resolved.filter(({ speaker }) => speaker.name !== '').map(({ speaker }) => speaker);
  const first = resolved[0];
  const cueTokens = attribution.cueSentence?.tokens;
  const from = attribution.cue === undefined ? undefined : cueTokens?.[attribution.cue.from];
  const to = attribution.cue === undefined ? undefined : cueTokens?.[attribution.cue.to - 1];
  return {
    span: { start: marked.start, end: marked.end },
    kind: attribution.isStandalone ? 'direct' : /\s/.test(text.slice(marked.start, marked.end)) ? 'mixed' : 'fragment',
    speakers,
    ...(first === undefined ? {} : { mention: first.mention }),
    ...(from === undefined || to === undefined ? {} : { cue: { start: from.start, end: to.end } }),
    confidence: speakers.length > 0 ? 0.9 : 0.3,
    printed: speakers.length > 0,
  };
}
