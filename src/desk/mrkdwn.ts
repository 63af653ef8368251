/** Slack's mrkdwn → HTML that looks as Slack shows it. It reads what our renderer writes: bold, links, dates, quote bars, entities. */
import { html } from 'hono/html';
import { type Clock, type Html, outside, time } from './html.ts';

const WORD_JOINER = '\u2060';
/** A star that foreign text brought is kept apart by word joiners, or stands inside a word. */
const TOKEN =
  /<!date\^(\d+)\^([^|>]*)\|([^>]*)>|<((?:https?|mailto):[^|>]*)\|([^>]*)>|(?<![\p{L}\p{N}\u2060])\*(?=[^\s*\u2060])([^*\n]+)\*(?![\p{L}\p{N}\u2060])/gu;

export function mrkdwn(text: string, clock: Clock): Html {
  const groups: { isQuote: boolean; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const isQuote = line.startsWith('>');
    const last = groups.at(-1);
    const shown = isQuote ? line.slice(1).trimStart() : line;
    if (last?.isQuote === isQuote) last.lines.push(shown);
    else groups.push({ isQuote, lines: [shown] });
  }
  return html`${groups.map(({ isQuote, lines }) => {
    const inner = lines.map((line, index) => html`${index ? html`<br>` : ''}${inline(line, clock)}`);
    return isQuote ? html`<blockquote>${inner}</blockquote>` : html`<p>${inner}</p>`;
  })}`;
}

export function inline(text: string, clock: Clock): Html {
  const parts: Html[] = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, seconds, , fallback, url, label, bold] = match;
    parts.push(html`${plain(text.slice(at, match.index))}`);
    if (seconds !== undefined) parts.push(html`${time(Number(seconds) * 1000, clock, fallback?.includes(':') ? 'date-time' : 'date')}`);
    else if (url !== undefined) parts.push(outside(plain(url), plain(label ?? url)));
    else parts.push(html`<strong>${inline(bold ?? '', clock)}</strong>`);
    at = match.index + whole.length;
  }
  return html`${parts}${plain(text.slice(at))}`;
}

const plain = (text: string): string =>
  text.replaceAll(WORD_JOINER, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
