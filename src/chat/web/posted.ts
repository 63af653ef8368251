/** Messages that were posted to the page, by channel: the last ones of each, in memory, for the store can compose a briefing again. */
import type { MessageDocument } from '#model/document.ts';
import type { ChannelId } from '#model/subscription.ts';

export type Posted = {
  /** Oldest first. */
  readonly of: (channel: ChannelId) => readonly MessageDocument[];
  /** The same key stands once. */
  readonly add: (channel: ChannelId, key: string, document: MessageDocument) => void;
  readonly replace: (channel: ChannelId, key: string, document: MessageDocument) => void;
};

const MAX_MESSAGES = 50;
const MAX_CHANNELS = 100;

export function createPosted(): Posted {
  const channels = new Map<ChannelId, Map<string, MessageDocument>>();
  return {
    of: (channel) => [...(channels.get(channel)?.values() ?? [])],
    add: (channel, key, document) => {
      const messages = channels.get(channel) ?? new Map<string, MessageDocument>();
      channels.set(channel, messages);
      if (!messages.has(key)) messages.set(key, document);
      dropOldest(messages, MAX_MESSAGES);
      dropOldest(channels, MAX_CHANNELS);
    },
    replace: (channel, key, document) => {
      const messages = channels.get(channel);
      if (messages?.has(key)) messages.set(key, document);
    },
  };
}

function dropOldest(map: Map<string, unknown>, max: number): void {
  for (const key of map.keys()) {
    if (map.size <= max) return;
    map.delete(key);
  }
}
