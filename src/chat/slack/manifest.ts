/** Our commands → the manifest that one pastes at api.slack.com: names, scopes, events, Socket Mode or addresses. */
import type { Command } from '#model/command.ts';
import { phrases } from '#phrases/slack.ts';
import { aliasesOf, MAIN_COMMAND } from './names.ts';
import { type AliasSettings, DEFAULT_ALIASES } from './settings.ts';

/** Without one of these something that we promise does not work. */
export const REQUIRED_SCOPES: readonly string[] = ['commands', 'chat:write', 'app_mentions:read', 'im:history', 'users:read'];

/** With these it works better; an installation may strike them. */
const HELPFUL_SCOPES: readonly string[] = [
  // Posting in public channels without an invitation.
  'chat:write.public',
  // The welcome when somebody invites the bot.
  'channels:read',
  'groups:read',
  // Proof after an outage that a briefing stands in its channel.
  'channels:history',
  'groups:history',
];

export const BOT_SCOPES: readonly string[] = [...REQUIRED_SCOPES, ...HELPFUL_SCOPES];

const EVENTS = ['app_home_opened', 'app_mention', 'app_uninstalled', 'member_joined_channel', 'message.im', 'tokens_revoked'];

export type ManifestOptions = {
  readonly aliases: AliasSettings;
  /** HTTP mode: where Slack reaches us ("https://news.example"); without it Socket Mode. */
  readonly publicUrl?: string;
};

export function manifest(commands: readonly Command[], { aliases, publicUrl }: ManifestOptions = { aliases: DEFAULT_ALIASES }): object {
  const base = publicUrl?.replace(/\/$/, '');
  const address = base === undefined ? {} : { url: `${base}/slack/events` };
  const slash = (name: string, description: string, hint: string) => ({
    command: `/${name}`,
    ...address,
    description,
    ...(hint ? { usage_hint: hint } : {}),
    should_escape: true,
  });
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: 'Wirebrief',
      description: phrases.whatItIs,
      background_color: '#1f2a37',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Wirebrief', always_online: true },
      slash_commands: [
        slash(MAIN_COMMAND, phrases.mainCommand, `${commands.map(({ name }) => name).join(' | ')}`),
        ...aliasesOf(commands, aliases).map(({ alias, command }) => slash(alias, command.description, usageOf(command))),
      ],
    },
    oauth_config: {
      ...(base === undefined ? {} : { redirect_urls: [`${base}/slack/oauth_redirect`] }),
      scopes: { bot: BOT_SCOPES },
    },
    settings: {
      event_subscriptions: { ...(base === undefined ? {} : { request_url: `${base}/slack/events` }), bot_events: EVENTS },
      interactivity: {
        is_enabled: true,
        ...(base === undefined ? {} : { request_url: `${base}/slack/events`, message_menu_options_url: `${base}/slack/events` }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: base === undefined,
      token_rotation_enabled: false,
    },
  };
}

/** "[speaker] about: since:", or "list | add | remove". */
function usageOf(command: Command): string {
  if ('subcommands' in command) return command.subcommands.map(({ name }) => name).join(' | ');
  return command.options.map(({ name }, index) => (index === 0 ? `[${name}]` : `${name}:`)).join(' ');
}
