/** A clock that stands still until a test moves it; sleepers wake when their time has come. */

export type DrivenClock = {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Moves to the earliest sleeper's time, or by `ms`, and wakes all that are due. */
  readonly advance: (ms: number) => void;
  /** What is being slept for at this moment, shortest first. */
  readonly sleeping: () => readonly number[];
  /** Every sleep that was asked for, in order. */
  readonly asked: readonly number[];
  /** Settles when somebody sleeps for at least `ms`. */
  readonly slept: (ms: number) => Promise<number>;
};

export function drivenClock(start: number = Date.now()): DrivenClock {
  let time = start;
  let sleepers: { readonly until: number; readonly wake: () => void }[] = [];
  let watchers: { readonly ms: number; readonly tell: (ms: number) => void }[] = [];
  const asked: number[] = [];
  return {
    now: () => time,
    asked,
    sleep: (ms) =>
      new Promise((wake) => {
        asked.push(ms);
        sleepers.push({ until: time + ms, wake });
        const told = watchers.filter((watcher) => ms >= watcher.ms);
        watchers = watchers.filter((watcher) => ms < watcher.ms);
        for (const { tell } of told) tell(ms);
      }),
    advance: (ms) => {
      time += ms;
      const due = sleepers.filter(({ until }) => until <= time).sort((left, right) => left.until - right.until);
      sleepers = sleepers.filter(({ until }) => until > time);
      for (const { wake } of due) wake();
    },
    sleeping: () => sleepers.map(({ until }) => until - time).sort((left, right) => left - right),
    slept: (ms) => {
      const already = sleepers.map(({ until }) => until - time).find((left) => left >= ms);
      return already === undefined ? new Promise((tell) => watchers.push({ ms, tell })) : Promise.resolve(already);
    },
  };
}
