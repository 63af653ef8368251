/** Discord's error codes → what a person reads: what was seen, which page to open, what to tick. */
import { GatewayCloseCodes, RESTJSONErrorCodes } from 'discord.js';
import type { Problem } from '#model/failure.ts';
import { phrases } from '#phrases/discord.ts';

export const MISSING_TOKEN: Problem = { code: 'discord-setting', ...phrases.notSet };

export const badToken = (what: string): Problem => ({ code: 'discord-token', message: phrases.badToken(what), hint: phrases.copyToken });

const intents = (message: string): Problem => ({ code: 'discord-intents', message, hint: phrases.saveIntents });

const BY_CLOSE_CODE: Readonly<Record<number, Problem>> = {
  [GatewayCloseCodes.AuthenticationFailed]: badToken('4004'),
  [GatewayCloseCodes.DisallowedIntents]: intents(phrases.intentsRefused),
  [GatewayCloseCodes.InvalidIntents]: intents(phrases.intentsUnknown),
};

/** The gateway ended the connection for good. */
export const closedProblem = (code: number): Problem =>
  BY_CLOSE_CODE[code] ?? { code: 'discord-closed', message: phrases.closed(code), hint: phrases.seeCodes };

export const unreachable = (what: string): Problem => ({
  code: 'discord-unreachable',
  message: phrases.unreachable(what),
  hint: phrases.triedAgain,
});

export const limited = (seconds: number): Problem => ({ code: 'discord-rate-limit', message: phrases.limited(Math.ceil(seconds)) });

export const unproven = (why: string): Problem => ({ code: 'discord-unproven', message: phrases.unproven(why), hint: phrases.lookThere });

export const badAddress = (channel: string): Problem => ({ code: 'discord-address', message: phrases.badAddress(channel) });

/** Said to whoever names a place by its id that is not theirs. */
export const elsewhere: Problem = { code: 'discord-elsewhere', ...phrases.elsewhere };

export const noThread: Problem = { code: 'discord-no-thread', message: phrases.noThread };

const BY_ERROR: Readonly<Record<number, Problem>> = {
  [RESTJSONErrorCodes.UnknownChannel]: { code: 'discord-channel', ...phrases.noChannel },
  [RESTJSONErrorCodes.MissingAccess]: { code: 'discord-access', ...phrases.cannotSee },
  [RESTJSONErrorCodes.MissingPermissions]: { code: 'discord-permission', ...phrases.mayNotWrite },
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: { code: 'discord-direct-message', ...phrases.noDirectMessages },
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread]: { code: 'discord-archived', ...phrases.archived },
  [RESTJSONErrorCodes.ThreadLocked]: { code: 'discord-archived', ...phrases.locked },
  [RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel]: { code: 'discord-channel-type', ...phrases.noTextChannel },
  [RESTJSONErrorCodes.TagRequiredToCreateAForumPostInThisChannel]: { code: 'discord-tag', ...phrases.wantsTag },
  [RESTJSONErrorCodes.MessageWasBlockedByAutomaticModeration]: { code: 'discord-automod', ...phrases.keptBack },
};

/** For a refused call on a channel. */
export function refusedProblem({ code, status }: { readonly code: number; readonly status: number }): Problem {
  if (status === 401) return badToken('401');
  return BY_ERROR[code] ?? { code: 'discord-refused', message: phrases.refused(code) };
}
