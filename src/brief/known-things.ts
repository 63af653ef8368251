/** A sentence and the words that its reader has read → whether it says "the ruling" or "critics of the bill" where nobody told which. */
import { auxiliaries, verbReading } from '#text/lexicon.ts';
import { contentWords, stem } from './words.ts';

/** `read`: content words of what stands before it, stemmed. */
export const takesForKnown = (text: string, read: ReadonlySet<string>): boolean => opensWithKnown(text, read) || pointsAtKnown(text, read);

const listed = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** One of its kind, or known to whoever reads news. */
const UNIQUE = listed(
  `president vice-president government administration presidency congress parliament economy world public media press internet weather sun army military police country nation state left right
   rich poor coronavirus virus pandemic epidemic fact facts reality truth news number list idea question best worst rest majority minority dollar euro unemployment war recession future past
   year week month day summer winter spring autumn fall weekend election elections united constitution wisdom spotlight`,
);
const RANKED =
  /^(?:first|second|third|last|latest|next|only|main|top|biggest|most|least|more|current|other|former|late|entire|whole|same|real|\p{Ll}+est)$/u;
/** "the bill of", "the bill that", "the bill to": what follows tells which one is meant. */
const TELLS_WHICH = listed(
  `of for to in on between against from by at with over behind about surrounding into around toward towards under among inside outside near across within
   who whose whom that which where when`,
);
const DAY = /^(?:on |late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/u;
const MAX_WORDS = 8;

/** "The ruling came as", but not "The ruling of", "The Lund ruling" or "The ruling, the first". */
function opensWithKnown(text: string, read: ReadonlySet<string>): boolean {
  const [, tail = ''] = /^(?:The|Those|These) (?:\d{1,3} |(?:two|three|four|five|six|seven|eight|nine|ten) )?(.*)$/su.exec(text) ?? [];
  const noun: string[] = [];
  const rest = (): string => tail.slice(noun.join(' ').length);
  for (const part of tail.split(' ', MAX_WORDS)) {
    const [, word = '', mark = ''] = /^((?:\d+-)?[\p{Ll}-]+)(.*)$/u.exec(part) ?? [];
    if (word === '') break;
    // A day does not tell which: "The move on Monday".
    if (noun.length > 0 && TELLS_WHICH.has(word)) return DAY.test(rest().trimStart()) && isUnknown(noun, read);
    if (noun.length > 0 && (auxiliaries.has(word) || isVerb(word, noun.at(-1)))) {
      if (/^ (?:is|was) that\b/.test(rest())) return false;
      break;
    }
    noun.push(word);
    if (/^, (?:\p{Lu}|an? |\d)/u.test(rest())) return false;
    if (mark !== '') break;
  }
  return noun.length > 0 && (DAY.test(rest().trimStart()) || !/^ ?[\p{Lu}\d“"‘$£€]/u.test(rest())) && isUnknown(noun, read);
}

function isVerb(word: string, before = ''): boolean {
  const forms = verbReading(word)?.forms;
  return forms !== undefined && (forms.has('past') || word.endsWith('s') || (before.endsWith('s') && forms.has('base')));
}

const isUnknown = (noun: readonly string[], read: ReadonlySet<string>): boolean =>
  !noun.some((word) => UNIQUE.has(word) || RANKED.test(word) || read.has(stem(word)));

/** What was told, shown, found or decided: a report says "a bill" before it says "the bill". */
const THINGS =
  'bill|proposal|measure|report|memo|letter|ruling|decision|verdict|plan|deal|agreement|accord|pact|legislation|resolution|amendment|statement|announcement|remark|comment|speech|video|tape|recording|tweet|post|ad|article|book|film|movie|documentary|study|survey|incident|attack|shooting|accident|crash|explosion|lawsuit|suit|complaint|investigation|probe|inquiry|hearing|meeting|ceremony|interview|policy|move|scandal|controversy|dispute|finding|document|e-?mail|app|site|device|project|case|killing|slaying|author|gunman|shooter|suspect|attacker|assailant|killer|rally|march|seminar|event|account|stock';
const KNOWN_THING = new RegExp(
  `\\b(?:the|this|these|those) ((?:\\p{Ll}[\\p{L}-]+ )?(?:${THINGS})(?:e?s)?)(?:['’]s?)?(?![\\p{L}-]| (?:(?:${[...TELLS_WHICH].join('|')})(?! \\p{Lu}\\p{Ll}+day\\b)|the|its|his|her|their|\\p{Lu}|[“"'‘\\d]|\\p{Ll}+(?:ed|ing|en)\\b))`,
  'gu',
);

/** "critics of the bill": neither what was read nor the sentence so far says which. */
function pointsAtKnown(text: string, read: ReadonlySet<string>): boolean {
  for (const { 1: thing = '', index } of text.matchAll(KNOWN_THING)) {
    const before = new Set(contentWords(text.slice(0, index)));
    if (!contentWords(thing).some((word) => read.has(word) || before.has(word))) return true;
  }
  return false;
}
