/** Work in short steps → all of it, with everybody else's turn between two: SQLite blocks while it answers. */

/** @param step Resolves with how much it did; 0 ends it. @returns the sum of the steps. */
export async function inSteps(step: () => Promise<number>, isStopped: () => boolean = () => false): Promise<number> {
  let total = 0;
  while (!isStopped()) {
    const done = await step();
    if (done === 0) break;
    total += done;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return total;
}
