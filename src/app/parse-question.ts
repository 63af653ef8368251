/** A free question ("what did putin say about ukraine since friday") → the command that answers it, as name and options. */

import { nearest } from './nearest.ts';

export type PlainAsk = { readonly name: string; readonly options: Readonly<Record<string, string>> };

/** Most special first; each pattern is anchored, so that it reads a question in one pass. */
const FORMS: readonly { readonly pattern: RegExp; readonly name: string }[] = [
  {
    pattern:
      /^what (?:did|does|do|has|have|had|is|was) (?!(?:it|this|that|these|those) )(?<speaker>.+?) (?:say|said|saying|tell|told|think|want|mean|promise|promised|announce|announced|warn|warned)(?: (?:about|on|of|regarding|to) (?<about>.+))?$/i,
    name: 'quotes',
  },
  {
    pattern: /^who (?:said|says|spoke|talked|commented)(?: (?:what|something|anything))?(?: (?:about|on|of|regarding) (?<about>.+))?$/i,
    name: 'quotes',
  },
  { pattern: /^who (?:said|says)(?: that)? (?<about>.+)$/i, name: 'quotes' },
  {
    pattern: /^(?:any |the |latest |all )*quotes? (?:by|from|of) (?<speaker>.+?)(?: (?:about|on|regarding) (?<about>.+))?$/i,
    name: 'quotes',
  },
  {
    pattern:
      /^(?:how (?:many|much)|(?:what|which) (?:are the )?(?:numbers|figures)(?: (?:for|on|about|of|in))?|(?:numbers|the figures) (?:for|on|about|of|in)) (?<words>.+)$/i,
    name: 'figures',
  },
  {
    pattern:
      /^(?:what(?:'s|’s| is| was| has| have)? (?:up|new|happened|happening|happens|going on|the (?:latest|news))(?: (?:with|in|on|about|to|at|from))?|(?:brief|tell|update) (?:me|us)(?: (?:on|about))?|(?:any|some)thing (?:new|happening)(?: (?:with|in|on|about|at|from))?|summari[sz]e|sum up|who(?:'s|’s| is| are| was| were)|(?:the |any )?(?:latest news|latest|news|headlines)(?: (?:on|about|from|in|of))?) ?(?<topic>.*)$/i,
    name: 'brief',
  },
  { pattern: /^(?:(?:when|where|why|how) )?(?:did|does|do|has|have|is|are|was|were) (?<topic>.+ .+)$/i, name: 'brief' },
];

const FILLERS = /^(?:please|hey|hi|hello|ok|okay|can you|could you|show me|give me|show|so)[,!]? +/i;
/** Words that ask rather than name: a figures question keeps the things it is about. */
const FIGURE_FILLERS = /\b(?:are|is|was|were|there|did|does|do|has|have|been|be|the|people)\b/gi;

/** Every question has an answer: one that fits no form is the words of a topic. */
export function parseQuestion(text: string): PlainAsk {
  let rest = text
    .trim()
    .slice(0, 500)
    .replace(/[?!.\s]+$/, '')
    .replace(/\s+/g, ' ');
  for (let filler = FILLERS.exec(rest); filler; filler = FILLERS.exec(rest)) rest = rest.slice(filler[0].length);
  const options: Record<string, string> = {};
  const since = / (?:since|in the last|over the last|during the last) (\S+(?: (?:hours?|days?|weeks?))?)$/i.exec(rest);
  if (since?.[1]) {
    options.since = since[1];
    rest = rest.slice(0, since.index);
  } else {
    const day = /(?: (?:in|over|during))?(?: the)? (today|yesterday|(?:this|last|past) (?:week|month))$/i.exec(rest);
    if (day?.[1]) {
      options.since = day[1].toLowerCase();
      rest = rest.slice(0, day.index);
    }
  }
  for (const { pattern, name } of FORMS) {
    const groups = pattern.exec(rest)?.groups;
    if (!groups) continue;
    for (const [option, value] of Object.entries(groups)) {
      const clean = (name === 'figures' ? (value ?? '').replace(FIGURE_FILLERS, ' ').replace(/\s+/g, ' ') : (value ?? '')).trim();
      if (clean) options[option] = clean;
    }
    return { name, options };
  }
  return { name: 'brief', options: { ...(rest && { topic: rest }), ...options } };
}

/** "news", "the latest", "top stories": whatever there is. */
export const asksForTheDay = (topic: string): boolean =>
  /^(?:the |all |any |today['’]s )*(?:latest|(?:latest |top )?(?:news|stories|headlines)|everything|all|what(?:['’]?s| is) new|today)[?!.\s]*$/i.test(
    topic.trim(),
  );

/** Shorter words ask (who, how) rather than being commands misspelt. */
const FEWEST_LETTERS = 4;

/** Several words that begin with a command, or with nothing like one. A word alone is a command that is not known, unless it asks. */
export function isQuestion(text: string, commands: readonly string[]): boolean {
  const [first = '', ...more] = text.trim().split(/\s+/);
  if (more.length === 0) return /\p{L}\?$/u.test(first);
  return commands.includes(first) || first.length < FEWEST_LETTERS || nearest(first, commands).length === 0;
}
