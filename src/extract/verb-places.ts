/** A verb in a sentence → what sort of clause it leads: participle, infinitive, subordinate or main; and the verbs before it. */
import type { Token } from '#text/tokens.ts';

/** -ing without a form of "be" in front. */
export function isParticiple(tokens: readonly Token[], verb: number): boolean {
  if (tokens[verb]?.verb?.forms.has('ing') !== true) return false;
  for (let i = verb - 1; i >= 0; i--) {
    if (tokens[i]?.tag === 'adverb') continue;
    return tokens[i]?.tag !== 'auxiliary';
  }
  return true;
}

export const isSentenceStart = (tokens: readonly Token[], at: number): boolean =>
  at === 0 || tokens[at - 1]?.tag === 'quote' || tokens[at - 1]?.tag === 'conjunction' || tokens[at - 1]?.tag === 'comma';

export function hasVerbAfter(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + 14); i++) {
    const tag = tokens[i]?.tag;
    if (tag === 'verb' || tag === 'auxiliary') return true;
    if (tag === 'quote' || tag === 'stop' || tag === 'colon') return false;
  }
  return false;
}

export function lastVerbBefore(tokens: readonly Token[], at: number): number | undefined {
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token === undefined || token.tag === 'quote' || token.tag === 'semicolon') return undefined;
    if (token.tag === 'verb' || token.tag === 'auxiliary') return i;
  }
  return undefined;
}

/** The main verb that leads the clause before `at`: no participle, no infinitive, not inside a relative clause that has ended. */
export function lastFiniteVerbBefore(tokens: readonly Token[], at: number): number | undefined {
  let fallback: number | undefined;
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token === undefined || token.tag === 'stop' || (token.tag === 'semicolon' && !opensPredicate(tokens, i + 1))) break;
    const isVerb = token.tag === 'verb' || token.tag === 'auxiliary';
    if (!isVerb || isParticiple(tokens, i) || tokens[i - 1]?.tag === 'to' || isReduced(tokens, i)) continue;
    if (isSubordinate(tokens, i)) {
      fallback ??= i;
      continue;
    }
    return i;
  }
  return fallback;
}

/** "Ruiz was booed; was denounced; and declared": what follows the semicolon has the same subject. */
export function opensPredicate(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at]?.tag === 'conjunction' ? tokens[at + 1] : tokens[at];
  return first?.tag === 'auxiliary' || (first?.tag === 'verb' && first.verb?.forms.has('past') === true);
}

/** ", when the crowd left, shouting": a clause of time right before a participle has its own subject. */
export function lastClauseVerbBefore(tokens: readonly Token[], at: number): number | undefined {
  if (tokens[at - 1]?.tag !== 'comma') return undefined;
  for (let i = at - 2; i >= 0; i--) {
    const token = tokens[i];
    if (token === undefined || token.tag === 'semicolon' || token.tag === 'stop' || token.tag === 'relative' || token.tag === 'quote')
      return undefined;
    if (
      (token.tag !== 'verb' && token.tag !== 'auxiliary') ||
      isParticiple(tokens, i) ||
      tokens[i - 1]?.tag === 'to' ||
      isReduced(tokens, i)
    )
      continue;
    for (let k = i - 1; k > 0 && i - k < 10; k--) {
      if (/^(?:when|as|while|where)$/.test(tokens[k]?.low ?? '')) return i;
      const tag = tokens[k]?.tag;
      if (tag === 'verb' || tag === 'comma' || tag === 'relative' || tag === 'subordinator') break;
    }
    return undefined;
  }
  return undefined;
}

/** "officials briefed on the matter": a participle that hangs on a noun, with the real verb still to come. */
export function isReduced(tokens: readonly Token[], verb: number): boolean {
  const forms = tokens[verb]?.verb?.forms;
  const before = tokens[verb - 1]?.tag;
  if (forms === undefined || !forms.has('participle') || (before !== 'word' && before !== 'name')) return false;
  const next = tokens[verb + 1];
  if (before === 'name') return next?.low === 'by';
  return next?.tag === 'preposition' || (next?.tag === 'quote' && NAMED.test(tokens[verb]?.low ?? ''));
}

const NAMED = /^(?:called|titled|entitled|named|dubbed|headlined|labeled|labelled|captioned|nicknamed)$/;

/** Does a word such as "who", "that" or "when" open the clause of this verb? */
export function isSubordinate(tokens: readonly Token[], verb: number): boolean {
  for (let i = verb - 1, seen = 0; i >= 0 && seen < 12; i--, seen++) {
    const token = tokens[i];
    if (token === undefined) return false;
    if (token.tag === 'relative' || token.tag === 'subordinator') return true;
    if (token.tag === 'verb' || token.tag === 'comma' || token.tag === 'quote' || token.tag === 'conjunction' || token.tag === 'dash')
      return false;
    if (token.tag === 'preposition' && /^(?:after|before|as|since|until|because)$/.test(token.low) && tokens[i + 1]?.tag !== 'verb')
      return true;
  }
  return false;
}
