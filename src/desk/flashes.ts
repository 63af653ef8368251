/** What came of a change → shown once on the page that one is sent to. Kept in memory; the oldest are dropped. */
import type { MessageDocument } from '#model/document.ts';

export type Flashes = { readonly put: (document: MessageDocument) => string; readonly take: (id: string) => MessageDocument | undefined };

const MAX = 100;

export function createFlashes(): Flashes {
  const kept = new Map<string, MessageDocument>();
  return {
    put: (document) => {
      const id = crypto.randomUUID();
      kept.set(id, document);
      for (const old of kept.keys()) {
        if (kept.size <= MAX) break;
        kept.delete(old);
      }
      return id;
    },
    take: (id) => {
      const document = kept.get(id);
      kept.delete(id);
      return document;
    },
  };
}
