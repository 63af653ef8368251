/** A run of capitals that names a body → the whole of its name: "Bank of Norland", "Food and Drug Administration", "Center for Open Data". */
import { titles } from '#text/lexicon.ts';
import { isGivenName } from '#text/names-en.ts';
import type { Token } from '#text/tokens.ts';
import type { Run } from './name-evidence.ts';

const STATE_BODY = /^(?:administration|service|ministry|department|committee|commission|agency|bureau|authority|secretary|minister)$/;

/** Behind which words a body's name goes on with which. */
const GOES_ON: ReadonlyMap<string, RegExp> = new Map([
  [
    'of',
    /^(?:universit(?:y|ies)|bank|house|department|departments|ministry|institutes?|office|bureau|board|council|college|school|church|court|chamber|association|academy|society|federation|league|union|kingdom|republic|city|county|state|district|times|museum|committee|commission|foundation|party|government|conference|centers?|centres?|organi[sz]ation|secretariat)$/,
  ],
  [
    'for',
    /^(?:centers?|centres?|institutes?|foundation|association|society|committee|council|department|ministry|office|agency|campaign|coalition|alliance|bureau|fund|network|school|academy|movement|partnership|trust|organi[sz]ation|group|commission|authority|program|programme|project|initiative|unit|directorate|division)$/,
  ],
  ['on', /^(?:committee|subcommittee|council|commission|conference|panel|association|institute|bureau|center|centre)$/],
  ['against', /^(?:mothers|coalition|campaign|union|league|alliance|committee|commission)$/],
]);

/** Half-open, with the words before and behind the run that belong to the name. */
export function wholeName(tokens: readonly Token[], { nameFrom, to }: Run): { readonly from: number; readonly to: number } {
  const link = tokens[to];
  const goesOn = link?.tag === 'preposition' && GOES_ON.get(link.low)?.test(tokens[to - 1]?.low ?? '') === true;
  return { from: fieldBefore(tokens, nameFrom, to), to: goesOn ? tailEnd(tokens, to) : to };
}

/** "Democracy for Norland": one word that is no body by itself; true only where the article never writes it alone. */
export function mayGoOn(tokens: readonly Token[], { nameFrom, to }: Run): boolean {
  const word = tokens[nameFrom]?.low ?? '';
  const link = tokens[to]?.low;
  if (to !== nameFrom + 1 || isGivenName(word) || tokens[to + 1]?.low === 'the') return false;
  // "Burman of Lund" is somebody from there
  return (
    (link === 'for' || (link === 'of' && /^(?:voice|colou?r|sons|daughters|mothers|march|friends|city|island|people)$/.test(word))) &&
    tailEnd(tokens, to) > to
  );
}

/** What a department or an agency is for. */
const FIELD =
  /^(?:food|fish|finance|health|housing|trade|justice|defen[cs]e|foreign|interior|business|energy|education|agriculture|fisheries|culture|work|labou?r|science|transport|transportation|environment|commerce|economy|economic|industry|media|sports?|arts|women|children|families|communities|immigration|customs|rural|urban|research|technology|tourism|planning|securities|budget|drug|alcohol|youth|innovation|digital|skills|employment|water|climate|forestry)$/;

/** "Food and" in front of "Drug Administration": where the first of two fields begins. */
export function fieldBefore(tokens: readonly Token[], from: number, to: number): number {
  if (tokens[from - 1]?.low !== 'and') return from;
  const field = tokens[from - 2];
  if (field?.tag !== 'name' || !FIELD.test(field.low) || tokens[from - 3]?.tag === 'name') return from;
  for (let i = from + 1; i < to; i++) if (STATE_BODY.test(tokens[i]?.low ?? '')) return from - 2;
  return from;
}

/** Behind the link the capitals, and those that "and" or "in" joins to them. */
export function tailEnd(tokens: readonly Token[], to: number): number {
  let at = tokens[to + 1]?.low === 'the' ? to + 2 : to + 1;
  if (tokens[at]?.tag !== 'name' || isGivenName(tokens[at]?.low ?? '')) return to;
  at = endOfCapitals(tokens, at);
  while (/^(?:and|in|of)$/.test(tokens[at]?.low ?? '') && tokens[at + 1]?.tag === 'name' && !isGivenName(tokens[at + 1]?.low ?? '')) {
    // "the Bank of Norland and Holm said"
    if (tokens[at]?.low === 'and' && !isOfField(tokens, at + 1)) break;
    const end = endOfCapitals(tokens, at + 1);
    if (end === at + 1 || MONTHS.test(tokens[at + 1]?.low ?? '')) return at;
    at = end;
  }
  return at;
}

const MONTHS = /^(?:march|april|may|june|august)$/;

/** "Council on Relations Director Ana Ruiz": where the office of somebody else begins. */
function endOfCapitals(tokens: readonly Token[], from: number): number {
  let at = from;
  while (tokens[at]?.tag === 'name' && !(titles.has(tokens[at]?.low ?? '') && isHeld(tokens, at + 1))) at++;
  return at;
}

const isHeld = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.tag === 'name' && (isGivenName(tokens[at]?.low ?? '') || tokens[at + 1]?.tag === 'name');

/** "Housing and Urban Growth", "Control and Prevention", "Arts and Sciences": what a body works on. */
const isOfField = (tokens: readonly Token[], at: number): boolean =>
  /(?:tion|ment|ness|ity|ance|ence|ing|ics|gy|ces|ure|lth|rce|ade|urity|ergy|ans|airs|ts|our|urban|human|drug)$/.test(
    tokens[at]?.low ?? '',
  );
