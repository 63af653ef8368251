/** Random MessageDocuments in which every fact is a word of its own, so that a test can count it in what was rendered. */
import fc from 'fast-check';
import type { Block, Inline, MessageDocument } from '#model/document.ts';
import { anyText } from '../any-text.ts';
import { HOSTILE } from '../fixtures/hostile.ts';

/** Stands nowhere else: "fact17x". */
const FACT = /fact\d+x/g;

/** A mould of a document: each FACT_HERE becomes the next fact. */
const HERE = '\u{f0000}';

const words = fc.oneof(
  { weight: 4, arbitrary: fc.lorem({ maxCount: 12 }) },
  { weight: 1, arbitrary: fc.lorem({ maxCount: 400, mode: 'sentences' }) },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE.map(({ text }) => text)) },
  { weight: 1, arbitrary: anyText({ maxLength: 40 }) },
);
const text = words.map((around) => `${HERE} ${around.replaceAll(HERE, '')} ${HERE}`);
const label = fc.lorem({ maxCount: 3 }).map((around) => `${HERE} ${around}`);
const url = fc.nat(9_999).map((path) => `https://news.example/${path}?a=1&b=2`);

const inline: fc.Arbitrary<Inline> = fc.oneof(
  text.map((value): Inline => ({ kind: 'text', text: value })),
  label.map((value): Inline => ({ kind: 'strong', text: value })),
  fc.tuple(label, url).map(([value, href]): Inline => ({ kind: 'link', text: value, url: href })),
  fc.tuple(label, url).map(([value, href]): Inline => ({ kind: 'cite', outlet: value, url: href })),
  fc.nat(2_000_000_000).map((second): Inline => ({ kind: 'time', at: second * 1_000, zone: 'Europe/Paris', style: 'date-time' })),
);
const inlines = fc.array(inline, { minLength: 1, maxLength: 4 });
const source = fc.tuple(label, url).map(([outlet, href]): readonly Inline[] => [{ kind: 'cite', outlet, url: href }]);

const block: fc.Arbitrary<Block> = fc.oneof(
  fc
    .tuple(fc.constantFrom(1, 2, 3), inlines)
    .map(([level, parts]): Block => ({ kind: 'heading', level: level as 1 | 2 | 3, inlines: parts })),
  fc.tuple(inlines, fc.boolean()).map(([parts, quiet]): Block => ({ kind: 'paragraph', inlines: parts, quiet })),
  fc.array(inlines, { minLength: 1, maxLength: 6 }).map((items): Block => ({ kind: 'list', items })),
  fc
    .tuple(text, fc.array(label, { maxLength: 2 }), label, source)
    .map(([quoted, speakers, role, cited]): Block => ({ kind: 'quote', text: quoted, speakers, role, source: cited })),
  fc.array(fc.tuple(label, text, label, source, fc.array(fc.tuple(label, source), { maxLength: 2 })), { minLength: 1, maxLength: 4 }).map(
    (lines): Block => ({
      kind: 'figures',
      lines: lines.map(([amount, counts, saidBy, cited, others]) => ({
        amount,
        counts,
        saidBy,
        source: cited,
        others: others.map(([other, otherSource]) => ({ amount: other, source: otherSource })),
      })),
    }),
  ),
  fc
    .array(fc.tuple(label, url, label), { minLength: 1, maxLength: 4 })
    .map((links): Block => ({ kind: 'links', links: links.map(([value, href, note]) => ({ text: value, url: href, note })) })),
  fc
    .array(label, { minLength: 1, maxLength: 30 })
    .map((labels): Block => ({ kind: 'actions', actions: labels.map((value) => ({ label: value, ask: 'quotes somebody' })) })),
  fc.constant<Block>({ kind: 'divider' }),
);

/** Up to `maxBlocks` blocks; `facts` are the words that must each be shown exactly once. */
export const documents = (maxBlocks: number): fc.Arbitrary<{ readonly document: MessageDocument; readonly facts: readonly string[] }> =>
  fc.array(block, { minLength: 1, maxLength: maxBlocks }).map((blocks) => {
    let count = 0;
    const filled = JSON.parse(JSON.stringify(blocks), (_key, value: unknown) =>
      typeof value === 'string' ? value.replaceAll(HERE, () => `fact${++count}x`) : value,
    ) as Block[];
    const facts = Array.from({ length: count }, (_, index) => `fact${index + 1}x`);
    return { document: { summary: 'What happened today', blocks: filled }, facts };
  });

/** How often each fact stands in a text. */
export function countFacts(rendered: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [fact] of rendered.matchAll(FACT)) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  return counts;
}
