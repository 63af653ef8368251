/** Names and helps of counters, gauges and histograms → a register of their values, written as Prometheus reads them. Label values come from closed lists only. */
import type { Counter, Histogram, Registry } from 'prom-client';

export type Labels = Readonly<Record<string, string>>;

export type Metrics = {
  readonly counter: (name: string, help: string, labels?: readonly string[]) => (labels?: Labels, by?: number) => void;
  readonly histogram: (
    name: string,
    help: string,
    buckets: readonly number[],
    labels?: readonly string[],
  ) => (value: number, labels?: Labels) => void;
  /** Asked whenever the metrics are read; one that cannot be told then is left out. */
  readonly gauge: (name: string, help: string, read: () => Promise<number | undefined> | number | undefined) => void;
  /** Loads prom-client; what was counted until then is counted then. Until it is called, or something is rendered, all waits. */
  readonly begin: () => Promise<void>;
  readonly render: () => Promise<{ readonly contentType: string; readonly body: string }>;
  readonly stop: () => void;
};

type Register = { readonly prom: typeof import('prom-client'); readonly registry: Registry; readonly registers: Registry[] };

const PREFIX = 'wirebrief_';

/** prom-client brings 80 modules, so a start is not held up by it. */
export function createMetrics(): Metrics {
  let register: Register | undefined;
  let beginning: Promise<Register> | undefined;
  const waiting: ((register: Register) => void)[] = [];
  const whenBegun = (step: (register: Register) => void) => (register ? step(register) : void waiting.push(step));
  const begin = async (): Promise<Register> => {
    const prom = await import('prom-client');
    const registry = new prom.Registry();
    // event-loop lag, memory, CPU, garbage collection, open handles
    prom.collectDefaultMetrics({ register: registry });
    register = { prom, registry, registers: [registry] };
    for (const step of waiting.splice(0)) step(register);
    return register;
  };
  const begun = () => (beginning ??= begin());
  return {
    counter: (name, help, labels = []) => {
      let counter: Counter | undefined;
      whenBegun(({ prom, registers }) => {
        counter = new prom.Counter({ name: PREFIX + name, help, labelNames: [...labels], registers });
      });
      return (given = {}, by = 1) => whenBegun(() => counter?.inc({ ...given }, by));
    },
    histogram: (name, help, buckets, labels = []) => {
      let histogram: Histogram | undefined;
      whenBegun(({ prom, registers }) => {
        histogram = new prom.Histogram({ name: PREFIX + name, help, buckets: [...buckets], labelNames: [...labels], registers });
      });
      return (value, given = {}) => whenBegun(() => histogram?.observe({ ...given }, value));
    },
    gauge: (name, help, read) =>
      whenBegun(({ prom, registers }) => {
        new prom.Gauge({
          name: PREFIX + name,
          help,
          registers,
          async collect() {
            const value = await Promise.resolve(read()).catch(() => undefined);
            if (value === undefined) this.reset();
            else this.set(value);
          },
        });
      }),
    begin: async () => {
      await begun();
    },
    render: async () => {
      const { registry } = await begun();
      return { contentType: registry.contentType, body: await registry.metrics() };
    },
    stop: () => register?.registry.clear(),
  };
}
