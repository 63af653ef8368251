/** A slash command: platform-neutral, so that it answers the same on Slack, Discord, the page and the terminal. */
import type { Instant } from './article.ts';
import type { MessageDocument } from './document.ts';
import type { BriefRequest, FigureRequest, QuoteRequest } from './request.ts';
import type { ChannelId, TenantId } from './subscription.ts';

export type Choice = { readonly name: string; readonly value: string };

export type CommandOption = {
  readonly name: string;
  readonly description: string;
  readonly type: 'string' | 'integer';
  readonly required?: boolean;
  readonly choices?: readonly string[];
  /** At most 25 suggestions for what was typed so far. */
  readonly suggest?: (context: CommandContext, typed: string) => Promise<readonly Choice[]>;
};

/** Option name → text as typed. The first option is the main one: it takes the words without a name. */
export type CommandInput = { readonly options: Readonly<Record<string, string>> };

export type Command = {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CommandOption[];
  readonly examples: readonly string[];
  /** private: only the asker sees the answer, where the platform can. */
  readonly visibility: 'private' | 'channel';
  readonly who: 'anyone' | 'manager';
  readonly run: (context: CommandContext, input: CommandInput) => Promise<MessageDocument>;
};

/** Who asks, where and when. */
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
