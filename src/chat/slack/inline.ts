/** Inline nodes → lines of mrkdwn tokens; a token is never torn, so that a link or a date is whole or on the next block. */

import type { Inline } from '#model/document.ts';
import { oneLine } from '../clean-text.ts';
import { cutText } from '../cut-text.ts';
import { honestLabel } from '../honest-label.ts';
import { timeInWords } from '../times.ts';
import { safeUrl, toMrkdwn } from './escape.ts';
import { SLACK_LIMITS } from './limits.ts';

export type Line = readonly string[];

/** Room for a token beside the marks that may be put around it. */
const TOKEN_CHARACTERS = SLACK_LIMITS.contextCharacters - 50;
const URL_CHARACTERS = 1_500;

/** Text of feeds as tokens of bounded size. */
export function textTokens(text: string, wrap: (piece: string) => string = (piece) => piece): Line {
  return cutText(text, TOKEN_CHARACTERS, (piece) => toMrkdwn(piece).length).map(
    (piece, index) => `${index ? ' ' : ''}${wrap(toMrkdwn(piece))}`,
  );
}

/** Bold must touch its words and stay on one line. */
export function strongTokens(text: string): Line {
  const flat = clampSpaces(text);
  return flat.words
    ? [...(flat.before ? [' '] : []), ...textTokens(flat.words, (piece) => `*${piece}*`), ...(flat.after ? [' '] : [])]
    : [];
}

export function inlineTokens(inline: Inline): Line {
  switch (inline.kind) {
    case 'text':
      return textTokens(inline.text);
    case 'strong':
      return strongTokens(inline.text);
    case 'link':
      return linkTokens(inline.text, inline.url);
    case 'cite':
      return linkTokens(inline.outlet, inline.url);
    case 'time':
      return timeTokens(inline);
  }
}

export const inlinesTokens = (inlines: readonly Inline[]): Line => inlines.flatMap(inlineTokens);

export function linkTokens(label: string, url: string): Line {
  const href = safeUrl(url, URL_CHARACTERS);
  const words = oneLine(label) || url;
  // What is no safe link is shown, so that nothing is lost and nobody is led astray.
  if (!href) return textTokens(words === url ? url : `${words} (${url})`);
  return textTokensWithin(honestLabel(words, url), SLACK_LIMITS.contextCharacters - href.length - 10).map((piece) => `<${href}|${piece}>`);
}

function textTokensWithin(text: string, maxCharacters: number): Line {
  return cutText(text, maxCharacters, (piece) => toMrkdwn(piece).length).map(toMrkdwn);
}

const TIME_FORMATS = { date: '{date_short_pretty}', time: '{time}', 'date-time': '{date_short_pretty}, {time}' } as const;

/** https://docs.slack.dev/messaging/formatting-message-text#date-formatting: each reader's own zone, the fallback in ours. */
function timeTokens({ at, zone, style }: Extract<Inline, { kind: 'time' }>): Line {
  if (!Number.isFinite(at)) return [];
  return [`<!date^${Math.floor(at / 1000)}^${TIME_FORMATS[style]}|${toMrkdwn(fallbackTime({ at, zone, style }))}>`];
}

/** In the zone of the channel. */
export function fallbackTime(time: Pick<Extract<Inline, { kind: 'time' }>, 'at' | 'zone' | 'style'>): string {
  try {
    return timeInWords(time, 'en-GB');
  } catch {
    // A zone that this machine does not know.
    return timeInWords({ ...time, zone: 'UTC' }, 'en-GB');
  }
}

function clampSpaces(text: string): { readonly before: boolean; readonly words: string; readonly after: boolean } {
  return { before: /^\s/.test(text), words: oneLine(text), after: /\s$/.test(text) };
}

/** Lines → texts of at most `maxCharacters`; a line longer than that is broken between its tokens. */
export function packLines(lines: readonly Line[], maxCharacters: number): readonly string[] {
  const texts: string[] = [];
  let current = '';
  for (const line of lines) {
    const whole = line.join('');
    if (current && current.length + 1 + whole.length > maxCharacters) {
      texts.push(current);
      current = '';
    }
    if (whole.length <= maxCharacters) {
      current = current ? `${current}\n${whole}` : whole;
      continue;
    }
    for (const token of line) {
      if (current && current.length + token.length > maxCharacters) {
        texts.push(current);
        current = token.trimStart();
      } else current += token;
    }
  }
  texts.push(current);
  return texts.map((text) => text.trimEnd()).filter((text) => text.trim() !== '');
}
