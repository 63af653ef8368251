/**
 * How much memory V8 keeps for young objects. It gives a busy process up to three times 16 MB or more of it, and a bot that then waits for hours
 * rarely gives any back (measured: docs/BENCHMARKS.md).
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** From here on it stays as large as it is: a batch costs a little more processor time, and no memory that is not needed. */
export const stopYoungHeapGrowth = (): void => setFlagsFromString('--semi-space-growth-factor=1');

/** After the work of a start: gives back what it took. Takes some 30 to 60 ms, so whoever waits for something is answered first. */
export function shrinkYoungHeap(): void {
  // Only a collection of last resort shrinks it, and only this way leads to one without a flag on the command line.
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (how: { type: 'major'; flavor: 'last-resort'; execution: 'sync' }) => void;
  setFlagsFromString('--no-expose-gc');
  collect({ type: 'major', flavor: 'last-resort', execution: 'sync' });
}
