/** HTML → its plain words on one line, for titles and names and for judging how much a feed says. No layout: bodies go through `readable`. */
import { isHtmlName } from './feed-names.ts';
import { decodeEntities } from './html-entities.ts';

/** No bracket can stand inside, so it never looks at a character twice. */
const TAG = /<(?:\/?([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])[^<>]*|!--[^<>]*--)>/g;
/** What merely looks like a tag ("List<String>") stays. */
const withoutTags = (html: string): string =>
  html.includes('<')
    ? html.replace(TAG, (tag, name?: string) => {
        const small = name?.toLowerCase();
        return small === undefined || isHtmlName(small) || small === 'body' || small === 'title' ? ' ' : tag;
      })
    : html;

const onOneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

export const plainLine = (text: string, form: 'text' | 'html'): string =>
  form === 'text' ? onOneLine(text) : withoutGaps(onOneLine(decodeEntities(withoutTags(text))), text);

/** "<i>Dawn</i>, again" keeps its comma close. */
const withoutGaps = (line: string, html: string): string => (html.includes('</') ? line.replace(/ ([,.;:!?)\]’”](?=\s|$))/g, '$1') : line);

/** How much is looked at to judge a body; the rest counts alike. */
const SAMPLE_LENGTH = 100_000;

/** Letters a reader would see. */
export const visibleLength = (html: string): number => {
  const sample = html.slice(0, SAMPLE_LENGTH);
  const seen = onOneLine(decodeEntities(withoutTags(sample))).length;
  return html.length > SAMPLE_LENGTH ? Math.round((seen * html.length) / SAMPLE_LENGTH) : seen;
};
