/** A chat that outlives the bot: what stands in its channels, by key, and the troubles that a test orders. */
import type { MessageDocument } from '#model/document.ts';
import type { ChatAdapter, PostOutcome } from '../../src/chat/chat.ts';

export type Standing = { readonly channel: string; readonly key: string; readonly document: MessageDocument; readonly at: number };

export type ChatWorld = {
  /** In the order in which they came to stand there. */
  readonly standing: Standing[];
  /** Every try, also of what stood there already or did not get through. */
  readonly tries: { readonly channel: string; readonly key: string; readonly at: number }[];
  readonly adapter: (platform: string) => ChatAdapter;
  /** The outcome of the next tries; a function is asked, undefined lets the post through. "lost": it stands there, but nobody hears of it. */
  trouble: (channel: string, key: string) => Exclude<PostOutcome, { kind: 'posted' }> | 'lost' | undefined;
  /** Keys that came again with other words: a broken promise of the caller. */
  readonly changed: string[];
};

export function chatWorld(now: () => number): ChatWorld {
  const world: ChatWorld = {
    standing: [],
    tries: [],
    changed: [],
    trouble: () => undefined,
    adapter: (platform) => ({
      platform,
      start: async () => {},
      stop: async () => {},
      health: () => ({ state: 'connected' }),
      post: async (channel, document, key): Promise<PostOutcome> => {
        world.tries.push({ channel, key, at: now() });
        const index = world.standing.findIndex((message) => message.channel === channel && message.key === key);
        const there = world.standing[index];
        if (there && JSON.stringify(there.document) !== JSON.stringify(document)) world.changed.push(key);
        if (there) return { kind: 'posted', message: { channel, ids: [String(index)] } };
        const trouble = world.trouble(channel, key);
        if (trouble !== undefined && trouble !== 'lost') return trouble;
        world.standing.push({ channel, key, document, at: now() });
        if (trouble === 'lost') return { kind: 'unknown', problem: { code: 'lost', message: 'No answer came.' } };
        return { kind: 'posted', message: { channel, ids: [String(world.standing.length - 1)] } };
      },
    }),
  };
  return world;
}
