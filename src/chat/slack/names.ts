/** Names of our slash commands on Slack: /wirebrief for everything, and short aliases; and what a name typed in Slack means. */
import type { Command, Runnable } from '#model/command.ts';
import { RESERVED_COMMANDS, SLACK_LIMITS } from './limits.ts';
import type { AliasSettings } from './settings.ts';

export const MAIN_COMMAND = 'wirebrief';

/** Aliases of commands that exist, whose names Slack does not keep for itself. */
export function aliasesOf(
  commands: readonly Command[],
  { prefix, names }: AliasSettings,
): readonly { readonly alias: string; readonly command: Command }[] {
  return names.flatMap((name) => {
    const command = commands.find((candidate) => candidate.name === name);
    const alias = `${prefix}${name}`;
    return command && isAllowed(alias) ? [{ alias, command }] : [];
  });
}

const isAllowed = (name: string): boolean =>
  /^[a-z0-9_-]+$/.test(name) && name.length < SLACK_LIMITS.commandCharacters && !RESERVED_COMMANDS.includes(name) && name !== MAIN_COMMAND;

/** "/wb-quotes" with "putin" → "quotes putin"; "/wirebrief" → the text alone, "help" where there is none. */
export function slashText(slash: string, text: string, aliases: AliasSettings): string {
  const name = slash.replace(/^\//, '').toLowerCase();
  if (name === MAIN_COMMAND) return text.trim() || 'help';
  const bare = name.startsWith(aliases.prefix) ? name.slice(aliases.prefix.length) : name;
  return `${bare} ${text}`.trim();
}

/** The command that a text begins with, and the words behind its name. */
export function findRunnable(
  text: string,
  commands: readonly Command[],
): { readonly path: string; readonly runnable: Runnable; readonly rest: string } | undefined {
  const [first = '', second = '', ...more] = text.trim().replace(/^\//, '').split(/\s+/);
  const command = commands.find(({ name }) => name === first.toLowerCase());
  if (!command) return undefined;
  if (!('subcommands' in command)) return { path: command.name, runnable: command, rest: [second, ...more].join(' ').trim() };
  const runnable = command.subcommands.find(({ name }) => name === second.toLowerCase());
  return runnable && { path: `${command.name} ${runnable.name}`, runnable, rest: more.join(' ') };
}
