/** A page's HTML → a document without what is never text: scripts, styles, what is hidden. */
import { parseHTML } from 'linkedom/worker';
import type { PageDocument, PageElement } from './dom.ts';
import { capDepth } from './page-depth.ts';

const MAX_DEPTH = 200;

export function parsePage(html: string): PageDocument {
  const capped = capDepth(html, MAX_DEPTH);
  // linkedom silently loses a page that has no <body> tag, although HTML does not ask for one.
  const whole = /<body[\s>]/i.test(capped) ? capped : `<!doctype html><html><body>${capped}</body></html>`;
  return parseHTML(whole).document as unknown as PageDocument;
}

const NEVER_TEXT = 'script:not([type="application/ld+json"]), style, template, iframe, object, embed, svg, canvas, select, button, dialog';

export function removeNeverText(document: PageDocument): void {
  removeAll(document.querySelectorAll(NEVER_TEXT));
}

export function removeAll(elements: Iterable<PageElement>): void {
  for (const element of [...elements]) element.remove();
}
