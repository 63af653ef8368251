/** A MessageDocument that is too long for one message → several that fit, broken at stories, then quotes, then lines; nothing is lost. */
import type { Block, MessageDocument } from '#model/document.ts';
import { breakBlock } from './break-block.ts';

/**
 * What a platform counts, each a sum over blocks: [blocks, characters] on Slack, [embeds, characters] on Discord.
 * A part fits when no sum is over its budget.
 */
export type Measure = { readonly budget: readonly number[]; readonly cost: (block: Block) => readonly number[] };

type Run = { readonly blocks: readonly Block[]; readonly cost: readonly number[] };

/** At least one document; each has the whole document's summary. */
export function splitDocument(document: MessageDocument, measure: Measure): readonly MessageDocument[] {
  const parts: Run[] = [];
  let part = empty(measure);
  const close = (): void => {
    if (part.blocks.length > 0) parts.push(part);
    part = empty(measure);
  };
  for (const story of stories(document.blocks)) {
    const whole = story.flatMap((block) => runsOf(block, measure));
    const total = whole.reduce(join, empty(measure));
    // A story that fits a message of its own is not torn; one that does not starts where there is room.
    if (fits(total, measure) && !fits(join(part, total), measure)) close();
    for (const run of withoutOrphans(whole)) {
      for (const piece of fits(run, measure) ? [run] : run.blocks.map((block) => runOf(block, measure))) {
        if (!fits(join(part, piece), measure)) close();
        part = join(part, piece);
      }
    }
  }
  close();
  if (parts.length === 0) return [document];
  return parts.map(({ blocks }) => ({ summary: document.summary, blocks: trimDividers(blocks) }));
}

/** From one heading of a story (level 1 or 2) to the next; what stands before the first is one too. */
function stories(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const found: Block[][] = [];
  for (const block of blocks) {
    const last = found.at(-1);
    const begins = block.kind === 'heading' && block.level <= 2;
    const afterHeading = last?.every(({ kind }) => kind === 'heading') ?? false;
    if (last === undefined || (begins && !afterHeading)) found.push([block]);
    else last.push(block);
  }
  return found;
}

/** A heading goes with the block below it. */
function withoutOrphans(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  let waiting: Run | undefined;
  for (const run of runs) {
    const together = waiting ? join(waiting, run) : run;
    if (run.blocks.at(-1)?.kind === 'heading') waiting = together;
    else {
      joined.push(together);
      waiting = undefined;
    }
  }
  return waiting ? [...joined, waiting] : joined;
}

function runsOf(block: Block, measure: Measure): readonly Run[] {
  const run = runOf(block, measure);
  if (fits(run, measure)) return [run];
  return breakBlock(block, (candidate) => fits(runOf(candidate, measure), measure)).map((piece) => runOf(piece, measure));
}

const empty = (measure: Measure): Run => ({ blocks: [], cost: measure.budget.map(() => 0) });
const runOf = (block: Block, measure: Measure): Run => ({ blocks: [block], cost: measure.cost(block) });
const join = (left: Run, right: Run): Run => ({
  blocks: [...left.blocks, ...right.blocks],
  cost: left.cost.map((sum, index) => sum + (right.cost[index] ?? 0)),
});
const fits = (run: Run, measure: Measure): boolean => run.cost.every((sum, index) => sum <= (measure.budget[index] ?? 0));

/** A rule at the edge of a message divides nothing; a message that is only a rule keeps it. */
function trimDividers(blocks: readonly Block[]): readonly Block[] {
  const first = blocks.findIndex(({ kind }) => kind !== 'divider');
  const last = blocks.findLastIndex(({ kind }) => kind !== 'divider');
  return first === -1 ? blocks : blocks.slice(first, last + 1);
}
