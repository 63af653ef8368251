/** Discord's error codes → what a person reads: what was seen, which page to open, what to tick. */
import { GatewayCloseCodes, RESTJSONErrorCodes } from 'discord.js';
import type { Problem } from '#model/failure.ts';

const APP_PAGE = 'https://discord.com/developers/applications → your app';

export const MISSING_TOKEN: Problem = {
  code: 'discord-setting',
  message: 'Discord: DISCORD_TOKEN is not set.',
  hint: `Open ${APP_PAGE} → Bot → Reset Token, and copy the token.`,
};

export const badToken = (what: string): Problem => ({
  code: 'discord-token',
  message: `Discord refuses the bot's token (${what}).`,
  hint: `Open ${APP_PAGE} → Bot → Reset Token, copy the new token to DISCORD_TOKEN and start again.`,
});

const intents: Problem = {
  code: 'discord-intents',
  message: 'Discord does not grant the bot the intents that it asks for (4014).',
  hint: `Wirebrief asks for no privileged intent: open ${APP_PAGE} → Bot → Privileged Gateway Intents and save the page once; where the app is limited there, verify it or make a new one.`,
};

const BY_CLOSE_CODE: Readonly<Record<number, Problem>> = {
  [GatewayCloseCodes.AuthenticationFailed]: badToken('4004'),
  [GatewayCloseCodes.DisallowedIntents]: intents,
  [GatewayCloseCodes.InvalidIntents]: { ...intents, message: 'Discord does not know the intents that the bot asks for (4013).' },
};

/** The gateway ended the connection for good. */
export const closedProblem = (code: number): Problem =>
  BY_CLOSE_CODE[code] ?? {
    code: 'discord-closed',
    message: `Discord ended the connection for good (${code}).`,
    hint: 'See https://discord.com/developers/docs/topics/opcodes-and-status-codes; it is tried again every few minutes.',
  };

export const unreachable = (what: string): Problem => ({
  code: 'discord-unreachable',
  message: `Discord cannot be reached (${what}).`,
  hint: 'Nothing to do: it is tried again. See https://discordstatus.com where it lasts.',
});

export const limited = (seconds: number): Problem => ({
  code: 'discord-rate-limit',
  message: `Discord asks to wait ${Math.ceil(seconds)} s before the next message to this channel.`,
});

export const unproven = (why: string): Problem => ({
  code: 'discord-unproven',
  message: `Discord did not say whether the message stands in the channel (${why}), and its history cannot be read.`,
  hint: 'Look into the channel; send it again only where it is missing. With the permission "Read Message History" the bot can look itself.',
});

export const badAddress = (channel: string): Problem => ({ code: 'discord-address', message: `"${channel}" is no channel of Discord.` });

/** Said to whoever names a place by its id that is not theirs. */
export const elsewhere: Problem = {
  code: 'discord-elsewhere',
  message: 'That channel or person is not of this server.',
  hint: 'Choose a channel of the server in which you ask.',
};

export const noThread: Problem = { code: 'discord-no-thread', message: 'A thread cannot be opened there.' };

/** What the bot needs in a channel; docs/discord.md names them too. */
const NEEDED = 'View Channel, Send Messages, Embed Links, Read Message History (and Send Messages in Threads)';

const BY_ERROR: Readonly<Record<number, Problem>> = {
  [RESTJSONErrorCodes.UnknownChannel]: {
    code: 'discord-channel',
    message: 'Discord knows no such channel; it was deleted, or the bot is not in that server.',
    hint: 'Invite the bot (the link stands in docs/discord.md), or send the schedule to another channel.',
  },
  [RESTJSONErrorCodes.MissingAccess]: {
    code: 'discord-access',
    message: 'The bot cannot see that channel.',
    hint: `Open the channel → Edit Channel → Permissions, add Wirebrief, and tick ${NEEDED}.`,
  },
  [RESTJSONErrorCodes.MissingPermissions]: {
    code: 'discord-permission',
    message: 'The bot may not write in that channel.',
    hint: `Open the channel → Edit Channel → Permissions, add Wirebrief, and tick ${NEEDED}.`,
  },
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: {
    code: 'discord-direct-message',
    message: 'That person takes no direct messages from the bot.',
    hint: 'They can allow it: server name → Privacy Settings → Direct Messages.',
  },
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread]: {
    code: 'discord-archived',
    message: 'That thread is archived and locked.',
    hint: 'Open the thread and unlock it, or send the schedule to another channel.',
  },
  [RESTJSONErrorCodes.ThreadLocked]: {
    code: 'discord-archived',
    message: 'That thread is locked.',
    hint: 'Open the thread and unlock it, or send the schedule to another channel.',
  },
  [RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel]: {
    code: 'discord-channel-type',
    message: 'Nobody can write in a channel of that kind.',
    hint: 'Choose a text channel, a thread or a forum.',
  },
  [RESTJSONErrorCodes.TagRequiredToCreateAForumPostInThisChannel]: {
    code: 'discord-tag',
    message: 'That forum wants a tag on every post.',
    hint: 'Open the forum → Edit Channel, switch off "Require people to select tags when posting", or choose another channel.',
  },
  [RESTJSONErrorCodes.MessageWasBlockedByAutomaticModeration]: {
    code: 'discord-automod',
    message: "The server's AutoMod kept the message back.",
    hint: 'Open Server Settings → AutoMod and exempt the role Wirebrief.',
  },
};

/** For a refused call on a channel. */
export function refusedProblem({ code, status }: { readonly code: number; readonly status: number }): Problem {
  if (status === 401) return badToken('401');
  return BY_ERROR[code] ?? { code: 'discord-refused', message: `Discord refused the message (${code}).` };
}
