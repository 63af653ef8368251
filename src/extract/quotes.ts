/** A reading → its quotations, each with speaker, mention, cue, role, addressee and confidence. */
import type { Span } from '#model/article.ts';
import type { Quote } from '#model/extraction.ts';
import type { Reading } from '#text/reading.ts';
import type { FrameSentence } from '#text/tokens.ts';
import { attribute } from './attribute.ts';
import { confidenceOf, PRINT_FROM } from './confidence.ts';
import type { Cue, Way } from './cues.ts';
import { type Doubt, doubtsOf } from './doubts.ts';
import { framesOf } from './frames.ts';
import { kindOf } from './kind.ts';
import { findPeople, type People } from './people.ts';
import { type Resolved, resolve, sameAgain, type Turn } from './resolve.ts';
import { findRoles } from './roles.ts';
import { joinParagraphs, type Stretch } from './stretches.ts';
import { toldTo } from './told-to.ts';
import { isSomebodysWords } from './unattributed.ts';

/** A quotation with how it was attributed and its speaker resolved: what explain.ts puts into words. */
export type ExplainedQuote = {
  readonly quote: Quote;
  readonly way?: Way;
  readonly by?: Resolved['by'];
  /** Of its first speaker, where the article names him: an index into `People.entities`. */
  readonly entity?: number;
  readonly doubts: readonly Doubt[];
};

export const findQuotes = (reading: Reading): Quote[] => explainQuotes(reading).map(({ quote }) => quote);

export function explainQuotes(reading: Reading): ExplainedQuote[] {
  const sentences = framesOf(reading);
  if (!sentences.some((sentence) => sentence.tokens.some((token) => token.marked !== undefined))) return [];
  const people = findPeople(sentences);
  const roles = findRoles(people, sentences);
  const turns: Turn[] = [];
  const quotes: ExplainedQuote[] = [];
  // one mention is one person, also where it holds for a later quotation
  const known = new Map<number, readonly Resolved[]>();
  const placeOf = ({ tokens }: FrameSentence, cue: Cue): number => tokens[cue.subject.phrases[0]?.from ?? 0]?.start ?? -1;
  for (const stretch of joinParagraphs(reading.text, attribute(reading.text, sentences))) {
    const { cue, cueSentence } = stretch.attribution;
    if (cue === undefined || cueSentence === undefined) {
      const unattributed = withoutSpeaker(reading.text, stretch);
      if (unattributed !== undefined) quotes.push({ quote: unattributed, doubts: [] });
      continue;
    }
    const place = placeOf(cueSentence, cue);
    const quoted = reading.text.slice(stretch.start, stretch.end);
    const resolved =
      known.get(place) ??
      sameAgain(cueSentence, cue.subject.phrases, turns.at(-1)) ??
      cue.subject.phrases.flatMap((phrase) => resolve(people, sentences, cueSentence, phrase, turns, quoted) ?? []);
    known.set(place, resolved);
    const first = resolved[0];
    if (first !== undefined)
      turns.push({
        speaker: first.speaker,
        at: stretch.start,
        ...(first.entity === undefined ? {} : { entity: first.entity }),
        ...(first.isUnsure === true && { isUnsure: true }),
        ...(resolved.length > 1 && { several: resolved }),
      });
    const doubts = doubtsOf(reading.text, stretch, cue, cueSentence, resolved);
    const quote = toQuote(reading.text, stretch, cue, cueSentence, resolved, doubts, people, roles);
    quotes.push({ quote, way: cue.way, by: worstOf(resolved), doubts, ...(first?.entity === undefined ? {} : { entity: first.entity }) });
  }
  return quotes;
}

function withoutSpeaker(text: string, stretch: Stretch): Quote | undefined {
  const quoted = text.slice(stretch.start, stretch.end);
  if (!isSomebodysWords(quoted, stretch.attribution)) return undefined;
  const kind = kindOf(quoted, stretch.attribution.isStandalone);
  return { span: { start: stretch.start, end: stretch.end }, kind, speakers: [], confidence: 0.1, printed: false };
}

function toQuote(
  text: string,
  stretch: Stretch,
  cue: Cue,
  sentence: FrameSentence,
  resolved: readonly Resolved[],
  doubts: readonly Doubt[],
  people: People,
  roles: ReadonlyMap<number, string>,
): Quote {
  const first = resolved[0];
  const confidence = confidenceOf(cue.way, cue.subject.distance, worstOf(resolved), doubts);
  // Behind two names it would be read as the second one's, or as both's.
  const role = first?.entity === undefined || resolved.length > 1 ? undefined : roles.get(first.entity);
  const addressee = toldTo(people, sentence, cue);
  return {
    span: { start: stretch.start, end: stretch.end },
    kind: kindOf(text.slice(stretch.start, stretch.end), stretch.attribution.isStandalone || stretch.attribution.isSecondHalf),
    speakers: resolved.map(({ speaker }) => speaker),
    mention: mentionOf(sentence, cue),
    cue: { start: sentence.tokens[cue.from]?.start ?? 0, end: sentence.tokens[cue.to - 1]?.end ?? 0 },
    ...(role === undefined ? {} : { role }),
    ...(addressee === undefined ? {} : { toldTo: addressee }),
    confidence,
    printed: resolved.length > 0 && confidence >= PRINT_FROM,
  };
}

/** Of several speakers the least sure one counts. */
const worstOf = (resolved: readonly Resolved[]): Resolved['by'] =>
  resolved.reduce<Resolved['by']>(
    (by, one) => (confidenceOf('after', 0, one.by, []) < confidenceOf('after', 0, by, []) ? one.by : by),
    resolved[0]?.by ?? 'nothing',
  );

/** The phrase that names the speaker; for two, both where they stand together, else the "who" that stands for them. */
function mentionOf({ tokens }: FrameSentence, { subject }: Cue): Span {
  const from = subject.relative ?? subject.phrases[0]?.from ?? 0;
  const to = subject.relative === undefined ? (subject.phrases.at(-1)?.to ?? from + 1) : from + 1;
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}
