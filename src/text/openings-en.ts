/** English words that open a sentence with a capital and are nobody's name. */

const listed = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Nobody's name, where they open a sentence. */
export const OPENING_ADJECTIVES = listed(
  'similar recent new key early late local major minor further subsequent previous initial final additional certain various numerous multiple countless different related',
);

/** "Developer Harbour said": no part of its name. */
export const TRADES = listed(
  'developer publisher retailer carmaker automaker airline operator manufacturer insurer lender broadcaster startup supermarket chipmaker drugmaker brewer',
);

/** "Read Harbour's report": what readers are asked to do. */
export const INVITES = listed('read watch see click visit follow share listen download join play');

export const INDEFINITE = listed('everything nothing something anything everyone everybody nobody somebody someone anyone anybody');
