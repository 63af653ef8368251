/** Command definitions → Discord's list of our commands, written only where it differs. */
import { Routes } from 'discord.js';
import { type Loose, listOf, textOf } from '../loose.ts';
import { tryAgain } from '../try-again.ts';
import type { ApiOutcome, DiscordApi, Method } from './api.ts';
import { type CommandDefinition, commandDefinitions } from './commands.ts';
import type { DiscordSettings } from './settings.ts';

const MAX_ATTEMPTS = 8;
const BACKOFF = { baseMs: 1_000, maxMs: 60_000 };

type Needs = Pick<DiscordSettings, 'commands' | 'commandGuilds' | 'random' | 'sleep' | 'log'> & { readonly api: DiscordApi };

/** Everywhere, or in the servers that were named and nowhere else. */
export async function registerCommands(needs: Needs, application: string): Promise<void> {
  const { commands, commandGuilds = [] } = needs;
  const definitions = commandDefinitions(commands);
  await registerAt(needs, Routes.applicationCommands(application), commandGuilds.length > 0 ? [] : definitions);
  for (const guild of commandGuilds) await registerAt(needs, Routes.applicationGuildCommands(application, guild), definitions);
}

async function registerAt(needs: Needs, route: string, definitions: readonly CommandDefinition[]): Promise<void> {
  const { log } = needs;
  const known = await repeat(needs, 'GET', route);
  if (known.kind !== 'ok') return log.warn({ platform: 'discord', outcome: known.kind }, 'the commands on Discord could not be read');
  if (sameCommands(listOf(known.data), definitions)) return;
  const outcome = await repeat(needs, 'PUT', route, definitions);
  if (outcome.kind === 'ok') log.info({ platform: 'discord', commands: definitions.length }, 'the commands were written to Discord');
  else
    log.warn(
      { platform: 'discord', ...(outcome.kind === 'refused' ? { trouble: outcome.message } : {}) },
      'Discord did not take the commands',
    );
}

/** However long Discord wants it to wait: nobody waits for this. */
const repeat = ({ api, random, sleep }: Needs, method: Method, route: string, body?: readonly unknown[]): Promise<ApiOutcome> =>
  tryAgain(() => api.call(method, route, body), {
    attempts: MAX_ATTEMPTS,
    backoff: BACKOFF,
    maxWaitMs: Number.POSITIVE_INFINITY,
    random,
    sleep,
  });

/** Discord leaves out what is as by default, says permissions as text, and adds fields of its own. */
const sameCommands = (known: readonly Loose[], definitions: readonly CommandDefinition[]): boolean =>
  canonical(known) === canonical(definitions as readonly unknown[] as readonly Loose[]);

const canonical = (commands: readonly Loose[]): string =>
  JSON.stringify(commands.map(canonicalCommand).sort((a, b) => (a.name < b.name ? -1 : 1)));

function canonicalCommand(command: Loose) {
  const permissions = command.default_member_permissions;
  return {
    name: textOf(command.name),
    description: textOf(command.description),
    permissions: permissions === null || permissions === undefined ? null : String(permissions),
    contexts: sorted(command.contexts),
    integrations: sorted(command.integration_types),
    options: listOf(command.options).map((option) => canonicalOption(option, 0)),
  };
}

function canonicalOption(option: Loose, depth: number): object {
  return {
    type: option.type,
    name: option.name,
    description: option.description,
    required: option.required === true,
    autocomplete: option.autocomplete === true,
    longest: option.max_length ?? null,
    choices: listOf(option.choices).map(({ name, value }) => [name, value]),
    options: depth < 2 ? listOf(option.options).map((inner) => canonicalOption(inner, depth + 1)) : [],
  };
}

const sorted = (values: unknown): readonly number[] => (Array.isArray(values) ? values.map(Number).sort((a, b) => a - b) : []);
