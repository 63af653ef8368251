/** A Briefing → the articles behind it: each story with all its sources, newest first. */
import type { Briefing } from '#model/briefing.ts';
import type { Block, MessageDocument } from '#model/document.ts';
import { phrases } from '#phrases/briefing.ts';

export function presentSources({ title, stories, zone, isSample }: Briefing): MessageDocument {
  const heading = `${isSample ? `${phrases.sample} · ` : ''}${phrases.sourcesOf(title)}`;
  const count = stories.reduce((sum, { sources }) => sum + sources.length, 0);
  return {
    summary: `${heading}: ${count}`,
    blocks: [
      { kind: 'heading', level: 1, inlines: [{ kind: 'text', text: heading }] },
      ...stories.flatMap(({ headline, sources }): Block[] => [
        { kind: 'heading', level: 2, inlines: [{ kind: 'text', text: headline }] },
        {
          kind: 'links',
          links: sources.map(({ title: text, url, outlet, publishedAt }) => ({ text, url, note: outlet, at: publishedAt, zone })),
        },
      ]),
    ],
  };
}
