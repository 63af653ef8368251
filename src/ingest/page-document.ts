/** A page's HTML → a document without what is never text: scripts, styles, what is hidden. */
import { parseHTML } from 'linkedom/worker';
import type { PageDocument } from './dom.ts';
import { slimMarkup } from './page-markup.ts';

const MAX_DEPTH = 200;

type NodeClass = { readonly prototype: { readonly constructor: NodeClass }; readonly name: string };
/** What our getters ask of linkedom's elements. */
type Own = {
  readonly localName: string;
  readonly ownerDocument: { createAttribute(name: string): { value: string } };
  getAttributeNode(name: string): { value: string } | null;
  setAttributeNode(attribute: { value: string }): void;
};

const { Element } = parseHTML('<p></p>') as unknown as { Element: NodeClass };

/**
 * linkedom gives every node and attribute a map of its listeners, which takes a fifth of the time of a whole page. Nobody listens here: nodes are made
 * without one.
 */
withoutListeners(Element.prototype.constructor);

function withoutListeners(made: NodeClass): void {
  const base: NodeClass | null = Object.getPrototypeOf(made);
  if (base?.name === 'DOMEventTarget') Object.setPrototypeOf(made, class {});
  else if (base !== null) withoutListeners(base);
}

/**
 * linkedom builds a token list for each element that has a class, and Readability asks each several times. Reading and writing the attribute
 * gives the same answer for a third of the time of a whole page.
 */
Object.defineProperty(Element.prototype, 'className', {
  configurable: true,
  get(this: Own) {
    return this.getAttributeNode('class')?.value ?? '';
  },
  set(this: Own, value: string) {
    const classes = /\s/.test(value) ? [...new Set(value.split(/\s+/))].filter((one) => one !== '').join(' ') : value;
    const attribute = this.getAttributeNode('class');
    if (attribute !== null) attribute.value = classes;
    else {
      const made = this.ownerDocument.createAttribute('class');
      made.value = classes;
      this.setAttributeNode(made);
    }
  },
});

/** Readability asks for them more often than for anything else: each name is put into capitals once. */
const capitals = new Map<string, string>();
const inCapitals = {
  configurable: true,
  get(this: Own) {
    const known = capitals.get(this.localName);
    if (known !== undefined) return known;
    if (capitals.size >= MAX_NAMES) capitals.clear();
    const made = this.localName.toUpperCase();
    // what is a part of the page would keep all of it in memory
    capitals.set(` ${this.localName}`.slice(1), made);
    return made;
  },
};
const MAX_NAMES = 1_000;
Object.defineProperties(Element.prototype, { tagName: inCapitals, nodeName: inCapitals });

export function parsePage(html: string): PageDocument {
  const { head, body } = slimMarkup(html, MAX_DEPTH);
  // linkedom silently loses a page that has no <body> tag, and Readability stumbles where <html> is not the root.
  return parseHTML(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`).document as unknown as PageDocument;
}
