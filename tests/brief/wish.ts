/** What the tests ask for, unless they say otherwise. */
import type { ComposeInput } from '#brief/compose.ts';
import type { Block, MessageDocument } from '#model/document.ts';
import { HOUR, MORNING } from './material.ts';

export const wish: ComposeInput = {
  stories: [],
  told: new Map(),
  asOf: MORNING + 3 * HOUR,
  zone: 'Europe/London',
  locale: 'en-GB',
  isSample: false,
  maxStories: 5,
};

export const blocks = <K extends Block['kind']>(document: MessageDocument, kind: K): Extract<Block, { kind: K }>[] =>
  document.blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind);

/** All that a reader sees, without addresses. */
export function wordsOn(document: MessageDocument): string {
  const lines: string[] = [];
  const walk = (value: unknown, name = ''): void => {
    if (typeof value === 'string' && !['kind', 'style', 'zone', 'url', 'ask', 'summary'].includes(name)) lines.push(value);
    else if (Array.isArray(value)) for (const item of value) walk(item, name);
    else if (typeof value === 'object' && value !== null) for (const [key, item] of Object.entries(value)) walk(item, key);
  };
  walk(document.blocks);
  return lines.join(' ');
}
