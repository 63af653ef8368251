/** A document's parts → messages in a channel, each exactly once as far as Discord lets us prove it: in order, with waits and retries, or a reason. */
import { Routes } from 'discord.js';
import { backoffMs } from '#lib/backoff.ts';
import type { Instant } from '#model/article.ts';
import type { Problem } from '#model/failure.ts';
import { phrases } from '#phrases/chat.ts';
import type { Lanes } from '../lanes.ts';
import { type Loose, looseOf, textOf } from '../loose.ts';
import type { State } from '../state.ts';
import { tryAgain } from '../try-again.ts';
import type { ApiOutcome, DiscordApi, Method } from './api.ts';
import { DISCORD_LIMITS } from './limits.ts';
import { type Found, findInChannel, findInForum } from './look-up.ts';
import { type Mark, markOf, withMark } from './marks.ts';
import { limited, refusedProblem, unproven, unreachable } from './problems.ts';
import type { DiscordPart } from './render.ts';
import type { DiscordSettings } from './settings.ts';

export type Destination = {
  /** Empty where it is not known, or a direct message. */
  readonly guild: string;
  readonly channel: string;
  readonly isForum: boolean;
  /** What Discord calls its type, and the channel that it stands in, where these are known. */
  readonly type?: unknown;
  readonly parent?: string;
  /** The message that is answered. */
  readonly replyTo?: string;
};

export type Delivery = {
  readonly key: string;
  /** The name of the post, where the channel is a forum. */
  readonly title: string;
  readonly parts: readonly DiscordPart[];
  /** False: no mark below the message; an answer in a conversation needs none. */
  readonly isMarked: boolean;
};

type Trouble =
  | { readonly kind: 'later'; readonly retryAt: Instant; readonly problem: Problem }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'unknown'; readonly problem: Problem };
/** `channel`: the new thread, where it was posted to a forum. */
export type Delivered = { readonly kind: 'posted'; readonly channel: string; readonly ids: readonly string[] } | Trouble;

/** How far a delivery got; written before each message leaves, so that a crash in between is seen afterwards. */
type Progress = {
  readonly since: Instant;
  readonly channel: string;
  readonly ids: readonly string[];
  /** The message whose fate is open, and since when: its nonce is remembered for minutes from then. */
  readonly trying?: { readonly index: number; readonly at: Instant };
};

const PROGRESS_MS = 14 * 24 * 60 * 60_000;
const MAX_ATTEMPTS = 5;
const BACKOFF = { baseMs: 1_000, maxMs: 30_000 };
/** Longer waits give the delivery back to whoever schedules; the lane would only stand still. */
const MAX_WAIT_MS = 60_000;
const RETRY_LATER_MS = 60_000;

export type Deliverer = {
  /** Idempotent by `key` and channel. */
  readonly deliver: (to: Destination, delivery: Delivery) => Promise<Delivered>;
  /** Calls that change nothing when they are made twice. */
  readonly repeat: (channel: string, method: Method, route: string, body?: Loose) => Promise<ApiOutcome>;
};

type Needs = Pick<DiscordSettings, 'now' | 'random' | 'sleep' | 'log'> & {
  readonly api: DiscordApi;
  readonly state: State;
  readonly lanes: Lanes;
};

export function createDeliverer({ api, state, lanes, now, random, sleep, log }: Needs): Deliverer {
  async function deliver(to: Destination, { key, title, parts, isMarked }: Delivery): Promise<Delivered> {
    const record = `post:discord:${to.channel}:${key}`;
    // A broken state must not silence an answer; its nonce still keeps it from standing twice. A briefing has to be noted.
    const orNothing = <Value>(stored: Promise<Value>): Promise<Value | undefined> => (isMarked ? stored : stored.catch(() => undefined));
    const save = (progress: Progress): Promise<unknown> => orNothing(state.set(record, progress, PROGRESS_MS));
    let progress: Progress = (await orNothing(state.get<Progress>(record))) ?? { since: now(), channel: to.channel, ids: [] };
    for (const [index, part] of parts.entries()) {
      if (index < progress.ids.length) continue;
      const mark = markOf(to.channel, key, index);
      const body = isMarked ? withMark(part, mark.mark, index, parts.length) : part;
      const placed = await place({ to, title, index, body, mark, progress, save });
      if (placed.kind !== 'placed') return placed;
      progress = { since: progress.since, channel: placed.channel, ids: [...progress.ids, placed.id] };
      await save(progress);
    }
    return { kind: 'posted', channel: progress.channel, ids: progress.ids };
  }

  type Placement = {
    readonly to: Destination;
    readonly title: string;
    readonly index: number;
    readonly body: DiscordPart;
    readonly mark: Mark;
    readonly progress: Progress;
    readonly save: (progress: Progress) => Promise<unknown>;
  };
  type Placed = { readonly kind: 'placed'; readonly id: string; readonly channel: string };

  /** One message. A doubt (a try whose end nobody saw) is settled by its nonce while Discord remembers that, afterwards by a look into the channel. */
  async function place(placement: Placement): Promise<Placed | Trouble> {
    const { to, index, progress, save } = placement;
    const { since, channel, ids } = progress;
    // The first message opens the post; the others stand in its thread.
    const isForum = to.isForum && index === 0;
    let doubt = progress.trying?.index === index ? { why: phrases.brokenOff, at: progress.trying.at } : undefined;
    for (let attempt = 0; ; attempt += 1) {
      if (doubt && (isForum || now() - doubt.at >= DISCORD_LIMITS.nonceMs)) {
        const found = await lookUp(placement, isForum);
        if (found.kind === 'found') return { kind: 'placed', id: found.id, channel: isForum ? found.id : channel };
        if (found.kind === 'unprovable') return { kind: 'unknown', problem: unproven(doubt.why) };
        if (found.kind === 'later') return { kind: 'later', retryAt: now() + found.waitMs, problem: unreachable(doubt.why) };
        doubt = undefined;
      }
      const triedAt = doubt?.at ?? now();
      await save({ since, channel, ids, trying: { index, at: triedAt } });
      const outcome = await (isForum ? openPost(placement) : say(placement));
      if (outcome.kind === 'ok') {
        const id = textOf(looseOf(outcome.data).id);
        return { kind: 'placed', id, channel: isForum ? id : channel };
      }
      if (outcome.kind === 'outage' && outcome.mayHaveWorked) doubt = { why: outcome.message, at: triedAt };
      if (doubt === undefined) await save({ since, channel, ids });
      // An earlier try may stand there all the same: the next one settles that.
      if (outcome.kind === 'refused') return { kind: doubt ? 'unknown' : 'refused', problem: refusedProblem(outcome) };
      const waitMs = outcome.kind === 'limited' ? outcome.retryAfterMs : backoffMs(attempt, BACKOFF, random());
      if (waitMs > MAX_WAIT_MS || attempt >= MAX_ATTEMPTS - 1) return givenUp(outcome, waitMs);
      log.info({ platform: 'discord', channel: to.channel, waitMs, trouble: outcome.kind }, 'a message to Discord waits');
      await sleep(waitMs);
    }
  }

  const say = ({ to, body, mark, progress }: Placement): Promise<ApiOutcome> =>
    api.call('POST', Routes.channelMessages(progress.channel), {
      ...body,
      nonce: mark.nonce,
      enforce_nonce: true,
      ...(to.replyTo ? { message_reference: { message_id: to.replyTo, fail_if_not_exists: false } } : {}),
    });

  /** A forum takes posts only: a thread with its first message. It knows no nonce. */
  const openPost = ({ title, body, progress }: Placement): Promise<ApiOutcome> =>
    api.call('POST', Routes.threads(progress.channel), { name: title, message: body });

  function lookUp({ to, mark, progress }: Placement, isForum: boolean): Promise<Found> {
    const { channel, since } = progress;
    return isForum ? findInForum(api, to.guild, channel, mark.mark, since) : findInChannel(api, channel, mark.mark, since);
  }

  function givenUp(outcome: Extract<ApiOutcome, { kind: 'limited' | 'outage' }>, waitMs: number): Trouble {
    if (outcome.kind === 'limited') return { kind: 'later', retryAt: now() + waitMs, problem: limited(waitMs / 1_000) };
    return { kind: 'later', retryAt: now() + Math.max(waitMs, RETRY_LATER_MS), problem: unreachable(outcome.message) };
  }

  const repeat = (method: Method, route: string, body: Loose | undefined): Promise<ApiOutcome> =>
    tryAgain(() => api.call(method, route, body), { attempts: MAX_ATTEMPTS, backoff: BACKOFF, maxWaitMs: MAX_WAIT_MS, random, sleep });

  return {
    // An answer does not wait behind a briefing that is tried again and again.
    deliver: (to, delivery) => lanes.run(`${to.channel}${delivery.isMarked ? '' : ':answers'}`, () => deliver(to, delivery)),
    repeat: (channel, method, route, body) => lanes.run(channel, () => repeat(method, route, body)),
  };
}
