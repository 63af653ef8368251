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
  /** The outcome of the next edits. */
  editTrouble: () => Exclude<PostOutcome, { kind: 'posted' }> | undefined;
  /** Its messages open threads. */
  hasThreads: boolean;
  /** What stands in them, in order. */
  readonly below: (Standing & { readonly under: string })[];
  /** Keys that came again with other words: a broken promise of the caller. */
  readonly changed: string[];
};

export function chatWorld(now: () => number): ChatWorld {
  const world: ChatWorld = {
    standing: [],
    hasThreads: false,
    below: [],
    tries: [],
    changed: [],
    trouble: () => undefined,
    editTrouble: () => undefined,
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
      ...(world.hasThreads && {
        reply: async (message, document, key): Promise<PostOutcome> => {
          const trouble = world.trouble(message.channel, key);
          if (trouble !== undefined && trouble !== 'lost') return trouble;
          const under = world.standing[Number(message.ids[0])]?.key ?? '';
          if (!world.below.some((there) => there.key === key))
            world.below.push({ channel: message.channel, key, document, at: now(), under });
          if (trouble === 'lost') return { kind: 'unknown', problem: { code: 'lost', message: 'No answer came.' } };
          return { kind: 'posted', message: { channel: message.channel, ids: [key], thread: message.ids[0] ?? '' } };
        },
      }),
      edit: async (message, document, key): Promise<PostOutcome> => {
        const trouble = world.editTrouble();
        if (trouble !== undefined) return trouble;
        const index = Number(message.ids[0]);
        const there = world.standing[index];
        if (there?.key !== key) throw new Error(`${key} is not what stands there`);
        world.standing[index] = { ...there, document };
        return { kind: 'posted', message };
      },
    }),
  };
  return world;
}
