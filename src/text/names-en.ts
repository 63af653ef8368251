/** A given name → what it tells of its bearer. */
import { EITHER, FEMALE, MALE } from './given-names-en.ts';

export type Gender = 'male' | 'female';

const genders = new Map<string, Gender>();
for (const name of FEMALE.split(/\s+/)) genders.set(name, 'female');
for (const name of MALE.split(/\s+/)) genders.set(name, 'male');
const either = new Set(EITHER.split(/\s+/));

export const genderOfGivenName = (low: string): Gender | undefined => genders.get(low);

/** Also "Robin" and "Lee", which do not tell whether of a man or a woman. */
export const isGivenName = (low: string): boolean => genders.has(low) || either.has(low);

const MALE_WORDS = new Set(
  `mr sir lord king prince duke baron count father brother pope emperor congressman councilman assemblyman chairman spokesman businessman salesman policeman fireman frontman
   husband son grandfather uncle nephew boy man actor waiter gentleman cardinal archbishop bishop ayatollah imam rabbi sheikh monsignor priest`.split(
    /\s+/,
  ),
);
const FEMALE_WORDS = new Set(
  `mrs ms miss lady dame queen princess duchess baroness countess sister congresswoman councilwoman assemblywoman chairwoman spokeswoman businesswoman policewoman
   wife daughter mother grandmother aunt niece girl woman actress waitress nun`.split(/\s+/),
);

export const genderOfTitle = (low: string): Gender | undefined =>
  MALE_WORDS.has(low) ? 'male' : FEMALE_WORDS.has(low) ? 'female' : undefined;
