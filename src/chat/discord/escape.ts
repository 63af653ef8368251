/** Foreign text → Discord's markdown that shows it literally: it cannot mention anyone, make a link or a time, format, or leave a quote. */
import { cleanText, oneLine, webAddress } from '../clean-text.ts';

/** U+2060: invisible, no break. Keeps "@everyone" from being read as one, whatever happens to allowed_mentions. */
const WORD_JOINER = '\u2060';

const BROADCAST = /@(?=(?:here|everyone)\b)/gi;
/** Wherever they stand; `<` begins every mention, time, emoji and command link, `[` every masked link. */
const ANYWHERE = /[\\*_~`|<>[\]]/g;
/** At the start of a line: headings, lists, subtext, numbered lists. */
const LINE_START = /^([ ]*)(#|-|\+)/gm;
const NUMBERED = /^([ ]*\d{1,18})([.)])/gm;
/** "https://" would become a link, ":skull:" a picture. */
const COLON = /:(?=\S)/g;

/** For content and descriptions of embeds. Line ends are kept. */
export function toMarkdown(text: string): string {
  return cleanText(text)
    .replace(ANYWHERE, '\\$&')
    .replace(LINE_START, '$1\\$2')
    .replace(NUMBERED, '$1\\$2')
    .replace(COLON, '\\:')
    .replace(BROADCAST, `@${WORD_JOINER}`);
}

/** For labels, titles, names and footers, where Discord reads no markdown. */
export const toPlain = (text: string): string => oneLine(text).replace(BROADCAST, `@${WORD_JOINER}`);

/** What toMarkdown did, undone: for tests. */
export const fromMarkdown = (text: string): string => text.replaceAll(WORD_JOINER, '').replace(/\\([\\*_~`|<>[\]#+:.)-])/g, '$1');

/** An address as a masked link needs it, or null where it is none that a reader should open. */
export function safeUrl(url: string, maxCharacters: number): string | null {
  const href = webAddress(url)?.href.replace(/[()<>[\]\\*_~`|\s]/g, (character) =>
    encodeURIComponent(character).replace(/[()*_~]/g, percent),
  );
  return href && href.length <= maxCharacters ? href : null;
}

/** encodeURIComponent leaves these as they are. */
const percent = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
