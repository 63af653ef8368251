/** A tidied sentence → why it cannot be read by itself, or that it can: each reason is a named rule. */

export type Rule = { readonly name: string; readonly holds: (text: string) => boolean };

const firstName = /(?:^|[^\p{L}])(?:he|she|they|his|her|him|their|them|hers|theirs)(?=[^\p{L}]|$)/iu;
const backward =
  /^(?:(?:the|both|those|these) (?:two|three|pair|couple|former|latter|men|women|leaders|sides|countries|duo|group|move|moves|comments|comment|remarks|remark|statement|announcement|decision|incident|change|changes|findings|result|same|other|others|answer|question|reason|problem|point|idea|effort|exchange|event|episode|practice|proposal|document|report|plan|measure|bill|law|poll|survey|study|deal|agreement)\b|one of (?:them|those|these)\b|for (?:that|this) reason\b|as (?:a result|such)\b|in (?:that|this|turn|response|contrast)\b|at (?:that|this) (?:time|point)\b|by contrast\b|on the other hand\b|for (?:example|instance|now|his|her|their)\b|after (?:that|this|all)\b|that(?:'|’)s\b)/i;

/** A sentence is passed over when one of these holds. */
export const rules: readonly Rule[] = [
  {
    name: 'opens with a pronoun',
    holds: (text) =>
      /^["“‘']?(?:he|she|it|they|his|her|their|its|theirs|him|them|such|another|others|neither|either|some of (?:them|those)|both|each|all of (?:them|this|that))\b/i.test(
        text,
      ) ||
      /^["“‘']?(?:this|that|these|those)\b(?! (?:week|month|year|morning|afternoon|evening|summer|winter|spring|autumn|fall|season|weekend)\b)/i.test(
        text,
      ),
  },
  { name: 'points back', holds: (text) => backward.test(text) },
  {
    name: 'opens with a connective',
    holds: (text) =>
      /^(?:so|or|nor|then|thus|therefore|instead|also|besides|otherwise|similarly|likewise|hence|consequently|because|here|there,|again|perhaps|maybe|yes,|no,|well,|sure|plus|even so|rather|too)\b/i.test(
        text,
      ),
  },
  { name: 'a pronoun before any name', holds: pronounBeforeName },
  { name: 'a question', holds: (text) => /\?["”’')]*$/.test(text) },
  { name: 'speaks to the reader', holds: (text) => /\b(?:I|I'm|I’m|we|our|us|my|you|your)\b/.test(withoutQuotations(text)) },
  { name: 'no end', holds: (text) => !/[.!…]["”’'»)\]]*$/.test(text) || /(?:\.\.\.|…)["”’')]*$/.test(text) },
  { name: 'marks that do not close', holds: (text) => !isBalanced(text) },
  { name: 'mostly a quotation', holds: (text) => quotedShare(text) > 0.45 },
  { name: 'a fragment', holds: (text) => text.split(' ').length < 7 || /^[\p{Ll}]/u.test(text) },
  {
    name: 'a page talking',
    holds: (text) =>
      /^(?:read|click|watch|listen|subscribe|sign up|follow|photo|image|credit|source|updated|editor'?s note|related|share)\b[: ]/i.test(
        text,
      ) || /https?:\/\/|www\./i.test(text),
  },
];

export const whyNotAlone = (text: string): string | undefined => rules.find((rule) => rule.holds(text))?.name;

/** "In a speech, he said": nobody has been named whom the pronoun could mean. */
function pronounBeforeName(text: string): boolean {
  const bare = withoutQuotations(text);
  const pronoun = firstName.exec(bare);
  if (pronoun === null || looksAhead(bare)) return false;
  // Skip the first word: its capital says nothing. A title or name later on does.
  const before = bare
    .slice(0, pronoun.index + 1)
    .replace(/^\S+/, (word) => (/^\p{Lu}\p{L}*(?:'s|’s)?,?$/u.test(word) && !opener.test(word) ? word : ''));
  return !/\p{Lu}\p{L}/u.test(before);
}
/** "While he refused to speak, Mr. Roe waved": the main clause names whom the opening clause means. */
const looksAhead = (text: string): boolean =>
  /^(?:while|as|when|after|before|although|though|since|if|until|despite|in|with|for|on|at|from|during|by)\b[^,]{1,120}, (?:(?:mr|mrs|ms|dr)\. )?\p{Lu}\p{L}+ (?!said\b)/iu.test(
    text,
  ) && !/^[^,]*\b(?:he|she|they) (?:said|added)\b/i.test(text);
/** First words whose capital is the sentence's. */
const opener =
  /^(?:the|a|an|in|on|at|for|with|as|when|while|after|before|by|from|to|of|since|if|although|though|under|over|during|among|despite|even|many|most|some|several|few|one|two|three|more|last|earlier|later|speaking|asked|according|once|until|unless|whether|what|where|who|how|why|just|only|not|nearly|about)\b/i;

export const withoutQuotations = (text: string): string => text.replace(/“[^”]*”|"[^"]*"|''[^']*''|``[^']*''/g, ' ');

export function quotedShare(text: string): number {
  const letters = (part: string): number => part.replace(/[^\p{L}\p{N}]/gu, '').length;
  const all = letters(text);
  return all === 0 ? 0 : 1 - letters(withoutQuotations(text)) / all;
}

function isBalanced(text: string): boolean {
  const count = (mark: RegExp): number => (text.match(mark) ?? []).length;
  return (
    count(/“/g) === count(/”/g) &&
    count(/"/g) % 2 === 0 &&
    (count(/''/g) + count(/``/g)) % 2 === 0 &&
    count(/\(/g) === count(/\)/g) &&
    count(/\[/g) === count(/\]/g)
  );
}
