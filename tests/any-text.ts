import fc from 'fast-check';

/** Any string without lone surrogates, a half of it ASCII. fast-check's own unit "binary" builds a table of a million characters each time. */
export const anyText = ({ minLength = 0, maxLength = 10 }: { readonly minLength?: number; readonly maxLength?: number } = {}) =>
  fc
    .array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0x10ffff })), { minLength, maxLength })
    .map((points) => String.fromCodePoint(...points).toWellFormed());
