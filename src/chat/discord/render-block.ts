/** One block of a MessageDocument → markdown for the description of an embed, and buttons. */
import type { Action, Block, FigureLine, Inline, QuoteBlock } from '#model/document.ts';
import { phrases } from '#phrases/briefing.ts';
import { phrases as shared } from '#phrases/chat.ts';
import { cleanText, oneLine } from '../clean-text.ts';
import { creditOf } from '../credit.ts';
import { toMarkdown, toPlain } from './escape.ts';
import { inlinesMarkdown, linkMarkdown, strong } from './inline.ts';
import { DISCORD_LIMITS } from './limits.ts';

/** The value of a button that asks this; undefined where the ask is too long for Discord and no token stands for it. */
export type ValueFor = (ask: string) => string | undefined;

export type Button = { readonly label: string; readonly value: string };

/** `text` may be empty. */
export type RenderedBlock = { readonly text: string; readonly buttons: readonly Button[] };

export function renderBlock(block: Block, valueFor: ValueFor): RenderedBlock {
  switch (block.kind) {
    case 'heading':
      return words(heading(block.level, block.inlines));
    case 'paragraph':
      return words(block.quiet ? quiet(block.inlines) : paragraph(block.inlines));
    case 'list':
      return words(block.items.map((item) => `- ${inlinesMarkdown(item, true).trim()}`).join('\n'));
    case 'quote':
      return words(quote(block));
    case 'figures':
      return words(block.lines.map(figure).join('\n'));
    case 'links':
      return words(
        block.links
          .map(({ text, url, note, at, zone }) => {
            const time: readonly Inline[] = at === undefined ? [] : [{ kind: 'time', at, zone: zone ?? 'UTC', style: 'date-time' }];
            return `- ${linkMarkdown(text, url)}${note ? ` – ${flat(note)}` : ''}${time.length ? ` · ${inlinesMarkdown(time)}` : ''}`;
          })
          .join('\n'),
      );
    case 'actions':
      return actions(block.actions, valueFor);
    case 'divider':
      return words('');
  }
}

const words = (text: string): RenderedBlock => ({ text, buttons: [] });
const flat = (text: string): string => toMarkdown(oneLine(text));

function heading(level: 1 | 2 | 3, inlines: readonly Inline[]): string {
  const text = inlinesMarkdown(inlines, true).trim();
  if (!text) return '';
  return level === 3 ? boldLine(inlines) : `${level === 1 ? '##' : '###'} ${text}`;
}

/** Small headings are bold: Discord's own third level is no smaller than its second on a phone. */
const boldLine = (inlines: readonly Inline[]): string =>
  inlinesMarkdown(
    inlines.map((inline) => (inline.kind === 'text' ? { kind: 'strong', text: inline.text } : inline)),
    true,
  ).trim();

/** More than one empty line says nothing. */
const paragraph = (inlines: readonly Inline[]): string =>
  inlinesMarkdown(inlines)
    .replace(/[ ]*\n[ ]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** "-# " makes small print. */
function quiet(inlines: readonly Inline[]): string {
  const text = inlinesMarkdown(inlines, true).trim();
  return text ? `-# ${text}` : '';
}

/** Only the verbatim words stand behind the bar; who said them stands below it, so that no quote can fake its own attribution. */
function quote(block: QuoteBlock): string {
  const { text, source } = block;
  const { names, about } = creditOf(block);
  const lines = cleanText(text)
    .trim()
    .replace(/[ ]*\n[ ]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .split('\n');
  const marked = lines.map((line, index) => `${index === 0 ? '“' : ''}${line}${index === lines.length - 1 ? '”' : ''}`);
  const bars = marked.map((line) => `> ${toMarkdown(line)}`.trimEnd());
  const people = names.map((speaker) => strong(oneLine(speaker))).filter(Boolean);
  const said = `${people.join(', ')}${about.startsWith(' ') ? ' ' : ''}${flat(about)}`;
  const attribution = [said, inlinesMarkdown(source, true).trim()].filter(Boolean).join(' · ');
  return [...bars, ...(attribution ? [`— ${attribution}`] : [])].join('\n');
}

function figure({ amount, counts, saidBy, source, others }: FigureLine): string {
  const main = `- ${strong(amount)}${counts ? ` ${flat(counts)}` : ''}${said(saidBy)}${cited(source)}`;
  const rest = others.map((other) => `  - ${shared.elsewhere}${strong(other.amount)}${said(other.saidBy)}${cited(other.source)}`);
  return [main, ...rest].join('\n');
}

const said = (who: string | undefined): string => (who ? phrases.according(flat(who)) : '');
const cited = (source: readonly Inline[]): string => (source.length ? ` · ${inlinesMarkdown(source, true).trim()}` : '');

function actions(list: readonly Action[], valueFor: ValueFor): RenderedBlock {
  const lines: string[] = [];
  const buttons: Button[] = [];
  for (const { label, ask } of list) {
    const value = valueFor(ask);
    const text = toPlain(label) || toPlain(ask);
    if (value === undefined || !text) {
      lines.push(`${flat(label)}: ${flat(ask)}`);
    } else if (text.length > DISCORD_LIMITS.buttonLabelCharacters) {
      // A label that is too long for a button stands in full above it.
      lines.push(flat(label));
      buttons.push({ label: shared.askThis, value });
    } else buttons.push({ label: text, value });
  }
  return { text: lines.join('\n'), buttons };
}
