/** The Discord adapter: discord.js behind a ChatAdapter. Every trouble of the service is a value or a state, never a throw. */
import { randomBytes } from 'node:crypto';
import { createBackground } from '../background.ts';
import type { ChatAdapter, ChatHandlers, ChatHealth } from '../chat.ts';
import { createLanes } from '../lanes.ts';
import { createOnce } from '../once.ts';
import { type Control, createPages } from '../pages.ts';
import { createTokens } from '../state.ts';
import { within } from '../within.ts';
import { createApi } from './api.ts';
import { createConversation } from './conversation.ts';
import { createDeliverer } from './deliver.ts';
import { createGateway } from './gateway.ts';
import { createInteractions } from './interactions.ts';
import { inviteLink } from './invite.ts';
import { createMessages } from './messages.ts';
import { createPlaces } from './places.ts';
import { createPosting } from './posting.ts';
import { MISSING_TOKEN } from './problems.ts';
import { registerCommands } from './register.ts';
import { ASK_CHARACTERS, buttonRow, type DiscordPart, toDiscord } from './render.ts';
import { createRespond } from './respond.ts';
import type { DiscordSettings } from './settings.ts';

export type DiscordAdapter = ChatAdapter & {
  /** Adds the bot to a server; undefined until the application is known. */
  readonly inviteLink: () => string | undefined;
};

const FIRST_TRY_MS = 10_000;
const DRAIN_MS = 10_000;

export function createDiscord(settings: DiscordSettings): DiscordAdapter {
  const { state, now, log } = settings;
  const api = createApi(settings);
  const pages = createPages<DiscordPart>({
    tokens: createTokens(state, () => randomBytes(18).toString('base64url')),
    askCharacters: ASK_CHARACTERS,
    render: toDiscord,
    withControls,
  });
  const background = createBackground(log, 'discord');
  const once = createOnce(state, now);
  const lanes = createLanes();
  let given: ChatHandlers | undefined;
  const handlers = (): ChatHandlers | undefined => given;
  let application = settings.applicationId;

  const deliverer = createDeliverer({ ...settings, api, lanes });
  const posting = createPosting({ places: createPlaces({ api, announced: (id) => gateway.channel(id), now }), pages, deliverer, log });
  const respond = createRespond({ ...settings, api });
  const conversation = createConversation({ pages, deliverer, respond, posting, handlers, log });
  const messages = createMessages({ ...settings, conversation, deliverer, pages, background, once, handlers });
  const gateway = createGateway(settings, {
    interaction: createInteractions({ ...settings, api, respond, conversation, pages, background, once, handlers }),
    message: messages.said,
    invited: messages.invited,
    ready: (client) => {
      const own = settings.applicationId ?? client.application.id;
      application = own;
      background.run(() => registerCommands({ ...settings, api }, own));
    },
  });

  return {
    platform: 'discord',
    inviteLink: () => (application ? inviteLink(application) : undefined),

    start: async (to) => {
      given = to;
      if (!settings.token) return log.warn({ platform: 'discord', ...MISSING_TOKEN }, 'Discord is not connected');
      gateway.start();
      await within(gateway.firstTry, FIRST_TRY_MS, undefined);
    },

    /** Answers that are under way are finished: they need no gateway. */
    stop: async () => {
      await gateway.stop();
      await background.drain(DRAIN_MS);
      await within(lanes.idle(), DRAIN_MS, undefined);
    },

    health: (): ChatHealth => (settings.token ? gateway.health() : { state: 'down', problem: MISSING_TOKEN }),
    post: posting.post,
    reply: posting.reply,
    edit: posting.edit,
  };
}

/** Pages and sharing stand in a row of their own below the document's buttons. */
function withControls(part: DiscordPart, controls: readonly Control[]): DiscordPart {
  if (controls.length === 0) return part;
  const row = buttonRow(controls.map(({ kind, label, value }) => ({ label, customId: `${kind}:${value}` })));
  return { ...part, components: [...part.components, row] };
}
