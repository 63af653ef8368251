/** What a page says about copying and mining its text → the reason not to keep it, if there is one. */
import type { AnswerHeaders } from '#lib/http.ts';
import type { Problem } from '#model/failure.ts';
import { phrases } from '#phrases/requests.ts';
import { eachAttribute, nextTag } from './html-tags.ts';

/** Where the statements stand: in the head. */
const MAX_HEAD = 200_000;

/** `product`: our name in lower case, for statements that are meant for us alone ("X-Robots-Tag: wirebrief: noarchive"). */
export function findOptOut(headers: AnswerHeaders, html: string, product: string): Problem | null {
  const metas = metasOf(html.slice(0, MAX_HEAD));
  const robots = [
    ...robotsHeader(headers['x-robots-tag'] ?? '', product),
    ...metas.filter(({ name }) => name === 'robots' || name === product).flatMap(({ content }) => content.split(',')),
  ].map((word) => word.trim().toLowerCase());
  if (robots.includes('noai') || robots.includes('noml')) return optOut('text-mining', phrases.noai);
  if (robots.includes('noarchive') || robots.includes('none')) return optOut('noarchive', phrases.noarchive);
  return reservationIn(headers, metas)?.trim() === '1' ? RESERVED : null;
}

/** Does the page itself say whether its text is reserved? */
export const statesReservation = (headers: AnswerHeaders, html: string): boolean =>
  reservationIn(headers, metasOf(html.slice(0, MAX_HEAD))) !== undefined;

const reservationIn = (headers: AnswerHeaders, metas: readonly Meta[]): string | undefined =>
  headers['tdm-reservation'] ?? metas.find(({ name }) => name === 'tdm-reservation')?.content;

function optOut(code: string, message: string): Problem {
  return { code, message, hint: phrases.askForLicence };
}

export const RESERVED: Problem = optOut('tdm-reserved', phrases.reserved);

/** "noarchive, googlebot: noindex" → the words that are for everybody or for us. A name holds for the words after it. */
function robotsHeader(header: string, product: string): string[] {
  let isForUs = true;
  return header.split(',').flatMap((part) => {
    const [, agent, rest] = /^\s*([a-z][\w-]*)\s*:(.*)$/i.exec(part) ?? [];
    if (agent === undefined || rest === undefined) return isForUs ? [part] : [];
    if (agent.toLowerCase() === 'unavailable_after' || agent.toLowerCase().startsWith('max-')) return [];
    isForUs = agent.toLowerCase() === product;
    return isForUs ? [rest] : [];
  });
}

type Meta = { readonly name: string; readonly content: string };

function metasOf(html: string): Meta[] {
  const metas: Meta[] = [];
  for (let tag = nextTag(html, 0); tag !== null; tag = nextTag(html, tag.end)) {
    if (tag.name === 'body') break;
    if (tag.name !== 'meta' || tag.isEnd) continue;
    let [name, content] = ['', ''];
    eachAttribute(html, tag, (attribute, value) => {
      if (attribute === 'name' || attribute === 'http-equiv') name = value.toLowerCase();
      if (attribute === 'content') content = value;
    });
    metas.push({ name, content });
  }
  return metas;
}
