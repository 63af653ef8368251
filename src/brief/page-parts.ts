/** A sentence and its article → whether it is the page's rather than the report's: what only the whole text shows. */
import type { Article } from '#model/article.ts';
import type { PassedBy } from './passed-by.ts';
import { fold } from './words.ts';

export function whyNotOfReport(raw: string, { title, text }: Pick<Article, 'title' | 'text'>): PassedBy | undefined {
  if (isCaption(raw, text)) return 'a caption';
  if (holdsTitle(raw, title)) return 'a page talking';
  return isOfAuthor(raw, text) ? 'about the author' : undefined;
}

const OPENING_CHARS = 50;
/** How a gallery of pictures ends its captions. */
const CREDITED = /\b(?:Hide Caption|Photos: |(?:Getty Images|AP Photo|AFP|Reuters|EPA)\)?\.?$)/mu;

/** The words below a picture stand once in the text and once, with their credit, in the page's gallery. */
function isCaption(raw: string, text: string): boolean {
  if (raw.length < OPENING_CHARS) return false;
  const opening = raw.slice(0, OPENING_CHARS);
  const first = text.indexOf(opening);
  const last = text.lastIndexOf(opening);
  return first !== last && [first, last].some((at) => CREDITED.test(paragraphAt(text, at)));
}

const paragraphAt = (text: string, at: number): string => {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end);
};

const lettersOf = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
const MIN_TITLE_LETTERS = 20;
/** "LETTER FROM LUND" stands before it. */
const MAX_LETTERS_BEFORE = 30;

/** A title and the line below it that lost their breaks. */
function holdsTitle(raw: string, title: string): boolean {
  const head = lettersOf(title);
  const at = head.length < MIN_TITLE_LETTERS ? -1 : lettersOf(raw).indexOf(head);
  return at >= 0 && at <= MAX_LETTERS_BEFORE;
}

/** "Ada Holm is a columnist of the Lund Post and the author of two books." */
const BIOGRAPHY =
  /^((?:\p{Lu}[\p{L}.’'-]* ){1,3}\p{Lu}[\p{L}’'-]+), ?[^,.]{0,60}?,? (?:is|was)\b|^((?:\p{Lu}[\p{L}.’'-]* ){1,3}\p{Lu}[\p{L}’'-]+) (?:is|was|writes|teaches|serves|hosts|covers)\b/u;
const TRADE =
  /\b(?:writer|editor|columnist|author|fellow|professor|lecturer|historian|reporter|correspondent|contributor|commentator|analyst|expert|director|senator|host|strategist|founder|scholar|attorney|president of|member of|chairman of)\b/;

/** Behind it a page may tell of its writer. */
const END = 0.92;

/** Nowhere else does the article name who wrote it. */
function isOfAuthor(raw: string, text: string): boolean {
  const [, aside, plain = aside] = BIOGRAPHY.exec(raw) ?? [];
  const surname = plain?.split(' ').at(-1);
  // "Author of several books, including …", where the page has set the name apart
  if (/^(?:The )?[Aa]uthor of (?:\p{Ll}+ ){0,3}books?\b/u.test(raw)) return true;
  return (
    surname !== undefined &&
    TRADE.test(raw) &&
    (/ and (?:the )?author of /.test(raw) ||
      text.replaceAll(`${surname}:`, '').split(surname).length === 2 ||
      text.indexOf(raw) > END * text.length)
  );
}
