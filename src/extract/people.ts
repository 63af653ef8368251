/** The sentences of an article → everybody and everything it names, each with its full form, its gender where it shows, and its mentions. */
import * as lexicon from '#text/lexicon.ts';
import { type Gender, genderOfGivenName, genderOfTitle } from '#text/names-en.ts';
import type { FrameSentence, Token } from '#text/tokens.ts';
import { addFull, addShort, type Draft, isFull, noDrafts } from './name-drafts.ts';
import { collectEvidence, type Run } from './name-evidence.ts';
import { type NameWord, nameWord } from './name-words.ts';

export type Entity = {
  readonly words: readonly string[];
  readonly kind: 'person' | 'organisation';
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
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly isSubject: boolean;
  readonly isPossessive: boolean;
  /** "Holm campaign manager Ana Ruiz": a name in front of a noun names somebody else's. */
  readonly isModifier: boolean;
};

export type People = {
  readonly entities: readonly Entity[];
  /** In the order of the text. */
  readonly mentions: readonly NameMention[];
};

type Found = { readonly run: Run; readonly sentence: number; readonly words: readonly NameWord[]; entity: number };

const PARTICLES = new Set('de del della der den di du da dos das van von bin bint ibn al el la le ben ter ten zu af av y e'.split(' '));
const PARTY = /^[dri]-\p{L}/u;
const POSTNOMINAL = /^(?:[KQ]C|[COM]BE|MPs?|MSP|TD|MEP|MD|PhD|Ph\.D\.?|M\.D\.?|Esq\.?)$/;
const NATIONALITY = /(?:ian|ean|ese|ish|can|ch|eek|ani|aqi|eli|yptian|wiss|ansas|exas|york|iowa|ohio|based)$/;

const known = new WeakMap<readonly FrameSentence[], People>();

/** Found once for each article: quotations and names both ask. */
export function findPeople(sentences: readonly FrameSentence[]): People {
  const people = known.get(sentences) ?? makePeople(sentences);
  known.set(sentences, people);
  return people;
}

function makePeople(sentences: readonly FrameSentence[]): People {
  const drafts = noDrafts();
  const found: Found[] = [];
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    const tokens = sentences[sentence]?.tokens ?? [];
    for (const run of nameRuns(tokens)) found.push({ run, sentence, words: wordsOf(tokens, run), entity: -1 });
  }
  // full forms first, so that a surname finds its bearer also where it stands before the full name
  for (const mention of found) if (isFull(mention.words)) mention.entity = addFull(drafts, mention.words);
  for (const mention of found) {
    const tokens = sentences[mention.sentence]?.tokens ?? [];
    const { run, words } = mention;
    if (mention.entity < 0) mention.entity = addShort(drafts, words, genderOfTitle(tokens[run.nameFrom - 1]?.low ?? ''));
    const draft = drafts.all[mention.entity];
    if (draft === undefined) continue;
    draft.count++;
    collectEvidence(draft, tokens, run, words, draft.words.length === 1);
    draft.aliases.add(words.map(({ text }) => text).join(' '));
    const foreign = foreignNameBehind(tokens, run.to);
    if (foreign !== undefined) draft.aliases.add(foreign);
  }
  return { entities: drafts.all.map(toEntity), mentions: toMentions(sentences, found) };
}

function wordsOf(tokens: readonly Token[], { nameFrom, to }: Run): NameWord[] {
  const words: NameWord[] = [];
  for (let i = nameFrom; i < to; i++) words.push(nameWord(tokens[i]?.text ?? ''));
  // "Alan Whitcombe KC"
  while (words.length > 2 && POSTNOMINAL.test(words.at(-1)?.text ?? '')) words.pop();
  return words;
}

const runsOf = new WeakMap<readonly Token[], readonly Run[]>();

/** Runs of capitals, with particles inside and titles split off in front; remembered, since mentions, roles and pronouns all ask. */
export function nameRuns(tokens: readonly Token[]): readonly Run[] {
  const runs = runsOf.get(tokens) ?? findRuns(tokens);
  runsOf.set(tokens, runs);
  return runs;
}

function findRuns(tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]?.tag !== 'name') continue;
    const to = endOfRun(tokens, i);
    // "Holm, R-Texas,": nobody's name
    if (to === i + 1 && PARTY.test(tokens[i]?.low ?? '')) continue;
    const nameFrom = afterTitles(tokens, i, to);
    if (nameFrom < to) runs.push({ from: i, to, nameFrom });
    i = to;
  }
  return runs;
}

function endOfRun(tokens: readonly Token[], from: number): number {
  let to = from + 1;
  for (;;) {
    const token = tokens[to];
    if (token === undefined) return to;
    const next = tokens[to + 1];
    if (token.tag === 'name') to++;
    else if (PARTICLES.has(token.low) && next?.tag === 'name') to += 2;
    else if (PARTICLES.has(token.low) && PARTICLES.has(next?.low ?? '') && tokens[to + 2]?.tag === 'name') to += 3;
    else if (token.tag === 'comma' && nameWord(next?.text ?? '').isSuffix) to += 2;
    else return to;
  }
}

function afterTitles(tokens: readonly Token[], from: number, to: number): number {
  let nameFrom = from;
  for (let i = from; i < to; i++)
    if (
      lexicon.titles.has(tokens[i]?.low ?? '') &&
      !(i === to - 1 && i > from && lexicon.bodyWords.has(tokens[i]?.low ?? '')) &&
      !(i === to - 1 && i > from && !isRole(tokens, i))
    )
      nameFrom = i + 1;
  // "World Health Organization", "Justice Department": no person behind a field of work
  if (
    nameFrom > from &&
    nameFrom === to - 1 &&
    FIELD.test(tokens[nameFrom - 1]?.low ?? '') &&
    lexicon.bodyWords.has(tokens[nameFrom]?.low ?? '')
  )
    nameFrom = from;
  // "Secretary of State Antony Blinken": the office's name goes with the title
  if (nameFrom === from && tokens[from - 1]?.low === 'of' && lexicon.titles.has(tokens[from - 2]?.low ?? '') && to - from >= 3) {
    nameFrom = /^(?:homeland|national|foreign|veterans)$/.test(tokens[from]?.low ?? '') && to - from >= 4 ? from + 2 : from + 1;
  }
  if (
    nameFrom === from &&
    to - from >= 3 &&
    NATIONALITY.test(tokens[from]?.low ?? '') &&
    genderOfGivenName(tokens[from + 1]?.low ?? '') !== undefined
  )
    nameFrom++;
  return nameFrom;
}

/** Words that stand in titles and name no holder by themselves. */
const FIELD =
  /^(?:justice|defen[cs]e|health|education|energy|environment|trade|treasury|foreign|interior|finance|national|security|state|press|campaign|political|home|communications|first|press)$/;

/** A title as the last word is a role ("Prime Minister"), unless it can be a surname after a given name ("Stephen King"). */
const isRole = (tokens: readonly Token[], at: number): boolean =>
  genderOfGivenName(tokens[at - 1]?.low ?? '') === undefined || lexicon.titles.has(tokens[at - 1]?.low ?? '');

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
  return { words, kind, ...(gender === undefined ? {} : { gender }), roles: draft.roles, count: draft.count, aliases };
}

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
  for (const { run, sentence, entity } of found) {
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
      if (tag === 'comma' || tag === 'quote') isSubject = true;
    }
    const behind = tokens[run.to]?.tag;
    mentions.push({
      entity,
      start: tokens[run.nameFrom]?.start ?? 0,
      end: tokens[run.to - 1]?.end ?? 0,
      sentence,
      isSubject: isSubject && tokens[run.from - 1]?.tag !== 'preposition',
      isPossessive: behind === 'possessive',
      isModifier: behind === 'word',
    });
  }
  return mentions;
}

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

export function entityAt(people: People, start: number | undefined): number | undefined {
  const mention = people.mentions[mentionsBefore(people, start ?? -1)];
  return mention?.start === start ? mention?.entity : undefined;
}
