/** A House's doings → metrics: polls, articles, reading, answers, deliveries, rate limits, and what waits. No label holds what a feed or a person wrote. */
import type { PollReport } from '#app/poll.ts';
import type { LlmUsage } from '#app/rewrite.ts';
import type { Connection } from '#app/scene.ts';
import type { PostOutcome } from '#chat/chat.ts';
import type { Metrics } from '#lib/metrics.ts';
import type { Delivery } from '#model/schedule.ts';
import type { Storage } from '#storage/storage.ts';

export type Gauges = {
  readonly polled: (report: Pick<PollReport, 'outcome' | 'added' | 'updated'>) => void;
  readonly extracted: (ms: number) => void;
  readonly stepped: (delivery: Delivery) => void;
  readonly posted: (platform: string, outcome: PostOutcome['kind']) => void;
  readonly answered: (command: string, outcome: 'answered' | 'failed' | 'cooled-down', ms: number) => void;
};

export type GaugesOf = {
  readonly storage: Storage;
  readonly now: () => number;
  readonly connections: () => readonly Connection[];
  readonly usage: () => Promise<LlmUsage> | undefined;
};

/** Counted up to this. */
const MAX_WAITING = 1_000;

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const LATENESS = [1, 5, 10, 30, 60, 120, 300, 900, 3_600, 21_600];

export function createGauges(metrics: Metrics, { storage, now, connections, usage }: GaugesOf): Gauges {
  const polls = metrics.counter('polls_total', 'Polls of feeds by what came of them.', ['outcome']);
  const articles = metrics.counter('articles_total', 'Articles taken in, by what became of them.', ['outcome']);
  const extraction = metrics.histogram('extraction_seconds', 'Reading one article: sentences, quotes, figures, names.', SECONDS);
  const steps = metrics.counter('delivery_steps_total', 'Deliveries that came to a state.', ['state']);
  const lateness = metrics.histogram('slot_lateness_seconds', 'From the time of a slot to its last part posted.', LATENESS);
  const posts = metrics.counter('posts_total', 'Posts by platform and outcome; "later" is a rate limit or trouble on their side.', [
    'platform',
    'outcome',
  ]);
  const answers = metrics.histogram('answer_seconds', 'From an ask to its answer, by command.', SECONDS, ['command', 'outcome']);

  metrics.gauge('articles_stored', 'Articles in the store.', () => storage.articles.count());
  metrics.gauge('feeds', 'Feeds enrolled.', async () => (await storage.feeds.list()).length);
  metrics.gauge(
    'feeds_failing',
    'Feeds whose last poll failed.',
    async () => (await storage.feeds.list()).filter(({ failures }) => failures > 0).length,
  );
  metrics.gauge(
    'deliveries_waiting',
    `Deliveries planned, composing or sending; counted up to ${MAX_WAITING}.`,
    async () => (await storage.work.unfinished(MAX_WAITING)).length,
  );
  metrics.gauge('oldest_due_slot_seconds', 'How long the oldest slot has been due that nobody took up.', async () => {
    const [oldest] = await storage.work.due(now(), 1);
    return oldest ? Math.max(0, now() - oldest.next.at) / 1000 : 0;
  });
  metrics.gauge(
    'chats_connected',
    'Chat connections that stand.',
    () => connections().filter(({ health }) => health.state === 'connected').length,
  );
  metrics.gauge('chats_down', 'Chat connections that do not.', () => connections().filter(({ health }) => health.state === 'down').length);
  metrics.gauge('llm_tokens_today', 'Tokens of the language model used since midnight UTC.', async () => (await usage())?.tokensToday ?? 0);

  return {
    polled: ({ outcome, added, updated }) => {
      polls({ outcome });
      articles({ outcome: 'added' }, added);
      articles({ outcome: 'updated' }, updated);
    },
    extracted: (ms) => extraction(ms / 1000),
    stepped: ({ state, slot, steps: taken }) => {
      steps({ state });
      if (state === 'sent') lateness(Math.max(0, (taken.at(-1)?.at ?? now()) - slot.at) / 1000);
    },
    posted: (platform, outcome) => posts({ platform, outcome }),
    answered: (command, outcome, ms) => answers(ms / 1000, { command, outcome }),
  };
}
