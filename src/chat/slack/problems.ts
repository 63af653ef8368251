/** Slack's error codes → what a person reads: what was seen, which page to open, what to tick. */
import type { Problem } from '#model/failure.ts';
import { phrases } from '#phrases/slack.ts';
import type { SlackSettings } from './settings.ts';

const missingSetting = (name: string, hint: string): Problem => ({ code: 'slack-setting', message: phrases.notSet(name), hint });

export const MISSING = {
  botToken: missingSetting('SLACK_BOT_TOKEN', phrases.copyBotToken),
  appToken: missingSetting('SLACK_APP_TOKEN', phrases.makeAppToken),
  signingSecret: missingSetting('SLACK_SIGNING_SECRET', phrases.copySigningSecret),
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

export const botTokenProblem = (error: string): Problem => ({
  code: 'slack-bot-token',
  message: phrases.badBotToken(error),
  hint: phrases.copyBotTokenAgain,
});

export const appTokenProblem = (error: string): Problem => ({
  code: 'slack-app-token',
  message: phrases.badAppToken(error),
  hint: phrases.makeAppTokenAgain,
});

export const scopeProblem = (missing: readonly string[]): Problem => ({
  code: 'slack-scope',
  message: phrases.noScope(missing),
  hint: phrases.addScope(missing),
});

export const unreachable = (what: string): Problem => ({
  code: 'slack-unreachable',
  message: phrases.unreachable(what),
  hint: phrases.triedAgain,
});

export const limited = (seconds: number): Problem => ({ code: 'slack-rate-limit', message: phrases.limited(seconds) });

export const unproven = (why: string): Problem => ({ code: 'slack-unproven', message: phrases.unproven(why), hint: phrases.lookThere });

const BY_ERROR: Readonly<Record<string, Problem>> = {
  not_in_channel: { code: 'slack-not-in-channel', ...phrases.notInChannel },
  channel_not_found: { code: 'slack-channel', ...phrases.noChannel },
  is_archived: { code: 'slack-archived', ...phrases.archived },
  restricted_action: { code: 'slack-restricted', ...phrases.restricted },
  cannot_dm_bot: { code: 'slack-direct-message', message: phrases.noDirectMessages },
};

/** For a refused call on a channel. */
export function refusedProblem(error: string, needed?: string): Problem {
  if (BAD_TOKEN.has(error)) return botTokenProblem(error);
  if (error === 'missing_scope') return scopeProblem((needed ?? 'chat:write').split(','));
  return BY_ERROR[error] ?? { code: 'slack-refused', message: phrases.refused(error) };
}
