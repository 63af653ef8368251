/** MessageDocument → text for a terminal: wrapped, coloured only where asked; feed text cannot steer the terminal. */
import { stripVTControlCharacters, styleText } from 'node:util';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { Block, FigureLine, Inline, MessageDocument, QuoteBlock } from '#model/document.ts';
import { phrases } from '#phrases/briefing.ts';
import { phrases as shared } from '#phrases/chat.ts';
import { cleanText, oneLine, webAddress } from '../clean-text.ts';
import { creditOf } from '../credit.ts';
import { timeInWords } from '../times.ts';

export type TerminalLook = {
  /** Columns; text is wrapped at 100 at the most, which is what eyes like. */ readonly width: number;
  readonly colour: boolean;
  readonly locale: string;
};

type Style = Parameters<typeof styleText>[0];

export function toTerminal(document: MessageDocument, look: TerminalLook): string {
  const face = createFace(look);
  return `${document.blocks
    .map((block) => renderBlock(block, face))
    .filter(Boolean)
    .join('\n\n')}\n`;
}

type Face = {
  readonly paint: (style: Style, text: string) => string;
  /** Wraps with a first prefix and a prefix for the further lines. */
  readonly fill: (text: string, first?: string, further?: string) => string;
  readonly inlines: (inlines: readonly Inline[]) => string;
  readonly rule: string;
  readonly locale: string;
};

function createFace({ width, colour, locale }: TerminalLook): Face {
  const columns = Math.max(30, Math.min(width, 100));
  const paint: Face['paint'] = (style, text) => (colour && text ? styleText(style, text, { validateStream: false }) : text);
  const fill: Face['fill'] = (text, first = '', further = first) => {
    const room = columns - Math.max(...[first, further].map((prefix) => stripVTControlCharacters(prefix).length));
    const lines = withoutRuns(text, room)
      .split('\n')
      .flatMap((line) => (line.length * 2 <= room ? [line.trim()] : wrapAnsi(line, room, { hard: true, trim: true }).split('\n')));
    return lines.map((line, index) => (index === 0 ? first : further) + line).join('\n');
  };
  return {
    paint,
    fill,
    rule: paint('dim', '─'.repeat(columns)),
    locale,
    inlines: (inlines) => inlines.map((inline) => renderInline(inline, paint, locale)).join(''),
  };
}

/** Measuring a run without a blank costs the more the longer it is; one that no language has is broken before. */
const RUN = /\S{400,}/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: our own colours, which stay whole
const COLOUR = /(\u001b\[[\d;]*m)/;
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** So short that a piece of emoji fits without being measured: two columns a code unit at the most. */
const withoutRuns = (text: string, columns: number): string =>
  text.replace(RUN, (run) =>
    run
      .split(COLOUR)
      .map((piece, index) => (index % 2 === 0 ? broken(piece, Math.max(1, Math.floor(columns / 4))) : piece))
      .join(''),
  );

function broken(piece: string, length: number): string {
  const characters = Array.from(GRAPHEMES.segment(piece), ({ segment }) => segment);
  const lines: string[] = [];
  for (let start = 0; start < characters.length; start += length) lines.push(characters.slice(start, start + length).join(''));
  return lines.join('\n');
}

/** No escape sequence, no control character, no line of its own: a quote cannot be left by a line end. */
const safe = (text: string) => cleanText(stripVTControlCharacters(text)).replace(/\s+/g, ' ');
/** An address is printed as it is parsed, so that nothing hides in it. */
const address = (url: string) => webAddress(url)?.href ?? oneLine(url);

function renderInline(inline: Inline, paint: Face['paint'], locale: string): string {
  switch (inline.kind) {
    case 'text':
      return safe(inline.text);
    case 'strong':
      return paint('bold', safe(inline.text));
    case 'link':
      return `${safe(inline.text)} ${paint('dim', `<${address(inline.url)}>`)}`;
    case 'cite':
      return paint('dim', `[${safe(inline.outlet)}]`);
    case 'time':
      return timeInWords(inline, locale);
    default:
      return inline satisfies never;
  }
}

function renderBlock(block: Block, face: Face): string {
  switch (block.kind) {
    case 'heading': {
      const text = face.inlines(block.inlines);
      if (block.level === 1) return `${face.paint('bold', face.fill(text))}\n${face.rule}`;
      return face.fill(face.paint(block.level === 2 ? 'bold' : ['bold', 'dim'], text));
    }
    case 'paragraph':
      return face.fill(block.quiet ? face.paint('dim', face.inlines(block.inlines)) : face.inlines(block.inlines));
    case 'list':
      return block.items.map((item) => face.fill(face.inlines(item), '  • ', '    ')).join('\n');
    case 'quote':
      return quote(block, face);
    case 'figures':
      return block.lines.map((line) => figure(line, face)).join('\n');
    case 'links':
      return block.links.map((link, index) => sourceLink(link, index, face)).join('\n');
    case 'actions':
      return face.fill(
        `${face.paint('dim', shared.tryThese)} ${block.actions.map(({ ask }) => safe(ask)).join(face.paint('dim', '  ·  '))}`,
      );
    case 'divider':
      return face.rule;
    default:
      return block satisfies never;
  }
}

function quote(block: QuoteBlock, face: Face): string {
  const bar = face.paint('cyan', '  │ ');
  const { names, about } = creditOf(block);
  const who = shared.speakers(names.map((name) => face.paint('bold', safe(name))));
  const words = face.fill(`“${safe(block.text)}”`, bar);
  return `${words}\n${face.fill(`${who}${safe(about)} ${face.inlines(block.source)}`.trim(), `${bar}— `, `${bar}  `)}`;
}

function figure(line: FigureLine, face: Face): string {
  const value = (entry: { readonly amount: string; readonly saidBy?: string; readonly source: readonly Inline[] }) =>
    `${face.paint('bold', safe(entry.amount))}${entry.saidBy ? phrases.according(safe(entry.saidBy)) : ''}`;
  const counts = line.counts ? ` ${safe(line.counts)}` : '';
  const saidBy = line.saidBy ? phrases.according(safe(line.saidBy)) : '';
  const head = `${face.paint('bold', safe(line.amount))}${counts}${saidBy} ${face.inlines(line.source)}`.trim();
  const others = line.others.map((other) =>
    face.fill(`${shared.elsewhere}${value(other)} ${face.inlines(other.source)}`.trim(), '      ', '      '),
  );
  return [face.fill(head, '  • ', '    '), ...others].join('\n');
}

type SourceLink = Extract<Block, { readonly kind: 'links' }>['links'][number];

function sourceLink(link: SourceLink, index: number, face: Face): string {
  const when = link.at === undefined ? '' : `, ${timeInWords({ at: link.at, zone: link.zone ?? 'UTC', style: 'date-time' }, face.locale)}`;
  const number = `${index + 1}.`.padStart(4);
  const note = link.note ? face.paint('dim', ` (${safe(link.note)}${when})`) : face.paint('dim', when.replace(/^, /, ' '));
  return `${face.fill(`${safe(link.text)}${note}`, `${number} `, '     ')}\n${face.paint('dim', `     ${address(link.url)}`)}`;
}
