/** A marked stretch in its sentence → is it what a crowd chants, whoever they are? "met with chants of “Q”", "signs in hand and chanting “Q”". */
import type { Token } from '#text/tokens.ts';

const NOUN = /^(?:chants?|cries|shouts?)$/;
const VERB = /^(?:chant|shout|yell|scream)$/;

export function isShouted(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.tag === 'comma' ? at - 2 : at - 1;
  if (tokens[before]?.low === 'of' && before === at - 1) return NOUN.test(tokens[before - 1]?.low ?? '');
  return tokens[before]?.tag === 'verb' && VERB.test(tokens[before]?.verb?.lemma ?? '');
}
