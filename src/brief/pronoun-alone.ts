/** A sentence → whether a pronoun of it stands before anybody or anything that it could mean. */
import { namesPerson } from './person-before.ts';
import { withoutQuotations } from './quotation-marks.ts';

const singular = /(?:^|[^\p{L}])(?:he|she|his|her|him|hers)(?=[^\p{L}]|$)/iu;
const plural = /(?:^|[^\p{L}])(?:they|their|them|theirs)(?=[^\p{L}]|$)/iu;

/** "Stepping outside, he paused", "This summer, she cleared": the opening names nobody who could be meant. */
const behindOpening =
  /^(?:\p{Lu}\p{Ll}+ing|In|On|At|During|With|From|Under|For|Over|Despite|Throughout|Across|Inside|Outside|Within|Through|Upon|Amid|Above|Unlike|This|That|Last|Next|Earlier|Later|Once|To)\b[^,]{1,120}, (?:he|she)\b|^(?:Late |Early )?(?:[Ll]ast|[Tt]his) \p{Ll}+ (?:it|he|she|they)\b|^\p{Lu}\p{L}+, (?:his|her|their) (?:new |own |old |former )?\p{Ll}+,/u;

export const hasPronounAlone = (text: string): boolean => behindOpening.test(text) || isBeforeName(text);

/** "In a speech, he said": nobody has been named whom the pronoun could mean; "they" is served by any plural before it. */
function isBeforeName(text: string): boolean {
  const bare = withoutQuotations(text);
  const one = singular.exec(bare);
  if (one !== null && !looksAhead(bare, one.index) && !namesPerson(bare.slice(0, one.index))) return true;
  const many = plural.exec(bare);
  if (many === null || looksAhead(bare, many.index)) return false;
  const before = bare.slice(0, many.index + 1);
  return !namesSomebody(before) && !namesSeveral.test(before);
}

/** Plurals that do or have something: years and percent do not, and “this” is none. */
const namesSeveral =
  /(?<!\p{L})(?!(?:seconds|minutes|hours|days|weeks|months|years|decades|times|this|his|its|is|was|has|does|as|us|less|unless|across|always|perhaps|besides|whereas)(?!\p{L}))(?:\p{L}{2,}s|people|men|women|police|children)(?!\p{L})/iu;

/** The first word's capital says nothing where it is a function word. */
const namesSomebody = (text: string): boolean =>
  /\p{Lu}\p{L}/u.test(
    text.replace(/^\S+/, (word) =>
      /^\p{Lu}\p{L}*(?:'s|’s)?,?$/u.test(word) && !opener.test(word) && !/\p{Ll}ing$/u.test(word) ? word : '',
    ),
  );

/** "While he refused to speak, Mr. Roe waved": the main clause names at once whom the opening clause means. */
function looksAhead(text: string, pronounAt: number): boolean {
  const clause =
    /^(?:While|As|When|After|Before|Although|Though|Since|If|Until|Despite|In|With|For|On|At|From|During|By|Ahead|Aside|Back|Early|Late|Long|Through|Under|Over|\p{Lu}\p{Ll}+(?:ing|ed))\b[^,]{1,120}, /u.exec(
      text,
    );
  return clause !== null && pronounAt < clause[0].length - 2 && /^(?:\p{Lu}[\p{L}.]+ ){1,3}\p{Ll}/u.test(text.slice(clause[0].length));
}

/** First words whose capital is the sentence's. */
const opener =
  /^(?:the|a|an|this|that|these|those|such|all|each|every|above|below|across|along|around|behind|inside|outside|near|between|because|but|and|so|if|then|there|here|like|unlike|still|yet|also|perhaps|in|on|at|for|with|as|when|while|after|before|by|from|to|of|since|if|although|though|under|over|during|among|despite|even|many|most|some|several|few|one|two|three|more|last|earlier|later|speaking|asked|according|once|until|unless|whether|what|where|who|how|why|just|only|not|nearly|about)\b/i;
