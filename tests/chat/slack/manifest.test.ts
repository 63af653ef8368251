import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { RESERVED_COMMANDS, SLACK_LIMITS } from '../../../src/chat/slack/limits.ts';
import { BOT_SCOPES, manifest } from '../../../src/chat/slack/manifest.ts';
import { slashText } from '../../../src/chat/slack/names.ts';
import { DEFAULT_ALIASES } from '../../../src/chat/slack/settings.ts';
import { MANIFEST_FILE, manifestText } from '../../../src/cli/manifest.ts';
import { readConfig } from '../../../src/config.ts';
import { fakeCommands } from '../fake-commands.ts';

type Manifest = {
  features: { slash_commands: { command: string; description: string; usage_hint?: string; url?: string; should_escape: boolean }[] };
  oauth_config: { scopes: { bot: string[] }; redirect_urls?: string[] };
  settings: { socket_mode_enabled: boolean; interactivity: { request_url?: string }; event_subscriptions: { bot_events: string[] } };
};
const made = (...args: Parameters<typeof manifest>): Manifest => manifest(...args) as Manifest;
const names = (of: Manifest): string[] => of.features.slash_commands.map(({ command }) => command);

describe('config/slack-manifest.json', () => {
  it('is what the commands and the configuration make of it today; else run: npm run manifest', () => {
    expect(readFileSync(MANIFEST_FILE, 'utf8')).toBe(manifestText(readConfig({})));
  });
});

describe('the manifest', () => {
  it.each([
    ['of the fake commands', fakeCommands],
    ['of the real commands', commands],
  ])('%s uses no name that Slack keeps for itself, and stays inside the limits', (_name, list) => {
    const { slash_commands } = made(list).features;
    for (const { command, description, usage_hint = '' } of slash_commands) {
      expect(RESERVED_COMMANDS).not.toContain(command.slice(1));
      expect(command).toMatch(/^\/[a-z0-9_-]{1,31}$/);
      expect(description.length).toBeLessThanOrEqual(SLACK_LIMITS.commandDescriptionCharacters);
      expect(usage_hint.length).toBeLessThanOrEqual(SLACK_LIMITS.usageHintCharacters);
    }
    expect(new Set(slash_commands.map(({ command }) => command)).size).toBe(slash_commands.length);
    expect(slash_commands[0]?.command).toBe('/wirebrief');
  });

  it('has aliases for commands that exist, prefixed or none', () => {
    expect(names(made(fakeCommands))).toEqual(['/wirebrief', '/brief', '/quotes', '/why', '/topics']);
    expect(names(made(fakeCommands, { aliases: { prefix: 'wb-', names: ['quotes'] } }))).toEqual(['/wirebrief', '/wb-quotes']);
    expect(names(made(fakeCommands, { aliases: { prefix: '', names: [] } }))).toEqual(['/wirebrief']);
    expect(names(made(fakeCommands, { aliases: { prefix: '', names: ['help'] } }))).toEqual(['/wirebrief']);
  });

  it('is for Socket Mode, or for addresses where a public one is given', () => {
    const socket = made(fakeCommands);
    expect(socket.settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(socket)).not.toContain('http');
    const http = made(fakeCommands, { aliases: DEFAULT_ALIASES, publicUrl: 'https://news.example/' });
    expect(http.settings.socket_mode_enabled).toBe(false);
    expect(http.features.slash_commands.every(({ url }) => url === 'https://news.example/slack/events')).toBe(true);
    expect(http.oauth_config.redirect_urls).toEqual(['https://news.example/slack/oauth_redirect']);
    expect(http.settings.interactivity.request_url).toBe('https://news.example/slack/events');
  });

  it('asks for the scopes that the adapter looks for, and for its events', () => {
    expect(made(fakeCommands).oauth_config.scopes.bot).toEqual(BOT_SCOPES);
    expect(made(fakeCommands).settings.event_subscriptions.bot_events).toEqual(
      expect.arrayContaining(['app_mention', 'message.im', 'app_home_opened']),
    );
  });

  it('names what slashText understands', () => {
    expect(slashText('/wirebrief', ' quotes putin', DEFAULT_ALIASES)).toBe('quotes putin');
    expect(slashText('/quotes', 'putin', DEFAULT_ALIASES)).toBe('quotes putin');
    expect(slashText('/wb-quotes', 'putin', { prefix: 'wb-', names: ['quotes'] })).toBe('quotes putin');
    expect(slashText('/Wirebrief', '', DEFAULT_ALIASES)).toBe('help');
  });
});
