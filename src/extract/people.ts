/** The sentences of an article → everybody and everything it names, each with its full form, its gender where it shows, and its mentions. */
import * as lexicon from '#text/lexicon.ts';
import { type Gender, genderOfGivenName, genderOfTitle } from '#text/names-en.ts';
import { PLACES } from '#text/places-en.ts';
import type { FrameSentence, Token } from '#text/tokens.ts';

export type Entity = {
  readonly words: readonly string[];
  readonly kind: 'person' | 'organisation';
  readonly gender?: Gender;
  /** Titles and nouns that stood before the name or after its comma, in lower case: "president", "senator". */
  readonly roles: ReadonlySet<string>;
  readonly count: number;
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

type Draft = {
  words: string[];
  forms: Map<string, number>;
  person: number;
  body: number;
  male: number;
  female: number;
  /** Above 0 where more of the pronouns around it are a man's. */
  pronouns: number;
  roles: Set<string>;
  count: number;
};
type Run = { readonly from: number; readonly to: number; readonly nameFrom: number };

const PARTICLES = /^(?:de|del|della|der|den|di|du|da|dos|das|van|von|bin|bint|ibn|al|el|la|le|ben|ter|ten|zu|af|av|y|e)$/;
const SUFFIX = /^(?:jr|sr|ii|iii|iv)$/;
const NATIONALITY = /(?:ian|ean|ese|ish|can|ch|eek|ani|aqi|eli|yptian|wiss|ansas|exas|york|iowa|ohio|based)$/;

const known = new WeakMap<readonly FrameSentence[], People>();

/** Found once for each article: quotations and names both ask. */
/** "Mexican", "Democrats", "Islamic": of a country, a party or a faith, nobody's name. */
const DEMONYM =
  /^(?:\p{Lu}\p{Ll}+(?:icans?|ians?|eans?|ese|ish|ists?|ocrats?|slims?|lamic|iet|ench|raqis?|raelis?)|Democratic|Democrat|Republicans?|GOP|Dutch|Greeks?|Swiss|Jews?|Catholics?|Christmas|God|Internet|English|German|Germans)$/u;

export function findPeople(sentences: readonly FrameSentence[]): People {
  const people = known.get(sentences) ?? makePeople(sentences);
  known.set(sentences, people);
  return people;
}

function makePeople(sentences: readonly FrameSentence[]): People {
  const drafts: Draft[] = [];
  const index = new Map<string, number[]>();
  const raw: { run: Run; sentence: number; words: string[]; entity: number }[] = [];
  for (const [number, sentence] of sentences.entries()) {
    for (const run of nameRuns(sentence.tokens)) {
      const words = sentence.tokens.slice(run.nameFrom, run.to).map((token) => token.text.replace(/^[“"]/u, ''));
      raw.push({ run, sentence: number, words, entity: -1 });
    }
  }
  // full forms first, so that a surname finds its bearer also where it stands before the full name
  for (const mention of raw) if (coreLength(mention.words) >= 2) mention.entity = addFull(drafts, index, mention.words);
  for (const mention of raw) {
    const tokens = sentences[mention.sentence]?.tokens ?? [];
    if (mention.entity < 0) mention.entity = addShort(drafts, index, mention.words, tokens, mention.run);
    const draft = drafts[mention.entity];
    if (draft !== undefined) collectEvidence(draft, tokens, mention.run, mention.words);
  }
  const mentions = raw.map(({ run, sentence, entity }) => toMention(sentences, run, sentence, entity));
  return { entities: drafts.map(toEntity), mentions };
}

const coreLength = (words: readonly string[]): number =>
  words.filter((word) => !SUFFIX.test(fold(word)) && !/^\p{Lu}\.?$/u.test(word)).length;
const fold = (word: string): string => {
  const low = word.toLowerCase();
  const plain = /^[a-z'-]*$/.test(low) ? low : low.normalize('NFD').replace(/\p{M}/gu, '');
  return plain.endsWith('.') ? plain.slice(0, -1) : plain;
};

/** Runs of capitals, with particles inside and titles split off in front. */
export function nameRuns(tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]?.tag !== 'name') continue;
    let to = i + 1;
    while (to < tokens.length) {
      if (tokens[to]?.tag === 'name') to++;
      else if (PARTICLES.test(tokens[to]?.low ?? '') && tokens[to + 1]?.tag === 'name') to += 2;
      else if (tokens[to]?.tag === 'comma' && SUFFIX.test(fold(tokens[to + 1]?.text ?? ''))) to += 2;
      else break;
    }
    const nameFrom = afterTitles(tokens, i, to);
    if (nameFrom < to) runs.push({ from: i, to, nameFrom });
    i = to;
  }
  return runs;
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

/** A title as the last word is a role ("Prime Minister"), unless it can be a surname after a given name ("Stephen King"). */
const isRole = (tokens: readonly Token[], at: number): boolean =>
  genderOfGivenName(tokens[at - 1]?.low ?? '') === undefined || lexicon.titles.has(tokens[at - 1]?.low ?? '');

function addFull(drafts: Draft[], index: Map<string, number[]>, words: string[]): number {
  const core = words.filter((word) => !SUFFIX.test(fold(word)));
  const suffix = words.find((word) => SUFFIX.test(fold(word)));
  const last = fold(core.at(-1) ?? '');
  const first = fold(core[0] ?? '');
  const same = (index.get(last) ?? []).find((id) => {
    const other = drafts[id]?.words ?? [];
    const otherCore = other.filter((word) => !SUFFIX.test(fold(word)));
    return (
      fold(otherCore.at(-1) ?? '') === last &&
      isSameGiven(first, fold(otherCore[0] ?? '')) &&
      (suffix === undefined) === (other.find((word) => SUFFIX.test(fold(word))) === undefined)
    );
  });
  const id = same ?? drafts.length;
  if (same === undefined)
    drafts.push({ words, forms: new Map(), person: 0, body: 0, male: 0, female: 0, pronouns: 0, roles: new Set(), count: 0 });
  const forms = drafts[id]?.forms;
  forms?.set(words.join(' '), (forms.get(words.join(' ')) ?? 0) + 1);
  for (const word of core) {
    const key = fold(word);
    const ids = index.get(key) ?? [];
    if (!ids.includes(id)) ids.push(id);
    index.set(key, ids);
  }
  return id;
}

const isSameGiven = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

/** A single word: the bearer of that last name, else of that first name, else something of its own. */
function addShort(drafts: Draft[], index: Map<string, number[]>, words: string[], tokens: readonly Token[], run: Run): number {
  const key = fold(words.at(-1) ?? '');
  const ids = index.get(key) ?? [];
  const title = genderOfTitle(tokens[run.nameFrom - 1]?.low ?? '');
  const byLast = ids.filter((id) => fold(lastOf(drafts[id]?.words ?? [])) === key && !isOtherGender(drafts[id], title));
  const byFirst = ids.filter(
    (id) => fold(drafts[id]?.words[0] ?? '') === key && !isOtherGender(drafts[id], title) && isPersonal(drafts[id]),
  );
  const best = mostNamed(drafts, byLast) ?? mostNamed(drafts, byFirst);
  if (best !== undefined && (drafts[best]?.body ?? 0) <= 2) return best;
  drafts.push({ words: [...words], forms: new Map(), person: 0, body: 0, male: 0, female: 0, pronouns: 0, roles: new Set(), count: 0 });
  index.set(key, ids);
  ids.push(drafts.length - 1);
  return drafts.length - 1;
}

/** A given name known as such, or two words of which none is a body's ("Wang Yi"). */
const isPersonal = (draft: Draft | undefined): boolean => {
  const words = draft?.words ?? [];
  return (
    genderOfGivenName(fold(words[0] ?? '')) !== undefined ||
    (words.length === 2 && !words.some((word) => lexicon.bodyWords.has(fold(word)) || COMMON.test(word)))
  );
};
/** Nouns that make a name of a thing. */
const COMMON =
  /^(?:Train|Tower|Towers|Plan|Effect|Team|Era|Day|Way|Deal|Force|Service|Rule|Code|Line|Point|City|Beach|Hill|Hills|Square|Bridge|Gate|Field|Hall|Place|Plaza)$/;

const lastOf = (words: readonly string[]): string => words.findLast((word) => !SUFFIX.test(fold(word))) ?? '';

function isOtherGender(draft: Draft | undefined, title: Gender | undefined): boolean {
  const given = genderOfGivenName(fold(draft?.words[0] ?? ''));
  return title !== undefined && given !== undefined && given !== title;
}

const mostNamed = (drafts: readonly Draft[], ids: readonly number[]): number | undefined =>
  ids.reduce<number | undefined>(
    (best, id) => (best === undefined || formCount(drafts[id]) > formCount(drafts[best]) ? id : best),
    undefined,
  );
const formCount = (draft: Draft | undefined): number =>
  [...(draft?.forms.values() ?? [])].reduce((sum, n) => sum + n, 0) + (draft?.count ?? 0);

function collectEvidence(draft: Draft, tokens: readonly Token[], run: Run, words: readonly string[]): void {
  draft.count++;
  const given = genderOfGivenName(fold(words[0] ?? ''));
  if (words.length >= 2 && given !== undefined) {
    draft.person += 2;
    draft[given] += 2;
  }
  if (words.length === 1 && draft.words.length === 1 && given !== undefined) {
    draft.person += 1;
    draft[given] += 1;
  }
  if (words.some((word) => lexicon.bodyWords.has(fold(word)))) draft.body += 3;
  if (PLACES.has(words.join(' ').toLowerCase())) draft.body += 6;
  const own = pronounAfter(tokens, run.to);
  if (own !== undefined) draft.pronouns += own === 'male' ? 1 : -1;
  if (tokens[run.from - 1]?.low === 'the' && run.nameFrom === run.from) draft.body += 2;
  if (words.length === 1 && /^(?:\p{Lu}{2,5}|(?:\p{L}\.){2,})$/u.test(words[0] ?? '')) draft.body += 2;
  if (words.length === 1 && DEMONYM.test(words[0] ?? '')) draft.body += 4;
  for (let i = run.nameFrom - 1; i >= Math.max(0, run.from - 6); i--) {
    const token = tokens[i];
    if (token === undefined || (token.tag !== 'word' && token.tag !== 'name' && token.low !== 'of')) break;
    if (!lexicon.titles.has(token.low) && !lexicon.personNouns.has(token.low)) {
      if (i < run.from && token.tag === 'word') continue;
      continue;
    }
    draft.person += 2;
    draft.roles.add(token.low);
    const gender = genderOfTitle(token.low);
    if (gender !== undefined) draft[gender] += 3;
  }
  const next = tokens[run.to];
  if (next?.tag === 'verb' && next.verb?.cue.has('say') === true) draft.person += 1;
  if (next?.tag === 'comma') collectApposition(draft, tokens, run.to + 1);
}

const MAX_TOKENS_TO_PRONOUN = 14;

/** "Ruiz left her house": the first pronoun behind a name, with no other name between, is likely his or hers. */
function pronounAfter(tokens: readonly Token[], from: number): Gender | undefined {
  for (let i = from; i < Math.min(tokens.length, from + MAX_TOKENS_TO_PRONOUN); i++) {
    const token = tokens[i];
    if (token === undefined || token.tag === 'name' || token.tag === 'quote' || token.tag === 'semicolon') return undefined;
    if (/^(?:he|his|him|himself)$/.test(token.low)) return 'male';
    if (/^(?:she|her|hers|herself)$/.test(token.low)) return 'female';
    if (token.tag === 'word' && lexicon.personNouns.has(token.low) && i > from + 3) return undefined;
  }
  return undefined;
}

/** "Ana Ruiz, a retired judge from Norland,". */
function collectApposition(draft: Draft, tokens: readonly Token[], from: number): void {
  if (/^\d\d$/.test(tokens[from]?.text ?? '')) draft.person += 2;
  if (tokens[from]?.low === 'who') draft.person += 2;
  for (let i = from; i < Math.min(tokens.length, from + 8); i++) {
    const token = tokens[i];
    if (
      token === undefined ||
      token.tag === 'comma' ||
      token.tag === 'verb' ||
      token.tag === 'auxiliary' ||
      token.tag === 'preposition' ||
      token.tag === 'quote'
    )
      return;
    if (!lexicon.personNouns.has(token.low) && !lexicon.titles.has(token.low)) continue;
    draft.person += 1;
    draft.roles.add(token.low);
    const gender = genderOfTitle(token.low);
    if (gender !== undefined) draft[gender] += 2;
  }
}

function toEntity(draft: Draft): Entity {
  const words = bestForm(draft);
  // what names and titles say counts before the pronouns around them
  const sign = Math.sign(draft.male - draft.female) || Math.sign(draft.pronouns);
  const gender: Gender | undefined = sign > 0 ? 'male' : sign < 0 ? 'female' : undefined;
  const kind = draft.body > draft.person ? 'organisation' : draft.person > 0 || words.length >= 2 ? 'person' : 'organisation';
  return { words, kind, ...(gender === undefined ? {} : { gender }), roles: draft.roles, count: draft.count };
}

function bestForm(draft: Draft): readonly string[] {
  let best = draft.words;
  let most = 0;
  for (const [form, count] of draft.forms) {
    if (count > most) {
      most = count;
      best = form.split(' ');
    }
  }
  return best;
}

function toMention(sentences: readonly FrameSentence[], run: Run, sentence: number, entity: number): NameMention {
  const tokens = sentences[sentence]?.tokens ?? [];
  let isSubject = true;
  for (let i = 0; i < run.from; i++) {
    const tag = tokens[i]?.tag;
    if (tag === 'verb' || tag === 'auxiliary' || tag === 'preposition') isSubject = false;
    if (tag === 'comma' || tag === 'quote') isSubject = true;
  }
  return {
    entity,
    start: tokens[run.nameFrom]?.start ?? 0,
    end: tokens[run.to - 1]?.end ?? 0,
    sentence,
    isSubject: isSubject && tokens[run.from - 1]?.tag !== 'preposition',
    isPossessive: tokens[run.to]?.tag === 'possessive',
    isModifier: tokens[run.to]?.tag === 'word',
  };
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
