/** A document → messages in a channel, each exactly once as far as Slack lets us prove it: in order, with waits and retries, or a reason. */
import { backoffMs } from '#lib/backoff.ts';
import type { Instant } from '#model/article.ts';
import type { Problem } from '#model/failure.ts';
import { phrases } from '#phrases/chat.ts';
import type { Lanes } from '../lanes.ts';
import { listOf, looseOf } from '../loose.ts';
import type { State } from '../state.ts';
import { tryAgain } from '../try-again.ts';
import type { ApiOutcome, SlackApi } from './api.ts';
import { limited, refusedProblem, unproven, unreachable } from './problems.ts';
import type { SlackPart } from './render.ts';
import type { SlackSettings } from './settings.ts';

export type Destination = { readonly token: string; readonly team: string; readonly channel: string; readonly threadTs?: string };

type Delivered =
  | { readonly kind: 'posted'; readonly channel: string; readonly ids: readonly string[] }
  | { readonly kind: 'later'; readonly retryAt: Instant; readonly problem: Problem }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'unknown'; readonly problem: Problem };

/** How far a delivery got; written before each message leaves, so that a crash in between is seen afterwards. */
type Progress = { readonly since: Instant; readonly channel: string; readonly ids: readonly string[]; readonly trying?: number };

const PROGRESS_MS = 14 * 24 * 60 * 60_000;
const MAX_ATTEMPTS = 5;
const BACKOFF = { baseMs: 1_000, maxMs: 30_000 };
/** Longer waits give the delivery back to whoever schedules; the lane would only stand still. */
const MAX_WAIT_MS = 60_000;
const RETRY_LATER_MS = 60_000;
const MARK = 'wirebrief_delivery';
/** Clocks of Slack and this machine may differ by this much. */
const SKEW_MS = 5 * 60_000;

export type Deliverer = {
  /** Idempotent by `key` and channel. */
  readonly deliver: (to: Destination, parts: readonly SlackPart[], key: string) => Promise<Delivered>;
  /** Like repeat, but not behind the channel's messages: for answers to one person. */
  readonly atOnce: (to: Destination, method: string, args: Readonly<Record<string, unknown>>) => Promise<ApiOutcome>;
  /** Calls that change nothing when they are made twice, in the channel's order. */
  readonly repeat: (to: Destination, method: string, args: Readonly<Record<string, unknown>>) => Promise<ApiOutcome>;
};

type Needs = Pick<SlackSettings, 'now' | 'random' | 'sleep' | 'log'> & {
  readonly api: SlackApi;
  readonly state: State;
  readonly lanes: Lanes;
};

export function createDeliverer({ api, state, lanes, now, random, sleep, log }: Needs): Deliverer {
  const laneOf = (to: Destination): string => `${to.team}:${to.channel}`;

  async function deliver(to: Destination, parts: readonly SlackPart[], key: string): Promise<Delivered> {
    const record = `post:${to.team}:${to.channel}:${key}`;
    const save = (progress: Progress): Promise<unknown> => state.set(record, progress, PROGRESS_MS);
    let progress: Progress = (await state.get<Progress>(record)) ?? { since: now(), channel: to.channel, ids: [] };
    for (const [index, part] of parts.entries()) {
      if (index < progress.ids.length) continue;
      const mark = { event_type: MARK, event_payload: { key, part: index, parts: parts.length } };
      const body = { ...messageOf(part), channel: to.channel, metadata: mark, ...(to.threadTs ? { thread_ts: to.threadTs } : {}) };
      const placed = await place({ to, key, index, body, progress, save });
      if (placed.kind !== 'placed') return placed;
      progress = { since: progress.since, channel: placed.channel, ids: [...progress.ids, placed.ts] };
      await save(progress);
    }
    return { kind: 'posted', channel: progress.channel, ids: progress.ids };
  }

  type Placement = {
    readonly to: Destination;
    readonly key: string;
    readonly index: number;
    readonly body: Readonly<Record<string, unknown>>;
    readonly progress: Progress;
    readonly save: (progress: Progress) => Promise<unknown>;
  };
  type Placed = { readonly kind: 'placed'; readonly ts: string; readonly channel: string };

  /** One message: a doubt (a try whose end nobody saw) is settled by a look into the channel before the next try. */
  async function place({ to, key, index, body, progress, save }: Placement): Promise<Placed | Exclude<Delivered, { kind: 'posted' }>> {
    const { since, channel, ids } = progress;
    let doubt = progress.trying === index ? phrases.brokenOff : undefined;
    for (let attempt = 0; ; attempt += 1) {
      if (doubt !== undefined) {
        const found = await lookUp({ ...to, channel }, key, index, since);
        if (found.kind === 'found') return { kind: 'placed', ts: found.ts, channel };
        if (found.kind === 'unprovable') return { kind: 'unknown', problem: unproven(doubt) };
        if (found.kind === 'later') return { kind: 'later', retryAt: now() + found.waitMs, problem: unreachable(doubt) };
      }
      await save({ since, channel, ids, trying: index });
      const outcome = await api.call(to.token, 'chat.postMessage', body);
      if (outcome.kind === 'ok')
        return { kind: 'placed', ts: String(outcome.data.ts), channel: String(outcome.data.channel ?? to.channel) };
      // What was in doubt stays so until a look has shown that nothing stands there.
      doubt = outcome.kind === 'outage' && outcome.mayHaveWorked ? outcome.message : undefined;
      if (doubt === undefined) await save({ since, channel, ids });
      if (outcome.kind === 'refused') return { kind: 'refused', problem: refusedProblem(outcome.error, outcome.needed) };
      const waitMs = outcome.kind === 'limited' ? outcome.retryAfterMs : backoffMs(attempt, BACKOFF, random());
      if (waitMs > MAX_WAIT_MS || attempt >= MAX_ATTEMPTS - 1) return givenUp(outcome, waitMs);
      log.info({ platform: 'slack', channel: to.channel, waitMs, trouble: outcome.kind }, 'a message to Slack waits');
      await sleep(waitMs);
    }
  }

  function givenUp(outcome: Extract<ApiOutcome, { kind: 'limited' | 'outage' }>, waitMs: number): Exclude<Delivered, { kind: 'posted' }> {
    const problem = outcome.kind === 'limited' ? limited(Math.ceil(waitMs / 1_000)) : unreachable(outcome.message);
    return { kind: 'later', retryAt: now() + (outcome.kind === 'limited' ? waitMs : Math.max(waitMs, RETRY_LATER_MS)), problem };
  }

  type Found = { kind: 'found'; ts: string } | { kind: 'absent' } | { kind: 'unprovable' } | { kind: 'later'; waitMs: number };

  /** Needs the history scope; without it nothing can be proved. */
  async function lookUp(to: Destination, key: string, part: number, since: Instant): Promise<Found> {
    const oldest = ((since - SKEW_MS) / 1_000).toFixed(6);
    const method = to.threadTs ? 'conversations.replies' : 'conversations.history';
    const thread = to.threadTs ? { ts: to.threadTs } : {};
    const outcome = await api.call(to.token, method, { channel: to.channel, limit: 200, oldest, include_all_metadata: true, ...thread });
    if (outcome.kind === 'refused') return { kind: 'unprovable' };
    if (outcome.kind === 'limited') return { kind: 'later', waitMs: outcome.retryAfterMs };
    if (outcome.kind === 'outage') return { kind: 'later', waitMs: RETRY_LATER_MS };
    for (const { metadata, ts } of listOf(outcome.data.messages)) {
      const { event_type, event_payload } = looseOf(metadata);
      const mark = looseOf(event_payload);
      if (event_type === MARK && mark.key === key && mark.part === part) return { kind: 'found', ts: String(ts) };
    }
    // A busy channel may have pushed it out of what was shown.
    return outcome.data.has_more === true ? { kind: 'unprovable' } : { kind: 'absent' };
  }

  const repeat = (to: Destination, method: string, args: Readonly<Record<string, unknown>>): Promise<ApiOutcome> =>
    tryAgain(() => api.call(to.token, method, args), { attempts: MAX_ATTEMPTS, backoff: BACKOFF, maxWaitMs: MAX_WAIT_MS, random, sleep });

  return {
    atOnce: repeat,
    deliver: (to, parts, key) => lanes.run(laneOf(to), () => deliver(to, parts, key)),
    repeat: (to, method, args) => lanes.run(laneOf(to), () => repeat(to, method, args)),
  };
}

/** No previews of links, no reading of bare names as mentions. */
export const messageOf = (part: SlackPart) =>
  ({ text: part.text, blocks: part.blocks, unfurl_links: false, unfurl_media: false, link_names: false }) as const;
