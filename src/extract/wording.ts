/** A figure in its sentence → what it counts, as a phrase that goes on after the amount: "killed in Gaza by Israel’s bombing", "net profit at Orvane"; undefined where that cannot be worded well. */
import {
  groupAt,
  groupBefore,
  isPlanned,
  isVerbal,
  isWall,
  lemmaOf,
  type Subject,
  subjectOf,
  tightPhraseEndingAt,
  timeBefore,
  type VerbGroup,
  wholePhraseEndingAt,
} from './clause.ts';
import type { Counted } from './concept.ts';
import { isChangeVerb } from './modifiers.ts';
import { phraseStartingAt, type Stretch, type Tagged, timeLength, wordsOf } from './phrases.ts';
import { isPlural, participleOf, verbOf } from './word-forms.ts';
import { clauseFrom, isOwner, label, lowered, MAX_WORDING_CHARS, placesFrom } from './wording-phrases.ts';

export type Worded = Counted & {
  readonly isChange: boolean;
  readonly isPeople: boolean;
  readonly isShare: boolean;
  readonly isPoints: boolean;
  /** May describe the noun behind it: "a £1,000 payment", "5 percent tariffs", against "50-foot lots". */
  readonly isAttribute: boolean;
  readonly saidBy: string | undefined;
};

export function wordingOf(sentence: Tagged, figure: Worded): string | undefined {
  const words = asApposition(sentence, figure) ?? asSubject(sentence, figure) ?? behindNoun(sentence, figure) ?? asPart(sentence, figure);
  const spaced = words?.replace(/\s+/g, ' ').trim();
  return spaced !== undefined && isWellFormed(spaced) ? spaced : undefined;
}

/** Nouns that only say that something was measured. */
const vague =
  /^(?:the )?(?:amount|sum|total|number|figure|level|share|part|portion|value|price|cost|speed|average|increase|decrease|rise|fall|drop|gain|loss|change|result|goal|target|distance|length|weight|size|capacity|range|maximum|minimum|rest|majority|margin|estimate|one|others|company|firm|group|it|deal|plan|thing|man|woman|report|poll|survey|study|crowd|crowds|audience|more|less|fewer|higher|lower|numbers|figures|net|rest|alternative|half|third)$/;

/** Ends on a word that carries meaning, holds no mark that is not closed and no pronoun that points out of it. */
function isWellFormed(words: string): boolean {
  if (vague.test(words) || words.length < 3 || words.length > MAX_WORDING_CHARS + 40) return false;
  if (/["“”()[\]…]|''/.test(words)) return false;
  if (/(?:^|\s)(?:i|we|you|my|our|your|us|me)(?:\s|$)/i.test(words)) return false;
  // "her nomination": whose, the line does not say
  if (/(?:^|\s)(?:his|her|him|he|she)(?:\s|$)/.test(words) && !/^(?:by|in|for|to|from|with|on|at) wh|^whose/.test(words)) return false;
  return !/(?:^|\s)(?:of|at|by|for|from|with|to|and|or|the|an?|as|that|which|who|than|its|their|his|her)$/i.test(words);
}

// ---- the figure as apposition: "the levy, between 1 percent and 3 percent of the value of a property, would …"

function asApposition(sentence: Tagged, { first, last, isCount }: Worded): string | undefined {
  const { tokens, tags } = sentence;
  if (isCount || tokens[first - 1]?.text !== ',' || tags[first - 2] !== 'noun') return undefined;
  const content = tokens[last + 1]?.lower === 'of' ? placesFrom(sentence, last + 1, 70) : undefined;
  const next = tokens[(content?.last ?? last) + 1];
  if (next !== undefined && !/^[,.]$/.test(next.text)) return undefined;
  const phrase = wholePhraseEndingAt(sentence, first - 2);
  if (!phrase || isTooLong(sentence, phrase)) return undefined;
  return levelOf(sentence, phrase, undefined, wordsOf(sentence, content));
}

// ---- the figure as subject: "34 people were killed when …", "15 percent of the reef bears …"

function asSubject(sentence: Tagged, figure: Worded): string | undefined {
  const { tokens, tags } = sentence;
  const { first, last } = figure;
  if (!opensClause(sentence, first)) return undefined;
  let from = last + 1;
  const aside = asideAt(sentence, from);
  if (aside) from = aside.next;
  let i = from;
  for (let steps = 0; steps < 3; steps++) {
    while (tags[i] === 'adv') i += 1;
    if (tags[i] !== 'prep') break;
    const phrase = phraseStartingAt(sentence, i + 1);
    if (!phrase) return undefined;
    i = phrase.last + 1;
  }
  const isPlain = i === from || sentence.tags.slice(from, i).every((tag) => tag === 'adv');
  const verb = mainVerbFrom(sentence, i);
  if (tags[i] === 'rel')
    return /^(?:who|that|which|whose)$/.test(tokens[i]?.lower ?? '') ? wordsOf(sentence, clauseFrom(sentence, i)) : undefined;
  if (verb === undefined || saying.test(tokens[verb]?.lower ?? '')) return undefined;
  const group = groupAt(sentence, verb);
  if (!figure.isCount && isPlain) {
    if (isChangeVerb(group.base) || group.base === 'be') return undefined;
  }
  const tail = aside?.words === undefined ? '' : `, ${aside.words}`;
  const start = isPlain ? predicateStart(sentence, i, verb, group) : from;
  const words = wordsOf(sentence, clauseFrom(sentence, start, MAX_WORDING_CHARS - tail.length));
  if (words === undefined || isAuxiliary.test(words)) return undefined;
  const hasOwnVerb = !figure.isCount && isPlain && start === i && tags[i] !== 'aux';
  // "24% satisfied": no verb of its own
  if (hasOwnVerb && (group.to !== undefined || sentence.tags[verb + 1] === 'mark' || verb + 1 >= tokens.length)) return undefined;
  return `${hasOwnVerb ? 'that ' : ''}${words}${tail}`;
}

const isAuxiliary =
  /^(?:has|have|had|is|are|was|were|be|been|will|would|can|could|may|might|must|should|do|does|did)(?: been| be| have)?$/i;
const saying = /^(?:said|says|say|told|reported|reports|estimated|estimates|added|claimed|confirmed|announced)$/;

/** Without the "were" of "were killed" and "were on board", the "have been" of "have been rescued". */
function predicateStart({ tokens, tags }: Tagged, from: number, verb: number, group: VerbGroup): number {
  if (group.isNegative || (group.modal !== undefined && group.modal !== 'to')) return from;
  const isBe = (i: number): boolean => /^(?:is|are|was|were|be|been|being)$/.test(tokens[i]?.lower ?? '');
  let i = from;
  if (/^(?:has|have|had)$/.test(tokens[i]?.lower ?? '') && (isBe(i + 1) || (tags[i + 1] === 'adv' && isBe(i + 2)))) i += 1;
  while (tags[i] === 'adv' && isBe(i + 1)) i += 1;
  if (!isBe(i)) return from;
  const next = i + 1;
  if (group.isPassive && verb >= next) return next;
  // "were on board", "are still missing"; "were children" stays whole
  return /^(?:prep|adv|gerund)$/.test(tags[next] ?? '') ||
    /^(?:missing|dead|homeless|alive|ill|sick|absent|present|safe|unaccounted)$/.test(tokens[next]?.lower ?? '')
    ? next
    : from;
}

function mainVerbFrom({ tags, tokens }: Tagged, from: number): number | undefined {
  let i = from;
  let found: number | undefined;
  for (let steps = 0; steps < 7; steps++, i++) {
    if (tags[i] === 'aux' || tags[i] === 'verb' || tags[i] === 'participle') found = i;
    else if (!(tags[i] === 'adv' || tags[i] === 'to' || tokens[i]?.lower === 'not' || (tags[i] === 'gerund' && found !== undefined))) break;
    if (tags[i] === 'verb' || tags[i] === 'participle') break;
  }
  return found;
}

/** ", most of them civilians," between the noun and its verb. */
function asideAt(sentence: Tagged, comma: number): { readonly next: number; readonly words: string | undefined } | undefined {
  const { tokens, tags } = sentence;
  if (tokens[comma]?.text !== ',') return undefined;
  for (let i = comma + 1; i < comma + 14; i++) {
    if (isWall(tokens[i]?.text)) return undefined;
    if (tokens[i]?.text !== ',') continue;
    return isVerbal(tags[i + 1]) || tags[i + 1] === 'adv' ? { next: i + 1, words: descriptionAt(sentence, comma) } : undefined;
  }
  return undefined;
}

/** "most of them civilians", "including 14 children": who they were. */
function descriptionAt(sentence: Tagged, comma: number): string | undefined {
  const { tokens, tags } = sentence;
  if (
    tokens[comma]?.text !== ',' ||
    !/^(?:most|many|mostly|mainly|half|some|largely|all|predominantly)$/.test(tokens[comma + 1]?.lower ?? '')
  )
    return undefined;
  const clause = clauseFrom(sentence, comma + 1, 50);
  if (clause)
    for (let i = clause.first; i <= clause.last; i++) if (tags[i] === 'verb' || tags[i] === 'aux' || tags[i] === 'gerund') return undefined;
  return wordsOf(sentence, clause);
}

/** Nothing stands before the amount in its clause but what says when or where. */
function opensClause(sentence: Tagged, first: number): boolean {
  const { tokens, tags } = sentence;
  let i = first - 1;
  while (
    tags[i] === 'det' ||
    tags[i] === 'adv' ||
    (tokens[i]?.lower === 'of' && /^(?:total|average|further|additional|estimated)$/.test(tokens[i - 1]?.lower ?? ''))
  )
    i -= tokens[i]?.lower === 'of' ? 2 : 1;
  const token = tokens[i];
  if (
    !token ||
    (token.kind === 'mark' && (!/^[(%$€£/&’'-]$/.test(token.text) || (token.text === '-' && !token.glued))) ||
    tags[i] === 'conj' ||
    saying.test(token.lower) ||
    /^(?:that|when|where)$/.test(token.lower)
  )
    return true;
  // "By mid-morning 131 people …", "according to the ministry around 20 people …"
  let opener: number | undefined;
  for (let steps = 0; i >= 0 && steps < 12; i--, steps++) {
    const tag = tags[i];
    if (tokens[i]?.kind === 'mark' && !/^[-’'&]$/.test(tokens[i]?.text ?? '')) break;
    if (tag === 'conj') break;
    if (tag !== 'noun' && tag !== 'det' && tag !== 'prep' && tag !== 'num' && tag !== 'adv' && tokens[i]?.kind !== 'mark') return false;
    opener = i;
  }
  return opener !== undefined && (tags[opener] === 'prep' || timeLength(sentence, opener) > 0) && tags[first - 1] !== 'prep';
}

// ---- what stands right behind the noun: "1,300 people injured in the blast", "people who …"

function behindNoun(sentence: Tagged, figure: Worded): string | undefined {
  if (!figure.isCount) return undefined;
  const { tokens, tags } = sentence;
  const at = figure.last + 1;
  const word = tokens[at]?.lower ?? '';
  if (/^(?:who|that|which)$/.test(word) && isVerbal(tags[at + 1])) {
    const clause = clauseFrom(sentence, at);
    return wordsOf(sentence, clause && dropWhoWere(sentence, clause));
  }
  const isParticiple =
    tags[at] === 'participle' ||
    (tags[at] === 'verb' && /(?:ed|en|own|ought|ung|hot|ept|eft|ost)$/.test(word)) ||
    (tags[at] === 'gerund' && word !== 'including');
  const whose = word === 'whose' ? wordsOf(sentence, clauseFrom(sentence, at)) : undefined;
  if (whose !== undefined) return withName(sentence, figure, whose);
  return isParticiple ? wordsOf(sentence, clauseFrom(sentence, at)) : undefined;
}

/** "whose wells it polluted": the pronoun stands for who did the rest. */
function withName(sentence: Tagged, { first }: Worded, words: string): string | undefined {
  if (!/\b(?:it|he|she|they)\b/.test(words)) return words;
  const group = groupBefore(sentence, first);
  const name = whoOf(sentence, group && subjectOf(sentence, group));
  return name !== undefined && words.match(/\b(?:it|he|she|they)\b/g)?.length === 1
    ? words.replace(/\b(?:it|he|she|they)\b/, name)
    : undefined;
}

function dropWhoWere({ tokens, tags }: Tagged, { first, last }: Stretch): Stretch {
  const isBe = /^(?:is|are|was|were)$/.test(tokens[first + 1]?.lower ?? '');
  return isBe && (tags[first + 2] === 'verb' || tags[first + 2] === 'participle') && last >= first + 2
    ? { first: first + 2, last }
    : { first, last };
}

// ---- the figure as object, or in a prepositional phrase

function asPart(sentence: Tagged, figure: Worded): string | undefined {
  const { tokens, tags } = sentence;
  const isBeforeNoun = !figure.isCount && tags[figure.last + 1] === 'noun' && timeLength(sentence, figure.last + 1) === 0;
  const attributive = figure.isCount || !figure.isAttribute ? undefined : attributiveNoun(sentence, figure);
  if (attributive || isBeforeNoun) return attributive;
  let at = figure.first - 1;
  at -= timeBefore(sentence, at);
  if (/^(?:the|an?|another|all|each|every|those|these)$/.test(tokens[at]?.lower ?? '')) at -= 1;
  const share = figure.isCount ? undefined : contentAfter(sentence, figure.last + 1);
  let preposition: string | undefined;
  for (let steps = 0; steps < 14 && at >= 0; steps++, at--) {
    const low = tokens[at]?.lower ?? '';
    if (tags[at] === 'prep' && isParticle(sentence, at)) break;
    if (tags[at] === 'prep') preposition = /^(?:up|down|off)$/.test(low) ? (preposition ?? low) : (preposition ?? low);
    else if (tags[at] !== 'amount' && tags[at] !== 'adv' && !(tags[at] === 'det' && tags[at + 1] === 'amount' && !isOwner(sentence, at)))
      break;
    else if (tags[at] === 'amount' && preposition === undefined && !figure.isChange) return undefined;
  }
  if (tags[at] === 'prep') at -= 1;
  if (preposition !== undefined) at -= timeBefore(sentence, at);
  if (at < 0 || tokens[at] === undefined) return undefined;
  if (isVerbal(tags[at])) return afterVerb(sentence, figure, groupAt(sentence, at), undefined, preposition, share);
  if (tags[at] !== 'noun') return undefined;
  if (preposition === 'of' || preposition === 'worth' || preposition === 'totalling') {
    const name = tightPhraseEndingAt(sentence, at);
    const whole = wholePhraseEndingAt(sentence, at);
    const before = (whole ?? name)?.first ?? 0;
    const verb = whole && isVerbal(tags[before - 1]) ? groupAt(sentence, before - 1) : undefined;
    return name && ofPhrase(sentence, figure, whole && !wordsOf(sentence, whole)?.includes(' with ') ? whole : name, verb);
  }
  const phrase = wholePhraseEndingAt(sentence, at);
  const verb = phrase && isVerbal(tags[phrase.first - 1]) ? groupAt(sentence, phrase.first - 1) : undefined;
  if (phrase && verb) return afterVerb(sentence, figure, verb, phrase, preposition, share);
  const far = verbFarBefore(sentence, at);
  // "burning to death 12 people": the phrase between belongs to the verb
  if (far && preposition === undefined && (!figure.isCount || tags[far.main + 1] !== 'prep')) return undefined;
  return far && afterVerb(sentence, figure, far, undefined, preposition, share);
}

/** "brought in about $650 million", "laid off 300 workers": the word belongs to the verb. */
function isParticle({ tokens, tags }: Tagged, at: number): boolean {
  if (!isVerbal(tags[at - 1]) || tags[at - 1] === 'aux') return false;
  const low = tokens[at]?.lower ?? '';
  if (low === 'in') return /^(?:bring|take|pull|rake|draw|cash|drag)$/.test(lemmaOf(tokens[at - 1]?.lower ?? ''));
  return (
    /^(?:out|away|aside|back)$/.test(low) ||
    (low === 'off' && /^(?:lay|pay|call|kill|sell|write|cut|fight)$/.test(lemmaOf(tokens[at - 1]?.lower ?? '')))
  );
}

/** "was bought from Lorne Vale in August for": other phrases stand between the verb and the amount’s own. */
function verbFarBefore(sentence: Tagged, from: number): VerbGroup | undefined {
  const { tokens, tags } = sentence;
  for (let i = from; i > from - 12 && i >= 0; i--) {
    if (isVerbal(tags[i])) return tags[i] === 'participle' ? undefined : groupAt(sentence, i);
    if (tokens[i]?.kind === 'mark' && !/^[-’&]$/.test(tokens[i]?.text ?? '')) return undefined;
    if (tags[i] === 'amount' || tags[i] === 'rel' || tags[i] === 'conj' || tags[i] === 'pron') return undefined;
  }
  return undefined;
}

/** "a 0.5 percent tax on financial transactions", "a £1,000 payment". */
function attributiveNoun(sentence: Tagged, { first, last }: Worded): string | undefined {
  const { tokens, tags } = sentence;
  const hyphen = /^[-‑–]$/.test(tokens[last + 1]?.text ?? '') ? 1 : 0;
  const at = last + 1 + hyphen;
  if (tags[at] !== 'noun' || timeLength(sentence, at) > 0) return undefined;
  const phrase = phraseStartingAt(sentence, at);
  const head = phrase && headOf(sentence, phrase);
  const isOpened =
    /^(?:det|noun)$/.test(tags[first - 1] ?? '') && (tags[first - 1] === 'det' || /[’']s?$/.test(tokens[first - 1]?.text ?? ''));
  if (!isOpened && !hyphen && !isPlural(head ?? '')) return undefined;
  if (!phrase || phrase.first !== at || tags[phrase.last + 1] === 'amount' || isTooLong(sentence, phrase)) return undefined;
  if (isAllNames(sentence, phrase)) return contactClause(sentence, phrase);
  return withArticle(wordsOf(sentence, phrase));
}

function isAllNames({ tokens }: Tagged, { first, last }: Stretch): boolean {
  for (let i = first; i <= last; i++) if (tokens[i]?.kind === 'word' && !/^\p{Lu}/u.test(tokens[i]?.text ?? '')) return false;
  return true;
}

/** "the $3 million Ruiz raised in May": a relative clause without "that". */
function contactClause(sentence: Tagged, { last }: Stretch): string | undefined {
  const { tags } = sentence;
  const name = wholePhraseEndingAt(sentence, last) ?? tightPhraseEndingAt(sentence, last);
  if (tags[last + 1] !== 'verb') return undefined;
  const clause = name && clauseFrom(sentence, last + 1, 80);
  const who = name && wordsOf(sentence, { first: last - Math.min(2, last - name.first), last });
  return clause && who && `that ${who} ${wordsOf(sentence, clause)}`;
}

/** The noun before the first preposition: "tax" of "tax on financial transactions". */
function headOf({ tokens, tags }: Tagged, { first, last }: Stretch): string | undefined {
  let i = first;
  while (i < last && tags[i + 1] !== 'prep') i += 1;
  return tokens[i]?.lower;
}

/** "of gross domestic product", "in aid", "worth of damage": what the amount is made of. */
function contentAfter(sentence: Tagged, at: number): string | undefined {
  const low = sentence.tokens[at]?.lower ?? '';
  if (!/^(?:of|in|worth)$/.test(low)) return undefined;
  return wordsOf(sentence, placesFrom(sentence, at, 70));
}

const isTooLong = ({ tokens }: Tagged, { first, last }: Stretch): boolean => (tokens[last]?.end ?? 0) - (tokens[first]?.start ?? 0) > 90;

/** Verbs that only set a level: what they tell of is the thing measured. */
const levels = new Set(
  'be stand reach hit total average remain stay come amount measure exceed top surpass become equal approach range run vary start near fall rise record register'.split(
    ' ',
  ),
);
/** Verbs that put a level on their object: "sets total spending at $48.6 billion", "brings the deficit down to 2.3 percent". */
const setting = new Set('set put bring keep leave estimate value price assess fix hold take push get'.split(' '));
/** They move something else: "raised $26 million" is no level of who raised it. */
const movers = new Set('raise cut lower reduce boost lift hike slash trim gain add lose shed expand improve strengthen'.split(' '));
const giving = new Set('give pay offer owe lend send award grant hand promise pledge'.split(' '));
/** No passive of these is English. */
const bare = new Set(
  'have be become seem appear remain include contain cost weigh last let mean want get comprise feature lack tell ask inform urge remind warn show thank say know see think believe hope expect need total come go'.split(
    ' ',
  ),
);

function afterVerb(
  sentence: Tagged,
  figure: Worded,
  group: VerbGroup,
  object: Stretch | undefined,
  preposition: string | undefined,
  share: string | undefined,
): string | undefined {
  // "a sentiment endorsed by the 10,000 people": who did it is the figure itself
  if (sentence.tags[group.main] === 'participle' && group.first === group.main) return undefined;
  if (
    group.isNegative ||
    !isPlanned(sentence, group) ||
    (saying.test(sentence.tokens[group.main]?.lower ?? '') && preposition === undefined && object === undefined && !figure.isCount)
  )
    return undefined;
  const subject = subjectOf(sentence, group);
  const isMoving = figure.isChange || isChangeVerb(group.base) || levels.has(group.base);
  const isTransitive = movers.has(group.base) && !group.isPassive && preposition === undefined && object === undefined;
  if (isTransitive && figure.isShare && !/^(?:gain|add|lose|shed)$/.test(group.base)) return undefined;
  const isLevel =
    !(isTransitive && !figure.isShare) &&
    (!figure.isCount || figure.isChange) &&
    isMoving &&
    (preposition === undefined || /^(?:to|from|at|by|around|about|up|down|off|between|over|above|below|under)$/.test(preposition));
  if (object && group.base === 'be') return undefined;
  if (object && !figure.isCount && /^(?:to|at|by|from)$/.test(preposition ?? '') && (setting.has(group.base) || isMoving))
    return levelOf(sentence, object, subject, share);
  if (!object && isLevel && (!group.isPassive || isChangeVerb(group.base))) return levelOf(sentence, phraseOf(subject), undefined, share);
  if (!object && preposition === undefined && group.base === 'cost' && !figure.isCount) return costOf(sentence, subject);
  if (preposition !== undefined) return relativeClause(sentence, figure, group, subject, preposition, share);
  if (group.base === 'have') return figure.isCount ? placed(sentence, figure, group, subject) : undefined;
  if (group.base === 'be') return existential(sentence, figure, subject);
  if (object && !giving.has(group.base)) return undefined;
  return passive(sentence, figure, group, subject, object, share);
}

const phraseOf = (subject: Subject | undefined): Stretch | undefined => (subject?.kind === 'phrase' ? subject.stretch : undefined);

/** The thing whose level or change it is. */
function levelOf(
  sentence: Tagged,
  stretch: Stretch | undefined,
  owner: Subject | undefined,
  share: string | undefined,
): string | undefined {
  if (!stretch || isTooLong(sentence, stretch)) return undefined;
  const name = isOwner(sentence, stretch.first) ? ownedBy(sentence, stretch, owner) : label(sentence, stretch);
  if (name === undefined || (!/\p{Ll}/u.test(name.slice(0, 1)) && !/\s\p{Ll}{3,}/u.test(name) && share === undefined)) return undefined;
  if (share?.startsWith('of')) return `${share}, ${sentence.tags[stretch.first] === 'det' ? 'the ' : ''}${name}`;
  return withArticle(name);
}

/** "its rate" → "the rate of the central bank". */
function ownedBy(sentence: Tagged, stretch: Stretch, owner: Subject | undefined): string | undefined {
  if (!/^(?:its|their)$/.test(sentence.tokens[stretch.first]?.lower ?? '')) return undefined;
  const thing = wordsOf(sentence, { first: stretch.first + 1, last: stretch.last });
  const who = owner?.kind === 'phrase' ? owner.stretch : owner?.of;
  const name = who && who.last < stretch.first && !isOwner(sentence, who.first) ? lowered(sentence, who) : undefined;
  if (thing === undefined || name === undefined || name.length > 40 || name.includes(',')) return undefined;
  return / (?:of|in|on|at|for) /.test(thing) ? undefined : `${thing} of ${name}`;
}

function costOf(sentence: Tagged, subject: Subject | undefined): string | undefined {
  const thing = phraseOf(subject);
  if (!thing || isTooLong(sentence, thing) || isOwner(sentence, thing.first)) return undefined;
  return `the cost of ${lowered(sentence, thing)}`;
}

/** A label whose first word looks like a verb form takes an article, so that nobody reads on: "the estimated cost". */
function withArticle(words: string | undefined): string | undefined {
  return words !== undefined && /^\p{Ll}+ed\s/u.test(words) ? `the ${words}` : words;
}

/** "had 214 people on board": where they were; "has 900 doctors": whose they are. */
function placed(sentence: Tagged, { last }: Worded, group: VerbGroup, subject: Subject | undefined): string | undefined {
  const places = wordsOf(sentence, placesFrom(sentence, last + 1));
  const place = phraseOf(subject);
  if (places === 'on board') return place ? `on board ${lowered(sentence, place)}` : places;
  const owner = whoOf(sentence, subject);
  const has = group.to === undefined ? wordsOf(sentence, { first: group.first, last: group.main }) : undefined;
  if (owner === undefined || has === undefined) return undefined;
  return [`that ${owner} ${has}`, places].filter(Boolean).join(' ');
}

/** "There were 30 people on board". */
function existential(sentence: Tagged, { last, isCount }: Worded, subject: Subject | undefined): string | undefined {
  if (subject?.kind !== 'pronoun' || subject.low !== 'there' || !isCount) return undefined;
  return wordsOf(sentence, placesFrom(sentence, last + 1));
}

/** "killed in Gaza by Israel’s bombing", "to be paid to each bereaved family". */
function passive(
  sentence: Tagged,
  figure: Worded,
  group: VerbGroup,
  subject: Subject | undefined,
  to: Stretch | undefined,
  share: string | undefined,
): string | undefined {
  if (figure.isPoints || bare.has(group.base) || (group.isPassive && !to) || (figure.isChange && !figure.isCount)) return undefined;
  const written = sentence.tokens[group.main]?.lower ?? '';
  const participle = participleOf(group.base) ?? (written.endsWith('ed') ? written : undefined);
  if (participle === undefined) return undefined;
  const chain = gerundChain(sentence, group.main, participle);
  const modal = modalOf(group);
  if (modal === undefined) return undefined;
  const after = share === undefined ? figure.last + 1 : behindShare(sentence, figure.last + 1);
  const between = wordsOf(sentence, betweenVerbAnd(sentence, group.main, figure.first, to));
  const places = wordsOf(sentence, placesFrom(sentence, after));
  const recipient = to && lowered(sentence, to);
  const agent = agentOf(sentence, subject, figure.saidBy, `${places ?? ''} ${share ?? ''}`);
  const saysLittle =
    places === undefined && agent === undefined && recipient === undefined && share === undefined && between === undefined && modal === '';
  if (saysLittle && !telling.has(group.base)) return undefined;
  if (group.isGerund && agent === undefined && !telling.has(group.base)) return undefined;
  const description = descriptionBehind(sentence, figure.last + 1);
  // "50 delegates at stake": a state of what is counted, whatever was done
  const state = places !== undefined && /^(?:at|on) \p{Ll}+$/u.test(places) ? places : undefined;
  return (
    [
      share ?? state,
      modal,
      chain ?? participle,
      between,
      recipient && `to ${recipient}`,
      state === undefined && places,
      agent && `by ${agent}`,
    ]
      .filter(Boolean)
      .join(' ') + (description ? `, ${description}` : '')
  );
}

/** Verbs that say enough by themselves. */
const telling = new Set(
  'kill injure wound hurt arrest detain displace evacuate rescue destroy damage infect jail execute shoot drown burn stab wipe report record register confirm count'.split(
    ' ',
  ),
);

const modalOf = ({ modal }: VerbGroup): string | undefined => {
  if (modal === undefined) return '';
  return /^(?:will|would|shall|to)$/.test(modal) ? 'to be' : `that ${modal} be`;
};

function betweenVerbAnd({ tags }: Tagged, verb: number, first: number, to: Stretch | undefined): Stretch | undefined {
  if (to) return undefined;
  let from = verb + 1;
  let last = first - 1;
  while (from <= last && (tags[last] === 'det' || tags[last] === 'adv')) last -= 1;
  while (from <= last && tags[from] === 'adv') from += 1;
  return last >= from && (tags[from] === 'prep' || tags[from] === 'adv') ? { first: from, last } : undefined;
}

function behindShare(sentence: Tagged, at: number): number {
  const places = placesFrom(sentence, at, 70);
  return places ? places.last + 1 : at;
}

/** "…, most of them civilians", next or behind the places. */
function descriptionBehind(sentence: Tagged, from: number): string | undefined {
  const places = placesFrom(sentence, from);
  return descriptionAt(sentence, from) ?? (places && descriptionAt(sentence, places.last + 1));
}

/** Who did it, unless that is who says it too, or nobody that the line could name. */
function agentOf(sentence: Tagged, subject: Subject | undefined, saidBy: string | undefined, said: string): string | undefined {
  const stretch = phraseOf(subject);
  if (!stretch || isOwner(sentence, stretch.first) || isTooLong(sentence, stretch)) return undefined;
  const name = lowered(sentence, stretch);
  const plain = (one: string): string => one.replace(/^(?:the|an?) /i, '').toLowerCase();
  if (name === undefined || /\b(?:its|their|his|her)\b/.test(name) || name.length > 60 || said.includes(name)) return undefined;
  if (/^(?:people|someone|nobody|others|everyone|some|many|most|it|they)$/i.test(name)) return undefined;
  return saidBy !== undefined && (plain(saidBy).endsWith(plain(name)) || plain(name).endsWith(plain(saidBy))) ? undefined : name;
}

/** "shooting, stabbing and burning to death" → "shot, stabbed and burned". */
function gerundChain({ tokens, tags }: Tagged, verb: number, participle: string): string | undefined {
  if (tags[verb] !== 'gerund') return undefined;
  const said = [participle];
  for (let i = verb - 1; i > verb - 10 && i >= 0; i--) {
    const low = tokens[i]?.lower ?? '';
    if (low === ',' || low === 'and') continue;
    const form = tags[i] === 'gerund' ? participleOfGerund(low) : undefined;
    if (form === undefined) break;
    said.unshift(form);
  }
  return said.length === 1 ? undefined : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`;
}

function participleOfGerund(low: string): string | undefined {
  return participleOf(verbOf(low)?.base ?? '');
}

/** "turnover of $5m", "gusts of up to 148 kilometres per hour", "representatives of 130 countries". */
function ofPhrase(sentence: Tagged, figure: Worded, phrase: Stretch, verb: VerbGroup | undefined): string | undefined {
  if (isOwner(sentence, phrase.first) || isTooLong(sentence, phrase)) return undefined;
  const name = label(sentence, phrase);
  if (name === undefined) return undefined;
  const subject = verb && !verb.isNegative ? subjectOf(sentence, verb) : undefined;
  const participle = verb && !bare.has(verb.base) && !verb.isPassive && verb.modal === undefined ? participleOf(verb.base) : undefined;
  const agent = participle === undefined ? undefined : agentOf(sentence, subject, figure.saidBy, name);
  const did = agent && `${participle} by ${agent}`;
  if (figure.isCount && crowds.test(name)) return did && `the ${name} ${did}`;
  if (figure.isCount) return containers.test(name) ? undefined : whoseClause(sentence, figure, name, verb, subject);
  const share = contentAfter(sentence, figure.last + 1);
  if (share?.startsWith('of')) {
    const who = whoOf(sentence, subject);
    const verbs = verb && doneBy(sentence, verb);
    return who && verbs && !verb?.isGerund ? `${share} whose ${name} ${who} ${verbs}` : undefined;
  }
  const appositive = appositionBehind(sentence, figure.last + 1);
  const places = wordsOf(sentence, placesFrom(sentence, figure.last + 1, 60));
  const words = [name, places, did].filter(Boolean).join(' ');
  return withArticle(appositive === undefined ? words : `${words}, ${appositive}`);
}

const crowds = /\b(?:crowd|audience|crew|workforce|fleet|team|group|army|network|staff|cast|squad|delegation|toll)$/;
const containers =
  /\b(?:group|total|number|series|list|set|range|rest|pair|team|crew|staff|average|majority|cost|price|loss|death|toll|survey|poll|crowd|rate|lack|kind|sort|part|end|start|age|distance|case|array|some|most|many|one|all|any)$/;

/** "whose representatives China welcomes for a forum". */
function whoseClause(
  sentence: Tagged,
  { last }: Worded,
  name: string,
  verb: VerbGroup | undefined,
  subject: Subject | undefined,
): string | undefined {
  if (!verb || !/s$/.test(name) || verb.isPassive || verb.to !== undefined || verb.isGerund) return undefined;
  const who = whoOf(sentence, subject);
  const did = wordsOf(sentence, { first: verb.first, last: verb.main });
  const places = wordsOf(sentence, placesFrom(sentence, last + 1));
  return who && did ? `whose ${name} ${who} ${did}${places ? ` ${places}` : ''}` : undefined;
}

/** ", the biggest at Mill Lane": the noun again. */
function appositionBehind(sentence: Tagged, comma: number): string | undefined {
  const { tokens } = sentence;
  if (
    tokens[comma]?.text !== ',' ||
    !/^(?:the|its|a|an)$/.test(tokens[comma + 1]?.lower ?? '') ||
    !/(?:est|most|record)$/.test(tokens[comma + 2]?.lower ?? '')
  )
    return undefined;
  return wordsOf(sentence, clauseFrom(sentence, comma + 1, 70));
}

/** "in which Orvane sells its bicycles", "from which Beijing expects delegates". */
function relativeClause(
  sentence: Tagged,
  figure: Worded,
  group: VerbGroup,
  subject: Subject | undefined,
  preposition: string,
  share: string | undefined,
): string | undefined {
  if (!/^(?:in|from|to|on|at|for|with|by|into|across|among|between|against|through|under|over)$/.test(preposition) || group.isGerund)
    return undefined;
  if (!figure.isCount && !figure.isShare && !/^(?:for|by)$/.test(preposition)) return undefined;
  if (!figure.isCount && figure.isShare && share === undefined) return undefined;
  const who = whoOf(sentence, subject);
  if (who === undefined) return undefined;
  // "adopted by more than 40 states": the states did it
  const participle = sentence.tokens[group.main]?.lower ?? '';
  if (group.isPassive && preposition === 'by' && figure.isCount)
    return participle.endsWith('ed') && group.modal === undefined ? `that ${participle} ${who}` : undefined;
  const did = doneBy(sentence, group);
  const stretch = betweenAnd(sentence, group.main, figure.first);
  if (stretch === 'broken') return undefined;
  const between = wordsOf(sentence, stretch);
  const which = `${preposition} ${figure.isPeople ? 'whom' : 'which'}`;
  if (did === undefined) return undefined;
  return [share, which, who, did, between].filter(Boolean).join(' ');
}

/** The verb group as it is told; an infinitive of a plan as "was ordered to pay" cannot be, so it is left. */
function doneBy(sentence: Tagged, group: VerbGroup): string | undefined {
  return group.to === undefined ? wordsOf(sentence, { first: group.first, last: group.main }) : undefined;
}

/** What stands between the verb and the preposition of the amount. */
function betweenAnd({ tags, tokens }: Tagged, verb: number, first: number): Stretch | 'broken' | undefined {
  let last = first - 1;
  while (last > verb && (tags[last] === 'det' || tags[last] === 'prep' || tags[last] === 'adv')) last -= 1;
  for (let i = verb + 1; i <= last; i++)
    if (
      tags[i] === 'amount' ||
      tags[i] === 'to' ||
      isVerbal(tags[i]) ||
      (tokens[i]?.kind === 'mark' && !/^[-‑–’&]$/.test(tokens[i]?.text ?? ''))
    )
      return 'broken';
  return last > verb ? { first: verb + 1, last } : undefined;
}

/** A subject that a line of its own can name. */
function whoOf(sentence: Tagged, subject: Subject | undefined): string | undefined {
  const stretch = subject?.kind === 'phrase' ? subject.stretch : subject?.of;
  if (!stretch || isOwner(sentence, stretch.first) || isTooLong(sentence, stretch)) return undefined;
  const name = lowered(sentence, stretch);
  return name !== undefined && !/\b(?:its|their|his|her)\b/.test(name) ? name : undefined;
}
