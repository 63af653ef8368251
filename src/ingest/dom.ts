/** The part of the DOM that reading a page needs, as linkedom gives it; the project's own types know no browser. */

export interface PageNode {
  readonly nodeType: number;
  readonly parentNode: PageElement | null;
  textContent: string | null;
  remove(): void;
  replaceWith(...nodes: readonly PageNode[]): void;
}

export interface PageElement extends PageNode {
  /** Lower case. */
  readonly localName: string;
  readonly childNodes: Iterable<PageNode>;
  readonly children: ArrayLike<PageElement> & Iterable<PageElement>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  setAttribute(name: string, value: string): void;
  querySelectorAll(selector: string): Iterable<PageElement>;
  /** No "*": linkedom finds nothing by it. */
  getElementsByTagName(name: string): ArrayLike<PageElement> & Iterable<PageElement>;
}

export interface PageDocument {
  readonly documentElement: PageElement;
  readonly body: PageElement;
  readonly title: string;
  querySelectorAll(selector: string): Iterable<PageElement>;
  querySelector(selector: string): PageElement | null;
}

const ELEMENT = 1;
const TEXT = 3;

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === ELEMENT;
}

export function isText(node: PageNode): boolean {
  return node.nodeType === TEXT;
}

/** White space of any kind becomes one space, none at the ends. */
export function squeezed(text: string | null): string {
  return (text ?? '').replace(UNEVEN, ' ').trim();
}

/** All but single spaces, which most white space is already. */
const UNEVEN = / \s+|[^\S ]\s*/g;
