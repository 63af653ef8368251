/** A page's HTML → the address by which the page calls itself, as far as it may be believed. */
import { decodeEntities } from './html-entities.ts';
import { eachAttribute, nextTag } from './html-tags.ts';

const MAX_HEAD = 200_000;

/** rel=canonical of the same site, unless it is only the site's front page (a common slip of templates); else `url` itself. */
export function ownAddress(html: string, url: string): string {
  const stated = canonicalLink(html.slice(0, MAX_HEAD));
  const own = stated === null ? null : URL.parse(stated, url);
  const from = URL.parse(url);
  if (own === null || from === null || !/^https?:$/.test(own.protocol)) return url;
  if (!isSameSite(own.hostname, from.hostname)) return url;
  return own.pathname === '/' && own.search === '' && from.pathname !== '/' ? url : own.href;
}

function canonicalLink(head: string): string | null {
  for (let tag = nextTag(head, 0); tag !== null; tag = nextTag(head, tag.end)) {
    if (tag.name === 'body') return null;
    if (tag.name !== 'link') continue;
    let [rel, href] = ['', ''];
    eachAttribute(head, tag, (name, value) => {
      if (name === 'rel') rel = value.toLowerCase();
      if (name === 'href') href = value;
    });
    if (rel.split(/\s+/).includes('canonical') && href !== '') return decodeEntities(href.trim());
  }
  return null;
}

/** One is the other or a subdomain of it, "www." left out: no list of public suffixes is needed to say no to a stranger. */
function isSameSite(a: string, b: string): boolean {
  const [x, y] = [a, b].map((host) => host.replace(/^(?:www|m|mobile|amp)\./, ''));
  return (
    x !== undefined && y !== undefined && x.includes('.') && y.includes('.') && (x === y || x.endsWith(`.${y}`) || y.endsWith(`.${x}`))
  );
}
