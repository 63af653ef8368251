/** A noun → does it name a person, or a body or writing that may speak? */
import * as lexicon from '#text/lexicon.ts';
import { NO_AGENT_NOUNS, ROLE_NOUNS } from '#text/role-nouns-en.ts';

const roleNouns = new Set(ROLE_NOUNS.split(/\s+/).flatMap((noun) => [noun, plural(noun)]));

function plural(noun: string): string {
  if (noun.endsWith('man')) return `${noun.slice(0, -3)}men`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}${/(?:s|x|ch|sh)$/.test(noun) ? 'es' : 's'}`;
}

export const isPersonNoun = (low: string): boolean => lexicon.personNouns.has(low) || (roleNouns.has(low) && !lexicon.bodyNouns.has(low));

/** "forecaster", "geologist": by its ending, where the lists do not have it. */
const AGENT = /(?:er|or|ist|ian|man|men|woman|women|ant|ee)s?$/;
const noAgents = new Set(NO_AGENT_NOUNS.split(/\s+/));
const isNoAgent = (low: string): boolean => noAgents.has(low) || (low.endsWith('s') && noAgents.has(low.slice(0, -1)));

/** A noun that names somebody by what he does. */
export const isAgentNoun = (low: string): boolean => isPersonNoun(low) || (AGENT.test(low) && !isNoAgent(low));

export const isBodyNoun = (low: string): boolean => lexicon.bodyNouns.has(low);
