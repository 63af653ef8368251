/** Names as an article writes them → one draft for each bearer: full forms together, a surname with whoever bears it. */
import type { Gender } from '#text/names-en.ts';
import type { Evidence } from './name-evidence.ts';
import type { NameWord } from './name-words.ts';
import { type Bearer, bearerOf, genderOf, mostNamed, type Named } from './namesakes.ts';

export type Draft = Evidence & {
  /** As first written. */
  readonly words: readonly NameWord[];
  /** Folded, without "Jr". */
  readonly first: string;
  readonly last: string;
  readonly hasSuffix: boolean;
  /** Each full form with how often it stands. */
  readonly forms: Map<string, number>;
  readonly aliases: Set<string>;
  full: number;
  count: number;
  /** Of a body, as far as its full forms tell: a single word of it is its own name ("World Bank", "Bank"). */
  isBody: boolean;
  isCalledByGiven: boolean;
};

export type Drafts = {
  readonly all: Draft[];
  /** A folded word → the drafts that hold it. */
  readonly byWord: Map<string, number[]>;
};

export const noDrafts = (): Drafts => ({ all: [], byWord: new Map() });

/** Without initials and "Jr" two words or more: its bearer needs no other form. */
export function isFull(words: readonly NameWord[]): boolean {
  let core = 0;
  for (const [index, word] of words.entries())
    if (!word.isSuffix && !word.isInitial && !(word.isParticle && index < words.length - 1)) core++;
  return core >= 2;
}

export function addFull(drafts: Drafts, words: readonly NameWord[]): number {
  const core = words.filter((word) => !word.isSuffix);
  const first = core[0]?.folded ?? '';
  const last = core.at(-1)?.folded ?? '';
  const hasSuffix = core.length < words.length;
  const same = drafts.byWord.get(last)?.find((id) => {
    const other = drafts.all[id];
    return other !== undefined && other.last === last && other.hasSuffix === hasSuffix && isSameGiven(first, other.first);
  });
  const id = same ?? add(drafts, words);
  const draft = drafts.all[id];
  if (draft !== undefined) {
    const form = words.map((word) => word.text).join(' ');
    draft.forms.set(form, (draft.forms.get(form) ?? 0) + 1);
    draft.full++;
  }
  for (const { folded } of core) {
    const ids = drafts.byWord.get(folded);
    if (ids === undefined) drafts.byWord.set(folded, [id]);
    else if (!ids.includes(id)) ids.push(id);
  }
  return id;
}

function add(drafts: Drafts, words: readonly NameWord[]): number {
  const core = words.filter((word) => !word.isSuffix);
  const evidence = { person: 0, body: 0, male: 0, female: 0, pronouns: 0, roles: new Set<string>() };
  return (
    drafts.all.push({
      ...evidence,
      words,
      first: core[0]?.folded ?? '',
      last: core.at(-1)?.folded ?? '',
      hasSuffix: core.length < words.length,
      forms: new Map(),
      aliases: new Set(),
      full: 0,
      count: 0,
      isBody: false,
      isCalledByGiven: false,
    }) - 1
  );
}

/** Once all full forms are counted. */
export function settle({ all }: Drafts): void {
  for (const draft of all) draft.isBody = draft.body > 2 && draft.body > draft.person;
}

const isSameGiven = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

/** A single word: the bearer of that last name, else of that first name, else something of its own. `gender`: what its title tells, or the pronouns behind it. */
export function addShort(drafts: Drafts, words: readonly NameWord[], gender: Gender | undefined, isTitled: boolean, named: Named): Bearer {
  const key = words.at(-1)?.folded ?? '';
  const ids = drafts.byWord.get(key) ?? [];
  const those = (isMeant: (draft: Draft) => boolean): number[] =>
    ids.filter((id) => {
      const draft = drafts.all[id];
      return draft !== undefined && !draft.isBody && !isOtherGender(draft, gender) && isMeant(draft);
    });
  const surname = bearerOf(
    drafts,
    those(({ last }) => last === key),
    isTitled,
    named,
  );
  if (surname !== undefined) return surname;
  // "Kim" of Kim Dong-yup may as well be Kim Jong-un
  const given = bearerOf(
    drafts,
    those((draft) => draft.first === key && (isTitled || isPersonal(draft))),
    isTitled,
    named,
  );
  if (given !== undefined) return given;
  const id = mostNamed(
    drafts,
    those((draft) => isFirstOfTwoSurnames(draft, key, isTitled)),
  );
  if (id !== undefined) return { id, isUnsure: false };
  const bodies = ids.filter((body) => isCutFrom(drafts.all[body], key));
  if (bodies.length === 1) return { id: bodies[0] ?? 0, isUnsure: false };
  const own = add(drafts, words);
  ids.push(own);
  drafts.byWord.set(key, ids);
  return { id: own, isUnsure: false };
}

/** Who is called by the given name alone somewhere, as relatives of somebody of the same surname are. */
export function noteGivenAlone(drafts: Drafts, words: readonly NameWord[]): void {
  const [word] = words;
  if (words.length !== 1 || word === undefined) return;
  const ids = drafts.byWord.get(word.folded) ?? [];
  if (ids.some((id) => drafts.all[id]?.last === word.folded)) return;
  for (const id of ids) {
    const draft = drafts.all[id];
    if (draft?.first === word.folded && draft.full > 0) draft.isCalledByGiven = true;
  }
}

/** "the Department" of the only "Department of Housing". */
const isCutFrom = (draft: Draft | undefined, key: string): boolean =>
  draft?.first === key && draft.full > 0 && /^(?:of|for|on)$/.test(draft.words[1]?.low ?? '');

/** "Elena Duarte Prado" is "Duarte" next. */
function isFirstOfTwoSurnames({ words, full, person, body }: Draft, key: string, isTitled: boolean): boolean {
  const core = words.filter((word) => !word.isSuffix);
  const middle = core[1];
  return full > 0 && person > body && core.length === 3 && middle?.folded === key && !middle.isInitial && (isTitled || !middle.isGiven);
}

const isOtherGender = (draft: Draft, title: Gender | undefined): boolean => {
  const gender = title === undefined ? undefined : genderOf(draft);
  return gender !== undefined && gender !== title;
};

/** A given name known as such, or two words of which none is a body's ("Wang Yi"). */
const isPersonal = ({ words }: Draft): boolean =>
  words[0]?.isGiven === true || (words.length === 2 && !words.some((word) => word.isOfBody || word.isOfThing));
