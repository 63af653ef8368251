/** Steps that end what was begun → each done, in their order, whatever those before it met. */

/** @throws the first error, once all are done: what is left open would keep the process from ending. */
export async function endAll(steps: readonly (() => unknown)[]): Promise<void> {
  const errors: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw errors[0];
}
