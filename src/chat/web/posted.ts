/** Messages that were posted to the page, by channel: the last ones of each. */
import type { MessageDocument } from '#model/document.ts';
import type { ChannelId } from '#model/subscription.ts';
import type { State } from '../state.ts';

export type Posted = {
  /** Oldest first. */
  readonly of: (channel: ChannelId) => Promise<readonly MessageDocument[]>;
  /** The same key stands once. */
  readonly add: (channel: ChannelId, key: string, document: MessageDocument) => Promise<void>;
  readonly replace: (channel: ChannelId, key: string, document: MessageDocument) => Promise<void>;
};

type Message = { readonly key: string; readonly document: MessageDocument };

const MAX_MESSAGES = 50;
const KEPT_MS = 7 * 24 * 60 * 60_000;

/** Posts of one channel come one after another, so none is lost between reading and writing. */
export function createPosted(state: State): Posted {
  const read = async (channel: ChannelId): Promise<readonly Message[]> => (await state.get<readonly Message[]>(`posted:${channel}`)) ?? [];
  const write = async (channel: ChannelId, messages: readonly Message[]): Promise<void> =>
    void (await state.set(`posted:${channel}`, messages.slice(-MAX_MESSAGES), KEPT_MS));
  return {
    of: async (channel) => (await read(channel)).map(({ document }) => document),
    add: async (channel, key, document) => {
      const messages = await read(channel);
      if (!messages.some((message) => message.key === key)) await write(channel, [...messages, { key, document }]);
    },
    replace: async (channel, key, document) => {
      const messages = await read(channel);
      if (messages.some((message) => message.key === key))
        await write(
          channel,
          messages.map((message) => (message.key === key ? { key, document } : message)),
        );
    },
  };
}
