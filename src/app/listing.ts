/** A title and lines → a MessageDocument that lists them. */
import type { Action, Inline, MessageDocument } from '#model/document.ts';

export function listing(title: string, items: readonly (readonly Inline[])[], actions: readonly Action[] = []): MessageDocument {
  return {
    summary: title,
    blocks: [
      { kind: 'heading', level: 2, inlines: [{ kind: 'text', text: title }] },
      { kind: 'list', items },
      ...(actions.length > 0 ? [{ kind: 'actions', actions } as const] : []),
    ],
  };
}
