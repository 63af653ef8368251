/** MessageDocument → HTML, by hono's escaping templates: feed text is always text. */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Block, FigureLine, Inline, MessageDocument, QuoteBlock } from '#model/document.ts';
import { phrases } from '#phrases/briefing.ts';
import { phrases as shared } from '#phrases/chat.ts';
import { cleanText, webAddress } from '../clean-text.ts';
import { creditOf } from '../credit.ts';
import { timeInWords } from '../times.ts';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export function toHtml(document: MessageDocument, locale: string): Html {
  const file = document.attachment;
  return html`${document.blocks.map((block) => renderBlock(block, locale))}${
    file
      ? html`<p class="actions"><a class="action" download="${file.name}" href="data:${file.mediaType};charset=utf-8,${encodeURIComponent(file.text)}">${file.name}</a></p>`
      : ''
  }`;
}

/** Only addresses of the web become links; anything else ("javascript:") stays text. */
function anchor(url: string, text: string): Html {
  const address = webAddress(url);
  return address
    ? html`<a href="${address.href}" rel="noopener noreferrer nofollow" target="_blank">${cleanText(text)}</a>`
    : html`${cleanText(text)}`;
}

function renderInline(inline: Inline, locale: string): Html {
  switch (inline.kind) {
    case 'text':
      return html`${cleanText(inline.text)}`;
    case 'strong':
      return html`<strong>${cleanText(inline.text)}</strong>`;
    case 'link':
      return anchor(inline.url, inline.text);
    case 'cite':
      return html`<cite>${anchor(inline.url, inline.outlet)}</cite>`;
    case 'time':
      return html`<time datetime="${new Date(inline.at).toISOString()}">${timeInWords(inline, locale)}</time>`;
    default:
      return inline satisfies never;
  }
}

const renderInlines = (inlines: readonly Inline[], locale: string): Html => html`${inlines.map((inline) => renderInline(inline, locale))}`;

function renderBlock(block: Block, locale: string): Html {
  switch (block.kind) {
    case 'heading':
      if (block.level === 1) return html`<h2>${renderInlines(block.inlines, locale)}</h2>`;
      return block.level === 2
        ? html`<h3>${renderInlines(block.inlines, locale)}</h3>`
        : html`<h4>${renderInlines(block.inlines, locale)}</h4>`;
    case 'paragraph':
      return html`<p class="${block.quiet ? 'quiet' : ''}">${renderInlines(block.inlines, locale)}</p>`;
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${renderInlines(item, locale)}</li>`)}</ul>`;
    case 'quote':
      return renderQuote(block, locale);
    case 'figures':
      return html`<ul class="figures">${block.lines.map((line) => renderFigure(line, locale))}</ul>`;
    case 'links':
      return html`<ol class="sources">${block.links.map((link) => renderSource(link, locale))}</ol>`;
    case 'actions':
      return html`<p class="actions">${block.actions.map(({ label, ask }) => html`<a class="action" href="/?ask=${encodeURIComponent(ask)}" data-ask="${ask}">${cleanText(label)}</a> `)}</p>`;
    case 'divider':
      return html`<hr>`;
    default:
      return block satisfies never;
  }
}

function renderQuote(block: QuoteBlock, locale: string): Html {
  const { names, about } = creditOf(block);
  return html`<figure class="quote"><blockquote>“${cleanText(block.text)}”</blockquote><figcaption><strong>${cleanText(shared.speakers(names))}</strong>${cleanText(about)} ${renderInlines(block.source, locale)}</figcaption></figure>`;
}

function renderFigure(line: FigureLine, locale: string): Html {
  const others = line.others.map(
    (other) =>
      html`<li>${shared.elsewhere}<strong>${cleanText(other.amount)}</strong>${other.saidBy ? phrases.according(cleanText(other.saidBy)) : ''} ${renderInlines(other.source, locale)}</li>`,
  );
  return html`<li><strong>${cleanText(line.amount)}</strong>${line.counts ? ` ${cleanText(line.counts)}` : ''}${line.saidBy ? phrases.according(cleanText(line.saidBy)) : ''} ${renderInlines(
    line.source,
    locale,
  )}${others.length ? html`<ul>${others}</ul>` : ''}</li>`;
}

type Source = Extract<Block, { readonly kind: 'links' }>['links'][number];

function renderSource(link: Source, locale: string): Html {
  const when =
    link.at === undefined
      ? ''
      : html`, <time datetime="${new Date(link.at).toISOString()}">${timeInWords({ at: link.at, zone: link.zone ?? 'UTC', style: 'date-time' }, locale)}</time>`;
  return html`<li>${anchor(link.url, link.text)} <span class="quiet">${cleanText(link.note ?? '')}${when}</span></li>`;
}
