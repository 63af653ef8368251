/** A page's HTML → the title and the body of its article, without what stands around it. Pure; runs in the worker, since hostile pages can make it slow. */
import { Readability } from '@mozilla/readability';
import { classifyParagraphs } from '#text/furniture.ts';
import type { PageDocument, PageElement } from './dom.ts';
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
  const blocks = mostReadable(document);
  const found = textLength(blocks) < SHORT ? longer(blocks, markedArticle(html)) : blocks;
  return { title, text: withoutFurniture(joined(trimBlocks(found, title)), title) };
}

/** Of so little text Readability may prefer a footer. */
const SHORT = 300;

/** Outside of links. */
const textLength = (blocks: readonly Block[]): number => blocks.reduce((sum, { text, linkLength }) => sum + text.length - linkLength, 0);

const longer = (a: readonly Block[], b: readonly Block[]): readonly Block[] => (textLength(b) > textLength(a) ? b : a);

/** What the page itself marks as its article or its main part. */
function markedArticle(html: string): readonly Block[] {
  const document = parsePage(html);
  removeSurroundings(document);
  for (const selector of ['[itemprop="articleBody"]', 'article', 'main', '[role="main"]']) {
    const marked = document.querySelector(selector);
    if (marked === null) continue;
    removeFurniture(marked);
    return toBlocks(marked);
  }
  return [];
}

/** What Readability takes for the article. */
function mostReadable(document: PageDocument): readonly Block[] {
  const reader = new Readability<PageElement>(document as never, {
    serializer: (node) => node as unknown as PageElement,
    keepClasses: true,
  });
  // Readability would parse each element's style; `slimMarkup` has turned what hides into attributes already.
  // Nor does anybody follow the links of what it gives back.
  Object.assign(reader, { _isProbablyVisible: isVisible, _fixRelativeUris: () => {} });
  const found = reader.parse();
  if (!found?.content) return [];
  removeFurniture(found.content);
  return toBlocks(found.content);
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
