/** A quote → the words to copy of it: as text, as Markdown, and as each chat writes it. */
import type { QuoteInPlace } from '#model/desk.ts';
import type { MessageDocument } from '#model/document.ts';
import { phrases as chat } from '#phrases/chat.ts';
import { phrases } from '#phrases/desk-reading.ts';
import type { Clock } from './html.ts';
import type { Renderers } from './preview.ts';
import { type CopyForm, quoteBlock } from './quote.ts';

export function copiesOf(place: QuoteInPlace, renderers: Renderers, clock: Clock): readonly CopyForm[] {
  const block = quoteBlock(place, clock);
  const document: MessageDocument = { summary: block.text, blocks: [block] };
  const { outlet, url } = place.found.article;
  return [
    {
      name: phrases.asText,
      text: `${renderers
        .text(document)
        .replace(/^ *│ ?/gm, '')
        .trim()}\n${url}`,
    },
    { name: 'Markdown', text: markdown(place, outlet, url) },
    { name: 'Slack', text: slackText(renderers.slack(document)) },
    {
      name: 'Discord',
      text: renderers
        .discord(document)
        .flatMap(({ embeds }) => embeds.map(({ description }) => description ?? ''))
        .join('\n')
        .replace(/<t:(\d+):D>/g, (_, seconds) => dateOf(Number(seconds) * 1000, clock)),
    },
  ];
}

/** One who pastes cannot paste Slack's own link marks: the address stands in full. */
function slackText(messages: ReturnType<Renderers['slack']>): string {
  return messages
    .flatMap(({ blocks }) => (blocks as readonly { readonly text?: { readonly text?: string } }[]).map(({ text }) => text?.text ?? ''))
    .join('\n')
    .replace(/<!date\^\d+\^[^|>]*\|([^>]*)>/g, '$1')
    .replace(/<(https?:[^|>]*)\|([^>]*)>/g, '$2 ($1)')
    .replaceAll('\u2060', '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** https://spec.commonmark.org/0.31.2/#backslash-escapes */
const escapeMarkdown = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~]/g, '\\$&');

function markdown({ found: { text, quote } }: QuoteInPlace, outlet: string, url: string): string {
  const names = quote.speakers.map(({ name }) => `**${escapeMarkdown(name)}**`).join(phrases.and);
  const about = [quote.role && `, ${quote.role}`, quote.toldTo && phrases.toldTo(quote.toldTo)]
    .filter(Boolean)
    .map((part) => escapeMarkdown(String(part)));
  return `> “${escapeMarkdown(text)}”\n>\n> — ${names || chat.unclear}${about.join('')}, [${escapeMarkdown(outlet)}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)`;
}

const dateOf = (at: number, { zone, locale }: Clock): string =>
  new Intl.DateTimeFormat(locale, { timeZone: zone, dateStyle: 'long' }).format(at);
