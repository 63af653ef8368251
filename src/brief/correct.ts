/** A posted document and what was withdrawn → the document without it, with a line that says so; pure, and once only. */
import type { Instant } from '#model/article.ts';
import type { Reported } from '#model/correction.ts';
import type { Block, FigureLine, Inline, MessageDocument } from '#model/document.ts';
import { phrases } from '#phrases/briefing.ts';

/** Quotes and figures in the order in which they stand: what can be reported. */
export const reportableIn = ({ blocks }: MessageDocument): readonly Reported[] =>
  blocks.flatMap((block): readonly Reported[] => {
    if (block.kind === 'quote') {
      const url = urlIn(block.source);
      return url === undefined ? [] : [{ kind: 'quote', text: block.text, speakers: block.speakers, url }];
    }
    if (block.kind !== 'figures') return [];
    return block.lines.flatMap(({ amount, counts, source }) => {
      const url = urlIn(source);
      return url === undefined ? [] : [{ kind: 'figure' as const, amount, counts, url }];
    });
  });

/** The document itself where it does not hold what was withdrawn. */
export function correct(
  document: MessageDocument,
  what: Reported,
  { at, zone, note }: { readonly at: Instant; readonly zone: string; readonly note?: string | undefined },
): MessageDocument {
  const blocks = document.blocks.flatMap((block) => without(block, what));
  if (blocks.length === document.blocks.length && blocks.every((block, index) => block === document.blocks[index])) return document;
  const left = withoutBareHeads(blocks, document.blocks);
  const titleAt = left.findIndex((block) => block.kind === 'heading' && block.level === 1);
  const line: Block = {
    kind: 'paragraph',
    inlines: [
      { kind: 'strong', text: phrases.correction },
      { kind: 'text', text: `: ${wordsFor(what)}${note ? ` ${note}` : ''} ` },
      { kind: 'time', at, zone, style: 'date-time' },
    ],
  };
  return { ...document, summary: phrases.corrected(titleOf(document)), blocks: left.toSpliced(titleAt + 1, 0, line) };
}

const urlIn = (source: readonly Inline[]): string | undefined =>
  source.flatMap((inline) => (inline.kind === 'cite' ? [inline.url] : []))[0];
const cites = (inlines: readonly Inline[], url: string): boolean =>
  inlines.some((inline) => (inline.kind === 'cite' || inline.kind === 'link') && isSamePage(inline.url, url));

/** The page's address, however it is spelled and whatever sentence of it is pointed at. */
export const pageOf = (url: string): string => (URL.parse(url)?.href ?? url).replace(/#:~:.*$/s, '');
const isSamePage = (a: string, b: string): boolean => a === b || pageOf(a) === pageOf(b);

/** Nothing, the block itself, or what is left of it. */
function without(block: Block, what: Reported): readonly Block[] {
  switch (block.kind) {
    case 'quote':
      return cites(block.source, what.url) && (what.kind === 'article' || (what.kind === 'quote' && what.text === block.text))
        ? []
        : [block];
    case 'figures': {
      if (what.kind === 'quote') return [block];
      const lines = block.lines.flatMap((line) => withoutValues(line, what));
      if (lines.length === block.lines.length && lines.every((line, index) => line === block.lines[index])) return [block];
      return lines.length > 0 ? [{ ...block, lines }] : [];
    }
    case 'list': {
      const items = block.items.filter((item) => !(cites(item, what.url) && holds(plain(item), what)));
      if (items.length === block.items.length) return [block];
      return items.length > 0 ? [{ ...block, items }] : [];
    }
    case 'links': {
      const links = what.kind === 'article' ? block.links.filter(({ url }) => !isSamePage(url, what.url)) : block.links;
      if (links.length === block.links.length) return [block];
      return links.length > 0 ? [{ ...block, links }] : [];
    }
    case 'paragraph': {
      if (!cites(block.inlines, what.url)) return [block];
      const inlines = withoutSentences(block.inlines, what);
      if (inlines.length === block.inlines.length) return [block];
      return inlines.length > 0 ? [{ ...block, inlines }] : [];
    }
    default:
      return [block];
  }
}

/** Of values that outlets disagree about, the others stay. */
function withoutValues(line: FigureLine, what: Exclude<Reported, { readonly kind: 'quote' }>): readonly FigureLine[] {
  if (what.kind === 'figure' && what.counts !== line.counts) return [line];
  const values = [line, ...line.others];
  const isWrong = ({ amount, source }: Pick<FigureLine, 'amount' | 'source'>): boolean =>
    cites(source, what.url) && (what.kind === 'article' || what.amount === amount);
  const kept = values.filter((value) => !isWrong(value));
  if (kept.length === values.length) return [line];
  const [first, ...others] = kept.map(({ amount, saidBy, source }) => ({ amount, ...(saidBy !== undefined && { saidBy }), source }));
  return first ? [{ ...first, counts: line.counts, others }] : [];
}

/** What was wrong is told in no other words of the same article either; everything that an article said is wrong where it was withdrawn. */
function holds(words: string, what: Reported): boolean {
  if (what.kind === 'article') return true;
  return words.toLowerCase().includes((what.kind === 'quote' ? what.text : what.amount).toLowerCase());
}

/** Each sentence is a text of its own; those of one article in a row stand before the source that they share. */
function withoutSentences(inlines: readonly Inline[], what: Reported): readonly Inline[] {
  const kept: Inline[] = [];
  let open: Inline[] = [];
  for (const inline of inlines) {
    if (inline.kind !== 'cite' && inline.kind !== 'link') {
      open.push(inline);
      continue;
    }
    const left = isSamePage(inline.url, what.url) ? open.filter((each) => !holds(plain([each]), what)) : open;
    if (left.some((each) => plain([each]).trim() !== '')) kept.push(...left, inline);
    open = [];
  }
  return kept.length > 0 ? [...kept, ...open] : [];
}

/** A small heading goes with what stood below it, and so does a story of which only its head is left. */
function withoutBareHeads(blocks: readonly Block[], before: readonly Block[]): readonly Block[] {
  const hadContent = new Set(before.filter((_block, index) => hasContent(before, index)));
  const isBare = (all: readonly Block[], index: number): boolean => {
    const block = all[index];
    return block !== undefined && hadContent.has(block) && !hasContent(all, index);
  };
  const withSmall = blocks.filter((block, index) => !(isSmall(block) && isBare(blocks, index)));
  return withSmall.filter((block, index) => {
    const head = isStory(block) ? index : isQuiet(block) && isStory(withSmall[index - 1]) ? index - 1 : -1;
    return head === -1 || !isBare(withSmall, head);
  });
}

/** Of a heading; a story's head is its headline and the small print below that. */
function hasContent(blocks: readonly Block[], index: number): boolean {
  if (!isStory(blocks[index])) return isContent(blocks[index + 1]);
  const next = blocks[index + (isQuiet(blocks[index + 1]) ? 2 : 1)];
  return isContent(next) || (isSmall(next) && !isAlso(next));
}

type Maybe = Block | undefined;
const isStory = (block: Maybe): boolean => block?.kind === 'heading' && block.level === 2;
const isSmall = (block: Maybe): boolean => block?.kind === 'heading' && block.level === 3;
const isQuiet = (block: Maybe): boolean => block?.kind === 'paragraph' && block.quiet === true;
const isAlso = (block: Maybe): boolean => block?.kind === 'heading' && plain(block.inlines) === phrases.alsoToday;
const isContent = (block: Maybe): boolean =>
  block !== undefined && !isQuiet(block) && block.kind !== 'heading' && block.kind !== 'actions' && block.kind !== 'divider';

const plain = (inlines: readonly Inline[]): string =>
  inlines.map((inline) => (inline.kind === 'text' || inline.kind === 'strong' ? inline.text : '')).join('');

function titleOf({ blocks, summary }: MessageDocument): string {
  const heading = blocks.find((block) => block.kind === 'heading');
  return (heading?.kind === 'heading' ? plain(heading.inlines).replace(/[\s·]+$/, '') : '') || summary;
}

function wordsFor(what: Reported): string {
  switch (what.kind) {
    case 'quote':
      return phrases.quoteWithdrawn(what.speakers);
    case 'figure':
      return phrases.figureWithdrawn(what.counts);
    case 'article':
      return phrases.articleWithdrawn;
    default:
      return what satisfies never;
  }
}
