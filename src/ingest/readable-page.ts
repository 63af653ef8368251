/** A page's HTML → the title and the body of its article, without what stands around it. Pure; runs in the worker, since hostile pages can make it slow. */
import { Readability } from '@mozilla/readability';
import { classifyParagraphs } from '#text/furniture.ts';
import type { PageElement } from './dom.ts';
import { type Block, toBlocks } from './page-blocks.ts';
import { parsePage } from './page-document.ts';
import { removeFurniture, removeSurroundings } from './page-furniture.ts';
import { findTitle } from './page-title.ts';
import { trimBlocks } from './page-trim.ts';

export type ReadablePage = { readonly title: string; readonly text: string };

export type PageInput = { readonly url: string; readonly html: string };

export function readPage({ html }: PageInput): ReadablePage {
  const document = parsePage(html);
  const title = findTitle(document);
  removeSurroundings(document);
  const reader = new Readability<PageElement>(document as never, {
    serializer: (node) => node as unknown as PageElement,
    keepClasses: true,
  });
  // Readability would parse each element's style; `slimMarkup` has turned what hides into attributes already.
  // Nor does anybody follow the links of what it gives back.
  Object.assign(reader, { _isProbablyVisible: isVisible, _fixRelativeUris: () => {} });
  const found = reader.parse();
  if (!found?.content) return { title, text: '' };
  removeFurniture(found.content);
  return { title, text: withoutFurniture(joined(trimBlocks(toBlocks(found.content), title)), title) };
}

/**
 * What the words alone give away. Cross-heads and all that reads like the body stay, and so does what is said more than once: the questions of a series of
 * interviews are the article's own.
 */
function withoutFurniture(text: string, title: string): string {
  const paragraphs = classifyParagraphs(text, title).map(({ start, end, kind }) => ({ line: text.slice(start, end), kind }));
  const times = new Map<string, number>();
  for (const { line } of paragraphs) times.set(line, (times.get(line) ?? 0) + 1);
  return paragraphs
    .filter(({ line, kind }) => kind === 'body' || kind === 'cross-head' || (times.get(line) ?? 0) > 1)
    .map(({ line }) => line)
    .join('\n\n');
}

function joined(blocks: readonly Block[]): string {
  return blocks.map(({ text }) => text).join('\n\n');
}

function isVisible(element: PageElement): boolean {
  return !element.hasAttribute('hidden') && element.getAttribute('aria-hidden') !== 'true';
}
