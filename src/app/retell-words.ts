/** A drafted sentence and the sentences that it cites → why its wording cannot stand, beside what `verify` checks: length, mark-up, words of its own, a "not" more or less, a report or a possibility made a fact. */
import { verbReading } from '#text/lexicon.ts';
import { SCALE_WORDS, SMALL_WORDS } from '#text/numbers.ts';

const MAX_GROWTH = 1.25;

export function whyNotTheirWords(text: string, cited: string): string | undefined {
  if (text === '') return 'It is empty.';
  if (text.length > cited.length * MAX_GROWTH + 20) return 'It is longer than what it retells.';
  if (/[.!?…]["”’)]*$/.test(text) === false) return 'It does not end as a sentence does.';
  if (/https?:|www\.|[\w.-]+@[\w-]|[<>{}[\]`*_#|\\]|\p{Extended_Pictographic}/iu.test(strange(text, cited)))
    return 'It holds mark-up or an address that the article lacks.';
  const theirs = new Set(contentOf(cited).map(stemOf));
  const own = contentOf(text).filter((word) => !theirs.has(stemOf(word)));
  if (own.length > 0) return `It brings words of its own: ${own.slice(0, 5).join(', ')}.`;
  if (negations(text) !== negations(cited)) return 'It says “not” where the article does not, or the other way round.';
  return STANCES.find(({ words: stance }) => stance.test(text) !== stance.test(cited))?.why;
}

/** What makes a report of a fact, and a possibility of an event: it stands in both or in neither. */
const STANCES = [
  {
    words:
      /\b(?:sa(?:id|ys?)|t(?:old|ells?)|according|announced?|claim(?:s|ed)?|report(?:s|ed)|wrote|writes|add(?:s|ed)|warn(?:s|ed)?|den(?:y|ies|ied)|confirm(?:s|ed)?|stat(?:es|ed))\b/i,
    why: 'It says who said so where the article does not, or the other way round.',
  },
  {
    words: /\b(?:alleg\w+|suspect\w*|accus\w+|reportedly|apparently|purported\w*)\b/i,
    why: 'It is surer, or less sure, than the article.',
  },
  {
    // "May" is a month
    words:
      /\b(?:may|might|could|would|should|[Ii]f|[Uu]nless|likely|possibl[ey]|expect(?:s|ed)?|plan(?:s|ned)?|propos(?:es|ed)|consider(?:s|ed|ing)?)\b/,
    why: 'It makes an event of a possibility, or the other way round.',
  },
] as const;

/** Its characters that the cited sentences do not hold as well: a hashtag of the article may stay. */
const strange = (text: string, cited: string): string =>
  text
    .split(/\s+/)
    .filter((word) => !cited.includes(word))
    .join(' ');

const FUNCTION_WORDS = new Set(
  `a an the of in on at by for from with to into onto over under about and or but nor so as if than then that this these those it its he his him she her they their them we our us who whom whose
  which what when where while is are was were be been being am has have had having do does did will would can could may might must shall should there here also just only very more most some any all
  each both such own same too up down out off after before during since until because although though`.split(/\s+/),
);

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}]+(?:'[\p{L}]+)?/gu) ?? [];

/** What joins and shortens, and says nothing. */
const JOINING = new Set(
  `following amid including due via despite among amongst while whereas meanwhile later earlier according say saying said tell told add adding added both also then still already now total
  altogether however therefore thus along alongside together toward towards within without per upon`.split(/\s+/),
);

/** Numbers are `verify`'s. */
const contentOf = (text: string): string[] =>
  wordsOf(text)
    .map((word) => word.replace(/'s$/, ''))
    .filter((word) => !FUNCTION_WORDS.has(word) && !JOINING.has(word) && !/\d/.test(word) && !isNumber(word));

/** One word in all its forms is one. "Killed" is no form of "hurt", however near they stand to a model. */
const stemOf = (word: string): string => bare(verbReading(word)?.lemma ?? bare(word));

const isNumber = (word: string): boolean => SMALL_WORDS.has(word) || SCALE_WORDS.has(word) || word === 'half' || word === 'percent';

/** "arrest", "arrested", "arrests"; "farm" and "farms". */
const bare = (word: string): string => (word.length > 4 ? word.replace(/(?:ing|ed|es|s|ly|e)$/, '') : word.replace(/s$/, ''));

const negations = (text: string): number =>
  wordsOf(text).filter((word) => /^(?:not|no|never|none|nobody|nothing|without|neither|cannot|hardly)$|n't$/.test(word)).length;
