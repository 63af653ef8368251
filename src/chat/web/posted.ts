/** Messages that were posted to the page, by channel: the last ones of each; in memory, or where the processes of a fleet share them. */
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
const MAX_CHANNELS = 100;
const KEPT_MS = 7 * 24 * 60 * 60_000;

/** @param state Where another process reads them; posts of one channel come one after another, so none is lost between reading and writing. */
export function createPosted(state: State = inMemory()): Posted {
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

/** The store can compose a briefing again, so one process keeps none over its end. */
function inMemory(): State {
  const values = new Map<string, unknown>();
  return {
    get: async <Value>(key: string) => values.get(key) as Value | undefined,
    set: async (key, value) => {
      values.delete(key);
      values.set(key, value);
      for (const oldest of values.keys()) if (values.size > MAX_CHANNELS) values.delete(oldest);
    },
    delete: async (key) => void values.delete(key),
  };
}
