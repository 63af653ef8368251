/** Sentences → a short MessageDocument: helpful answers where there is nothing to brief about. */
import type { Action, Block, MessageDocument } from '#model/document.ts';

/** @param actions Commands as text that help from here: pressed or typed. */
export function reply(lead: string, more: readonly string[] = [], actions: readonly Action[] = []): MessageDocument {
  const paragraph = (text: string): Block => ({ kind: 'paragraph', inlines: [{ kind: 'text', text }] });
  return {
    summary: lead,
    blocks: [
      { kind: 'paragraph', inlines: [{ kind: 'strong', text: lead }] },
      ...more.map(paragraph),
      ...(actions.length ? [{ kind: 'actions', actions } as const] : []),
    ],
  };
}

/** What was asked for was not done, and the lead says why. */
export const refuse = (lead: string, more: readonly string[] = [], actions: readonly Action[] = []): MessageDocument => ({
  ...reply(lead, more, actions),
  isRefusal: true,
});
