/** Slack's error codes → what a person reads: what was seen, which page to open, what to tick. */
import type { Problem } from '#model/failure.ts';
import type { SlackSettings } from './settings.ts';

const APP_PAGE = 'https://api.slack.com/apps → your app';
const REINSTALL = 'then press "Reinstall to Workspace" on the same page';

const missingSetting = (name: string, hint: string): Problem => ({
  code: 'slack-setting',
  message: `Slack: ${name} is not set.`,
  hint,
});

export const MISSING = {
  botToken: missingSetting('SLACK_BOT_TOKEN', `Open ${APP_PAGE} → OAuth & Permissions and copy the "Bot User OAuth Token" (xoxb-…).`),
  appToken: missingSetting(
    'SLACK_APP_TOKEN',
    `Open ${APP_PAGE} → Basic Information → App-Level Tokens → Generate, tick connections:write, and copy the token (xapp-…).`,
  ),
  signingSecret: missingSetting(
    'SLACK_SIGNING_SECRET',
    `Open ${APP_PAGE} → Basic Information → App Credentials and copy the Signing Secret.`,
  ),
} as const;

/** Seen without asking Slack. */
export const notSet = ({
  install,
  botToken,
  mode,
  signingSecret,
  appToken,
}: Pick<SlackSettings, 'install' | 'botToken' | 'mode' | 'signingSecret' | 'appToken'>): readonly Problem[] => [
  ...(install || botToken ? [] : [MISSING.botToken]),
  ...(mode === 'socket' && !appToken ? [MISSING.appToken] : []),
  ...(mode === 'http' && !signingSecret ? [MISSING.signingSecret] : []),
];

const BAD_TOKEN = new Set(['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'token_expired', 'not_allowed_token_type']);

export function botTokenProblem(error: string): Problem {
  return {
    code: 'slack-bot-token',
    message: `Slack refuses the bot token (${error}).`,
    hint: `Open ${APP_PAGE} → OAuth & Permissions, copy the "Bot User OAuth Token" (xoxb-…) to SLACK_BOT_TOKEN and start again.`,
  };
}

export function appTokenProblem(error: string): Problem {
  return {
    code: 'slack-app-token',
    message: `Slack refuses the app-level token (${error}).`,
    hint: `Open ${APP_PAGE} → Basic Information → App-Level Tokens, make one with connections:write, copy it (xapp-…) to SLACK_APP_TOKEN, and see that Socket Mode is switched on.`,
  };
}

export function scopeProblem(missing: readonly string[]): Problem {
  return {
    code: 'slack-scope',
    message: `Slack: the bot lacks ${missing.length === 1 ? 'the scope' : 'the scopes'} ${missing.join(', ')}.`,
    hint: `Open ${APP_PAGE} → OAuth & Permissions → Scopes → Bot Token Scopes, add ${missing.join(', ')}, ${REINSTALL}.`,
  };
}

export const unreachable = (what: string): Problem => ({
  code: 'slack-unreachable',
  message: `Slack cannot be reached (${what}).`,
  hint: 'Nothing to do: it is tried again. See https://slack-status.com where it lasts.',
});

export const limited = (seconds: number): Problem => ({
  code: 'slack-rate-limit',
  message: `Slack asks to wait ${seconds} s before the next message to this channel.`,
});

export const unproven = (why: string): Problem => ({
  code: 'slack-unproven',
  message: `Slack did not say whether the message stands in the channel (${why}), and its history cannot be read.`,
  hint: 'Look into the channel; send it again only where it is missing. With the scopes channels:history and groups:history the bot can look itself.',
});

const BY_ERROR: Readonly<Record<string, Problem>> = {
  not_in_channel: {
    code: 'slack-not-in-channel',
    message: 'The bot is not in that channel.',
    hint: 'Open the channel and type /invite @Wirebrief.',
  },
  channel_not_found: {
    code: 'slack-channel',
    message: 'Slack knows no such channel, or it is private and the bot is not in it.',
    hint: 'Open the channel and type /invite @Wirebrief; a deleted channel needs a new schedule.',
  },
  is_archived: {
    code: 'slack-archived',
    message: 'That channel is archived.',
    hint: 'Unarchive it, or send the schedule to another channel.',
  },
  restricted_action: {
    code: 'slack-restricted',
    message: 'A setting of the workspace keeps apps from posting there.',
    hint: 'Ask an owner of the workspace: Settings & administration → Permissions, or choose another channel.',
  },
  cannot_dm_bot: { code: 'slack-direct-message', message: 'Slack does not let the bot write to that account.' },
};

/** For a refused call on a channel. */
export function refusedProblem(error: string, needed?: string): Problem {
  if (BAD_TOKEN.has(error)) return botTokenProblem(error);
  if (error === 'missing_scope') return scopeProblem((needed ?? 'chat:write').split(','));
  return BY_ERROR[error] ?? { code: 'slack-refused', message: `Slack refused the message (${error}).` };
}
