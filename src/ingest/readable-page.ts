/** A page's HTML → the title and the body of its article, without what stands around it. Pure; runs in the worker, since hostile pages can make it slow. */
import { Readability } from '@mozilla/readability';
import { type PageElement, squeezed } from './dom.ts';
import { type Block, toBlocks } from './page-blocks.ts';
import { parsePage, removeNeverText } from './page-document.ts';
import { removeCaptions, removeFurniture, removeSurroundings } from './page-furniture.ts';
import { trimBlocks } from './page-trim.ts';

export type ReadablePage = { readonly title: string; readonly text: string };

export type PageInput = { readonly url: string; readonly html: string };

export function readPage({ html }: PageInput): ReadablePage {
  const document = parsePage(html);
  removeNeverText(document);
  removeSurroundings(document);
  removeCaptions(document.body);
  const reader = new Readability<PageElement>(document as never, { serializer: (node) => node as unknown as PageElement, keepClasses: true });
  // Readability would parse each element's style; `slimMarkup` has turned what hides into attributes already.
  Object.assign(reader, { _isProbablyVisible: isVisible });
  const found = reader.parse();
  const title = squeezed(found?.title ?? document.title);
  if (!found?.content) return { title, text: '' };
  removeFurniture(found.content);
  return { title, text: joined(trimBlocks(toBlocks(found.content), title)) };
}

function joined(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => text).join('\n\n');
}

function isVisible(element: PageElement): boolean {
  return !element.hasAttribute('hidden') && element.getAttribute('aria-hidden') !== 'true';
}
