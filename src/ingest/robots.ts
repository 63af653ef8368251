/** A site's robots.txt → which of its addresses a program of our name may fetch (RFC 9309). */

export type RobotsRules = {
  readonly rules: readonly Rule[];
  /** Not in the RFC, and yet a wish that costs little. */
  readonly crawlDelayMs: number | null;
};
type Rule = { readonly allow: boolean; readonly path: string };

/** What the RFC asks to be read at least; the rest is left out. */
const MAX_LENGTH = 500 * 1024;
const MAX_CRAWL_DELAY_MS = 60_000;

export const ALLOW_ALL: RobotsRules = { rules: [], crawlDelayMs: null };
export const DISALLOW_ALL: RobotsRules = { rules: [{ allow: false, path: '/' }], crawlDelayMs: null };

/** `product`: our name as robots.txt files would write it, such as "wirebrief". Groups of that name win over those for everybody. */
export function parseRobots(text: string, product: string): RobotsRules {
  const groups = groupsOf(text.slice(0, MAX_LENGTH));
  const own = groups.filter(({ agents }) => agents.includes(product.toLowerCase()));
  const chosen = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes('*'));
  const delays = chosen.flatMap(({ crawlDelayMs }) => (crawlDelayMs === null ? [] : [crawlDelayMs]));
  return {
    rules: chosen.flatMap(({ rules }) => rules),
    crawlDelayMs: delays.length > 0 ? Math.min(MAX_CRAWL_DELAY_MS, Math.max(...delays)) : null,
  };
}

type Group = { readonly agents: string[]; readonly rules: Rule[]; crawlDelayMs: number | null };

function groupsOf(text: string): Group[] {
  const groups: Group[] = [];
  let current: Group | undefined;
  let isNaming = false;
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n?|\n/)) {
    const [, key, value] = /^\s*([a-z-]+)\s*:([^#]*)/i.exec(line) ?? [];
    if (key === undefined || value === undefined) continue;
    const name = key.toLowerCase();
    if (name === 'user-agent' || name === 'useragent') {
      if (!isNaming || current === undefined) {
        current = { agents: [], rules: [], crawlDelayMs: null };
        groups.push(current);
      }
      isNaming = true;
      current.agents.push(/^[^\s/]*/.exec(value.trim().toLowerCase())?.[0] ?? '');
      continue;
    }
    if (name === 'allow' || name === 'disallow') {
      isNaming = false;
      // An empty "Disallow:" forbids nothing.
      if (value.trim() !== '') current?.rules.push({ allow: name === 'allow', path: escaped(value.trim()) });
    } else if (name === 'crawl-delay' && current !== undefined) {
      isNaming = false;
      const seconds = Number.parseFloat(value);
      if (seconds >= 0) current.crawlDelayMs = seconds * 1000;
    }
  }
  return groups;
}

/** The longest rule that fits decides; of two equally long ones, the one that allows. */
export function mayFetch(robots: RobotsRules, url: string): boolean {
  const parsed = URL.parse(url);
  if (parsed === null) return false;
  const path = escaped(parsed.pathname + parsed.search);
  if (path === '/robots.txt') return true;
  let best: Rule | undefined;
  for (const rule of robots.rules) {
    const isBetter = best === undefined || rule.path.length > best.path.length || (rule.path.length === best.path.length && rule.allow);
    if (isBetter && fits(rule.path, path)) best = rule;
  }
  return best?.allow ?? true;
}

/** Does an address fit a pattern such as "/news/*.html$"? A pattern without either covers all that begins with it. */
export const fitsPath = (pattern: string, path: string): boolean => fits(escaped(pattern), escaped(path));

/** "*" stands for anything, "$" at the end for the end. Each part is looked for once, from left to right, so that no pattern can be slow. */
function fits(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$');
  const parts = (isAnchored ? pattern.slice(0, -1) : pattern).split('*');
  const first = parts.shift() ?? '';
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = isAnchored ? parts.pop() : undefined;
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  if (last !== undefined) return path.length - last.length >= at && path.endsWith(last);
  return !isAnchored || at === path.length;
}

/** One spelling for what may be written escaped or not: "/ü" and "/%c3%bc". */
function escaped(path: string): string {
  return path.replace(/%[0-9a-f]{2}|[^\x21-\x7e]/giu, (found) => (found.startsWith('%') ? found.toUpperCase() : encodeLone(found)));
}

function encodeLone(character: string): string {
  return character.isWellFormed() ? encodeURIComponent(character) : '%EF%BF%BD';
}
