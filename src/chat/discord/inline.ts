/** Inline nodes → Discord's markdown on one line or several. */
import type { Inline } from '#model/document.ts';
import { oneLine } from '../clean-text.ts';
import { honestLabel } from '../honest-label.ts';
import { timeInWords } from '../times.ts';
import { safeUrl, toMarkdown } from './escape.ts';
import { DISCORD_LIMITS } from './limits.ts';

/** Line ends of a text stay; those of a `flat` one become blanks. */
export function inlinesMarkdown(inlines: readonly Inline[], flat = false): string {
  return inlines.map((inline) => inlineMarkdown(inline, flat)).join('');
}

function inlineMarkdown(inline: Inline, flat: boolean): string {
  switch (inline.kind) {
    case 'text':
      return toMarkdown(flat ? inline.text.replace(/\s+/g, ' ') : inline.text);
    case 'strong':
      return strong(inline.text);
    case 'link':
      return linkMarkdown(inline.text, inline.url);
    case 'cite':
      return linkMarkdown(inline.outlet, inline.url);
    case 'time':
      return timeMarkdown(inline);
  }
}

/** The stars must touch the words and stay on one line. */
export function strong(text: string): string {
  const words = toMarkdown(oneLine(text));
  if (!words) return '';
  return `${/^\s/.test(text) ? ' ' : ''}**${words}**${/\s$/.test(text) ? ' ' : ''}`;
}

export function linkMarkdown(label: string, url: string): string {
  const href = safeUrl(url, DISCORD_LIMITS.urlCharacters);
  const words = oneLine(label) || url;
  // What is no safe link is shown, so that nothing is lost and nobody is led astray.
  if (!href) return toMarkdown(words === url ? shortened(url) : `${words} (${shortened(url)})`);
  return `[${toMarkdown(oneLine(honestLabel(words, href)))}](${href})`;
}

/** An address that no reader can open is shown as far as it says something. */
const shortened = (url: string): string => {
  const flat = oneLine(url);
  return flat.length <= SHOWN_URL_CHARACTERS ? flat : `${flat.slice(0, SHOWN_URL_CHARACTERS).toWellFormed()}…`;
};
const SHOWN_URL_CHARACTERS = 200;

const STYLES = { date: 'D', time: 't', 'date-time': 'f' } as const;
/** What a JavaScript date and Discord both take. */
const MAX_INSTANT = 8.64e15;

/** Each reader's own zone. https://discord.com/developers/docs/reference#message-formatting-timestamp-styles */
function timeMarkdown({ at, style }: Extract<Inline, { kind: 'time' }>): string {
  return Number.isFinite(at) && Math.abs(at) <= MAX_INSTANT ? `<t:${Math.floor(at / 1_000)}:${STYLES[style]}>` : '';
}

/** The words alone: for names of threads and for colours. A time stands in its zone. */
export function plainWords(inlines: readonly Inline[]): string {
  const words = inlines.map((inline) => {
    if (inline.kind === 'cite') return inline.outlet;
    return inline.kind === 'time' ? timeWords(inline) : inline.text;
  });
  return oneLine(words.join(''));
}

function timeWords(time: Extract<Inline, { kind: 'time' }>): string {
  try {
    return timeInWords(time, 'en-GB');
  } catch {
    // A zone or an instant that this machine does not know.
    return '';
  }
}
