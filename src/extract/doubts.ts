/** An attribution in its sentence → what speaks against it: each doubt lowers the confidence, and `why` tells it. */
import type { FrameSentence, Token } from '#text/tokens.ts';
import { cueAfter } from './cue-after.ts';
import { cueClasses, isSpeech } from './cue-words.ts';
import type { Cue, Way } from './cues.ts';
import { isNotSaid } from './not-said.ts';
import { phraseStartingAt } from './noun-phrase.ts';
import { isPassedOn } from './passed-on.ts';
import type { Resolved } from './resolve.ts';

import { isAgentNoun, isBodyNoun } from './speaker-nouns.ts';
import type { Stretch } from './stretches.ts';
import { subjectOf } from './subject.ts';
import { isSubordinate } from './verb-places.ts';
import { isWork } from './work-titles.ts';

export type Doubt =
  | 'two cues' // another verb of speech, of somebody else, stands before the quotation
  | 'second hand' // "…, Ruiz said, according to Holm"
  | 'open marks' // the quotation was never closed, or ran over paragraphs
  | 'run-on' // a paragraph of the quotation, or an end without a mark, stops in the middle of a sentence: other words may have run into it
  | 'block' // paragraphs on end, with a cue before all of them or after some: they may be another paper's report
  | 'not said' // "never said", "denied saying", "if Ruiz says"
  | 'inside' // the words are part of the reporter's sentence
  | 'no speaker' // the subject is neither a name, a pronoun nor a person or body
  | 'no person' // a body, a report or a description speaks
  | 'cut name' // the name may be longer than what was read: a capital stands right beside it
  | 'far' // sentences lie between cue and quotation
  | 'other mouth' // a colon or a name follows within the marks, as in a transcript
  | 'odd verb' // the cue is not one of the verbs that reporters use for speech, and nothing else
  | 'verbs' // several verbs of speech in the sentence of the cue
  | 'gap' // words stand between the speaker and the verb
  | 'embedded' // the speaker opens neither the sentence nor, behind a comma, its main clause
  | 'long' // a long sentence
  | 'marks' // several quotations in the sentence of the cue
  | 'term' // an article right before the marks: they may hold a term rather than words
  | 'title' // a book, a paper or a song stands right before the marks: they may hold its title
  | 'late quotation' // reporter's words stand before a quotation that its cue follows
  | 'other person' // the pronoun may as well go back to somebody else
  | 'namesake' // two of that surname are named nearby
  | 'aside' // the words stand in brackets, the cue outside them
  | 'one word' // a single word of the reporter's sentence: as often a term as somebody's
  | 'few words'; // two or three of them, in a sentence with several quotations

const MAX_CHARS_BETWEEN = 200;
const LONG_TOKENS = 30;
const FEW_WORDS = 3;
/** Verbs that in news hardly do anything but report speech. */
const PLAIN =
  /^(?:say|add|tell|continue|write|explain|argue|reply|note|tweet|respond|conclude|declare|state|insist|warn|recall|ask|acknowledge)$/;
/** Ways in which speaker and verb stand before the quotation, or far behind it. */
const AHEAD: ReadonlySet<Way> = new Set(['before', 'before-loose', 'colon', 'noun', 'passive', 'trailing', 'according']);

export function doubtsOf(text: string, stretch: Stretch, cue: Cue, cueSentence: FrameSentence, resolved: readonly Resolved[]): Doubt[] {
  const { attribution } = stretch;
  const { tokens } = cueSentence;
  const isSame = attribution.sentence === cueSentence;
  const doubts: Doubt[] = [];
  const doubtIf = (is: boolean, doubt: Doubt): void => {
    if (is) doubts.push(doubt);
  };
  doubtIf(hasRival(tokens, cue, isSame ? attribution.at : tokens.length), 'two cues');
  doubtIf(hasSecondHand(tokens, cue) || (isSame && hasTeller(text, tokens, cue, attribution.at)), 'second hand');
  doubtIf(isSame && isPassedOn(tokens, cue, attribution.at), 'second hand');
  doubtIf(isSame && hasOwnTeller(tokens, cue, attribution.at), 'second hand');
  doubtIf(isRunOn(text, stretch), 'run-on');
  doubtIf(isBlock(text, stretch, cue), 'block');
  doubtIf(isNotSaid(tokens, cue), 'not said');
  doubtIf(!attribution.marked.isClosed || stretch.end > attribution.marked.end || stretch.start < attribution.marked.start, 'open marks');
  doubtIf(!attribution.isStandalone && !attribution.isSecondHalf, 'inside');
  doubtIf(resolved.length === 0 || resolved.some(({ by }) => by === 'nothing') || isAnyWord(tokens, cue, resolved), 'no speaker');
  doubtIf(
    resolved.some(({ speaker }) => speaker.kind !== 'person'),
    'no person',
  );
  doubtIf(hasCutName(tokens, cue), 'cut name');
  doubtIf(
    resolved.some(({ isUnsure }) => isUnsure === true),
    'other person',
  );
  doubtIf(
    resolved.some(({ isNamesake }) => isNamesake === true),
    'namesake',
  );
  doubtIf(!isSame && attribution.sentence.start - cueSentence.end > MAX_CHARS_BETWEEN, 'far');
  doubtIf(/^[^.!?]{2,30}: /.test(text.slice(stretch.start, Math.min(stretch.end, stretch.start + 40))), 'other mouth');
  doubtIf(!PLAIN.test(tokens[cue.from]?.verb?.lemma ?? ''), 'odd verb');
  // "Asked about it, Ruiz said": the first one opens the scene
  doubtIf(tokens.filter((token, i) => i > 0 && isSpeech(token.verb?.cue)).length > 1, 'verbs');
  doubtIf(isSame && isAside(tokens, cue, attribution.at), 'aside');
  if (AHEAD.has(cue.way) && !attribution.isStandalone && !attribution.isSecondHalf) {
    const words = text.slice(stretch.start, stretch.end).split(/\s+/).length;
    doubtIf(words === 1 && isTermPlace(attribution.sentence.tokens, attribution.at), 'one word');
    doubtIf(words > 1 && words <= FEW_WORDS && tokens.filter(({ tag }) => tag === 'quote').length > 1, 'few words');
  }
  if (AHEAD.has(cue.way)) doubts.push(...doubtsAhead(tokens, cue, isSame ? attribution.at : tokens.length));
  else doubtIf(attribution.at > 0 && !attribution.isSecondHalf, 'late quotation');
  return isMutual(tokens, cue, resolved) ? doubts.filter((doubt) => !/^(?:odd verb|gap|embedded)$/.test(doubt)) : doubts;
}

function doubtsAhead(tokens: readonly Token[], cue: Cue, quote: number): Doubt[] {
  const doubts: Doubt[] = [];
  const subject = cue.subject.phrases[0];
  if (subject !== undefined && cue.from > subject.to) doubts.push('gap');
  // "As Ruiz spoke, the league was …": the clause has ended before the quotation
  const comma = isSubordinate(tokens, cue.from) ? tokens.findIndex(({ tag }, i) => i >= cue.to && tag === 'comma') : -1;
  const hasEnded = comma > 0 && tokens.slice(comma, quote).some(({ tag }) => tag === 'auxiliary' || tag === 'verb');
  if (hasEnded && cue.from < quote) doubts.push('embedded');
  else if (subject !== undefined && subject.from > 1 && !/^(?:comma|quote)$/.test(tokens[subject.from - 1]?.tag ?? ''))
    doubts.push('embedded');
  if (tokens.length >= LONG_TOKENS) doubts.push('long');
  if (tokens.filter((token) => token.tag === 'quote').length > 1) doubts.push('marks');
  if (tokens[quote - 1]?.tag === 'determiner') doubts.push('term');
  // "in her thesis, “Q”"
  if (tokens[quote - 1]?.tag === 'comma' && isWork(tokens[quote - 2]?.low)) doubts.push('title');
  return doubts;
}

/** "plan for “free” buses", in contrast to "said the town “appreciates” it": not right behind a subject or "is". */
const isTermPlace = (tokens: readonly Token[], quote: number): boolean =>
  !/^(?:name|pronoun|auxiliary|relative)$/.test(tokens[quote - 1]?.tag ?? '');

/** "Ruiz and Holm, who have called each other “dear friends”". */
const isMutual = (tokens: readonly Token[], cue: Cue, resolved: readonly Resolved[]): boolean =>
  resolved.length === 2 &&
  resolved.every(({ by, speaker }) => by === 'name' && speaker.kind === 'person') &&
  /^(?:each|one)$/.test(tokens[cue.to]?.low ?? '') &&
  /^(?:other|another)$/.test(tokens[cue.to + 1]?.low ?? '');

/** "of the clause (“Q”), Ruiz said": what stands in brackets explains the words before them. */
function isAside(tokens: readonly Token[], cue: Cue, quote: number): boolean {
  let open = quote - 1;
  while (open >= 0 && tokens[open]?.tag !== 'open' && tokens[open]?.tag !== 'close') open--;
  if (tokens[open]?.tag !== 'open') return false;
  const close = tokens.findIndex(({ tag }, i) => i > quote && tag === 'close');
  return close > quote && (cue.from < open || cue.from > close);
}

/** Another verb of speech before the quotation, with another subject: it may be the cue instead. A pronoun is likely the same one. */
function hasRival(tokens: readonly Token[], cue: Cue, quote: number): boolean {
  const own = tokens[cue.subject.phrases[0]?.head ?? -1];
  for (let i = 0; i < quote; i++) {
    if (i >= cue.from && i < cue.to) continue;
    const classes = tokens[i]?.tag === 'verb' ? cueClasses(tokens, i) : undefined;
    if (!isSpeech(classes)) continue;
    const other = tokens[subjectOf(tokens, i)?.phrases[0]?.head ?? -1];
    if (other !== undefined && own !== undefined && other.tag !== 'pronoun' && own.tag !== 'pronoun' && other.low !== own.low) return true;
  }
  return false;
}

/** "“We came down the hill. PICTURES Ana Ruiz at the pier “It was dark”": what no mark closes ends with its sentence, or holds a caption. */
function isRunOn(text: string, { start, end, attribution }: Stretch): boolean {
  const parts = text.slice(start, end).split('\n');
  const isClosed = attribution.marked.end === end ? attribution.marked.isClosed : /^\s?["”’'»“]/.test(text.slice(end, end + 2));
  if (isClosed) parts.pop();
  return parts.some((part) => part.trim() !== '' && !/[.!?…:;,—–-][”’'")\]]*\s*$/u.test(part));
}

function isBlock(text: string, { start, end, attribution }: Stretch, { way }: Cue): boolean {
  return text.slice(start, end).includes('\n') && (way === 'colon-far' || attribution.marked.start > start);
}

/** "he called her names and said, “Q,” the office said": of the two, the one behind only tells it. */
function hasOwnTeller(tokens: readonly Token[], cue: Cue, quote: number): boolean {
  if ((cue.way !== 'after' && cue.way !== 'inverted') || cue.from < quote) return false;
  const before = tokens[quote - 1]?.tag;
  const verb = quote - 2;
  if ((before !== 'comma' && before !== 'colon') || tokens[verb]?.tag !== 'verb' || !isSpeech(cueClasses(tokens, verb))) return false;
  const own = tokens[subjectOf(tokens, verb)?.phrases[0]?.head ?? -1];
  return own !== undefined && own.low !== tokens[cue.subject.phrases[0]?.head ?? -1]?.low;
}

/** "Holm said he “Q,” the clerk recalled": whoever tells what was said stands behind it. */
function hasTeller(text: string, tokens: readonly Token[], cue: Cue, quote: number): boolean {
  const marked = tokens[quote]?.marked;
  if (!AHEAD.has(cue.way) || cue.from > quote || marked === undefined || !text.slice(marked.start, marked.end).endsWith(',')) return false;
  const teller = cueAfter(tokens, quote, true);
  if (teller === undefined || teller.way === 'after-loose') return false;
  const head = tokens[teller.subject.phrases[0]?.head ?? -1];
  return (
    head !== undefined && (head.tag === 'name' || isAgentNoun(head.low)) && head.low !== tokens[cue.subject.phrases[0]?.head ?? -1]?.low
  );
}

/** "Ruiz said, according to Holm" tells whom to trust; "according to a transcript" only where the words were written down. */
function hasSecondHand(tokens: readonly Token[], cue: Cue): boolean {
  if (cue.way === 'according') return false;
  const at = tokens.findIndex((_, i) => isSecondHandAt(tokens, i));
  if (at < 0) return false;
  const source = phraseStartingAt(tokens, tokens[at]?.low === 'as' ? at + 3 : at + 2);
  const head = tokens[source?.head ?? -1];
  // "a post", in contrast to "the Post"
  return head === undefined || head.tag === 'name' || !RECORD.test(head.low);
}

/** "according to Holm", "as recalled by Holm". */
const isSecondHandAt = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1];
  if (tokens[at]?.low === 'according') return next?.tag === 'to';
  return (
    tokens[at]?.low === 'as' && /^(?:recalled|recounted|related|retold|remembered)$/.test(next?.low ?? '') && tokens[at + 2]?.low === 'by'
  );
};

const RECORD =
  /^(?:readouts?|transcripts?|transcription|excerpts?|recordings?|audio|videos?|footage|minutes|text|script|copy|copies|statement|release|posts?|tweets?)$/;

function hasCutName(tokens: readonly Token[], cue: Cue): boolean {
  const phrase = cue.subject.phrases[0];
  if (phrase === undefined) return false;
  const next = tokens[phrase.to];
  const before = tokens[phrase.from - 1];
  return (
    (tokens[phrase.head]?.tag === 'name' && (next?.tag === 'name' || next?.tag === 'number' || next?.tag === 'word')) ||
    (before?.tag === 'name' && tokens[phrase.from]?.tag === 'name')
  );
}

/** "New parts added “Q”", "Imagine asking “Q”": what cannot speak, or a capital that the sentence's start may have given. */
function isAnyWord(tokens: readonly Token[], { from, subject }: Cue, resolved: readonly Resolved[]): boolean {
  const phrase = subject.phrases[0];
  const head = tokens[phrase?.head ?? -1];
  if (phrase === undefined || head === undefined) return false;
  // "said.Trump", "Console.WriteLine": words run together, or code
  if (/\p{L}[.(]\p{Lu}\p{Ll}/u.test(head.text)) return true;
  // "a quarter of Norlanders"
  if (/^(?:(?:three-)?quarters?|half|(?:two-)?thirds?|percent|majority)$/.test(head.low) && tokens[phrase.to]?.low === 'of') return true;
  if (resolved[0]?.by === 'description')
    return (
      head.tag === 'word' &&
      !isAgentNoun(head.low) &&
      !isBodyNoun(head.low) &&
      !isBodyNoun(head.low.replace(/s$/, '')) &&
      !(isPlural(head.text) && !ABSTRACT.test(head.low))
    );
  const isOpening = phrase.from === 0 && phrase.to === 1 && from > phrase.to;
  return isOpening && resolved[0]?.isNamedOnce === true && resolved[0].speaker.kind !== 'person';
}
/** "claims", "preferences": they tell, and say nothing. */
const ABSTRACT =
  /(?:tion|sion|ment|ness|ance|ence|ship|ism|claim|issue|thing|effort|plan|rule|law|word|question|line|figure|number|result|event|case|point|fact|term|reason|example|number)s$|ties$|ies$/;
const isPlural = (text: string): boolean => /^\p{L}\p{Ll}*[^s]s$/u.test(text);
