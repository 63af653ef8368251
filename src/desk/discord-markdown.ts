/** Discord's markdown → HTML that looks as Discord shows it. It reads what our renderer writes: headings, small print, lists, bars, bold, masked links, times. */
import { html } from 'hono/html';
import { type Clock, type Html, outside, time } from './html.ts';

const TOKEN = /\\([\\*_~`|<>[\]#+:.)-])|<t:(\d+):([a-zA-Z])>|\*\*((?:\\.|[^*\\\n])+)\*\*|\[((?:\\.|[^\]\\])*)\]\((https?:[^\s)]+)\)/g;

export function discordMarkdown(text: string, clock: Clock): Html {
  const blocks: Html[] = [];
  let bar: Html[] = [];
  let items: Html[] = [];
  const close = () => {
    if (bar.length) blocks.push(html`<blockquote>${bar.map((line, index) => html`${index ? html`<br>` : ''}${line}`)}</blockquote>`);
    if (items.length) blocks.push(html`<ul>${items}</ul>`);
    [bar, items] = [[], []];
  };
  for (const line of text.split('\n')) {
    const [, mark = '', words = ''] = /^(> ?|#{1,3} |-# | *- )?(.*)$/s.exec(line) ?? [];
    const said = inline(words, clock);
    if (mark.startsWith('>')) {
      if (items.length) close();
      bar.push(said);
    } else if (mark.trim() === '-') {
      if (bar.length) close();
      items.push(html`<li class="${mark.startsWith(' ') ? 'under' : ''}">${said}</li>`);
    } else {
      close();
      if (mark.startsWith('-#')) blocks.push(html`<p class="subtext">${said}</p>`);
      else if (mark.startsWith('#')) blocks.push(html`<p class="heading-${mark.trim().length}">${said}</p>`);
      else if (words.trim()) blocks.push(html`<p>${said}</p>`);
    }
  }
  close();
  return html`${blocks}`;
}

function inline(text: string, clock: Clock): Html {
  const parts: Html[] = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, escaped, seconds, style, bold, label, url] = match;
    parts.push(html`${plain(text.slice(at, match.index))}`);
    if (escaped !== undefined) parts.push(html`${escaped}`);
    else if (seconds !== undefined)
      parts.push(time(Number(seconds) * 1000, clock, style === 'D' ? 'date' : style === 't' ? 'time' : 'date-time'));
    else if (bold !== undefined) parts.push(html`<strong>${inline(bold, clock)}</strong>`);
    else parts.push(outside(url ?? '', plain((label ?? '').replace(/\\(.)/g, '$1'))));
    at = match.index + whole.length;
  }
  return html`${parts}${plain(text.slice(at))}`;
}

const plain = (text: string): string => text.replaceAll('\u2060', '');
