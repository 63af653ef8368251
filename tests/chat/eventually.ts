/** A condition that comes true soon → its value; for what no event tells of. */
import { setTimeout as sleep } from 'node:timers/promises';

/** The first value that is neither undefined, null nor false. @throws after 20 s. */
export async function eventually<Value>(
  what: string,
  check: () => Value | undefined | null | false | Promise<Value | undefined | null | false>,
): Promise<Value> {
  const deadline = performance.now() + 20_000;
  while (performance.now() < deadline) {
    const value = await check();
    if (value !== undefined && value !== null && value !== false) return value;
    await sleep(5);
  }
  throw new Error(`waited 20 s for ${what}`);
}
