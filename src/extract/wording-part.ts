/** A figure that is an object, or part of a phrase → its wording by the verb or noun that it hangs on. */
import { subjectOf, timeBefore } from './clause.ts';
import { type Stretch, type Tagged, timeLength, wordsOf } from './phrases.ts';
import { groupAt, isVerbal, lemmaOf, type VerbGroup } from './verb-group.ts';
import { tightPhraseEndingAt, wholePhraseEndingAt } from './whole-phrases.ts';
import { participleOf } from './word-forms.ts';
import type { Worded } from './wording.ts';
import { attributiveNoun, isAnybodys } from './wording-attribute.ts';
import { isOwner, label } from './wording-labels.ts';
import { agentOf, whoOf } from './wording-names.ts';
import { ofPhrase } from './wording-of.ts';
import { bare, contentAfter, measuring } from './wording-phrases.ts';
import { isThin } from './wording-thin.ts';
import { afterVerb } from './wording-verb.ts';

export function asPart(sentence: Tagged, figure: Worded): string | undefined {
  const { tokens, tags } = sentence;
  const isBeforeNoun = !figure.isCount && tags[figure.last + 1] === 'noun' && timeLength(sentence, figure.last + 1) === 0;
  const attributive = figure.isCount || !figure.isAttribute ? undefined : attributiveNoun(sentence, figure);
  if (attributive) {
    const deed = withDeed(sentence, figure, attributive);
    if (isOnlyAsked(sentence, figure, deed) || (deed !== undefined && /^(?:program|programme|project|plan) \p{Ll}+ by /u.test(deed)))
      return undefined;
    return deed !== undefined && (isThin(deed, figure) || isAnybodys(sentence, figure, deed)) ? undefined : deed;
  }
  if (isBeforeNoun) return undefined;
  let at = figure.first - 1;
  at -= timeBefore(sentence, at);
  // "donated a total of $5,000"
  if (
    tokens[at]?.lower === 'of' &&
    /^(?:total|maximum|minimum|further|record|combined)$/.test(tokens[at - 1]?.lower ?? '') &&
    tags[at - 2] === 'det'
  )
    at -= 2;
  while (measuring.test(tokens[at]?.lower ?? '') && tags[at - 1] === 'det') at -= 1;
  if (/^(?:the|an?|another|all|each|every|those|these)$/.test(tokens[at]?.lower ?? '')) at -= 1;
  const share = figure.isCount && tokens[figure.last + 1]?.lower !== 'of' ? undefined : contentAfter(sentence, figure);
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
  // "the potential to transmit hundreds of megabits": an infinitive that the tagger does not know
  if (preposition === undefined && tokens[at - 1]?.lower === 'to' && tags[at - 2] === 'noun') return undefined;
  if (preposition === 'of' || preposition === 'worth' || preposition === 'totalling') {
    const name = tightPhraseEndingAt(sentence, at);
    const whole = wholePhraseEndingAt(sentence, at);
    const before = (whole ?? name)?.first ?? 0;
    const verb = whole && isVerbal(tags[before - 1]) ? groupAt(sentence, before - 1) : undefined;
    const phrase = name && isVagueName(sentence, name) ? (whole ?? name) : name;
    // "took a stake in a deal worth $600 million": nobody took the deal
    if (preposition === 'worth' && phrase && tags[phrase.first - 1] === 'prep') return undefined;
    const level = phrase && preposition === 'of' ? atWhich(sentence, figure, phrase) : undefined;
    if (level) return level;
    const named = phrase && ofPhrase(sentence, figure, phrase, phrase.first === before ? verb : undefined);
    return named !== undefined && isThin(named, figure) ? undefined : named;
  }
  const phrase = wholePhraseEndingAt(sentence, at);
  const verb = phrase && isVerbal(tags[phrase.first - 1]) ? groupAt(sentence, phrase.first - 1) : undefined;
  if (phrase && verb) return afterVerb(sentence, figure, verb, phrase, preposition, share);
  const far = verbFarBefore(sentence, at);
  // "burning to death 12 people": the phrase between belongs to the verb
  if (far && preposition === undefined && (!figure.isCount || tags[far.main + 1] !== 'prep')) return undefined;
  return far && afterVerb(sentence, figure, far, undefined, preposition, share);
}

/** "has proposed a $3 billion package for the coast": there is none yet. */
function isOnlyAsked({ tokens, tags }: Tagged, { first }: Worded, words: string | undefined): boolean {
  const verb = tags[first - 1] === 'det' ? first - 2 : first - 1;
  return (
    /^(?:propos|seek|sought|request|consider|weigh|discuss|float|want|suggest)/.test(tokens[verb]?.lower ?? '') &&
    !/ (?:proposed|sought|requested|considered|suggested|wanted) by /.test(words ?? '')
  );
}

/** "grew at an annual rate of 6.1%", "at a speed of 80 mph": whose rate, which speed. */
function atWhich(sentence: Tagged, { isCount }: Worded, phrase: Stretch): string | undefined {
  const { tokens, tags } = sentence;
  if (
    isCount ||
    tokens[phrase.first - 1]?.lower !== 'at' ||
    !/^(?:rate|speed|pace|price|cost|speeds|prices|rates|level|height|depth)$/.test(tokens[phrase.last]?.lower ?? '')
  )
    return undefined;
  const group = isVerbal(tags[phrase.first - 2]) ? groupAt(sentence, phrase.first - 2) : undefined;
  const who = group && !group.isNegative && !group.isGerund ? whoOf(sentence, subjectOf(sentence, group)) : undefined;
  const did = group && group.to === undefined ? wordsOf(sentence, { first: group.first, last: group.main }) : undefined;
  const name = label(sentence, phrase);
  return who && did && name ? `the ${name} at which ${who} ${did}` : undefined;
}

/** "received $250,000 fines" → "fines received by both teams", "has a 9 percent stake" → "the stake of Pershing Square"; a bare noun alone says too little. */
function withDeed(sentence: Tagged, { first, saidBy }: Worded, noun: string): string | undefined {
  const { tags } = sentence;
  let at = first - 1;
  while (tags[at] === 'det' || tags[at] === 'adv') at -= 1;
  const isBare = !/ (?:of|on|in|for|to|by|from|with|against|at) /.test(noun);
  const group = isVerbal(tags[at]) && tags[at] !== 'participle' ? groupAt(sentence, at) : undefined;
  // "has never had a $500 million deficit with Velm"
  if (group?.isNegative) return undefined;
  const thin = isBare && group && !noun.includes(' ') ? undefined : noun;
  if (!isBare || !group || group.isNegative || group.isPassive || group.modal !== undefined) return thin;
  const agent = agentOf(sentence, subjectOf(sentence, group), saidBy, noun);
  if (agent === undefined || agent.length + noun.length > 80) return thin;
  if (group.base === 'have' || group.base === 'hold' || group.base === 'own') return `the ${noun} of ${agent}`;
  const participle = bare.has(group.base) ? undefined : participleOf(group.base);
  return participle === undefined ? thin : `${noun} ${participle} by ${agent}`;
}

/** "brought in about $650 million", "laid off 300 workers": the word belongs to the verb. */
function isParticle({ tokens, tags }: Tagged, at: number): boolean {
  if (!isVerbal(tags[at - 1]) || tags[at - 1] === 'aux') return false;
  const low = tokens[at]?.lower ?? '';
  if (low === 'in') return /^(?:bring|take|pull|rake|draw|cash|drag)$/.test(lemmaOf(tokens[at - 1]?.lower ?? ''));
  return (
    /^(?:out|away|aside|back)$/.test(low) ||
    (low === 'down' && /^(?:gun|shoot|mow|shut|close|turn|vote|burn|tear|hunt|track|strike)$/.test(lemmaOf(tokens[at - 1]?.lower ?? ''))) ||
    (low === 'through' && /^(?:burn|tear|rip|sweep|cut)$/.test(lemmaOf(tokens[at - 1]?.lower ?? ''))) ||
    (low === 'off' && /^(?:lay|pay|call|kill|sell|write|cut|fight)$/.test(lemmaOf(tokens[at - 1]?.lower ?? '')))
  );
}

/** "was bought from Lorne Vale in August for": other phrases stand between the verb and the amount’s own. */
function verbFarBefore(sentence: Tagged, from: number): VerbGroup | undefined {
  const { tokens, tags } = sentence;
  // "a plan to detrain 300 people": an infinitive that the tagger does not know
  if (tags[from - 2] === 'noun' && tokens[from - 1]?.lower === 'to' && tags[from] === 'noun' && /^\p{Ll}/u.test(tokens[from]?.text ?? ''))
    return undefined;
  for (let i = from; i > from - 12 && i >= 0; i--) {
    if (isVerbal(tags[i])) return tags[i] === 'participle' ? undefined : groupAt(sentence, i);
    if (tokens[i]?.kind === 'mark' && !/^[-’&]$/.test(tokens[i]?.text ?? '')) return undefined;
    if (tags[i] === 'amount' || tags[i] === 'rel' || tags[i] === 'conj' || tags[i] === 'pron') return undefined;
  }
  return undefined;
}

/** A time or a name: "the loss in the third quarter of $5 million" is a loss. */
function isVagueName(sentence: Tagged, { first, last }: Stretch): boolean {
  const { tokens, tags } = sentence;
  const from = tags[first] === 'det' ? first + 1 : first;
  return timeBefore(sentence, last) > 0 || /^\p{Lu}/u.test(tokens[from]?.text ?? '');
}
