/** A counted noun in its sentence → the phrases that say which ones: what they did or suffered, where, and by whom. */
import type { Counted } from './concept.ts';
import { type Governor, governorOf } from './governor.ts';
import { leftPhrase } from './left-phrase.ts';
import { isTime, phraseStartingAt, type Stretch, type Tagged, wordsOf } from './phrases.ts';
import { participleOf, verbOf } from './word-forms.ts';

/** What a briefing line has room for. */
export const MAX_CONCEPT_CHARS = 120;
const MAX_PREDICATE_TOKENS = 22;

/** Verbs that only link an amount to its owner: "has 900 doctors" is no "had by". */
const linking = new Set(
  'cost claim report estimate announce confirm claim note state declare reveal add suggest indicate believe think predict forecast project acknowledge admit argue warn insist use hear have be make get include contain comprise feature hold say tell expect reach total see know show give take keep need want add mean average range represent account require become remain lead go come leave'.split(
    ' ',
  ),
);

export function countedParts(sentence: Tagged, { first, last }: Counted): (string | undefined)[] {
  const { tokens } = sentence;
  const governor = isSubject(sentence, first, last) ? undefined : governorOf(sentence, first);
  const tail = relativeTail(sentence, last + 1);
  if (!governor)
    return [
      ...(tokens[last + 1]?.text === ',' ? [predicate(sentence, last + 1), tail] : [tail ?? predicate(sentence, last + 1)]),
      wordsOf(sentence, leftPhrase(sentence, first)),
    ];
  const passive = passiveOf(sentence, governor, first);
  const places = wordsOf(sentence, placesAfter(sentence, last + 1));
  const lead = wordsOf(sentence, leftPhrase(sentence, first));
  const subject = wordsOf(sentence, governor.subject);
  if (passive) {
    const agent = subject && !/^(?:people|residents)$/.test(subject) ? `by ${subject}` : undefined;
    const source = tokens[first - 1]?.lower === 'of' ? lead : undefined;
    return [source, [passive, places, agent].filter(Boolean).join(' '), tail];
  }
  return [tail, lead, subject, places];
}

const saying = /^(?:said|says|say|reported|reports|estimated|estimates|added|claimed|confirmed|announced)$/;

/** Whether the figure begins a clause whose verb stands behind it. */
function isSubject(sentence: Tagged, first: number, last: number): boolean {
  const { tokens, tags } = sentence;
  const before = tokens[first - 1];
  const det = tags[first - 1] === 'det' ? tokens[first - 2] : before;
  const opens =
    det === undefined || det.kind === 'mark' || tags[first - 1] === 'conj' || tags[first - 1] === 'rel' || saying.test(before?.lower ?? '');
  if (!opens) return false;
  for (let i = last + 1; i < last + 16 && i < tokens.length; i++) {
    if (tags[i] === 'aux' || tags[i] === 'verb') return true;
    if (tokens[i]?.text === ';') return false;
  }
  return false;
}

/** "most of them civilians", "who voted", "injured in the blast": what stands behind the noun and describes it. */
function relativeTail(sentence: Tagged, from: number): string | undefined {
  const { tokens, tags } = sentence;
  let i = from;
  const comma = tokens[i]?.text === ',';
  if (comma) i += 1;
  const word = tokens[i]?.lower ?? '';
  if (comma && /^(?:most|many|mostly|mainly|including|half|some|all|largely|among)$/.test(word))
    return wordsOf(sentence, clauseFrom(sentence, i, 8));
  if (comma) return undefined;
  if (/^(?:who|that|which)$/.test(word)) {
    const start = tags[i + 1] === 'aux' && (tags[i + 2] === 'verb' || tags[i + 2] === 'participle') ? i + 2 : i;
    return wordsOf(sentence, clauseFrom(sentence, start, 12));
  }
  if (tags[i] === 'participle' || (tags[i] === 'gerund' && word !== 'including')) return wordsOf(sentence, clauseFrom(sentence, i, 12));
  return undefined;
}

/** What the figure as subject did or suffered: "fled their homes in scenes of chaos". */
function predicate(sentence: Tagged, from: number): string | undefined {
  const { tokens, tags } = sentence;
  let i = from;
  const places = placesAfter(sentence, from);
  if (places) i = places.last + 1;
  for (
    let steps = 0;
    steps < 14 && i < tokens.length && tags[i] !== 'aux' && tags[i] !== 'verb' && tags[i] !== 'participle' && tags[i] !== 'rel';
    steps++
  )
    i += 1;
  let start = i;
  while (
    tags[start] === 'aux' &&
    tokens[start + 1]?.lower !== 'not' &&
    (tags[start + 1] === 'aux' || tags[start + 1] === 'verb' || tags[start + 1] === 'adv' || tags[start + 1] === 'participle')
  )
    start += 1;
  if (tags[start] === 'aux' && tokens[start + 1]?.lower === 'not') start += 1;
  if (saying.test(tokens[start]?.lower ?? '')) return wordsOf(sentence, places);
  const isStill = tags[start] === 'adv' && start > i;
  const did =
    tokens[start]?.lower === 'not' || isStill || tags[start] === 'verb' || tags[start] === 'participle' || tags[start] === 'aux'
      ? wordsOf(sentence, clauseFrom(sentence, start, MAX_PREDICATE_TOKENS))
      : undefined;
  const where = wordsOf(sentence, places);
  if (did && where) return `${did}, ${where}`.length <= MAX_CONCEPT_CHARS ? `${where}, ${did}` : did;
  return did ?? where;
}

/** From `start` to the end of the clause. */
function clauseFrom({ tokens, tags }: Tagged, start: number, maxTokens: number): Stretch | undefined {
  let last = start - 1;
  for (let i = start; i < tokens.length && i - start < maxTokens; i++) {
    const token = tokens[i];
    if (!token) break;
    if (token.kind === 'mark' && !/^(?:[-‑/&’']|'s|’s)$/.test(token.text)) break;
    if (
      i > start &&
      /^(?:while|because|although|whereas|but|when|as|which|after|before|until|since|so|and)$/.test(token.lower) &&
      !(token.lower === 'and' && tags[i - 1] === 'noun' && (tags[i + 1] === 'noun' || tags[i + 1] === 'det'))
    )
      break;
    last = i;
  }
  return last >= start ? { first: start, last } : undefined;
}

const placing = new Set(
  'in at on from for among across with of aboard near during under along between inside outside off throughout around through against over into without'.split(
    ' ',
  ),
);

/** "in Gaza", "for a Belt and Road forum": prepositional phrases behind the noun, but no times. */
function placesAfter(sentence: Tagged, from: number): Stretch | undefined {
  const { tokens, tags } = sentence;
  let i = from;
  while (tags[i] === 'adv') i += 1;
  if (!placing.has(tokens[i]?.lower ?? '') || isTime(sentence, i + 1)) return undefined;
  const phrase = phraseStartingAt(sentence, i + 1, placing);
  return phrase && { first: i, last: phrase.last };
}

/** "has killed 12 people" → "killed"; "shooting, stabbing and burning to death 12 people" → "shot, stabbed and burned to death". */
function passiveOf(sentence: Tagged, governor: Governor, first: number): string | undefined {
  const { text, tokens, tags } = sentence;
  const verb = verbOf(tokens[governor.verb]?.lower ?? '');
  if (!verb || linking.has(verb.base) || first - governor.verb > 3) return undefined;
  const participle = participleOf(verb.base);
  if (!participle || tags[governor.verb] === 'aux' || tags[first - 1] === 'prep') {
    if (!participle || tags[governor.verb] !== 'gerund') return undefined;
  }
  const between = text.slice(tokens[governor.verb]?.end ?? 0, tokens[first]?.start ?? 0).trim();
  if (/[,;]/.test(between)) return undefined;
  const chain = gerundChain(sentence, governor.verb);
  return [chain || participle, between].filter(Boolean).join(' ');
}

/** Gerunds strung together before the last one, each as a participle. */
function gerundChain({ tokens, tags }: Tagged, verb: number): string {
  if (tags[verb] !== 'gerund') return '';
  const said = [participleOf(verbOf(tokens[verb]?.lower ?? '')?.base ?? '') ?? ''];
  for (let i = verb - 1; i > verb - 10 && i >= 0; i--) {
    const token = tokens[i];
    if (token?.text === ',' || token?.lower === 'and') continue;
    const base = verbOf(token?.lower ?? '');
    if (base?.form !== 'gerund') break;
    said.unshift(participleOf(base.base) ?? '');
  }
  if (said.length === 1) return '';
  return `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`;
}
