/** A sentence → who it says its figures come from, each with the stretch that he or she speaks for: "according to Palestinian authorities", "the coast guard said". */
import type { Span } from '#model/article.ts';
import { type Subject, subjectOf } from './clause.ts';
import { isNoSayer } from './figure-sayer.ts';
import {
  background,
  claimsLives,
  closing,
  hasObject,
  isBehindItsWords,
  isBehindOpening,
  isBehindPlace,
  openEnd,
  opensStatement,
  toldFrom,
  toldTo,
} from './figure-statement.ts';
import { phraseStartingAt, type Stretch, type Tagged, timeLength } from './phrases.ts';
import { groupAt } from './verb-group.ts';
import { isPlural } from './word-forms.ts';
import { lowered } from './wording-labels.ts';

/** Who a pronoun stands for, where the article tells. */
export type Antecedent = (pronoun: Span) => string | undefined;

type Saying = { readonly name: string; readonly from: number; readonly to: number; readonly at: number };

const sayings = new Set(
  `said says say told tells reported reports estimated estimates announced confirmed claimed claims added showed shows found finds revealed noted stated forecast forecasts predicted predicts
  projected projects warned warns insisted argued testified wrote calculated calculates acknowledged conceded stressed`.split(/\s+/),
);
/** What follows them may be a thing that was found rather than told: only a whole clause is a statement. */
const finding = /^(?:found|finds|showed|shows|revealed|noted|added|confirmed|stressed|calculated|wrote|acknowledged)$/;
const binding = new Set(['of', 'for', 'in', 'at']);
const ofSource = new Set([...binding, 'from', 'by', 'with', 'on']);
const nobody =
  /^(?:he|she|it|they|we|i|you|people|who|which|that|there|this|those|these|others|some|many|most|various|several|interviews)(?:[’']\p{L}+)?$/iu;

/** "a majority of voters say": who was asked, not who reports it. */
const asked =
  /^(?:(?:an?|the) )?(?:majority|plurality|minority|number|handful|third|half|quarter|couple|few|percentage|share|lot|most|many)\b|^(?:an? )(?:\p{L}+ )?(?:deal|agreement|plan|move|decision|bid|merger|contract|offer|takeover|purchase|sale|strike|programme|program|project)$|(?:^| )(?:adults|voters|respondents|consumers|households|shoppers|americans)$/iu;

/** The sayer whose words hold the figure: the nearest one, if there are several. */
export function sourceOf(found: readonly Saying[], first: number): string | undefined {
  let best: Saying | undefined;
  const distance = (one: Saying): number => (one.at <= first ? first - one.at : (one.at - first) * 2);
  for (const one of found) if (one.from <= first && first <= one.to && (best === undefined || distance(one) < distance(best))) best = one;
  return best?.name;
}

export function sayingsOf(sentence: Tagged, antecedent: Antecedent): Saying[] {
  const { tokens, tags } = sentence;
  const found: Saying[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const low = tokens[i]?.lower ?? '';
    if (low === 'according' && tokens[i + 1]?.lower === 'to') {
      const name = isOwner(tokens[i + 2]) ? undefined : named(sentence, withArticle(sentence, sourcePhrase(sentence, i + 2)));
      // "grew by 200 percent, but according to the office": its own part alone
      const from = /^(?:but|while|whereas)$/.test(tokens[i - 1]?.lower ?? '') ? i : 0;
      // "and, according to the guard, 40 soldiers —": up to the dash
      const isInside = tokens[i - 1]?.text === ',' && tags[i - 2] === 'conj';
      if (name) found.push({ name, from: isInside ? i : from, to: isInside ? openEnd(sentence, i) : tokens.length, at: i });
    } else if (sayings.has(low) && (tags[i] !== 'noun' || low === 'says' || low === 'say' || isReporting(sentence, i))) {
      const saying = saidAt(sentence, i, antecedent);
      if (saying) found.push(saying);
    }
  }
  return found;
}

/** ", The Velm Post reports." */
const isReporting = ({ tokens }: Tagged, at: number): boolean =>
  tokens[at]?.lower === 'reports' &&
  /^\p{Lu}/u.test(tokens[at - 1]?.text ?? '') &&
  (tokens[at + 1] === undefined || tokens[at + 1]?.kind === 'mark');

function saidAt(sentence: Tagged, verb: number, antecedent: Antecedent): Saying | undefined {
  const { tokens, tags } = sentence;
  // "measures added by Republicans"
  if (tokens[verb + 1]?.lower === 'by') return undefined;
  // "the storm has claimed at least 40 lives"
  if (/^claim(?:s|ed)$/.test(tokens[verb]?.lower ?? '') && claimsLives(sentence, verb)) return undefined;
  const group = groupAt(sentence, verb);
  if (group.isPassive || group.isNegative || group.to !== undefined) return undefined;
  const isRelative = tags[group.first - 1] === 'rel';
  const subject = subjectOf(sentence, group);
  const inverted =
    subject === undefined && isInverted(sentence, verb)
      ? withArticle(sentence, phraseStartingAt(sentence, verb + 1, binding, 8))
      : undefined;
  const name = inverted ? named(sentence, inverted) : nameOf(sentence, subject, group.first, antecedent);
  if (name === undefined) return undefined;
  const begin = inverted ? verb : subject?.kind === 'phrase' && !isRelative ? subject.stretch.first : group.first - 1;
  const isTrailing =
    inverted !== undefined ||
    (!isRelative && isBehindItsWords(sentence, begin) && !isBehindOpening(sentence, verb) && !isBehindPlace(sentence, verb));
  // "the craze shows no signs of fading": something of its own, not the source of what stands before
  if (isTrailing && inverted === undefined && hasObject(sentence, verb)) return undefined;
  if (isTrailing) return { name, from: quotedFrom(sentence, begin), to: begin, at: verb };
  const low = tokens[verb]?.lower ?? '';
  if (low === 'told')
    return { name, from: toldFrom(sentence, verb), to: Math.min(toldTo(sentence, verb), background(sentence, verb)), at: verb };
  if (finding.test(low) && !opensStatement(sentence, verb)) return undefined;
  // "a deal announced at the weekend"
  if (
    /^(?:announced|reported|estimated|forecast|stated|projected|predicted)$/.test(low) &&
    /^(?:at|in|on|by|for|during|last|this|earlier|after|before|as)$/.test(tokens[verb + 1]?.lower ?? '') &&
    !opensStatement(sentence, verb)
  )
    return undefined;
  // "the stock added 2% after …"
  if (low === 'added' && tokens[verb + 1]?.lower !== 'that') return undefined;
  // "wrote a $15,000 check to his daughter to pay for": only a letter or words are told
  if (low === 'wrote' && !/^(?:that|in|on|:|“|")$/.test(tokens[verb + 1]?.lower ?? '') && tags[verb + 1] === 'det') return undefined;
  // "he said before making a reference to": what follows is the reporter's
  if (/^(?:before|after|while|when|as)$/.test(tokens[verb + 1]?.lower ?? '')) return undefined;
  return {
    name,
    from: verb,
    to:
      isRelative || isInRelative(sentence, begin) ? closing(sentence, verb) : Math.min(openEnd(sentence, verb), background(sentence, verb)),
    at: verb,
  };
}

/** "a gunman, who police said was angry, killed five": only the clause is theirs. */
const isInRelative = ({ tokens, tags }: Tagged, begin: number): boolean =>
  tags[begin - 1] === 'rel' && /^(?:who|which|whom)$/.test(tokens[begin - 1]?.lower ?? '');

/** ", said Ben Kaiser": the verb before its subject, behind a mark. */
const isInverted = ({ tokens, tags }: Tagged, verb: number): boolean =>
  tokens[verb]?.lower !== 'told' && /^[,”"’'—–;:.?!-]$/.test(tokens[verb - 1]?.text ?? '') && /^(?:noun|det)$/.test(tags[verb + 1] ?? '');

/** “…,” wrote Ben Kaiser: of the marked words alone. */
function quotedFrom({ tokens }: Tagged, begin: number): number {
  const isBehindMarks = [begin - 1, begin].some((i) => /^[”"]$/.test(tokens[i]?.text ?? ''));
  if (!isBehindMarks) return 0;
  // “and a lot of them are old,” he said: the clause before is his too
  for (let i = begin - 3; i > 0; i--) if (/^[“"]$/.test(tokens[i]?.text ?? '')) return /^\p{Ll}/u.test(tokens[i + 1]?.text ?? '') ? 0 : i;
  return 0;
}

function nameOf(sentence: Tagged, subject: Subject | undefined, verb: number, antecedent: Antecedent): string | undefined {
  if (subject?.kind === 'phrase') return named(sentence, nameInAside(sentence, subject.stretch, verb) ?? subject.stretch);
  if (subject === undefined) return undefined;
  if (/^(?:he|she)$/.test(subject.low)) {
    const { tokens } = sentence;
    for (let i = verb - 1; i > verb - 4 && i >= 0; i--) {
      const token = tokens[i];
      if (token?.lower === subject.low) return antecedent({ start: token.start, end: token.end });
    }
    return undefined;
  }
  return subject.of && /^(?:it|they)$/.test(subject.low) ? named(sentence, subject.of) : undefined;
}

/** "the lead prosecutor, Lucia Bernat, said": the name. */
function nameInAside(sentence: Tagged, stretch: Stretch, verb: number): Stretch | undefined {
  const { tokens, tags } = sentence;
  if (tags[stretch.first] !== 'det' || tokens[stretch.last + 1]?.text !== ',' || tokens[verb - 1]?.text !== ',') return undefined;
  const first = stretch.last + 2;
  const last = verb - 2;
  if (last - first < 1 || last - first > 3) return undefined;
  for (let i = first; i <= last; i++) if (!/^\p{Lu}/u.test(tokens[i]?.text ?? '')) return undefined;
  return { first, last };
}

function withArticle({ tags, tokens }: Tagged, stretch: Stretch | undefined): Stretch | undefined {
  if (!stretch) return stretch;
  let before = stretch.first - 1;
  // "the most recent data"
  while (tags[before] === 'adv' || /^(?:19|20)\d\d$/.test(tokens[before]?.text ?? '')) before -= 1;
  return /^(?:the|an?)$/.test(tokens[before]?.lower ?? '') && tags[before] === 'det' ? { first: before, last: stretch.last } : stretch;
}

const papers = /^(?:polls?|records|reports?|estimates?|surveys?|counts?|tally|tallies|forecasts?|projections|documents)$/;

const isOwner = (token: { readonly lower: string } | undefined): boolean => /^(?:its|their|his|her|our|my)$/.test(token?.lower ?? '');

/** "a report by the OECD", "data available from the FBI", "U.S. lobbying records": the whole name of a source. */
function sourcePhrase(sentence: Tagged, first: number): Stretch | undefined {
  const { tokens, tags } = sentence;
  // "according to state media": no verb stands there
  const behind = tags[first] === 'verb' ? phraseStartingAt(sentence, first + 1, ofSource, 14) : undefined;
  const found = behind ? { first, last: behind.last } : phraseStartingAt(sentence, first, ofSource, 14);
  const goesOn = found && tags[found.last + 1] === 'gerund' && tags[found.last + 2] === 'noun';
  // "data compiled by the university"
  const made =
    found &&
    /^(?:compiled|collected|released|published|provided|gathered|obtained|conducted|issued|reviewed|cited|analy[sz]ed)$/.test(
      tokens[found.last + 1]?.lower ?? '',
    ) &&
    /^(?:by|from)$/.test(tokens[found.last + 2]?.lower ?? '')
      ? phraseStartingAt(sentence, found.last + 3, ofSource, 10)
      : undefined;
  // "the exit polls in Velm", "the foundation’s tally": nouns that look like verbs
  const isHidden = found && (papers.test(tokens[found.last + 1]?.lower ?? '') || /[’']s?$/.test(tokens[found.last]?.text ?? ''));
  const rest = goesOn
    ? phraseStartingAt(sentence, found.last + 2, ofSource, 10)
    : isHidden
      ? { first: found.last + 1, last: found.last + 1 }
      : undefined;
  if (found === undefined) return undefined;
  let last = made?.last ?? rest?.last ?? found.last;
  while (last > found.first && tokens[last]?.lower === 'available') last -= 1;
  return { first: found.first, last };
}

/** "the Sun-Times": a name with a hyphen is one name. */
function inFull({ tokens }: Tagged, { first, last }: Stretch): Stretch {
  const isHyphened = tokens[first - 1]?.text === '-' && tokens[first - 1]?.glued === true && tokens[first]?.glued === true;
  return isHyphened ? { first: first - (/^the$/.test(tokens[first - 3]?.lower ?? '') ? 3 : 2), last } : { first, last };
}

/** "a leaked Harbour Board (HB) report": the head stands behind the brackets. */
function isHalfOfName({ tokens, tags }: Tagged, { last }: Stretch): boolean {
  // "a survey of people in grocery stores": a noun that looks like a verb
  if (tags[last + 1] === 'verb' && isPlural(tokens[last + 1]?.lower ?? '') && tokens[last + 2]?.kind === 'mark') return true;
  if (tokens[last + 1]?.text !== '(') return false;
  for (let i = last + 2; i < last + 5; i++) if (tokens[i]?.text === ')') return tags[i + 1] === 'noun';
  return false;
}

function named(sentence: Tagged, stretch: Stretch | undefined): string | undefined {
  if (!stretch || /^(?:its|their|his|her|our|my)$/.test(sentence.tokens[stretch.first]?.lower ?? '')) return undefined;
  const name = lowered(sentence, inFull(sentence, stretch));
  if (
    name === undefined ||
    nobody.test(name) ||
    timeLength(sentence, stretch.first) > 0 ||
    asked.test(name) ||
    isNoSayer(sentence, stretch) ||
    name.length > 80 ||
    / (?:his|her|their|its|our|my) /.test(name) ||
    isHalfOfName(sentence, stretch) ||
    // two sentences without a space between them
    /\p{Ll}\.\p{Lu}\p{Ll}/u.test(name) ||
    /[’']s?$/.test(name)
  )
    return undefined;
  return /\d/.test(name.replace(/\b(?:19|20)\d\d\b/g, '')) ? undefined : name;
}
