/** Tasks of one lane (a channel) run one after another in their order; lanes never wait for each other. */

export type Lanes = {
  readonly run: <Value>(lane: string, task: () => Promise<Value>) => Promise<Value>;
  /** Settles when nothing is under way any more. */
  readonly idle: () => Promise<void>;
};

export function createLanes(): Lanes {
  const tails = new Map<string, Promise<unknown>>();
  return {
    run: (lane, task) => {
      const before = tails.get(lane) ?? Promise.resolve();
      const result = before.then(task, task);
      const tail = result
        .catch(() => undefined)
        .then(() => {
          if (tails.get(lane) === tail) tails.delete(lane);
        });
      tails.set(lane, tail);
      return result;
    },
    idle: async () => {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
