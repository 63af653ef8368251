/** Names as an article writes them → one draft for each bearer: full forms together, a surname with whoever bears it. */
import type { Gender } from '#text/names-en.ts';
import type { Evidence } from './name-evidence.ts';
import type { NameWord } from './name-words.ts';

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
    }) - 1
  );
}

const isSameGiven = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));

/** A single word: the bearer of that last name, else of that first name, else something of its own. `title`: whose title stands before it. */
export function addShort(drafts: Drafts, words: readonly NameWord[], title: Gender | undefined): number {
  const key = words.at(-1)?.folded ?? '';
  const ids = drafts.byWord.get(key) ?? [];
  const best =
    mostNamed(drafts, ids, (draft) => draft.last === key && !isOtherGender(draft, title)) ??
    mostNamed(
      drafts,
      ids,
      (draft) => draft.words[0]?.folded === key && !isOtherGender(draft, title) && (title !== undefined || isPersonal(draft)),
    );
  if (best !== undefined && (drafts.all[best]?.body ?? 0) <= 2) return best;
  const id = add(drafts, words);
  ids.push(id);
  drafts.byWord.set(key, ids);
  return id;
}

function mostNamed({ all }: Drafts, ids: readonly number[], isMeant: (draft: Draft) => boolean): number | undefined {
  let best: number | undefined;
  let most = -1;
  for (const id of ids) {
    const draft = all[id];
    if (draft === undefined || draft.full + draft.count <= most || !isMeant(draft)) continue;
    best = id;
    most = draft.full + draft.count;
  }
  return best;
}

const isOtherGender = ({ words }: Draft, title: Gender | undefined): boolean => {
  const given = words[0]?.gender;
  return title !== undefined && given !== undefined && given !== title;
};

/** A given name known as such, or two words of which none is a body's ("Wang Yi"). */
const isPersonal = ({ words }: Draft): boolean =>
  words[0]?.gender !== undefined || (words.length === 2 && !words.some((word) => word.isOfBody || word.isOfThing));
