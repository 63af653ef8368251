/** Counting of keys → the same counting, with the counts of common keys remembered for a while: they are asked for with every article, cost the most and change the least. */

type Count = (owner: string, keys: readonly string[]) => Promise<ReadonlyMap<string, number>>;

/** Fewer are counted anew each time: there one more article makes a difference. */
const COMMON = 200;
/** Within so many calls a common key's share moves by a few percent at most. */
const CALLS = 500;

export function rememberCommon(count: Count): Count {
  let remembered = new Map<string, number>();
  let calls = 0;
  return async (owner, keys) => {
    if (calls++ % CALLS === 0) remembered = new Map();
    const named = keys.map((key) => [key, `${owner}\n${key}`] as const);
    const counts = new Map(
      await count(
        owner,
        named.filter(([, name]) => !remembered.has(name)).map(([key]) => key),
      ),
    );
    for (const [key, name] of named) {
      const known = remembered.get(name);
      const counted = counts.get(key) ?? 0;
      if (known !== undefined) counts.set(key, known);
      else if (counted >= COMMON) remembered.set(name, counted);
    }
    return counts;
  };
}
