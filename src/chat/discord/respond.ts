/** An interaction → its acknowledgement within 3 s and its answers within 15 min, tried again where Discord is slow, busy or away. */
import { RESTJSONErrorCodes, Routes } from 'discord.js';
import { backoffMs } from '#lib/backoff.ts';
import type { Loose } from '../loose.ts';
import type { ApiOutcome, DiscordApi, Method } from './api.ts';
import { DISCORD_LIMITS } from './limits.ts';
import type { DiscordPart } from './render.ts';
import type { DiscordSettings } from './settings.ts';

export type Interaction = { readonly id: string; readonly token: string; readonly application: string };

/** taken: somebody else acknowledged it (a delivery that came twice, another process). late: Discord no longer waits. */
export type Acknowledged = 'ours' | 'taken' | 'late' | 'failed';
/** gone: the token has run out, or the message was deleted; another way is needed. */
type Answered = 'ok' | 'gone' | 'failed';

export type Respond = {
  readonly acknowledge: (interaction: Interaction, body: Loose) => Promise<Acknowledged>;
  /** The deferred answer, or the message of the button. */
  readonly edit: (interaction: Interaction, part: DiscordPart) => Promise<Answered>;
  readonly remove: (interaction: Interaction) => Promise<Answered>;
  readonly followUp: (interaction: Interaction, part: DiscordPart, options: { readonly isPrivate: boolean }) => Promise<Answered>;
};

const EPHEMERAL = 64;
export const privateFlag = (isPrivate: boolean): { readonly flags?: number } => (isPrivate ? { flags: EPHEMERAL } : {});

const MAX_ATTEMPTS = 6;
const BACKOFF = { baseMs: 500, maxMs: 20_000 };
const ACK_BACKOFF = { baseMs: 100, maxMs: 400 };
/** Of a try that begins later nothing can come. */
const ACK_MS = DISCORD_LIMITS.acknowledgeMs - 500;
const MAX_RETRY_AFTER_MS = 5 * 60_000;

export function createRespond({
  api,
  sleep,
  random,
  now,
  log,
}: Pick<DiscordSettings, 'sleep' | 'random' | 'now' | 'log'> & { readonly api: DiscordApi }): Respond {
  async function acknowledge({ id, token }: Interaction, body: Loose): Promise<Acknowledged> {
    const startedAt = now();
    let mayBeOurs = false;
    for (let attempt = 0; ; attempt += 1) {
      const outcome = await api.interaction('POST', Routes.interactionCallback(id, token), body);
      if (outcome.kind === 'ok') return 'ours';
      if (outcome.kind === 'refused') {
        // Our own first try may have arrived although we did not hear of it.
        if (outcome.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged) return mayBeOurs ? 'ours' : 'taken';
        if (outcome.code === RESTJSONErrorCodes.UnknownInteraction) return 'late';
        log.warn({ platform: 'discord', code: outcome.code, trouble: outcome.message }, 'Discord refused an acknowledgement');
        return 'failed';
      }
      if (outcome.kind === 'outage') mayBeOurs ||= outcome.mayHaveWorked;
      const waitMs = outcome.kind === 'limited' ? outcome.retryAfterMs : backoffMs(attempt, ACK_BACKOFF, random());
      if (now() + waitMs - startedAt > ACK_MS) return 'failed';
      await sleep(waitMs);
    }
  }

  /** @param isSafe Doing it twice changes nothing. */
  async function send(method: Method, route: string, body: Loose | undefined, isSafe: boolean): Promise<Answered> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const outcome = await api.interaction(method, route, body);
      if (outcome.kind === 'ok') return 'ok';
      if (outcome.kind === 'refused') {
        if (GONE.has(outcome.code) || outcome.status === 404) return 'gone';
        log.warn({ platform: 'discord', code: outcome.code, trouble: outcome.message }, 'Discord refused an answer');
        return 'failed';
      }
      if (outcome.kind === 'outage' && outcome.mayHaveWorked && !isSafe) break;
      const waitMs = waitOf(outcome, attempt);
      if (waitMs > MAX_RETRY_AFTER_MS || attempt === MAX_ATTEMPTS - 1) break;
      await sleep(waitMs);
    }
    log.warn({ platform: 'discord' }, 'an answer could not be given to Discord');
    return 'failed';
  }

  const waitOf = (outcome: Extract<ApiOutcome, { kind: 'limited' | 'outage' }>, attempt: number): number =>
    outcome.kind === 'limited' ? outcome.retryAfterMs : backoffMs(attempt, BACKOFF, random());

  return {
    acknowledge,
    edit: ({ application, token }, part) => send('PATCH', Routes.webhookMessage(application, token, '@original'), part, true),
    remove: ({ application, token }) => send('DELETE', Routes.webhookMessage(application, token, '@original'), undefined, true),
    followUp: ({ application, token }, part, { isPrivate }) =>
      send('POST', Routes.webhook(application, token), { ...part, ...privateFlag(isPrivate) }, false),
  };
}

const GONE = new Set<number>([
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.UnknownMessage,
]);
