/** A figure in its sentence → what it counts, in the sentence's own words: "killed in Gaza by Israel’s bombing", "Vecturas shares", "pay rise". */
import { type Governor, governorOf, isTime, phraseEndingAt, phraseStartingAt, type Stretch, type Tagged } from './phrases.ts';
import { participleOf, verbOf } from './word-forms.ts';

export type Counted = {
  /** First token of the hedge, last token of the amount with the noun it counts. */
  readonly first: number;
  readonly last: number;
  /** A noun is counted ("2,750 people"), not a unit measured. */
  readonly isCount: boolean;
  readonly hyphened: boolean;
};

/** What a briefing line has room for. */
const MAX_CONCEPT_CHARS = 120;
const MAX_PREDICATE_TOKENS = 22;

export function conceptOf(sentence: Tagged, counted: Counted): string | null {
  const parts = counted.isCount ? countedParts(sentence, counted) : measuredParts(sentence, counted);
  return assemble(parts);
}

/** A part that only describes, its noun being the amount itself. */
const adjective =
  /^(?:actual|early|earlier|prior|previous|extraordinary|many|recent|good|full|total|latest|new|old|big|high|low|strong|live|available|worth|only|same|own|such|further|much|more|yes|no|\p{Ll}+(?:ous|ful))$/u;

/** Joins the parts while there is room, leaving out what an earlier part says already. */
function assemble(parts: readonly (string | undefined)[]): string | null {
  const kept: string[] = [];
  for (const part of parts) {
    if (!part || adjective.test(part) || kept.some((other) => other.includes(part))) continue;
    const length = kept.reduce((sum, other) => sum + other.length + 2, 0) + part.length;
    if (kept.length > 0 && length > MAX_CONCEPT_CHARS) continue;
    kept.push(part);
  }
  return kept.length > 0 ? clip(kept.join(', ')) : null;
}

/** Cuts at a word, and not behind a preposition or an article. */
function clip(concept: string): string {
  if (concept.length <= MAX_CONCEPT_CHARS) return concept;
  const cut = concept.slice(0, concept.lastIndexOf(' ', MAX_CONCEPT_CHARS));
  return cut.replace(/(?:[\s,]+(?:of|in|on|at|by|for|from|with|to|and|or|the|a|an|as|that|which|who|its|their|his|her))+$/i, '');
}

function words({ text, tokens }: Tagged, stretch: Stretch | undefined): string | undefined {
  const first = stretch && tokens[stretch.first];
  const last = stretch && tokens[stretch.last];
  return first && last ? text.slice(first.start, last.end).replace(/\s+/g, ' ') : undefined;
}

const ofOnly = new Set(['of', 'in', 'for', 'by', 'on', 'among', 'at', 'from', 'with']);

/** "£1,000 payment", "60% of workers", "turnover of $5m", "Shares (…%)", "FTSE -0.6%", and the subject. */
function measuredParts(sentence: Tagged, { first, last }: Counted): (string | undefined)[] {
  const { tokens, tags } = sentence;
  const next = tokens[last + 1];
  const at = next && /^[-‑–]$/.test(next.text) && next.glued ? last + 2 : last + 1;
  const named0 = tags[at] === 'gerund' && tags[at + 1] === 'noun' ? at + 1 : at;
  const behind = tags[named0] === 'noun' && !isTime(sentence, at) ? phraseStartingAt(sentence, named0, ofOnly) : undefined;
  // in "FTSE -0.6% CAC -1.7%" the noun behind belongs to the next amount
  const attributive = behind && tags[behind.last + 1] === 'amount' && tokens[behind.last + 1]?.kind !== 'word' ? undefined : behind;
  const beyond = pastBracket(tokens, last + 1);
  const share = tokens[beyond]?.lower === 'of' ? phraseStartingAt(sentence, beyond + 1, ofOnly) : undefined;
  const content = next?.lower === 'in' && !isTime(sentence, last + 2) ? phraseStartingAt(sentence, last + 2, ofOnly) : undefined;
  const named = attributive ?? share ?? (tags[first - 1] === 'noun' ? undefined : content);
  const before = named && !/^(?:of|for)$/.test(tokens[first - 1]?.lower ?? '') ? undefined : leftPhrase(sentence, first);
  const governor = governorOf(sentence, first);
  const subject = governor?.subject;
  const purpose =
    next && /^(?:for|on|from|in|to|by|among|worth)$/.test(next.lower) && !isTime(sentence, last + 2)
      ? phraseStartingAt(sentence, last + 2, ofOnly)
      : undefined;
  const lead = governor ? undefined : laterSubject(sentence, last + 1, share !== undefined || attributive !== undefined);
  return [attributive, share, content, before, subject, purpose, lead].map((stretch) => words(sentence, stretch));
}

/** The noun phrase that leads into the amount: "a turnover of", "winds of", "Diluted earnings (", "FTSE". */
function leftPhrase(sentence: Tagged, first: number): Stretch | undefined {
  const { tokens, tags } = sentence;
  let i = first - 1;
  if (tags[i] === 'det') i -= 1;
  const before = tokens[i];
  if (!before) return undefined;
  for (
    let steps = 0;
    steps < 2 && /^(?:of|at|to|with|by|for|from|between|in|:|\(|on|-|–|up|down|worth|totalling|totaling)$/.test(tokens[i]?.lower ?? '');
    steps++
  )
    i -= 1;
  const bracket = bracketBefore(sentence, first);
  if (bracket !== undefined) i = bracket - 1;
  while (tags[i] === 'adv') i -= 1;
  return tags[i] === 'noun' || tags[i] === 'num' || tokens[i]?.kind === 'mark' ? phraseEndingAt(sentence, i) : undefined;
}

/** "8 miles (13 km) of tunnels": what follows the bracket follows the amount. */
function pastBracket(tokens: Tagged['tokens'], at: number): number {
  if (tokens[at]?.text === ')') return at + 1;
  if (tokens[at]?.text !== '(') return at;
  for (let i = at + 1; i < at + 8; i++) if (tokens[i]?.text === ')') return i + 1;
  return at;
}

/** The bracket that holds the amount, in a list without verbs: "Maldonado (15.3 points, 7.4 rebounds)". */
function bracketBefore({ tokens, tags }: Tagged, first: number): number | undefined {
  for (let i = first - 1; i >= 0 && i > first - 16; i--) {
    if (tokens[i]?.text === '(') return i;
    if (tokens[i]?.text === ')' || tags[i] === 'verb' || tags[i] === 'aux') return undefined;
  }
  return undefined;
}

/** "For $5, readers got …": with no verb before the amount, the subject stands behind it. */
function laterSubject(sentence: Tagged, from: number, isEnough: boolean): Stretch | undefined {
  if (isEnough) return undefined;
  const { tokens, tags } = sentence;
  for (let i = from; i < from + 6 && i < tokens.length; i++) {
    if (tokens[i]?.text === ',' || tags[i] === 'prep' || tags[i] === 'det') continue;
    return tags[i] === 'noun' && !isTime(sentence, i) ? phraseStartingAt(sentence, i, ofOnly) : undefined;
  }
  return undefined;
}

/** Verbs that only link an amount to its owner: "has 900 doctors" is no "had by". */
const linking = new Set(
  'report estimate announce confirm claim note state declare reveal add suggest indicate believe think predict forecast project acknowledge admit argue warn insist use hear have be make get include contain comprise feature hold say tell expect reach total see know show give take keep need want add mean average range represent account require become remain lead go come leave'.split(
    ' ',
  ),
);

function countedParts(sentence: Tagged, { first, last }: Counted): (string | undefined)[] {
  const { tokens, tags } = sentence;
  const governor = isSubject(sentence, first, last) ? undefined : governorOf(sentence, first);
  const tail = relativeTail(sentence, last + 1);
  if (!governor) return [tail ?? predicate(sentence, last + 1), words(sentence, leftPhrase(sentence, first))];
  const passive = passiveOf(sentence, governor, first);
  const places = words(sentence, placesAfter(sentence, last + 1));
  const lead = words(sentence, leftPhrase(sentence, first));
  const subject = words(sentence, governor.subject);
  if (passive) {
    const agent = subject && !/^(?:people|residents)$/.test(subject) ? `by ${subject}` : undefined;
    const source = tokens[first - 1]?.lower === 'of' ? lead : undefined;
    return [source, [passive, places, agent].filter(Boolean).join(' '), tail];
  }
  return [tail, lead, subject, places, ...(tags[first - 1] === 'prep' || tokens[first - 1] ? [] : [])];
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
    return words(sentence, clauseFrom(sentence, i, 8));
  if (comma) return undefined;
  if (/^(?:who|that|which)$/.test(word)) {
    const start = tags[i + 1] === 'aux' && (tags[i + 2] === 'verb' || tags[i + 2] === 'participle') ? i + 2 : i;
    return words(sentence, clauseFrom(sentence, start, 12));
  }
  if (tags[i] === 'participle' || (tags[i] === 'gerund' && word !== 'including')) return words(sentence, clauseFrom(sentence, i, 12));
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
  const did =
    tokens[start]?.lower === 'not' || tags[start] === 'verb' || tags[start] === 'participle' || tags[start] === 'aux'
      ? words(sentence, clauseFrom(sentence, start, MAX_PREDICATE_TOKENS))
      : undefined;
  const where = words(sentence, places);
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
