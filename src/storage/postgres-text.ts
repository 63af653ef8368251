/**
 * Text ↔ text that PostgreSQL can keep. It takes no NUL character, and feeds have some: a span would point one off if it were left out.
 * So NUL becomes an escape and 0, and the escape itself, a private code point that no text is likely to have, escape and 1.
 */
const ESCAPE = '\u{F8FE}';

export const toPostgresText = (text: string): string =>
  text.includes('\0') || text.includes(ESCAPE) ? text.replaceAll(ESCAPE, `${ESCAPE}1`).replaceAll('\0', `${ESCAPE}0`) : text;

export const fromPostgresText = (text: string): string =>
  text.includes(ESCAPE) ? text.replace(/\u{F8FE}([01])/gu, (_, which) => (which === '0' ? '\0' : ESCAPE)) : text;
