/** Names and helps of counters, gauges and histograms → a register of their values, written as Prometheus reads them. Label values come from closed lists only. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

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
  readonly render: () => Promise<{ readonly contentType: string; readonly body: string }>;
  readonly stop: () => void;
};

const PREFIX = 'wirebrief_';

export function createMetrics(): Metrics {
  const registry = new Registry();
  // event-loop lag, memory, CPU, garbage collection, open handles
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    counter: (name, help, labels = []) => {
      const counter = new Counter({ name: PREFIX + name, help, labelNames: [...labels], registers });
      return (given = {}, by = 1) => counter.inc({ ...given }, by);
    },
    histogram: (name, help, buckets, labels = []) => {
      const histogram = new Histogram({ name: PREFIX + name, help, buckets: [...buckets], labelNames: [...labels], registers });
      return (value, given = {}) => histogram.observe({ ...given }, value);
    },
    gauge: (name, help, read) => {
      new Gauge({
        name: PREFIX + name,
        help,
        registers,
        async collect() {
          const value = await Promise.resolve(read()).catch(() => undefined);
          if (value === undefined) this.reset();
          else this.set(value);
        },
      });
    },
    render: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
    stop: () => registry.clear(),
  };
}
