/** A query parameter → the same, checked: what an engine would take for something else is lost data without an error. */

export type Parameter = string | number | bigint | Uint8Array | null;

/**
 * node:sqlite binds NULL for a missing parameter and for NaN, and takes an object in the first place for named parameters (all NULL then);
 * pg makes NULL of `undefined`, and JSON or text of whatever else it is given.
 */
export function checkedParameter(value: unknown): Parameter {
  if (value === null || typeof value === 'string' || typeof value === 'bigint' || value instanceof Uint8Array) return value;
  if (typeof value === 'number' && (Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value)))) return value;
  throw new TypeError(`a query parameter is ${typeof value === 'number' ? value : typeof value}; give a string, a safe number or null`);
}
