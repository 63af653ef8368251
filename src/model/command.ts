/** A slash command: platform-neutral, so that it answers the same on Slack, Discord, the page and the terminal. */
import type { Instant } from './article.ts';
import type { MessageDocument } from './document.ts';
import type { PageSetting } from './feed.ts';
import type { BriefRequest, FigureRequest, QuoteRequest } from './request.ts';
import type { ChannelId, TenantId } from './subscription.ts';

export type Choice = { readonly name: string; readonly value: string };

export type CommandOption = {
  readonly name: string;
  readonly description: string;
  /**
   * words: free text. choice: one of `choices`. since: a date or an age ("7d", "monday"), handed over as an Instant. integer: a whole number.
   * file: the web address of one, or its content as a data: address, which the platform makes of what was attached.
   */
  readonly type: 'words' | 'choice' | 'since' | 'integer' | 'file';
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
  /** manager: it changes things, so it is for managers only and needs the store for writing. */
  readonly who: 'anyone' | 'manager';
  /** The running bot knows more about it than the store does. */
  readonly live?: boolean;
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
  /** As the platform names them; the audit keeps it. */
  readonly user?: string;
  readonly isManager: boolean;
  /** IANA zone and BCP 47 locale of the channel. */
  readonly zone: string;
  readonly locale: string;
};

/** A topic as somebody defines it in chat. `words` must all be there, one of `any`, none of `none`; `feeds` are outlets. */
export type TopicRequest = {
  readonly name: string;
  readonly words?: string;
  readonly any?: string;
  readonly none?: string;
  readonly feeds?: string;
  readonly speakers?: string;
};
export type MuteRequest = { readonly what: string; readonly as?: 'word' | 'speaker' | 'outlet'; readonly undo: boolean };

export type TopicUses = {
  readonly list: () => Promise<MessageDocument>;
  readonly add: (request: TopicRequest) => Promise<MessageDocument>;
  readonly remove: (name: string) => Promise<MessageDocument>;
  /** In the asker's channel. */
  readonly mute: (request: MuteRequest) => Promise<MessageDocument>;
  /** Defined in chat, so that they can be removed there. */
  readonly suggest: (typed: string) => Promise<readonly Choice[]>;
};

export type FeedUses = {
  readonly list: () => Promise<MessageDocument>;
  /** An address of a feed, or of a page that names one. `page`: whether its articles' pages are fetched, where it is new. */
  readonly add: (address: string, page?: PageSetting) => Promise<MessageDocument>;
  /** By title or address. */
  readonly remove: (feed: string) => Promise<MessageDocument>;
  /** One feed, or all that have trouble. */
  readonly check: (feed?: string) => Promise<MessageDocument>;
  /** An OPML file: its web address, or a data: address. */
  readonly import: (file: string) => Promise<MessageDocument>;
  readonly export: () => Promise<MessageDocument>;
  readonly suggest: (typed: string) => Promise<readonly Choice[]>;
};

/** A schedule as somebody asks for it; words as they were typed. */
export type ScheduleRequest = {
  /** With commas between them; none: the top stories. */
  readonly topics?: string;
  readonly days?: string;
  readonly at?: string;
  readonly cron?: string;
  readonly zone?: string;
  /** "me": a direct message; none: where it is asked. */
  readonly channel?: string;
  readonly detail?: string;
  readonly empty?: string;
  readonly quiet?: string;
};

/** `id`: none where there is only one. */
export type ScheduleUses = {
  readonly list: () => Promise<MessageDocument>;
  readonly add: (request: ScheduleRequest) => Promise<MessageDocument>;
  readonly pause: (id?: string) => Promise<MessageDocument>;
  readonly resume: (id?: string) => Promise<MessageDocument>;
  readonly remove: (id?: string) => Promise<MessageDocument>;
  readonly test: (id?: string) => Promise<MessageDocument>;
  readonly suggest: (typed: string) => Promise<readonly Choice[]>;
  readonly suggestZones: (typed: string) => Promise<readonly Choice[]>;
};

export type ReportRequest = {
  /** A delivery's id; none: the latest one of the asker's channel. */
  readonly briefing?: string;
  /** From 1; none: the lines are listed. */
  readonly line?: number;
  readonly why?: string;
};

export type CorrectionUses = {
  readonly report: (request: ReportRequest) => Promise<MessageDocument>;
  readonly list: () => Promise<MessageDocument>;
  /** `id`: none where only one waits. */
  readonly keep: (id?: string) => Promise<MessageDocument>;
  /** `note`: a sentence for the correction's line. */
  readonly withdraw: (id?: string, note?: string) => Promise<MessageDocument>;
  readonly withdrawArticle: (url: string, note?: string) => Promise<MessageDocument>;
  readonly suggest: (typed: string) => Promise<readonly Choice[]>;
};

export type DeliveryUses = {
  readonly list: () => Promise<MessageDocument>;
  /** One that is parked, or all of them. */
  readonly retry: (id?: string) => Promise<MessageDocument>;
  readonly suggest: (typed: string) => Promise<readonly Choice[]>;
};

/** The use cases that a command may call, bound to the asker. */
export type CommandContext = {
  readonly asker: Asker;
  readonly now: Instant;
  readonly commands: readonly Command[];
  readonly brief: (request: BriefRequest) => Promise<MessageDocument>;
  /** The articles behind the briefing. */
  readonly sources: (request: BriefRequest) => Promise<MessageDocument>;
  readonly quotes: (request: QuoteRequest) => Promise<MessageDocument>;
  readonly figures: (request: FigureRequest) => Promise<MessageDocument>;
  /** Undefined: the top story. */
  readonly why: (what: string | undefined) => Promise<MessageDocument>;
  readonly topics: TopicUses;
  readonly feeds: FeedUses;
  readonly schedules: ScheduleUses;
  readonly deliveries: DeliveryUses;
  readonly corrections: CorrectionUses;
  readonly status: () => Promise<MessageDocument>;
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
