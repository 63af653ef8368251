/** Slack's deliveries → asks, and what becomes of their answers. Each delivery is taken up once, however often Slack repeats it. */
import { createHash } from 'node:crypto';
import type { Ask, ChatHandlers } from '../chat.ts';
import { type Loose, looseOf, textOf } from '../loose.ts';
import type { Pages } from '../pages.ts';
import type { Tokens } from '../state.ts';
import { within } from '../within.ts';
import { channelOf, tenantOf } from './address.ts';
import type { SlackApi } from './api.ts';
import type { Bots } from './bots.ts';
import { createButtons } from './buttons.ts';
import type { Conversation, ReplyTo } from './conversation.ts';
import type { Deliverer } from './deliver.ts';
import { homeView } from './home.ts';
import type { Deliveries } from './incoming.ts';
import { SLACK_LIMITS } from './limits.ts';
import { argumentsModal, parseMetadata, readSubmission, SUGGEST_ACTION, suggestionOptions } from './modal.ts';
import { findRunnable, slashText } from './names.ts';
import type { People } from './people.ts';
import type { SlackPart } from './render.ts';
import type { SlackSettings } from './settings.ts';
import { type Place, placeOf } from './wire.ts';
import { askText } from './words.ts';

type Needs = Pick<SlackSettings, 'commands' | 'aliases' | 'home' | 'log'> & {
  readonly api: SlackApi;
  readonly bots: Bots;
  readonly people: People;
  readonly pages: Pages<SlackPart>;
  readonly tokens: Tokens;
  readonly deliverer: Deliverer;
  readonly conversation: Conversation;
  readonly once: (id: string) => Promise<boolean>;
  readonly handlers: () => ChatHandlers | undefined;
  readonly uninstall: (team: string) => Promise<void>;
};

/** Where the answer of a modal goes. */
type ModalOrigin = { readonly place: Place; readonly to: ReplyTo };

/** Slack waits 3 s for suggestions. */
const SUGGEST_MS = 2_000;

export function createDeliveries(needs: Needs): Deliveries {
  const { commands, aliases, home, log, api, bots, people, pages, tokens, deliverer, conversation, once, handlers } = needs;

  async function ask(eventId: string, place: Place, body: Ask['body']): Promise<Ask> {
    const bot = await bots.of(place.team);
    const person = bot && place.user ? await people(bot.token, place.team, place.user) : { isManager: false };
    return { eventId, tenant: tenantOf(place.team), channel: channelOf(place.team, place.channel), user: place.user, ...person, body };
  }
  const askFrom = (eventId: string, place: Place, text: string): Promise<Ask> => ask(eventId, place, { kind: 'text', text });

  /** True where a modal was opened. */
  async function askForArguments(text: string, body: Loose, place: Place, to: ReplyTo): Promise<boolean> {
    const found = findRunnable(text, commands);
    if (!found || found.rest || !found.runnable.options.some(({ required }) => required)) return false;
    const bot = await bots.of(place.team);
    const trigger_id = textOf(body.trigger_id);
    if (!bot || !trigger_id) return false;
    const token = await tokens.keep({ place, to } satisfies ModalOrigin, SLACK_LIMITS.responseUrlMs);
    const outcome = await api.call(bot.token, 'views.open', { trigger_id, view: argumentsModal(found.path, found.runnable, token) });
    if (outcome.kind !== 'ok') log.info({ platform: 'slack', outcome }, 'a modal could not be opened; the command answers for itself');
    return outcome.kind === 'ok';
  }

  const press = createButtons({ pages, conversation, once, askFrom });

  async function inTheOpen(body: Loose, threadOf: (event: Loose) => string): Promise<void> {
    const id = textOf(body.event_id);
    if (!(await once(id))) return;
    const event = looseOf(body.event);
    const place = placeOf(body);
    const botUser = place.botUser ?? (await bots.of(place.team))?.botUser;
    const text = askText(textOf(event.text), place.team, botUser) || 'help';
    const threadTs = threadOf(event);
    await conversation.answer(await askFrom(id, place, text), place, { kind: 'message', ...(threadTs ? { threadTs } : {}) });
  }

  return {
    command: async (body) => {
      const place = placeOf(body);
      const id = idOf(body.trigger_id, body.response_url, body.command, body.text);
      if (!(await once(id))) return;
      const botUser = (await bots.of(place.team))?.botUser;
      const text = askText(slashText(textOf(body.command), textOf(body.text), aliases), place.team, botUser);
      const to: ReplyTo = { kind: 'response-url', url: textOf(body.response_url) };
      if (await askForArguments(text, body, place, to)) return;
      await conversation.answer(await askFrom(id, place, text), place, to);
    },

    action: async (body, action) => {
      const id = idOf(body.trigger_id, body.response_url, action.action_id, action.action_ts);
      if (await once(id)) await press({ id, place: placeOf(body), body, action });
    },

    submission: async (body) => {
      const view = looseOf(body.view);
      const { path, token, options } = readSubmission(view);
      const id = idOf(body.trigger_id, view.id, view.hash, token);
      if (!(await once(id))) return;
      const origin = await tokens.read<ModalOrigin>(token);
      const user = placeOf(body);
      const direct: ModalOrigin = { place: { ...user, channel: user.channel || user.user }, to: { kind: 'message' } };
      const { place, to } = origin ?? direct;
      await conversation.answer(await ask(id, place, { kind: 'command', name: path, options }), place, to);
    },

    suggestions: async (body) => {
      const option = textOf(body.action_id).slice(SUGGEST_ACTION.length + 1);
      const typed = textOf(body.value);
      const { path, token } = parseMetadata(looseOf(body.view));
      const place = (await tokens.read<ModalOrigin>(token))?.place ?? placeOf(body);
      const asked: Ask = {
        eventId: '',
        tenant: tenantOf(place.team),
        channel: channelOf(place.team, place.channel),
        user: place.user,
        isManager: false,
        body: { kind: 'command', name: path, options: {} },
      };
      const found = handlers()?.suggest(asked, option, typed) ?? Promise.resolve([]);
      return suggestionOptions(typed, await within(found, SUGGEST_MS, []));
    },

    mention: async (body) => {
      // In a direct message the message itself is the ask.
      if (placeOf(body).channel.startsWith('D') || textOf(looseOf(body.event).bot_id)) return;
      await inTheOpen(body, (event) => textOf(event.thread_ts) || textOf(event.ts));
    },

    directMessage: async (body) => {
      const event = looseOf(body.event);
      const isPersons =
        !event.bot_id && !event.hidden && (event.subtype === undefined || event.subtype === 'file_share') && textOf(event.user);
      if (event.channel_type !== 'im' || !isPersons) return;
      await inTheOpen(body, ({ thread_ts }) => textOf(thread_ts));
    },

    joined: async (body) => {
      const event = looseOf(body.event);
      const place = { ...placeOf(body), user: textOf(event.inviter) };
      const bot = await bots.of(place.team);
      const botUser = bot?.botUser ?? place.botUser;
      const joined = handlers()?.joined;
      if (!bot || !joined || textOf(event.user) !== botUser || !(await once(textOf(body.event_id)))) return;
      const document = await joined(await askFrom(textOf(body.event_id), place, 'help'));
      if (!document) return;
      const to = { token: bot.token, team: place.team, channel: place.channel };
      const delivered = await deliverer.deliver(to, await pages.parts(document), 'welcome');
      if (delivered.kind !== 'posted') log.warn({ platform: 'slack', ...delivered.problem }, 'the welcome was not posted');
    },

    homeOpened: async (body) => {
      const event = looseOf(body.event);
      const place = { ...placeOf(body), channel: textOf(event.user) };
      const bot = await bots.of(place.team);
      if (!bot || (event.tab !== undefined && event.tab !== 'home') || !(await once(textOf(body.event_id)))) return;
      const known = home.filter((words) => findRunnable(words, commands));
      const documents = await Promise.all(
        known.map(async (words) => {
          const answer = await handlers()?.answer(await askFrom(`${textOf(body.event_id)}:${words}`, place, words));
          return answer ? [{ ask: words, document: answer.document }] : [];
        }),
      );
      const outcome = await deliverer.atOnce({ token: bot.token, team: place.team, channel: place.user }, 'views.publish', {
        user_id: place.user,
        view: homeView(documents.flat()),
      });
      if (outcome.kind !== 'ok') log.warn({ platform: 'slack', outcome }, 'the App Home could not be shown');
    },

    uninstalled: async (body) => needs.uninstall(placeOf(body).team),
  };
}

/** A repeated delivery has all of these alike; two different ones never have. */
const idOf = (...parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 32);
