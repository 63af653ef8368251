/** A noun phrase → its words as a line of their own begins with them: without an owner, a capital only where the name has it. */
import { bodyNouns, personNouns, verbReading } from '#text/lexicon.ts';
import { type Stretch, type Tagged, wordsOf } from './phrases.ts';
import { singularOf } from './word-forms.ts';

/** A noun phrase as a label: without its article, a capital that only opened the sentence lowered. */
export function label(sentence: Tagged, stretch: Stretch): string | undefined {
  const { tags, tokens } = sentence;
  // "the Poor’s 500-share index": half a name
  if (tokens[stretch.first - 1]?.text === '-' && tokens[stretch.first]?.glued === true) return undefined;
  // "the company’s revenue" keeps its article
  const isOwned = /[’']s?$/.test(sentence.tokens[stretch.first + 1]?.text ?? '');
  const first = tags[stretch.first] === 'det' && !isOwned && !isOwner(sentence, stretch.first) ? stretch.first + 1 : stretch.first;
  // "spending on behalf of farmers": half of it
  if (first > stretch.last || /^(?:behalf|part|account)$/.test(tokens[first]?.lower ?? '')) return undefined;
  return lowered(sentence, { first, last: stretch.last });
}

export const isOwner = ({ tokens }: Tagged, at: number): boolean => /^(?:its|their|his|her|our|my|your)$/.test(tokens[at]?.lower ?? '');

/** The words, with a capital that only opened the sentence lowered. */
export function lowered(sentence: Tagged, stretch: Stretch): string | undefined {
  const words = wordsOf(sentence, stretch);
  if (words === undefined || !opensSentence(sentence, stretch.first) || !isCommonWord(sentence, stretch.first)) return words;
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function opensSentence({ tokens }: Tagged, at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || (/^[:“"—–-]$/.test(before.text) && (!before.glued || (before.text === ':' && !tokens[at]?.glued)));
}

/** Whether a word that opens the sentence would be written small elsewhere. */
function isCommonWord({ text, tokens, tags }: Tagged, at: number): boolean {
  const token = tokens[at];
  if (!token || token.text === token.lower || /\p{Lu}.*\p{Lu}/u.test(token.text)) return false;
  const low = token.lower;
  const next = tokens[at + 1];
  const opensName = next?.kind === 'word' && next.text !== next.lower;
  if (parties.test(low) || namesLikeNouns.test(low)) return false;
  if (known.has(low)) return !opensName || tags[at] !== 'noun';
  // "Bill and Hillary Ruiz"
  if (next?.lower === 'and' && /^\p{Lu}/u.test(tokens[at + 2]?.text ?? '')) return false;
  // "Small, who attended"
  if (next?.text === ',' && tokens[at + 2]?.lower === 'who') return false;
  if (tags[at] !== 'noun' && tags[at] !== 'verb' && tags[at] !== 'gerund') return true;
  // "Lund shares": a name beside a name stays one
  if (next?.kind === 'word' && next.text !== next.lower) return false;
  if (isLowerIn(text, low)) return true;
  // "Repairs would", "Delays have": a verb's form as a noun
  if (low.endsWith('s') && low.length > 4 && verbReading(low) !== undefined) return true;
  if (personNouns.has(low) || bodyNouns.has(low) || personNouns.has(singularOf(low)) || bodyNouns.has(singularOf(low))) return true;
  if (low.length > 5 && (nominal.test(low) || (low.endsWith('ing') && verbReading(low) !== undefined))) return true;
  if (low.length > 5 && low.endsWith('ed') && tags[at + 1] === 'noun') return true;
  return low.length > 4 && adjectival.test(low) && !namesLikeAdjectives.test(low) && tags[at + 1] === 'noun';
}

/** Somewhere in the article the word stands in small letters; its plural for it too. */
function isLowerIn(text: string, low: string): boolean {
  return text.includes(` ${low} `) || text.includes(` ${low},`) || text.includes(` ${low}.`);
}

/** They keep their capital, though they are people. */
const parties = /^(?:democrat|republican|conservative|labour|tory|tories|muslim|christian|catholic|jew)s?$/;
const nominal = /(?:tion|ment|ness|ance|ence|ship|ity|ure|age|ism)s?$/;
const adjectival = /(?:al|ive|ous|ful|ic|less|able|ible|ary)$/;
const namesLikeNouns = /^(?:france|florence|lawrence|clarence|provence|congress)$/;
const namesLikeAdjectives =
  /^(?:portugal|nepal|senegal|montreal|bengal|natal|donegal|transvaal|crystal|baltic|calgary|february|january|mary|hungary)$/;
const known = new Set(
  `the operating recent efforts pre a an its their his her this that these those all some many most several another both each every net total gross annual average overall profit profits revenue revenues turnover growth demand output oil gas
  gold silver copper wheat beef pork dairy milk grocery gasoline violent wages pay rent rents trade debt income cash rain snow real new old early public private world foreign domestic consumer retail health water power energy food fuel house
  home job life state city tax budget crude core basic minimum about traces shares sales prices exports imports orders losses earnings costs stocks bonds aid turnout unemployment inflation temperature temperatures traffic winds gusts rainfall attendance wage interest mortgage output hospitals schools deaths figures payments tickets homes
  fire wind solar nuclear median youth college school university hospital police prison border road rail freight farmland student teacher nurse doctor patient
  data statistics research analysis ticket car house vehicle passenger export import farm factory industrial construction manufacturing wholesale services industrial electricity housing labour labor`.split(
    /\s+/,
  ),
);
