/** An ask that found nothing → an answer that says so and names what is near. */
import type { Action, Block, MessageDocument } from '#model/document.ts';
import { phrases as briefingPhrases } from '#phrases/briefing.ts';
import { phrases } from '#phrases/listings.ts';

/** `near`: what could have been meant, best first, each with the command that asks for it. */
export type NotFound = {
  /** In words: "a topic “grommet”", "quotes by “Smithe”". */
  readonly what: string;
  readonly near: readonly { readonly name: string; readonly ask: string }[];
  readonly isSample?: boolean;
};

export function presentNotFound({ what, near, isSample = false }: NotFound): MessageDocument {
  const [first] = near;
  const line = phrases.notFound(what);
  const actions: Action[] = near.slice(0, 5).map(({ name, ask }) => ({ label: name, ask }));
  const hint = first === undefined ? phrases.nothingNear : phrases.didYouMean(near.slice(0, 5).map(({ name }) => name));
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      inlines: [
        ...(isSample ? [{ kind: 'strong', text: `${briefingPhrases.sample} · ` } as const] : []),
        { kind: 'text', text: `${line} ${hint}` },
      ],
    },
    ...(actions.length > 0 ? [{ kind: 'actions', actions } as const] : []),
  ];
  return { summary: line, blocks };
}
