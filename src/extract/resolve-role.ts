/** "the senator", "the 71-year-old", "the former captain" → whoever the article named so, or alone has been talking about. */
import * as lexicon from '#text/lexicon.ts';
import { genderOfTitle } from '#text/names-en.ts';
import type { FrameSentence, Token } from '#text/tokens.ts';
import type { Run } from './name-evidence.ts';
import { isOfParty } from './name-runs.ts';
import type { Phrase } from './noun-phrase.ts';
import { type Entity, mentionsBefore, type People } from './people.ts';
import { isPersonNoun } from './speaker-nouns.ts';

/** age: named with it before; party: named with it and the state; role: the same; ahead: named with it further on, and nobody else; topic: the only one spoken of just before. */
export type RoleAnswer = { readonly entity: number; readonly by: 'age' | 'party' | 'role' | 'ahead' | 'topic' };

const MAX_MENTIONS_BACK = 300;

export function resolveRole(
  people: People,
  sentences: readonly FrameSentence[],
  sentence: FrameSentence,
  phrase: Phrase,
  index: number,
): RoleAnswer | undefined {
  const { tokens } = sentence;
  const at = tokens[phrase.from]?.start ?? 0;
  const head = tokens[phrase.head]?.low ?? '';
  if (tokens[phrase.from]?.low !== 'the' || /^(?:of|for|who)$/.test(tokens[phrase.to]?.low ?? '')) return undefined;
  // "the president's spokeswoman" is somebody else
  if (tokens.slice(phrase.from, phrase.head).some(({ tag }) => tag === 'possessive')) return undefined;
  const age = byAge(people, sentences, head === 'old' ? `${tokens[phrase.head - 2]?.low}-year-old` : head, at);
  if (age !== undefined) return { entity: age, by: 'age' };
  const words = tokens.slice(phrase.from + 1, phrase.to).map(({ low }) => low);
  const member = isOfParty(head) || FOR_PLACE.test(head) ? byState(people, sentences, tokens, phrase, at) : undefined;
  if (member !== undefined) return { entity: member, by: 'party' };
  if (lexicon.personNouns.has(head)) {
    // "the Florida senator": which of several the article need not say
    const isOfPlace = tokens.slice(phrase.from, phrase.head).some(({ tag }) => tag === 'name');
    const bearers = people.entities.filter((entity) => entity.count > 0 && fits(entity, words, head)).length;
    const earlier = isOfPlace && bearers > 1 ? undefined : earlierWith(people, words, head, at);
    if (earlier !== undefined) return { entity: earlier, by: 'role' };
    const later = onlyOneWith(people, words, head);
    if (later !== undefined) return { entity: later, by: 'ahead' };
  }
  const topic = topicOf(people, sentences, words, head, at, index);
  return topic === undefined ? undefined : { entity: topic, by: 'topic' };
}

/** Part of an office's name: "the foreign minister" is nobody who was named as finance minister. */
const OFFICE =
  /^(?:foreign|finance|defen[cs]e|interior|health|education|energy|environment|justice|trade|home|treasury|prime|vice|deputy|attorney)$/;

const fits = (entity: Entity | undefined, words: readonly string[], head: string): boolean =>
  entity?.kind === 'person' &&
  hasRole(entity.roles, head) &&
  !(head === 'president' && entity.roles.has('vice') && !words.includes('vice')) &&
  words.every((word) => !OFFICE.test(word) || entity.roles.has(word) || entity.roles.has(word.replace('defense', 'defence')));

const SHORT: Readonly<Record<string, string>> = {
  sen: 'senator',
  rep: 'representative',
  gov: 'governor',
  gen: 'general',
  dr: 'doctor',
  prof: 'professor',
};
const hasRole = (roles: ReadonlySet<string>, head: string): boolean =>
  roles.has(head) ||
  [...roles].some((role) => SHORT[role] === head) ||
  (head === 'congressman' || head === 'congresswoman' || head === 'lawmaker' ? roles.has('rep') : false);

function earlierWith(people: People, words: readonly string[], head: string, at: number): number | undefined {
  for (let i = mentionsBefore(people, at) - 1, seen = 0; i >= 0 && seen < MAX_MENTIONS_BACK; i--, seen++) {
    const mention = people.mentions[i];
    if (mention !== undefined && fits(people.entities[mention.entity], words, head)) return mention.entity;
  }
  return undefined;
}

/** Offices that an article gives to one person: "the mayor", named two paragraphs on. */
const HELD =
  /^(?:president|premier|chancellor|king|queen|pope|mayor|governor|minister|secretary|chairman|chairwoman|ceo|commissioner|ambassador)$/;

function onlyOneWith(people: People, words: readonly string[], head: string): number | undefined {
  if (!HELD.test(head)) return undefined;
  const found = people.entities.flatMap((entity, index) => (entity.count > 0 && fits(entity, words, head) ? [index] : []));
  return found.length === 1 ? found[0] : undefined;
}

/** "the 71-year-old": whoever was named with that age, "Viktor Sandu, 71,". */
function byAge(people: People, sentences: readonly FrameSentence[], head: string, at: number): number | undefined {
  const age = /^(\d{1,3})-year-old$/.exec(head)?.[1];
  if (age === undefined) return undefined;
  for (let i = mentionsBefore(people, at) - 1, seen = 0; i >= 0 && seen < MAX_MENTIONS_BACK; i--, seen++) {
    const mention = people.mentions[i];
    const tokens = sentences[mention?.sentence ?? -1]?.tokens ?? [];
    const next = tokens.findIndex((token) => token.start >= (mention?.end ?? 0));
    if (mention !== undefined && tokens[next]?.tag === 'comma' && tokens[next + 1]?.text === age) return mention.entity;
  }
  return undefined;
}

/** Whoever sits somewhere for a place. */
const FOR_PLACE = /^(?:senator|congress(?:man|woman)|representative|governor|lawmaker)$/;

/** "the Nevada Democrat", "the Velm senator": the only one named with party and state, "Tom Holm, D-Nev.,", or with the place, "Velm Sen. Tom Holm". */
function byState(
  people: People,
  sentences: readonly FrameSentence[],
  tokens: readonly Token[],
  phrase: Phrase,
  at: number,
): number | undefined {
  const head = tokens[phrase.head]?.low ?? '';
  const state = tokens
    .slice(phrase.from + 1, phrase.head)
    .map(({ low }) => low)
    .join('');
  const found = new Set<number>();
  for (let i = mentionsBefore(people, at) - 1, seen = 0; i >= 0 && seen < MAX_MENTIONS_BACK; i--, seen++) {
    const mention = people.mentions[i];
    const around = sentences[mention?.sentence ?? -1]?.tokens ?? [];
    const next = around.findIndex((token) => token.start >= (mention?.end ?? 0));
    const [, party = '', of = ''] = /^(\p{L})-(.+)$/u.exec(around[next + 1]?.low ?? '') ?? [];
    if (mention === undefined || state === '') continue;
    const isMember = party !== '' && (FOR_PLACE.test(head) || head.startsWith(party)) && isShortOf(of, state);
    if (isMember || (FOR_PLACE.test(head) && standsBefore(around, mention.run, state))) found.add(mention.entity);
  }
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** "Velm Sen. Tom Holm", "Velm’s senator Tom Holm". */
function standsBefore(tokens: readonly Token[], { nameFrom }: Run, place: string): boolean {
  const words = tokens.slice(Math.max(0, nameFrom - MAX_TOKENS_TO_PLACE), nameFrom).map(({ low }) => low);
  return words.join('').includes(place) && words.some((word) => FOR_PLACE.test(SHORT[word.replace('.', '')] ?? word));
}
const MAX_TOKENS_TO_PLACE = 5;

/** "ky." of "kentucky", "n.y." of "newyork". */
function isShortOf(short: string, long: string): boolean {
  const letters = short.replace(/[^\p{L}]/gu, '');
  if (letters === '' || letters[0] !== long[0]) return false;
  let at = -1;
  return [...letters].every((letter) => {
    at = long.indexOf(letter, at + 1);
    return at >= 0;
  });
}

/** What reporters call somebody again by, so as not to repeat the name; no office, and no word for a bystander. */
const AGAIN =
  /^(?:singer|songwriter|rapper|musician|guitarist|actor|actress|star|superstar|comedian|comic|presenter|broadcaster|author|novelist|writer|playwright|director|filmmaker|artist|painter|model|chef|entrepreneur|billionaire|tycoon|player|striker|forward|winger|midfielder|defender|goalkeeper|keeper|captain|skipper|batsman|bowler|quarterback|pitcher|golfer|boxer|swimmer|sprinter|runner|cyclist|driver|rider|jockey|champion|coach|manager|boss|teenager|youngster|pensioner|mother-of-two|father-of-two|mother-of-three|father-of-three|politician|lawmaker|veteran|astronaut|\d{1,3}-year-old|spaniard|dane|swede|finn|scot|pole|briton|englishman|frenchman|frenchwoman|irishman|irishwoman|welshman|dutchman|norwegian|belgian|italian|german|austrian|argentine|argentinian|brazilian|portuguese|australian|american|canadian|ukrainian|russian|serb|croat|spaniard|texan|londoner|republican|democrat|tory|socialist)$/;
/** "the 38-year-old Serb": a capital, and no name. */
export const isNamedAgain = (tokens: readonly Token[], { from, head }: Phrase): boolean =>
  tokens[from]?.low === 'the' && AGAIN.test(tokens[head]?.low ?? '');

const LEADS = /^(?:coach|manager|boss|director)$/;
const PLAYS =
  /^(?:player|striker|forward|winger|midfielder|defender|goalkeeper|keeper|captain|skipper|batsman|bowler|quarterback|pitcher|golfer|boxer|swimmer|sprinter|runner)$/;
const SENTENCES_BACK = 3;

/** The only person named in the few sentences before. */
function topicOf(
  people: People,
  sentences: readonly FrameSentence[],
  words: readonly string[],
  head: string,
  at: number,
  index: number,
): number | undefined {
  if (!AGAIN.test(head) && !(words[0] === 'former' && isPersonNoun(head) && !head.endsWith('s'))) return undefined;
  let only: number | undefined;
  let isHere = false;
  for (let i = mentionsBefore(people, at) - 1; i >= 0; i--) {
    const mention = people.mentions[i];
    if (mention === undefined || index - mention.sentence > SENTENCES_BACK) break;
    const back = (sentences[index]?.paragraph ?? 0) - (sentences[mention.sentence]?.paragraph ?? 0);
    // whoever the paragraph itself names comes first; of a party are many
    if (back > 1 || (back === 1 && only !== undefined && (isHere || !isOfParty(head)))) break;
    if (people.entities[mention.entity]?.kind !== 'person') continue;
    if (only !== undefined && only !== mention.entity) return undefined;
    only = mention.entity;
    isHere = back === 0;
  }
  const entity = people.entities[only ?? -1];
  if (entity === undefined) return undefined;
  const gender = genderOfTitle(head);
  if (gender !== undefined && entity.gender !== undefined && gender !== entity.gender) return undefined;
  return isOfOtherCraft(entity.roles, head) ? undefined : only;
}

/** A coach is not called "the striker" next. */
const isOfOtherCraft = (roles: ReadonlySet<string>, head: string): boolean =>
  [...roles].some((role) => (LEADS.test(role) && PLAYS.test(head)) || (PLAYS.test(role) && LEADS.test(head)));
