/** The sentences of an article → everybody and everything it names, each with its full form, its gender where it shows, and its mentions. */
import { type Gender, genderOfTitle } from '#text/names-en.ts';
import type { FrameSentence, Token } from '#text/tokens.ts';
import { mayGoOn, tailEnd, wholeName } from './body-name.ts';
import { addFull, addShort, type Draft, type Drafts, isFull, noDrafts, noteGivenAlone, settle } from './name-drafts.ts';
import { collectEvidence, pronounAfter, type Run } from './name-evidence.ts';
import { findRuns } from './name-runs.ts';
import { type NameWord, nameWord } from './name-words.ts';
import { isPersonNoun } from './speaker-nouns.ts';

export type Entity = {
  readonly words: readonly string[];
  readonly kind: 'person' | 'organisation';
  /** A person by nothing but two capitals: "Election Day". */
  readonly isAssumed?: boolean;
  readonly gender?: Gender;
  /** Titles and nouns that stood before the name or after its comma, in lower case: "president", "senator". */
  readonly roles: ReadonlySet<string>;
  readonly count: number;
  /** Other forms of the name, in the order of the text. */
  readonly aliases: readonly string[];
};

/** One place where the article names an entity. */
export type NameMention = {
  readonly entity: number;
  readonly run: Run;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly isSubject: boolean;
  readonly isPossessive: boolean;
  /** "Holm campaign manager Ana Ruiz": a name in front of a noun names somebody else's. */
  readonly isModifier: boolean;
  /** A surname alone that may as well be somebody else's. */
  readonly isUnsure: boolean;
};

export type People = {
  readonly entities: readonly Entity[];
  /** In the order of the text. */
  readonly mentions: readonly NameMention[];
};

type Found = { readonly run: Run; readonly sentence: number; words: readonly NameWord[]; entity: number; isUnsure: boolean };

const POSTNOMINAL = /^(?:[KQ]C|[COM]BE|MPs?|MSP|TD|MEP|MD|PhD|Ph\.D\.?|M\.D\.?|Esq\.?)$/;

const known = new WeakMap<readonly FrameSentence[], People>();

/** Found once for each article: quotations and names both ask. */
export function findPeople(sentences: readonly FrameSentence[]): People {
  const found = known.get(sentences);
  if (found !== undefined) return found;
  const people = makePeople(sentences);
  known.set(sentences, people);
  return people;
}

function makePeople(sentences: readonly FrameSentence[]): People {
  const drafts = noDrafts();
  const found: Found[] = [];
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const tokens = sentences[sentence]?.tokens ?? [];
    for (const run of findRuns(tokens))
      found.push({ run, sentence, words: wordsOf(tokens, wholeName(tokens, run)), entity: -1, isUnsure: false });
  }
  nameWholly(sentences, found);
  // full forms first, so that a surname finds its bearer also where it stands before the full name
  for (const mention of found) if (isFull(mention.words)) mention.entity = addFull(drafts, mention.words);
  for (const mention of found) if (mention.entity >= 0) count(drafts, sentences, mention);
  // what the full forms tell decides, not what the short ones bring along
  settle(drafts);
  for (const { entity, words } of found) if (entity < 0) noteGivenAlone(drafts, words);
  const leanings = leaningsOf(sentences, found);
  const lastNamed = new Map<number, number>();
  for (const mention of found) {
    const { entity, words, sentence, run } = mention;
    if (entity >= 0) lastNamed.set(entity, sentence);
    else {
      const title = genderOfTitle(sentences[sentence]?.tokens[run.nameFrom - 1]?.low ?? '');
      const bearer = addShort(drafts, words, title ?? leanings.get(words.at(-1)?.folded ?? ''), title !== undefined, {
        sentence,
        lastNamed,
      });
      mention.entity = bearer.id;
      mention.isUnsure = bearer.isUnsure;
      count(drafts, sentences, mention);
    }
  }
  return { entities: drafts.all.map(toEntity), mentions: toMentions(sentences, found) };
}

/** So many pronouns of one sort behind a surname alone, and none of the other, tell whose it is: "Ruiz … he" is not Ana Ruiz. */
const MIN_LEANING = 2;

function leaningsOf(sentences: readonly FrameSentence[], found: readonly Found[]): ReadonlyMap<string, Gender> {
  const seen = new Map<string, Gender[]>();
  for (const { entity, words, sentence, run } of found) {
    const own = entity >= 0 ? undefined : pronounAfter(sentences[sentence]?.tokens ?? [], run.to);
    const key = words.at(-1)?.folded ?? '';
    if (own !== undefined) seen.set(key, [...(seen.get(key) ?? []), own]);
  }
  const leanings = new Map<string, Gender>();
  for (const [key, [first, ...others]] of seen)
    if (first !== undefined && others.length >= MIN_LEANING - 1 && others.every((gender) => gender === first)) leanings.set(key, first);
  return leanings;
}

function count(drafts: Drafts, sentences: readonly FrameSentence[], { run, words, sentence, entity }: Found): void {
  const tokens = sentences[sentence]?.tokens ?? [];
  const draft = drafts.all[entity];
  if (draft === undefined) return;
  draft.count++;
  collectEvidence(draft, tokens, run, words, draft.words.length === 1);
  draft.aliases.add(words.map(({ text }) => text).join(' '));
  const foreign = foreignNameBehind(tokens, run.to);
  if (foreign !== undefined) draft.aliases.add(foreign);
}

/** "Democracy for Norland": a word that the article never writes without what follows. */
function nameWholly(sentences: readonly FrameSentence[], found: readonly Found[]): void {
  const alone = new Set<string>();
  const longer: Found[] = [];
  for (const mention of found) {
    if (mention.words.length !== 1) continue;
    if (mayGoOn(sentences[mention.sentence]?.tokens ?? [], mention.run)) longer.push(mention);
    else alone.add(mention.words[0]?.folded ?? '');
  }
  for (const mention of longer) {
    if (alone.has(mention.words[0]?.folded ?? '')) continue;
    const tokens = sentences[mention.sentence]?.tokens ?? [];
    mention.words = wordsOf(tokens, { from: mention.run.nameFrom, to: tailEnd(tokens, mention.run.to) });
  }
}

function wordsOf(tokens: readonly Token[], { from, to }: { readonly from: number; readonly to: number }): NameWord[] {
  const words: NameWord[] = [];
  for (let i = from; i < to; i++) if (tokens[i]?.tag !== 'quote' && tokens[i]?.tag !== 'comma') words.push(nameWord(tokens[i]?.text ?? ''));
  // "Alan Whitcombe KC"
  while (words.length > 2 && POSTNOMINAL.test(words.at(-1)?.text ?? '')) words.pop();
  return words;
}

const MAX_ALIASES = 6;
const MAX_TOKENS_IN_BRACKETS = 8;
const OTHER_SCRIPT = /[^\p{Script=Latin}\P{L}]/u;

/** "Ana Ruiz (Ана Руис)", "(Russian: Ана Руис)": the name in its own script. */
function foreignNameBehind(tokens: readonly Token[], at: number): string | undefined {
  if (tokens[at]?.tag !== 'open') return undefined;
  const words: string[] = [];
  for (let i = at + 1; i < tokens.length && i - at <= MAX_TOKENS_IN_BRACKETS && tokens[i]?.tag !== 'close'; i++)
    if (OTHER_SCRIPT.test(tokens[i]?.text ?? '')) words.push(tokens[i]?.text ?? '');
  return words.length === 0 ? undefined : words.join(' ');
}

function toEntity(draft: Draft): Entity {
  const words = bestForm(draft);
  // what names and titles say counts before the pronouns around them
  const sign = Math.sign(draft.male - draft.female) || Math.sign(draft.pronouns);
  const gender: Gender | undefined = sign > 0 ? 'male' : sign < 0 ? 'female' : undefined;
  const kind = draft.body > draft.person ? 'organisation' : draft.person > 0 || words.length >= 2 ? 'person' : 'organisation';
  const name = words.join(' ');
  const aliases = [...draft.aliases].filter((alias) => alias !== name).slice(0, MAX_ALIASES);
  const isAssumed = kind === 'person' && (draft.person === 0 || (words.length === 1 && isSpeltAsFirms(name)));
  return {
    words,
    kind,
    ...(isAssumed && { isAssumed }),
    ...(gender === undefined ? {} : { gender }),
    roles: draft.roles,
    count: draft.count,
    aliases,
  };
}

/** "PizzaHarbour", not "McHolm". */
const isSpeltAsFirms = (word: string): boolean => /\p{Ll}\p{Lu}/u.test(word) && !/^(?:Ma?c|D[aeiu]|L[aeo]|V[ao]n|Fitz)\p{Lu}/u.test(word);

function bestForm({ words, forms }: Draft): readonly string[] {
  let best: string | undefined;
  let most = 0;
  for (const [form, count] of forms) {
    if (count > most) {
      most = count;
      best = form;
    }
  }
  return best === undefined ? words.map((word) => word.text) : best.split(' ');
}

function toMentions(sentences: readonly FrameSentence[], found: readonly Found[]): NameMention[] {
  const mentions: NameMention[] = [];
  let at = 0;
  let read = -1;
  let isSubject = true;
  for (const { run, sentence, entity, isUnsure } of found) {
    const tokens = sentences[sentence]?.tokens ?? [];
    if (sentence !== read) {
      read = sentence;
      at = 0;
      isSubject = true;
    }
    // from one mention of a sentence on to the next
    for (; at < run.from; at++) {
      const tag = tokens[at]?.tag;
      if (tag === 'verb' || tag === 'auxiliary' || tag === 'preposition') isSubject = false;
      // "met Holm and his wife, Eva": as much of a subject as the wife
      const isApposed = tag === 'comma' && at === run.from - 1 && isPersonNoun(tokens[at - 1]?.low ?? '') && isOwned(tokens, at - 1);
      if ((tag === 'comma' && !isApposed) || tag === 'quote') isSubject = true;
    }
    const behind = tokens[run.to]?.tag;
    mentions.push({
      entity,
      run,
      start: tokens[run.nameFrom]?.start ?? 0,
      end: tokens[run.to - 1]?.end ?? 0,
      sentence,
      isSubject: isSubject && tokens[run.from - 1]?.tag !== 'preposition',
      isPossessive: behind === 'possessive',
      isModifier: behind === 'word',
      isUnsure,
    });
  }
  return mentions;
}

/** "his first wife". */
const isOwned = (tokens: readonly Token[], noun: number): boolean =>
  tokens.slice(Math.max(0, noun - 2), noun).some(({ low, tag }) => tag === 'possessive' || /^(?:his|her|their)$/.test(low));

/** How many mentions begin before `at`. */
export function mentionsBefore(people: People, at: number): number {
  let low = 0;
  let high = people.mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((people.mentions[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const entityAt = (people: People, start: number | undefined): number | undefined => mentionAt(people, start)?.entity;

export function mentionAt(people: People, start: number | undefined): NameMention | undefined {
  const mention = people.mentions[mentionsBefore(people, start ?? -1)];
  return mention?.start === start ? mention : undefined;
}
