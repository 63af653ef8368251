/** A slash command: platform-neutral, so that it answers the same on Slack, Discord, the page and the terminal. */
import type { Instant } from './article.ts';
import type { MessageDocument } from './document.ts';
import type { BriefRequest, FigureRequest, QuoteRequest } from './request.ts';
import type { ChannelId, TenantId } from './subscription.ts';

export type Choice = { readonly name: string; readonly value: string };

export type CommandOption = {
  readonly name: string;
  readonly description: string;
  /** words: free text. choice: one of `choices`. since: a date or an age ("7d", "monday"), handed over as an Instant. integer: a whole number. */
  readonly type: 'words' | 'choice' | 'since' | 'integer';
  readonly required?: boolean;
  readonly choices?: readonly string[];
  /** At most 25 suggestions for what was typed so far. */
  readonly suggest?: (context: CommandContext, typed: string) => Promise<readonly Choice[]>;
};

/** Option name → value, parsed by the option's type; the dispatcher has checked names, choices and dates. */
export type CommandInput = Readonly<Record<string, string | number>>;

/** What can be run: a command, or a subcommand of one. */
export type Runnable = {
  readonly name: string;
  readonly description: string;
  /** The first option is the main one: it takes the words that stand before any named option. */
  readonly options: readonly CommandOption[];
  /** private: only the asker sees the answer, where the platform can. */
  readonly visibility: 'private' | 'channel';
  readonly who: 'anyone' | 'manager';
  readonly run: (context: CommandContext, input: CommandInput) => Promise<MessageDocument>;
};

/** One file of commands/. */
export type Command = { /** As one types it after the slash: "putin since:7d". */ readonly examples: readonly string[] } & (
  | Runnable
  | { readonly name: string; readonly description: string; readonly subcommands: readonly Runnable[] }
);

/** Who asks, and where. */
export type Asker = {
  readonly tenant: TenantId;
  readonly channel: ChannelId;
  readonly isManager: boolean;
  /** IANA zone and BCP 47 locale of the channel. */
  readonly zone: string;
  readonly locale: string;
};

/** The use cases that a command may call, bound to the asker. */
export type CommandContext = {
  readonly asker: Asker;
  readonly now: Instant;
  readonly commands: readonly Command[];
  readonly brief: (request: BriefRequest) => Promise<MessageDocument>;
  readonly quotes: (request: QuoteRequest) => Promise<MessageDocument>;
  readonly figures: (request: FigureRequest) => Promise<MessageDocument>;
  readonly suggestTopics: (typed: string) => Promise<readonly Choice[]>;
  readonly suggestSpeakers: (typed: string) => Promise<readonly Choice[]>;
};

/** The text of an option, or undefined where it was not given. */
export const textOption = (input: CommandInput, name: string): string | undefined => {
  const value = input[name];
  return value === undefined ? undefined : String(value);
};

/** The number of an option (an Instant for `since`), or undefined where it was not given. */
export const numberOption = (input: CommandInput, name: string): number | undefined => {
  const value = input[name];
  return typeof value === 'number' ? value : undefined;
};
