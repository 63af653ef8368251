/** A sentence → who it says its figures come from: "according to Palestinian authorities", "the ministry said". */
import { phraseEndingAt, phraseStartingAt, type Tagged } from './phrases.ts';

const sayings = new Set(
  'said says told reported reports estimated estimates announced confirmed claimed claims added showed shows found finds revealed noted stated forecast forecasts predicted predicts expects projected projects'.split(
    ' ',
  ),
);
const noSource = /^(?:he|she|it|they|we|i|you|people|who|which|that|sources? say)$/i;
const binding = new Set(['of', 'for', 'in', 'at']);

export function sourceOf(sentence: Tagged): string | undefined {
  const { tokens, tags } = sentence;
  for (let i = 0; i < tokens.length; i++) {
    const word = tokens[i]?.lower ?? '';
    if (word === 'according' && tokens[i + 1]?.lower === 'to') return named(sentence, phraseStartingAt(sentence, i + 2, binding, 10));
    if (!sayings.has(word) || tags[i] === 'noun') continue;
    const source = speakerAt(sentence, i);
    if (source) return source;
  }
  return undefined;
}

function speakerAt(sentence: Tagged, verb: number): string | undefined {
  const { tokens, tags } = sentence;
  let before = verb - 1;
  while (tags[before] === 'aux' || tags[before] === 'adv') {
    // "traces were found" has no source
    if (/^(?:is|are|was|were|be|been|being)$/.test(tokens[before]?.lower ?? '')) return undefined;
    before -= 1;
  }
  const subject = tags[before] === 'noun' ? phraseEndingAt(sentence, before) : undefined;
  // "a study of 496 girls found": the source is further left
  if (subject && (tags[subject.first - 1] === 'amount' || tags[subject.first - 1] === 'prep')) return undefined;
  // ", said Ben Kaiser"
  const inverted =
    !subject && tokens[verb]?.lower !== 'told' && tokens[before]?.kind === 'mark' && tags[verb + 1] !== 'mark'
      ? phraseStartingAt(sentence, verb + 1, binding, 8)
      : undefined;
  return named(sentence, subject ?? inverted);
}

function named({ text, tokens }: Tagged, stretch: { readonly first: number; readonly last: number } | undefined): string | undefined {
  const first = stretch && tokens[stretch.first];
  const last = stretch && tokens[stretch.last];
  if (!first || !last) return undefined;
  const name = text.slice(first.start, last.end).replace(/\s+/g, ' ');
  return noSource.test(name) || /\d/.test(name) || name.length > 80 ? undefined : name;
}
