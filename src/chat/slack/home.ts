/** Answers to a few asks → the App Home: the workspace's topics, schedules and next briefings at a glance. */
import type { types } from '@slack/bolt';
import type { MessageDocument } from '#model/document.ts';
import { phrases as shared } from '#phrases/chat.ts';
import { phrases } from '#phrases/slack.ts';
import { SLACK_LIMITS } from './limits.ts';
import { toSlack } from './render.ts';
import { button, contextOf, section } from './render-block.ts';

/** Left out where it would not fit; a line says so and how to see it. */
export function homeView(documents: readonly { readonly ask: string; readonly document: MessageDocument }[]): types.HomeView {
  const blocks: types.KnownBlock[] = [
    { type: 'header', text: { type: 'plain_text', text: 'Wirebrief', emoji: false } },
    section(phrases.home),
    { type: 'actions', elements: [button(shared.briefMe, 'ask:home-brief', 'brief'), button(shared.help, 'ask:home-help', 'help')] },
  ];
  let characters = JSON.stringify(blocks).length;
  const left: string[] = [];
  for (const { ask, document } of documents) {
    const parts = toSlack(document);
    const more = [{ type: 'divider' } as const, ...(parts[0]?.blocks ?? [])];
    const size = JSON.stringify(more).length;
    const fits =
      parts.length === 1 && blocks.length + more.length < SLACK_LIMITS.viewBlocks && characters + size < SLACK_LIMITS.documentCharacters;
    if (fits) {
      blocks.push(...more);
      characters += size;
    } else left.push(ask);
  }
  if (left.length > 0) blocks.push(contextOf(phrases.more(left.map((ask) => `\`/wirebrief ${ask}\``).join(' · '))));
  return { type: 'home', blocks };
}
