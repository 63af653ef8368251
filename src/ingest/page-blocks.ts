/** The elements of an article → its blocks of text in reading order: paragraphs, list items, headings, each with how much of it is links. */
import { isElement, isText, type PageElement, type PageNode, squeezed } from './dom.ts';

export type Block = {
  readonly text: string;
  /** The element that made it a block: "p", "li", "h2", "div" … */
  readonly tag: string;
  /** Characters of the text that stand in links. */
  readonly linkLength: number;
  /** The whole block is set in bold. */
  readonly isBold: boolean;
};

export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr li main nav ol p pre section summary table tbody thead tfoot tr caption ul noscript'
  ).split(' '),
);
const CELL_TAGS: ReadonlySet<string> = new Set(['td', 'th']);
const BOLD_TAGS: ReadonlySet<string> = new Set(['b', 'strong']);

export function toBlocks(root: PageElement): Block[] {
  const blocks: Block[] = [];
  let pending: Pending = emptyPending();
  const flush = (tag: string) => {
    const text = squeezed(pending.text);
    if (text !== '') {
      const linkLength = Math.min(text.length, pending.linkLength);
      blocks.push({ text, tag, linkLength, isBold: pending.boldLength >= text.length * 0.9 });
    }
    pending = emptyPending();
  };
  // The depth of a page is capped before it is parsed, so that recursion is bounded.
  const visit = (node: PageNode, tag: string, inLink: boolean, inBold: boolean): void => {
    if (isText(node)) {
      pending = withText(pending, node.textContent ?? '', inLink, inBold);
      return;
    }
    if (!isElement(node)) return;
    const name = node.localName;
    if (name === 'br') {
      // Two line breaks part paragraphs, one parts lines.
      if (pending.endsInBreak) flush(tag);
      else pending = { ...pending, text: `${pending.text} `, endsInBreak: true };
      return;
    }
    const isBlock = BLOCK_TAGS.has(name);
    const innerTag = isBlock ? name : tag;
    if (isBlock) flush(tag);
    if (CELL_TAGS.has(name)) pending = { ...pending, text: `${pending.text} ` };
    for (const child of node.childNodes) visit(child, innerTag, inLink || name === 'a', inBold || BOLD_TAGS.has(name));
    if (isBlock) flush(name);
  };
  visit(root, 'div', false, false);
  flush('div');
  return blocks;
}

type Pending = { readonly text: string; readonly linkLength: number; readonly boldLength: number; readonly endsInBreak: boolean };

function emptyPending(): Pending {
  return { text: '', linkLength: 0, boldLength: 0, endsInBreak: false };
}

function withText(pending: Pending, text: string, inLink: boolean, inBold: boolean): Pending {
  const length = squeezed(text).length;
  return {
    text: pending.text + text,
    linkLength: pending.linkLength + (inLink ? length : 0),
    boldLength: pending.boldLength + (inBold ? length : 0),
    endsInBreak: pending.endsInBreak && length === 0,
  };
}
