/** Our commands → Discord's application commands: subcommands, typed options, choices, suggestions, and who sees the managing ones. */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Command, CommandOption, Runnable } from '#model/command.ts';
import { oneLine } from '../clean-text.ts';
import { DISCORD_LIMITS } from './limits.ts';

export type CommandDefinition = {
  readonly name: string;
  readonly description: string;
  readonly type: ApplicationCommandType.ChatInput;
  readonly options: readonly APIApplicationCommandOption[];
  /** A number, as Discord's own document has it; null: everybody. */
  readonly default_member_permissions: number | null;
  readonly contexts: readonly InteractionContextType[];
  readonly integration_types: readonly ApplicationIntegrationType[];
};

/** In channels of servers, and in a direct message with the bot. */
const CONTEXTS = [InteractionContextType.Guild, InteractionContextType.BotDM] as const;
const MANAGE_SERVER = Number(PermissionFlagsBits.ManageGuild);

export function commandDefinitions(commands: readonly Command[]): readonly CommandDefinition[] {
  return commands.slice(0, DISCORD_LIMITS.commands).map((command) => ({
    name: command.name,
    description: shortened(command.description),
    type: ApplicationCommandType.ChatInput,
    options:
      'subcommands' in command
        ? command.subcommands.slice(0, DISCORD_LIMITS.options).map((runnable) => ({
            type: ApplicationCommandOptionType.Subcommand,
            name: runnable.name,
            description: shortened(runnable.description),
            options: optionsOf(runnable),
          }))
        : optionsOf(command),
    // Discord knows permissions of whole commands only; where one subcommand is everybody's, our dispatcher looks at the others.
    default_member_permissions: runnablesOf(command).every(({ who }) => who === 'manager') ? MANAGE_SERVER : null,
    contexts: CONTEXTS,
    integration_types: [ApplicationIntegrationType.GuildInstall],
  }));
}

const runnablesOf = (command: Command): readonly Runnable[] => ('subcommands' in command ? command.subcommands : [command]);

/** @param path "brief", or "topics add". */
export function runnableAt(path: string, commands: readonly Command[]): Runnable | undefined {
  const [name, sub] = path.split(' ');
  const command = commands.find((candidate) => candidate.name === name);
  if (!command || !('subcommands' in command)) return command;
  return command.subcommands.find((candidate) => candidate.name === sub);
}

/** Discord wants required options before the others. */
const optionsOf = ({ options }: Runnable): APIApplicationCommandBasicOption[] =>
  [...options.filter(({ required }) => required), ...options.filter(({ required }) => !required)]
    .slice(0, DISCORD_LIMITS.options)
    .map(optionOf);

function optionOf(option: CommandOption): APIApplicationCommandBasicOption {
  const { name, type, required = false } = option;
  const description = shortened(option.description);
  if (type === 'integer') return { type: ApplicationCommandOptionType.Integer, name, description, required };
  if (type === 'file') return { type: ApplicationCommandOptionType.Attachment, name, description, required };
  const text = { type: ApplicationCommandOptionType.String, name, description, required } as const;
  // More choices than Discord takes are suggested while one types.
  if (type === 'choice' && option.choices && option.choices.length <= DISCORD_LIMITS.choices)
    return { ...text, choices: option.choices.map((choice) => ({ name: choice, value: choice })) };
  const max_length = DISCORD_LIMITS.optionCharacters;
  return option.suggest || type === 'choice' ? { ...text, max_length, autocomplete: true } : { ...text, max_length };
}

function shortened(description: string): string {
  const text = oneLine(description) || '…';
  const max = DISCORD_LIMITS.descriptionOfCommandCharacters;
  return text.length <= max ? text : `${text.slice(0, max - 1).toWellFormed()}…`;
}
