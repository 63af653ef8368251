/** A page's elements → those that are not the article: menus, captions, related stories, sign-up boxes, bylines, by what their markup calls them. */
import { type PageDocument, type PageElement, squeezed } from './dom.ts';

const NEVER_TEXT: ReadonlySet<string> = new Set(['template', 'object', 'embed', 'dialog', 'script', 'style', 'iframe']);
/** What HTML itself says is not the article. */
const SURROUNDING_TAGS: ReadonlySet<string> = new Set(['nav', 'aside', 'footer', 'form']);
const SURROUNDING_ROLES: ReadonlySet<string> = new Set([
  'navigation',
  'complementary',
  'contentinfo',
  'banner',
  'search',
  'dialog',
  'alert',
  'menu',
]);

/**
 * Before the article is looked for. Captions go here already: Readability gives an only child the class of its parent, and a caption is then a paragraph
 * like any other. One pass by hand, since a selector of this length costs more than all the rest.
 */
export function removeSurroundings(document: PageDocument): void {
  const total = textLength(document.body);
  const elements = [...document.body.querySelectorAll('*')];
  markHeadline(elements);
  openHeaders(elements);
  for (const element of elements) {
    // What stands in a removed element is removed already, whether its own parent is still there or not; removing it again does no harm.
    if (element.parentNode === null) continue;
    const tag = element.localName;
    if (NEVER_TEXT.has(tag)) {
      if (element.getAttribute('type') !== 'application/ld+json') element.remove();
    } else if (isSurrounding(element)) {
      if (!mayBeArticle(element, total)) element.remove();
    } else if (furnitureKind(element) === 'caption' && textLength(element) <= MAX_CAPTION) element.remove();
    else handDownNames(element);
  }
}

/** The one <h1> of a page is its headline, and no part of its body; where there are several, they head its sections. */
function markHeadline(elements: readonly PageElement[]): void {
  const [only, ...others] = elements.filter(({ localName }) => localName === 'h1');
  if (only !== undefined && others.length === 0) only.setAttribute('data-component', 'page-headline');
}

/** What a header holds of the text (the lead above the picture) stands before the body, not in a box of its own that would be passed over. */
function openHeaders(elements: readonly PageElement[]): void {
  for (const header of elements) {
    if (header.localName !== 'header' || !isInArticle(header)) continue;
    const holdsText = [...header.getElementsByTagName('p')].some((p) => textLength(p) >= MIN_LEAD && linkLength(p) < textLength(p) / 4);
    if (holdsText) header.replaceWith(...header.childNodes);
  }
}

function isInArticle(element: PageElement): boolean {
  for (let at = element.parentNode; at !== null; at = at.parentNode) if (at.localName === 'article') return true;
  return false;
}

const MIN_LEAD = 80;

/** Readability puts an only paragraph in the place of its box, and what the box was called would be lost. */
function handDownNames(box: PageElement): void {
  if (box.localName !== 'div' && box.localName !== 'section') return;
  const names = namesOf(box).words.trim();
  const [only, ...others] = names === '' ? [] : box.children;
  if (only?.localName === 'p' && others.length === 0) only.setAttribute('data-component', names);
}

function isSurrounding(element: PageElement): boolean {
  if (SURROUNDING_TAGS.has(element.localName) || element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true')
    return true;
  const role = element.getAttribute('role');
  return role !== null && SURROUNDING_ROLES.has(role);
}

/** A box is kept, whatever it is called, when so much of the text is in it that it must be the article. */
const ARTICLE_SHARE = 0.2;
/** Of a short article a box takes a large share however small it is. */
const MAX_BOX = 400;
const LONG_PARAGRAPH = 150;
const MAX_LONG_PARAGRAPHS = 1;

function mayBeArticle(element: PageElement, totalLength: number, maxBox = 0): boolean {
  const length = textLength(element);
  if (length > totalLength * ARTICLE_SHARE && length > maxBox) return true;
  if (length < LONG_PARAGRAPH) return false;
  let longParagraphs = 0;
  for (const paragraph of element.getElementsByTagName('p')) {
    if (textLength(paragraph) >= LONG_PARAGRAPH && linkLength(paragraph) < textLength(paragraph) / 2) longParagraphs += 1;
    if (longParagraphs > MAX_LONG_PARAGRAPHS) return true;
  }
  return false;
}

function textLength(element: PageElement): number {
  return squeezed(element.textContent).length;
}

function linkLength(element: PageElement): number {
  let length = 0;
  for (const link of element.getElementsByTagName('a')) length += textLength(link);
  return length;
}

/** Inside the article that was found. */
export function removeFurniture(article: PageElement): void {
  const total = textLength(article);
  for (const element of [...article.querySelectorAll('*')]) {
    if (element.parentNode === null) continue;
    const kind = furnitureKind(element);
    if (kind === 'caption' ? textLength(element) <= MAX_CAPTION : kind !== undefined && !mayBeArticle(element, total, MAX_BOX))
      element.remove();
  }
}

const MAX_CAPTION = 1200;
/** A figure may hold a chart's table or even a paragraph; a short text in it is its caption. */
const MAX_FIGURE_TEXT = 600;

function furnitureKind(element: PageElement): 'caption' | 'box' | undefined {
  const tag = element.localName;
  if (tag === 'figcaption') return 'caption';
  if (tag === 'figure') return !holdsBlocks(element) && textLength(element) <= MAX_FIGURE_TEXT ? 'caption' : undefined;
  if (tag === 'time') return squeezed(element.parentNode?.textContent ?? '').length < 80 ? 'box' : undefined;
  return namesOf(element).kind;
}

const FIGURE_BLOCKS = ['p', 'table', 'pre', 'blockquote'];

function holdsBlocks(figure: PageElement): boolean {
  return FIGURE_BLOCKS.some((tag) => figure.getElementsByTagName(tag).length > 0);
}

type Names = { readonly words: string; readonly kind: 'caption' | 'box' | undefined };
const NAMELESS: Names = { words: '', kind: undefined };

/** Those of one site are the same few hundred on each of its pages, and several rules ask each element. */
const known = new Map<string, Names>();
const MAX_KNOWN = 2_000;

function namesOf(element: PageElement): Names {
  const parts = [
    element.getAttribute('class'),
    element.getAttribute('id'),
    element.getAttribute('itemprop'),
    element.getAttribute('data-component'),
  ];
  const written = parts
    .filter((part) => part !== null && part !== '')
    .join(' ')
    .slice(0, 500);
  if (written === '') return NAMELESS;
  const before = known.get(written);
  if (before !== undefined) return before;
  const words = wordsIn(written);
  const names: Names = { words, kind: CAPTION_NAMES.test(words) ? 'caption' : BOX_NAMES.test(words) ? 'box' : undefined };
  if (known.size >= MAX_KNOWN) known.clear();
  // what is a part of the page would keep all of it in memory
  known.set(` ${written}`.slice(1), names);
  return names;
}

/** Class, id and the like as words: "relatedStories js-share" → " related stories js share ". */
const wordsIn = (written: string): string =>
  ` ${written
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[^a-zA-Z]+/g, ' ')
    .toLowerCase()} `;

const CAPTION_NAMES =
  / (?:captions?|wp caption text|credits?|photo credit|photographer|copyright|image source|media source|legend|imagecaption|imagecredit|photocredit) /;

const BOX_NAMES = new RegExp(
  ` (?:${[
    'related|relateds|relatedlinks|relatedposts|recommended|recommendations?|recirc|recirculation|trending|popular|most read|mostread|outbrain|taboola|zergnet|yarpp|jp relatedposts',
    'read more|readmore|more on|more from|more stories|see also|also read|read next|up next|next article|prev next|also on|further reading|inline links?|link list',
    'newsletters?|subscribe|subscription|signup|sign up|optin|mailchimp|paywall|membership|donate|donation',
    'share|sharing|sharedaddy|sharebar|social|socials|addthis|addtoany|follow us|twitter follow|facebook like|whatsapp',
    'page headline|byline|by line|author bio|author box|author info|about author|about the author|authors?|bio|contributors?',
    'tags|tag list|taglist|topics list|post tags|entry tags|keywords|categories|cat links|tags links|breadcrumbs?',
    'promo|promos|promotion|promoted|sponsor|sponsored|sponsors|advert|adverts|advertisement|advertising|ad|ads|adslot|banner|marketing|affiliate|commercial',
    'comments?|disqus|respond|discussion|reactions?|rating|ratings|votes?|poll|kommentare?|commentaires?|comentarios?|commenti|reacties|komentarze|kommentarer|yorumlar',
    'timestamp|publish date|published|pubdate|date published|datepublished|date modified|datemodified|dateline time|updated|post date|entry date|post meta|entry meta|article meta|story meta|meta info|meta data|metadata|reading time|read time',
    'toolbar|pagination|pager|post navigation|nav|navigation|menu|skip link|print only|noprint|no print|hidden|visually hidden|visuallyhidden|sr only|screen reader text|sr text|offscreen',
    'slideshow|gallery controls|carousel controls|video controls|video player|player controls|image count|gallery count|zoom|enlarge',
    'toc|table of contents|disclaimer|disclosure|correction link|feedback|report error|cookie|gdpr|app download|infobox links|mw editsection|reflist|references',
  ].join('|')}) `,
);
