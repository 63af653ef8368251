/** A sentence and what its reader has read before it → what it takes for known, or that it may stand there. What leans whatever stands before it: standing.ts. */
import { takesForKnown } from './known-things.ts';
import type { PassedBy } from './passed-by.ts';
import { namesSomebodyNew } from './short-names.ts';

export type ReadBefore = {
  /** Content words of the headline and of the sentences that will stand before it, stemmed. */
  readonly words: ReadonlySet<string>;
  /** The sentence before it in its article will stand right before it here, too. */
  readonly goesOn: boolean;
};

export function whyNotAfter(text: string, shortNames: ReadonlySet<string>, { words, goesOn }: ReadBefore): PassedBy | undefined {
  if (namesSomebodyNew(text, shortNames, words)) return 'somebody not introduced';
  if (goesOn) return undefined;
  if (goesOnFrom.test(text)) return 'goes on from what stands before';
  return takesForKnown(text, words) ? 'something not introduced' : undefined;
}

const units = '(?:second|minute|hour|day|week|month|year|decade)s?';
const someUnits = `(?:(?:more|less) than |about |nearly |almost |just |only |some )?(?:several|a few|[\\p{L}\\d-]+) ${units}`;

/** "Weeks later", "Earlier, the council", "In particular,", "The council then voted". */
const goesOnFrom = new RegExp(
  `^(?:${[
    `(?:moments|${units}|${someUnits}) (?:(?:later|earlier|afterwards?)\\b|before,)`,
    '(?:earlier|later),? (?!(?:this|in|on|today|than|the|\\p{L}+ing)\\b)',
    '(?:before(?:hand)?|first(?:ly)?|second(?:ly)?|third(?:ly)?|finally|lastly), |finally (?:the|he|she|they|it)\\b|first (?:he|she|they|it)\\b',
    'the (?:next|following|previous) (?:day|morning|week|month|year|night)\\b',
    '(?:since|by|until|only) then\\b|at (?:that|the) (?:time|point)\\b',
    '(?:afterwards?|initially|eventually|soon|more recently|most recently|in particular|in other words|in short|put simply)\\b',
    'even (?:worse|better|then|now)\\b|as (?:is|was|has been|with|for)\\b|on top of\\b|among them\\b',
    '(?:\\S+ ){1,3}then \\p{Ll}{3,}',
    'an? (?:separate|second|third|similar|related|different|further|additional|previous) (?!(?:[\\p{L}]+ ){0,2}(?:to|from)\\b)',
    // "Thirty percent said": of whom?
    '(?:(?:another|just|only|about|nearly|some|fully|almost|roughly|more than) )?(?:\\d[\\d.]*|[\\p{L}-]+)(?: ?%| percent) (?:said|say|think|thought|believe|favou?r|oppose|support|approve|disapprove|want|were|are|had|have)\\b',
    '(?:one|two|three|four|five|six|seven|eight|nine|ten|some|many|most|several|dozens|hundreds), including\\b',
    // "Ada Holm’s remarks came", but not "Ada Holm’s remarks about the bridge"
    "(?:\\p{Lu}\\S+ ){0,2}\\p{Lu}\\S+[’'](?:s|) (?:mention|remarks?|comments?|response|answer|statement|claims?|announcement|decision|move|tweets?) (?!(?:on|about|that|to|of|in|at|against)\\b)",
  ].join('|')})`,
  'iu',
);
