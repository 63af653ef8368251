/** The outside world's chat, as the rest of the house sees it. Each platform is a folder beside this file and passes tests/contract/chat.ts. */
import type { Instant } from '#model/article.ts';
import type { Runnable } from '#model/command.ts';
import type { MessageDocument } from '#model/document.ts';
import type { Problem } from '#model/failure.ts';
import type { ChannelId, TenantId } from '#model/subscription.ts';

/** What someone asked: a command as text ("quotes putin about ukraine") or by name with options. */
export type Ask = {
  /** Unique per event of the platform: the same event delivered twice is answered once. */
  readonly eventId: string;
  readonly tenant: TenantId;
  readonly channel: ChannelId;
  /** Who asks, as the platform names them; the audit table keeps it. */
  readonly user?: string;
  readonly isManager: boolean;
  readonly zone?: string;
  readonly locale?: string;
  readonly body:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'command'; readonly name: string; readonly options: Readonly<Record<string, string>> };
};

/** An answer: the document, and who may see it. */
export type Answer = { readonly document: MessageDocument; readonly visibility: Runnable['visibility'] };

/** What an adapter calls; given once, at start. */
export type ChatHandlers = {
  readonly answer: (ask: Ask) => Promise<Answer>;
  /** The bot was invited to a channel: what it says there, once; nothing where it has nothing to say. */
  readonly joined?: (ask: Ask) => Promise<MessageDocument | undefined>;
  /** Suggestions while somebody types an option. */
  readonly suggest: (ask: Ask, option: string, typed: string) => Promise<readonly { readonly name: string; readonly value: string }[]>;
};

/** A message that stands in a channel. `thread`: the message below which it stands, where the platform has no channel of its own for that. */
export type PostedMessage = { readonly channel: ChannelId; readonly ids: readonly string[]; readonly thread?: string };

export type PostOutcome =
  | { readonly kind: 'posted'; readonly message: PostedMessage }
  /** Try again then. */
  | { readonly kind: 'later'; readonly retryAt: Instant; readonly problem: Problem }
  /** Trying again helps nothing until a person mends it: permission, token, channel gone. */
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** It may or may not stand there; no proof could be had. */
  | { readonly kind: 'unknown'; readonly problem: Problem };

export type ChatHealth = { readonly state: 'connected' | 'connecting' | 'down'; readonly problem?: Problem };

export interface ChatAdapter {
  /** "slack", "discord", "web", "terminal". */
  readonly platform: string;
  start(handlers: ChatHandlers): Promise<void>;
  stop(): Promise<void>;
  health(): ChatHealth;
  /** Idempotent by `key`: the same key never stands twice in a channel. */
  post(channel: ChannelId, document: MessageDocument, key: string): Promise<PostOutcome>;
  /** In the thread below a message; refused where this place has none. Idempotent by `key` as a post is. */
  reply?(message: PostedMessage, document: MessageDocument, key: string): Promise<PostOutcome>;
  /** @param key Under which it was posted: it stays findable by it. Doing it twice changes nothing. */
  edit?(message: PostedMessage, document: MessageDocument, key: string): Promise<PostOutcome>;
}
