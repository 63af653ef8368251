/** "he", "she" → the person of that gender who was named before and is meant most likely, and whether it may as well be another. */
import * as lexicon from '#text/lexicon.ts';
import { type Gender, genderOfTitle } from '#text/names-en.ts';
import type { FrameSentence, Token } from '#text/tokens.ts';
import { type Entity, mentionsBefore, type NameMention, type People } from './people.ts';
import { speechOf } from './reported.ts';
import type { Turn } from './resolve.ts';
import { isPersonNoun } from './speaker-nouns.ts';
import { isOne } from './token-words.ts';

const REACH = 12;
/** Sentences back to somebody of whom it was reported what he said: he goes on. */
const REPORTER_REACH = 2;

/** Whoever asks a question is not the one who answers it. */
const ASKS = /^(?:ask|press|question|quiz|challenge|grill|enquire|inquire|wonder)$/;
function isAsker(sentence: FrameSentence | undefined, mention: NameMention): boolean {
  const cue = sentence === undefined ? undefined : speechOf(sentence);
  const verb = sentence?.tokens[cue?.from ?? -1]?.verb?.lemma ?? '';
  // "asked for mercy"
  const isWish = /^(?:for|to)$/.test(sentence?.tokens[cue?.to ?? -1]?.low ?? '');
  return ASKS.test(verb) && !isWish && isReporter(sentence, mention);
}

function isReporter(sentence: FrameSentence | undefined, mention: NameMention): boolean {
  const cue = sentence === undefined ? undefined : speechOf(sentence);
  const head = cue === undefined ? undefined : sentence?.tokens[cue.subject.phrases[0]?.head ?? -1];
  return head !== undefined && head.start >= mention.start && head.end <= mention.end;
}

/** "she told the channel's Ida Marsh": the next "she" is the one who told, rather than who was told. */
function isAddressee(sentence: FrameSentence | undefined, mention: NameMention, gender: Gender): boolean {
  const tokens = sentence?.tokens ?? [];
  let at = tokens.findIndex(({ start }) => start === mention.start) - 1;
  while (/^(?:name|word|possessive|determiner)$/.test(tokens[at]?.tag ?? '')) at--;
  return tokens[at]?.verb?.lemma === 'tell' && tokens[at - 1]?.low === (gender === 'male' ? 'he' : 'she');
}

const MAX_MENTIONS_BACK = 300;

export function indexOfSentence(sentences: readonly FrameSentence[], start: number): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The person of that gender who was named last, rather as a subject, rather the one who spoke last. */
export function antecedent(
  people: People,
  sentences: readonly FrameSentence[],
  sentence: number,
  gender: Gender,
  at: number,
  turns: readonly Turn[],
  quoted: string,
): { readonly entity: number; readonly isUnsure: boolean } | undefined {
  const scores = new Map<number, number>();
  const unsure = new Set<number>();
  const lastSentence = new Map<number, number>();
  const last = turns.findLast((turn) => turn.at < at);
  for (let i = mentionsBefore(people, at) - 1, seen = 0; i >= 0 && seen < MAX_MENTIONS_BACK; i--, seen++) {
    const mention = people.mentions[i];
    if (mention === undefined) continue;
    const distance = sentence - mention.sentence;
    if (distance > REACH) break;
    const entity = people.entities[mention.entity];
    if (entity === undefined || entity.kind !== 'person' || (entity.gender !== undefined && entity.gender !== gender)) continue;
    if (!lastSentence.has(mention.entity)) lastSentence.set(mention.entity, mention.sentence);
    let score = -distance + (mention.isSubject ? 1.5 : 0) - (mention.isPossessive ? 0.5 : 0) + (entity.gender === gender ? 0.5 : 0);
    if (mention.isModifier) score -= 2;
    const isBehind = distance <= REPORTER_REACH && isBehindPronoun(sentences[mention.sentence], mention, gender);
    if (isBehind) score -= 2;
    if (isNamedIn(quoted, entity)) score -= 2;
    const isOwner = distance <= REPORTER_REACH && ownsPerson(sentences[mention.sentence], mention);
    if (isOwner) score -= 1.5;
    if (sentences[mention.sentence]?.paragraph !== sentences[sentence]?.paragraph) score -= 0.5;
    const isQuestion = distance === 1 && !quoted.trimEnd().endsWith('?') && isAsker(sentences[mention.sentence], mention);
    if (isQuestion || (distance <= REPORTER_REACH && isAddressee(sentences[mention.sentence], mention, gender))) score -= 2;
    else if (distance <= REPORTER_REACH && isReporter(sentences[mention.sentence], mention)) score += distance <= 1 ? 2 : 0.75;
    if (last?.entity === mention.entity) score += 1;
    score += Math.min(1, entity.count / 20);
    if (score <= (scores.get(mention.entity) ?? Number.NEGATIVE_INFINITY)) continue;
    scores.set(mention.entity, score);
    const isAside = isInFront(sentences[mention.sentence], mention, gender);
    if (mention.isUnsure || isOwner || isBehind || isAside || mention.isModifier) unsure.add(mention.entity);
    else unsure.delete(mention.entity);
  }
  const [best, second] = [...scores].sort(([, a], [, b]) => b - a);
  if (best !== undefined) {
    const lead = best[1] - (second?.[1] ?? Number.NEGATIVE_INFINITY);
    const isFar = sentence - (lastSentence.get(best[0]) ?? sentence) > 1;
    const isClose = lead < (people.entities[best[0]]?.gender === gender ? LEAD : LEAD_OF_UNKNOWN);
    return {
      entity: best[0],
      isUnsure:
        isClose ||
        (people.entities[best[0]]?.isAssumed === true && people.entities[best[0]]?.gender === undefined) ||
        isOfUnnamed(sentences, sentence, people.entities[best[0]]?.roles ?? new Set()) ||
        unsure.has(best[0]) ||
        hasAnother(sentences, lastSentence.get(best[0]) ?? sentence, sentence, at) ||
        (isFar && hasUnnamed(sentences, sentence, at, gender, people.entities[best[0]]?.roles ?? new Set())),
    };
  }
  if (last?.entity === undefined || people.entities[last.entity]?.gender !== gender) return undefined;
  const roles = people.entities[last.entity]?.roles ?? new Set<string>();
  const isUnsure =
    last.isUnsure === true ||
    hasUnnamed(sentences, sentence, at, gender, roles) ||
    hasAnother(sentences, sentence - REACH_OF_ANOTHER, sentence, at);
  return { entity: last.entity, isUnsure };
}

const MAX_TOKENS_TO_SUBJECT = 2;

/** Somebody without a name, in this sentence or the one before, of whom the pronoun may tell: "Ruiz met the bishop." */
function hasUnnamed(sentences: readonly FrameSentence[], index: number, at: number, gender: Gender, roles: ReadonlySet<string>): boolean {
  const own = sentences[index];
  const before = sentences[index - 1];
  return [own, before, sentences[beforeGoingOn(sentences, index)]].some((sentence) => {
    if (sentence === undefined || (own?.paragraph ?? 0) - sentence.paragraph > 1) return false;
    const isNear = sentence.paragraph === own?.paragraph && (sentence === own || sentence === before);
    return sentence.tokens.some(({ start, low, tag }, i) => {
      // "the senator" is the one named so
      if (start >= at || tag !== 'word' || !isPersonNoun(low) || !isOne(low) || roles.has(low)) return false;
      if (!isNear && i > MAX_TOKENS_TO_SUBJECT) return false;
      const fits = genderOfTitle(low);
      const next = sentence.tokens[i + 1]?.tag;
      return (fits === undefined || fits === gender) && next !== 'name' && next !== 'word' && !isApposed(sentence.tokens, i + 1);
    });
  });
}

/** "We heard it from another officer, elsewhere. He says": whoever came in since then, and is not named. */
function hasAnother(sentences: readonly FrameSentence[], from: number, to: number, at: number): boolean {
  return sentences.slice(Math.max(0, from, to - REACH_OF_ANOTHER), to + 1).some(({ tokens }) =>
    tokens.some(({ low, start }, i) => {
      if (low !== 'another' || start >= at || (i > 0 && tokens[i - 1]?.low !== 'from')) return false;
      let noun = i + 1;
      while (tokens[noun + 1]?.tag === 'word' && noun - i < 3) noun++;
      return (
        isPersonNoun(tokens[noun]?.low ?? '') &&
        isOne(tokens[noun]?.low ?? '') &&
        tokens[noun + 1]?.tag !== 'name' &&
        !isApposed(tokens, noun + 1)
      );
    }),
  );
}
const REACH_OF_ANOTHER = 3;

/** "One waiter said so. He has left. “Q,” he says": the sentence that the pronouns go back to. */
function beforeGoingOn(sentences: readonly FrameSentence[], index: number): number {
  let at = index - 1;
  while (at > 0 && sentences[at - 1]?.paragraph === sentences[index]?.paragraph && sentences[at]?.tokens[0]?.tag === 'pronoun') at--;
  return at;
}

/** "The President said it was close. But he added": whoever spoke in the sentence before has an office, and not that of the one named. */
function isOfUnnamed(sentences: readonly FrameSentence[], index: number, roles: ReadonlySet<string>): boolean {
  const before = sentences[index - 1];
  if (before === undefined || before.paragraph !== sentences[index]?.paragraph) return false;
  const phrase = speechOf(before)?.subject.phrases[0];
  const head = before.tokens[phrase?.head ?? -1];
  if (phrase === undefined || head === undefined || roles.has(head.low) || head.low.endsWith('s')) return false;
  return (
    before.tokens[phrase.from]?.low === 'the' && phrase.head === phrase.from + 1 && head.tag === 'name' && lexicon.titles.has(head.low)
  );
}

/** "He was seen in talks with Ruiz", "In his evidence, and asked by Ruiz, he": somebody else than the pronoun of the same clause. */
function isBehindPronoun(sentence: FrameSentence | undefined, { start, isSubject }: NameMention, gender: Gender): boolean {
  if (sentence === undefined || isSubject) return false;
  const before = sentence.tokens.findLast(({ end }) => end <= start);
  // "His plan is sound, said Ruiz"
  if (before?.tag === 'verb' && before.verb?.cue.has('say') === true) return false;
  const pronouns = gender === 'male' ? /^(?:he|his)$/ : /^(?:she|her)$/;
  return sentence.tokens.some((token) => token.start < start && pronouns.test(token.low));
}

/** "In one show with Ruiz, he joked": of whoever the text has been telling, as likely as of Ruiz. */
function isInFront(sentence: FrameSentence | undefined, { start, end, isSubject }: NameMention, gender: Gender): boolean {
  const tokens = sentence?.tokens ?? [];
  const opening = tokens[0];
  if (isSubject || opening === undefined || opening.start === start) return false;
  // "As for Ruiz, he": of Ruiz
  if (opening.low === 'as') return false;
  if (opening.tag !== 'preposition' && opening.verb?.forms.has('ing') !== true) return false;
  const next = tokens.findIndex((token) => token.start >= end);
  return tokens[next]?.tag === 'comma' && tokens[next + 1]?.low === (gender === 'male' ? 'he' : 'she');
}

/** "Ruiz's lawyer spoke first": the next "she" may be the lawyer. */
function ownsPerson(sentence: FrameSentence | undefined, { isPossessive, end }: NameMention): boolean {
  if (!isPossessive || sentence === undefined) return false;
  const at = sentence.tokens.findIndex(({ start }) => start >= end);
  const next = sentence.tokens.slice(at + 1, at + 4);
  const noun = next.findIndex(({ low, tag }) => tag === 'word' && isPersonNoun(low) && isOne(low));
  // "Ruiz's lawyer Tom Holm" has a name of his own
  return (
    noun >= 0 &&
    next[noun + 1]?.tag !== 'name' &&
    sentence.tokens[at + noun + 2]?.tag !== 'name' &&
    !isApposed(sentence.tokens, at + noun + 2)
  );
}

const isApposed = (tokens: readonly Token[], at: number): boolean => tokens[at]?.tag === 'comma' && tokens[at + 1]?.tag === 'name';

/** Hardly anybody speaks of himself by name: "Vera would not want it," she said. */
const isNamedIn = (quoted: string, { words }: Entity): boolean =>
  words.some((word, i) => (i === 0 || i === words.length - 1) && word.length > 2 && hasWord(quoted, word));

function hasWord(text: string, word: string): boolean {
  const at = text.indexOf(word);
  return at >= 0 && !/\p{L}/u.test(text[at - 1] ?? '') && !/\p{L}/u.test(text[at + word.length] ?? '');
}

/** Of fifteen pronouns whose best reading led by less (polnear, labelled by hand), five were somebody else's; of 118 others, two. */
const LEAD = 1.5;
/** Where nothing tells whether the one meant is a man or a woman. */
const LEAD_OF_UNKNOWN = 2;
