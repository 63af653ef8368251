/** The page's buttons → the last row of a message. */
import type { Control } from '../pages.ts';
import type { SlackPart } from './render.ts';
import { button } from './render-block.ts';

export const PAGE_ACTION = 'page';
export const SHARE_ACTION = 'share';

export function withControls(part: SlackPart, controls: readonly Control[]): SlackPart {
  if (controls.length === 0) return part;
  // Slack wants each action id of a message to be another.
  const elements = controls.map(({ kind, label, value }, index) =>
    button(label, kind === 'page' ? `${PAGE_ACTION}:${index}` : SHARE_ACTION, value),
  );
  return { ...part, blocks: [...part.blocks, { type: 'actions', elements }] };
}
