/**
 * A delivery of the ledger → posts in its channel, and the ledger written before and after each: composing, sending part by part, sent.
 * It may be ended at any point and run again: what was composed is kept, each part has its key, and told is recorded with the part.
 */
import type { ChatAdapter, PostOutcome } from '#chat/chat.ts';
import type { Instant } from '#model/article.ts';
import type { Config } from '#model/config.ts';
import type { Problem } from '#model/failure.ts';
import type { Delivery, DeliveryPart, Schedule } from '#model/schedule.ts';
import type { ChannelId, TenantId, ToldRecord } from '#model/subscription.ts';
import { phrases } from '#phrases/deliveries.ts';
import type { JobOutcome } from '#storage/contract/work.ts';
import type { Storage } from '#storage/storage.ts';
import { channelNews } from './channel-news.ts';
import { type Composed, composeParts } from './compose-parts.ts';
import { isFinished, stepTo, troubleSince, wantedAt, wasParked, withDoubt, withDropped, withParts, withPosted } from './ledger.ts';
import type { Rewriter } from './rewrite.ts';

export type DeliveryWatch = {
  readonly stepped: (delivery: Delivery) => void;
  readonly posted: (platform: string, outcome: PostOutcome['kind']) => void;
};

export type DeliverTools = {
  readonly storage: Storage;
  readonly config: Config;
  readonly now: () => Instant;
  /** The chat that a channel is on; undefined where that platform is not set up. */
  readonly adapterOf: (channel: ChannelId) => ChatAdapter | undefined;
  /** A slot older than this is not composed any more. */
  readonly catchUpMs: number;
  /** A delivery in trouble for longer than this is parked. */
  readonly giveUpMs: number;
  /** A person must mend something. */
  readonly onParked: (delivery: Delivery, problem: Problem) => Promise<void>;
  readonly onFault: (error: unknown) => void;
  /** What is counted of it. */
  readonly watch?: DeliveryWatch | undefined;
  /** Absent where no LLM is set up. */
  readonly rewriter?: Rewriter | undefined;
  /** Calls `wake` after that time, unless it is cancelled by what this returns. */
  readonly wakeIn: (ms: number, wake: () => void) => () => void;
};

/** How often a post of which nobody knows whether it stands there is tried again, under its key, before a person is asked. */
const MAX_UNKNOWN = 3;
const UNKNOWN_WAIT_MS = 60_000;
/** A platform that asks for no wait at all gets this one. */
const MIN_WAIT_MS = 1_000;
/** Adapters wait and retry by themselves for minutes; what takes longer hangs, and must not hold up its channel for ever. */
const HANG_MS = 15 * 60_000;

export type DeliveryJob = { readonly tenant: TenantId; readonly id: string };

export async function deliver({ tenant, id }: DeliveryJob, tools: DeliverTools): Promise<JobOutcome> {
  const { deliveries } = tools.storage.tenant(tenant);
  const stored = await deliveries.get(id);
  if (!stored || isFinished(stored)) return 'done';
  const save = async (delivery: Delivery, told: readonly ToldRecord[] = []): Promise<Delivery> => {
    await deliveries.save(delivery, told);
    tools.watch?.stepped(delivery);
    return delivery;
  };
  let delivery = stored.state === 'sending' ? stored : await compose(stored, tools, save);
  for (const [index, part] of delivery.parts.entries()) {
    if (isFinished(delivery)) return 'done';
    if (part.posted || part.dropped !== undefined) continue;
    // What may stand there is not dropped: its key settles it.
    if (wasParked(delivery) && !part.doubts && (await toldSince(delivery, part, tools))) {
      delivery = await save(onward(withDropped(delivery, index, tools.now()), tools.now()));
      continue;
    }
    const outcome = part.under === undefined ? await post(delivery.channel, part, tools) : await replyTo(delivery, part, tools);
    if (outcome.kind === 'posted') {
      const posted = withPosted(delivery, index, { at: tools.now(), ...outcome.message });
      const told = part.tells.map((telling) => ({ ...telling, at: tools.now() }));
      delivery = await save(onward(posted, tools.now()), told);
      continue;
    }
    // The post above has the same behind its button: no thread is no trouble.
    if (part.under !== undefined && outcome.kind === 'refused') {
      delivery = await save(onward(withDropped(delivery, index, tools.now()), tools.now()));
      continue;
    }
    const doubted = outcome.kind === 'unknown' ? withDoubt(delivery, index) : delivery;
    const troubled = stepTo(doubted, 'sending', tools.now(), outcome.problem);
    const why = reasonToPark(outcome, troubled, index, tools);
    if (!why) {
      await save(troubled);
      return { againAt: againAt(outcome, tools.now()) };
    }
    delivery = await save(stepTo(troubled, 'parked', tools.now(), why));
    await tools.onParked(delivery, why);
  }
  return 'done';
}

/** Sending still, or the end of it. */
function onward(delivery: Delivery, now: Instant): Delivery {
  if (delivery.parts.some(({ posted, dropped }) => !posted && dropped === undefined)) return stepTo(delivery, 'sending', now);
  if (delivery.parts.some(({ posted }) => posted)) return stepTo(delivery, 'sent', now);
  return stepTo(delivery, 'skipped', now, { code: 'told-since', message: phrases.toldSince });
}

/** The channel heard of a story of this part after the part was composed; what else was in it is news to the next briefing still. */
async function toldSince({ tenant, channel }: Delivery, part: DeliveryPart, { storage }: DeliverTools): Promise<boolean> {
  const told = new Map((await storage.tenant(tenant).told.of(channel)).map(({ kind, key, at }) => [`${kind} ${key}`, at]));
  return part.tells.some(({ kind, key, at }) => kind === 'story' && (told.get(`${kind} ${key}`) ?? 0) > at);
}

/** Composing, then sending with its parts; or skipped. */
async function compose(stored: Delivery, tools: DeliverTools, save: (delivery: Delivery) => Promise<Delivery>): Promise<Delivery> {
  const { storage, now } = tools;
  const skip = (code: string, message: string) => save(stepTo(stored, 'skipped', now(), { code, message }));
  const schedule = (await storage.tenant(stored.tenant).schedules.get(stored.scheduleId))?.schedule;
  if (!schedule) return skip('schedule-removed', phrases.scheduleRemoved);
  if (schedule.paused) return skip('schedule-paused', phrases.schedulePaused);
  if (now() - wantedAt(stored) > tools.catchUpMs) return skip('missed', phrases.tooLate(Math.round(tools.catchUpMs / 360_000) / 10));
  const delivery = await save(stepTo(stored, 'composing', now()));
  const composed = await composeFor({ ...schedule, channel: delivery.channel }, delivery.id, stored.slot.at, tools);
  if ('skip' in composed) return save(stepTo(delivery, 'skipped', now(), composed.skip));
  return save(stepTo(withParts(delivery, composed.parts), 'sending', now()));
}

export async function composeFor(schedule: Schedule, key: string, dueAt: Instant, tools: DeliverTools): Promise<Composed> {
  const { storage, config, now, adapterOf } = tools;
  const news = await channelNews(schedule, storage, config, now());
  // The sample's news are invented: they may stand on the page of this machine only.
  if (news.isSample && adapterOf(schedule.channel)?.platform !== 'web')
    return { skip: { code: 'sample', message: phrases.onlySample, hint: phrases.addFeed } };
  const briefing = await (tools.rewriter?.rewrite(news.briefing, schedule.detail) ?? news.briefing);
  return composeParts(schedule, { ...news, briefing }, key, dueAt, now(), adapterOf(schedule.channel)?.reply !== undefined);
}

export async function post(channel: ChannelId, part: Pick<DeliveryPart, 'document' | 'key'>, tools: DeliverTools): Promise<PostOutcome> {
  return patiently(channel, tools, (adapter) => adapter.post(channel, part.document, part.key));
}

const NO_THREAD: PostOutcome = { kind: 'refused', problem: { code: 'no-thread', message: phrases.noThread } };

/** In the thread of the part above, which stands there by now. */
async function replyTo({ channel, parts }: Delivery, part: DeliveryPart, tools: DeliverTools): Promise<PostOutcome> {
  const above = parts.find(({ key }) => key === part.under)?.posted;
  if (!above) return NO_THREAD;
  return patiently(channel, tools, (adapter) => adapter.reply?.(above, part.document, part.key) ?? Promise.resolve(NO_THREAD));
}

async function patiently(
  channel: ChannelId,
  tools: DeliverTools,
  send: (adapter: ChatAdapter) => Promise<PostOutcome>,
): Promise<PostOutcome> {
  const adapter = tools.adapterOf(channel);
  if (!adapter)
    return {
      kind: 'refused',
      problem: { code: 'no-platform', message: phrases.noPlatform, hint: phrases.setTokens },
    };
  let cancel = (): void => {};
  const hung = new Promise<PostOutcome>((resolve) => {
    cancel = tools.wakeIn(HANG_MS, () => resolve({ kind: 'unknown', problem: { code: 'no-answer', message: phrases.noAnswer } }));
  });
  try {
    const outcome = await Promise.race([send(adapter), hung]);
    tools.watch?.posted(adapter.platform, outcome.kind);
    return outcome;
  } catch (error) {
    tools.onFault(error);
    return { kind: 'unknown', problem: { code: 'post-failed', message: phrases.postFailed } };
  } finally {
    cancel();
  }
}

type Trouble = Exclude<PostOutcome, { readonly kind: 'posted' }>;

function reasonToPark(outcome: Trouble, delivery: Delivery, index: number, { now, giveUpMs }: DeliverTools): Problem | undefined {
  const { problem } = outcome;
  switch (outcome.kind) {
    case 'refused':
      return problem;
    case 'later':
      return againAt(outcome, now()) - (troubleSince(delivery) ?? now()) > giveUpMs ? problem : undefined;
    case 'unknown':
      if ((delivery.parts[index]?.doubts ?? 0) <= MAX_UNKNOWN) return undefined;
      return {
        code: 'unproven',
        message: phrases.maybeThere(problem.message),
        hint: phrases.lookThere,
      };
    default:
      return outcome satisfies never;
  }
}

function againAt(outcome: Trouble, now: Instant): Instant {
  return outcome.kind === 'later' ? Math.max(outcome.retryAt, now + MIN_WAIT_MS) : now + UNKNOWN_WAIT_MS;
}
