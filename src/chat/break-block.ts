/** One block that is too large for a message → smaller blocks that say the same: fewer lines each, then shorter texts. */
import type { Block, Inline, QuoteBlock } from '#model/document.ts';
import { phrases } from '#phrases/briefing.ts';
import { creditOf } from './credit.ts';
import { cutText } from './cut-text.ts';

/** Blocks may nest halving this deep; a block of 2^40 characters does not exist, so this only stops what cannot be halved. */
const MAX_DEPTH = 40;

/** A label that is no longer than this is a button's on every platform. */
const LABEL_CHARACTERS = 60;

export function breakBlock(block: Block, fits: (block: Block) => boolean, depth = 0): readonly Block[] {
  if (depth >= MAX_DEPTH || fits(block)) return [block];
  const smaller = halve(block);
  return smaller.length === 1 && smaller[0] === block ? [block] : smaller.flatMap((half) => breakBlock(half, fits, depth + 1));
}

function halve(block: Block): readonly Block[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph': {
      const halves = halveInlines(block.inlines);
      return halves.length === 1 ? [block] : halves.map((inlines) => ({ ...block, inlines }));
    }
    case 'list': {
      const [only] = block.items;
      if (block.items.length === 1 && only) return halveInlines(only).map((inlines) => ({ kind: 'paragraph', inlines }));
      return halfAndHalf(block.items).map((items) => ({ ...block, items }));
    }
    case 'quote': {
      const texts = halveText(block.text);
      if (texts.length > 1 && block.text.length > attributionLength(block)) {
        // Each fact once: who said it stands below the last piece.
        return texts.map((text, index) =>
          index < texts.length - 1 ? { kind: 'quote', text, speakers: [], source: [], continues: true } : { ...block, text },
        );
      }
      return [
        { kind: 'paragraph', inlines: [{ kind: 'text', text: `“${block.text}”` }] },
        { kind: 'paragraph', inlines: attributionOf(block) },
      ];
    }
    case 'figures': {
      const [only] = block.lines;
      if (block.lines.length !== 1 || !only) return halfAndHalf(block.lines).map((lines) => ({ ...block, lines }));
      const values = [only, ...only.others];
      return [
        { kind: 'paragraph', inlines: [{ kind: 'text', text: only.counts }] },
        ...values.map(
          ({ amount, saidBy, source }): Block => ({
            kind: 'paragraph',
            inlines: [{ kind: 'strong', text: amount }, ...(saidBy ? [plain(phrases.according(saidBy))] : []), plain(' '), ...source],
          }),
        ),
      ];
    }
    case 'links': {
      const [only] = block.links;
      if (block.links.length !== 1 || !only) return halfAndHalf(block.links).map((links) => ({ ...block, links }));
      const { text, url, note, at, zone } = only;
      const time: readonly Inline[] = at === undefined ? [] : [plain(' '), { kind: 'time', at, zone: zone ?? 'UTC', style: 'date-time' }];
      return [{ kind: 'paragraph', inlines: [{ kind: 'link', text, url }, ...(note ? [plain(` – ${note}`)] : []), ...time] }];
    }
    case 'actions': {
      const [only] = block.actions;
      if (block.actions.length !== 1 || !only) return halfAndHalf(block.actions).map((actions) => ({ ...block, actions }));
      const { label, ask } = only;
      if (label.length <= LABEL_CHARACTERS) return [{ kind: 'paragraph', inlines: [plain(`${label}: ${ask}`)] }];
      const short = `${label.slice(0, LABEL_CHARACTERS - 1).toWellFormed()}…`;
      return [
        { kind: 'paragraph', inlines: [plain(label)] },
        { kind: 'actions', actions: [{ label: short, ask }] },
      ];
    }
    case 'divider':
      return [block];
  }
}

const plain = (text: string): Inline => ({ kind: 'text', text });

function attributionOf(quote: QuoteBlock): readonly Inline[] {
  const { names, about } = creditOf(quote);
  return [{ kind: 'strong', text: names.join(', ') }, ...(about ? [plain(about)] : []), plain(' '), ...quote.source];
}

const attributionLength = (quote: QuoteBlock): number => attributionOf(quote).reduce((sum, inline) => sum + lengthOf(inline), 0);

function lengthOf(inline: Inline): number {
  if (inline.kind === 'cite') return inline.outlet.length + inline.url.length;
  if (inline.kind === 'time') return 1;
  return inline.text.length + (inline.kind === 'link' ? inline.url.length : 0);
}

function halfAndHalf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)].filter((half) => half.length > 0);
}

function halveText(text: string): readonly string[] {
  return text.length < 2 ? [text] : cutText(text, Math.ceil(text.length / 2));
}

function halveInlines(inlines: readonly Inline[]): readonly (readonly Inline[])[] {
  const [only] = inlines;
  if (inlines.length !== 1 || !only) return halfAndHalf(inlines);
  if (only.kind === 'time') return [inlines];
  if (only.kind === 'cite') return halveText(only.outlet).map((outlet) => [{ ...only, outlet }]);
  return halveText(only.text).map((text) => [{ ...only, text }]);
}
