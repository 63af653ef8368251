/** A page's document → its headline as a reader sees it, without the site's name. */
import { type PageDocument, squeezed } from './dom.ts';

const MIN_HEADLINE = 12;
const MAX_TITLE = 300;

/** To be asked before Readability, which takes the document apart. */
export function findTitle(document: PageDocument): string {
  const full = squeezed(document.querySelector('title')?.textContent ?? '').slice(0, MAX_TITLE);
  const shared = squeezed(content(document, 'meta[property="og:title"]') ?? content(document, 'meta[name="twitter:title"]') ?? '').slice(
    0,
    MAX_TITLE,
  );
  const site = content(document, 'meta[property="og:site_name"]') ?? '';
  // The headline stands in the title too, first or as the most of it; another h1 is the site's name or a section.
  for (const heading of document.querySelectorAll('h1')) {
    const text = squeezed(heading.textContent);
    if (
      text.length >= MIN_HEADLINE &&
      text.length <= MAX_TITLE &&
      [full, shared].some((title) => isHeadlineOf(letters(text), letters(title)))
    )
      return text;
  }
  return withoutSite(shared || full, site) || squeezed(document.querySelector('h1')?.textContent ?? '').slice(0, MAX_TITLE);
}

function isHeadlineOf(heading: string, title: string): boolean {
  return title.startsWith(heading) || (title.includes(heading) && heading.length * 2 >= title.length);
}

function content(document: PageDocument, selector: string): string | null {
  return document.querySelector(selector)?.getAttribute('content') ?? null;
}

/** "Ferry sinks - The Harbour Post" → "Ferry sinks": by the site's name where the page gives it, else by a short last part after a bar. */
function withoutSite(title: string, site: string): string {
  const cut = Math.max(
    title.lastIndexOf(' | '),
    title.lastIndexOf(' - '),
    title.lastIndexOf(' – '),
    title.lastIndexOf(' — '),
    title.lastIndexOf(' :: '),
  );
  if (cut < MIN_HEADLINE) return title;
  const last = letters(title.slice(cut));
  const name = letters(site);
  const isName = name !== '' && (last.includes(name) || name.includes(last));
  return isName || (title.slice(cut).startsWith(' | ') && last.length <= 30) ? title.slice(0, cut).trim() : title;
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
