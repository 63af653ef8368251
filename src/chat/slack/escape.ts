/** Foreign text → Slack's mrkdwn that shows it literally: it cannot mention anyone, make a link, format, or leave a quote. */
import { cleanText, oneLine, webAddress } from '../clean-text.ts';

/** U+2060: invisible, no break. Beside a marker it keeps Slack from reading it as one (unverified against the real service). */
const WORD_JOINER = '\u2060';

/** The three characters of Slack's escaping: enough that no `<!channel>`, `<@U1>` or `<https://…|label>` of a feed is read as one. */
function escapeEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const WORD = /[\p{L}\p{N}]/u;
const BROADCAST = /@(?=(?:here|channel|everyone)\b)/gi;
const EMOJI_CODE = /:(?=[a-z][a-z0-9_+'-]{0,99}:)/gi;

/** For mrkdwn objects. Markers inside a word (snake_case, 2*3) stay as they are, for Slack does not read them. */
export function toMrkdwn(text: string): string {
  const literal = cleanText(text)
    .replace(/[*_~`]/g, (marker, index: number, whole: string) => {
      const isInsideWord = WORD.test(whole[index - 1] ?? '') && WORD.test(whole[index + 1] ?? '');
      return isInsideWord ? marker : `${WORD_JOINER}${marker}${WORD_JOINER}`;
    })
    .replace(BROADCAST, `@${WORD_JOINER}`)
    .replace(EMOJI_CODE, `:${WORD_JOINER}`);
  // A line that begins with > would become a quote, also when it comes as &gt;.
  return escapeEntities(literal.replace(/^(?=[ ]*>)/gm, WORD_JOINER));
}

/** For `text` beside blocks: notifications show it as it is. */
export const toFallback = (text: string): string => escapeEntities(oneLine(text).replace(BROADCAST, `@${WORD_JOINER}`));

/** For plain_text objects, which know no markup; angle brackets are turned so that no reading of them can be a mention. */
export const toPlain = (text: string): string =>
  oneLine(text).replaceAll('<', '‹').replaceAll('>', '›').replace(BROADCAST, `@${WORD_JOINER}`);

/** What toMrkdwn did, undone: for tests and for text that comes back from Slack. */
export const fromMrkdwn = (text: string): string =>
  text.replaceAll(WORD_JOINER, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** An address as Slack's link markup needs it, or null where it is none that a reader should open. */
export function safeUrl(url: string, maxCharacters: number): string | null {
  const parsed = webAddress(url);
  if (!parsed) return null;
  const href = parsed.href.replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('&', '&amp;');
  return href.length <= maxCharacters ? href : null;
}
