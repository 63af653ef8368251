/** The winning side of a ballot ("52-48", "217 to 205") → the rest of its line: "to 48 by which the Senate passed the bill". */
import { subjectOf } from './clause.ts';
import { type Tagged, wordsOf } from './phrases.ts';
import { groupBefore } from './verb-group.ts';
import { clauseFrom } from './wording-clause.ts';
import { whoOf } from './wording-names.ts';
import { isAboutWhich } from './wording-relative.ts';

/** Tokens of the two numbers. */
export type Ballot = { readonly first: number; readonly other: number };

const MAX_DEED_CHARS = 90;

/** What a ballot does: "the vote was 20-17" and "the bill got 54-46" do not say what was decided. */
const deciding = new Set(
  'approve pass reject vote adopt confirm defeat back clear agree endorse advance ratify elect choose favour favor support decide win beat lose kill block table override uphold acquit convict impeach rule'.split(
    ' ',
  ),
);

export function ballotWording(sentence: Tagged, { first, other }: Ballot): string | undefined {
  const { tokens } = sentence;
  let before = first - 1;
  // "by a vote of", "in a"
  while (
    before > 0 &&
    // "lost the harbour vote by 328-301"
    !(/^votes?$/.test(tokens[before]?.lower ?? '') && sentence.tags[before - 1] === 'noun') &&
    /^(?:of|vote|votes|voting|margin|a|an|by|in|on|with|party-line|partisan|bipartisan|,)$/.test(tokens[before]?.lower ?? '')
  )
    before -= 1;
  const group = groupBefore(sentence, before + 1);
  if (!group || group.isNegative || group.isGerund || group.to !== undefined || !deciding.has(group.base)) return undefined;
  const who = whoOf(sentence, subjectOf(sentence, group));
  const did = wordsOf(sentence, { first: group.first, last: before });
  const goesOn = tokens[other + 1]?.lower === 'to' ? wordsOf(sentence, clauseFrom(sentence, other + 1, MAX_DEED_CHARS)) : undefined;
  if (who === undefined || did === undefined || did.length > MAX_DEED_CHARS) return undefined;
  // "which the Senate approved 100-0": what, stands before
  if (isAboutWhich(sentence, group, subjectOf(sentence, group))) return undefined;
  // "approved a resolution 393-0 that the attacks were crimes": which resolution
  if (goesOn === undefined && tokens[other + 1]?.lower === 'that') return undefined;
  // "voted 405 to 11 in support of": on what, is not told
  if (goesOn === undefined && group.main === before && /^(?:voted|votes|vote)$/.test(tokens[before]?.lower ?? '')) return undefined;
  return [`to ${tokens[other]?.text} by which`, who, did, goesOn].filter(Boolean).join(' ');
}
