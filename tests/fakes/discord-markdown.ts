/** How Discord's client reads a text: what it would show as a mention, link, picture, time or formatting; written apart from src. */

/** Escaped characters are words; so a letter stands for each while the rules are tried. */
const withoutEscapes = (markdown: string): string => markdown.replace(/\\[^0-9A-Za-z\s]/g, 'e');

/** What our renderer writes on purpose, line by line: headings, small print, lists, the bar of a quote; bold, times and links to `allowed`. */
const OWN_LINE_START = /^(?:#{2,3} |-# |- | {2}- |> ?)/;

const RULES: readonly RegExp[] = [
  /<(?:@[!&]?|#|\/|a?:|t:|id:|https?:)[^>\n]*>/gi,
  /@(?:everyone|here)\b/gi,
  /https?:\/\/[^\s<]+/gi,
  /:[a-z0-9_+-]+:/gi,
  /\*[^\s*][^*\n]*\*/g,
  /__[^_\n]+__|(?<!\w)_[^_\n]+_(?!\w)/g,
  /~~[^~\n]+~~/g,
  /\|\|[^|\n]+\|\|/g,
  /`[^`\n]+`|```/g,
  /^ *(?:#{1,3} |-# |> |>>> |[-+*] |\d+[.)] )/g,
  /\[[^\]\n]+\]\([^)\n]*\)/g,
];

/** @param allowed Addresses that our own links lead to. */
export function misreadIn(markdown: string, allowed: RegExp): readonly string[] {
  return markdown.split('\n').flatMap((line) => {
    const rest = withoutEscapes(line)
      .replace(OWN_LINE_START, '')
      .replace(/\[[^[\]\n]*\]\(([^()\s]*)\)/g, (whole, url: string) => (allowed.test(url) ? '' : whole))
      .replace(/<t:-?\d+:[Dtf]>/g, '')
      .replace(/\*\*[^*\n]+\*\*/g, '');
    return RULES.flatMap((rule) => rest.match(rule) ?? []);
  });
}
