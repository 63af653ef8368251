/** A page's HTML → a document without what is never text: scripts, styles, what is hidden. */
import { parseHTML } from 'linkedom/worker';
import type { PageDocument, PageElement } from './dom.ts';
import { slimMarkup } from './page-markup.ts';

const MAX_DEPTH = 200;

/**
 * linkedom builds a token list for each element that is asked for its class, and Readability asks each several times. Reading the attribute
 * gives the same answer for a third of the time of a whole page.
 */
const { Element } = parseHTML('<p></p>') as unknown as { Element: { prototype: PageElement } };
Object.defineProperty(Element.prototype, 'className', {
  ...Object.getOwnPropertyDescriptor(Element.prototype, 'className'),
  get(this: { getAttributeNode(name: string): { value: string } | null }) {
    return this.getAttributeNode('class')?.value ?? '';
  },
});

export function parsePage(html: string): PageDocument {
  const { head, body } = slimMarkup(html, MAX_DEPTH);
  // linkedom silently loses a page that has no <body> tag, and Readability stumbles where <html> is not the root.
  return parseHTML(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`).document as unknown as PageDocument;
}
