/** The bot was invited to a channel → what it says there, once: what it is, a story as a preview, and the daily briefing for a press. */
import type { Ask } from '#chat/chat.ts';
import type { CommandContext } from '#model/command.ts';
import type { Action, Block, MessageDocument } from '#model/document.ts';
import { phrases } from '#phrases/posts.ts';

/** Where the platform does not know the zone of whoever invited it, one of these is pressed, or another is typed. */
const ZONES = ['Europe/London', 'Europe/Berlin', 'America/New_York', 'Asia/Singapore'] as const;

export async function welcome({ zone }: Pick<Ask, 'zone'>, context: CommandContext): Promise<MessageDocument> {
  const summary = phrases.hello;
  const preview = firstStory(await context.brief({ detail: 'short' }));
  const canSchedule = context.commands.some(({ name }) => name === 'schedule');
  const daily: readonly Action[] = zone
    ? [{ label: phrases.daily, ask: `schedule add days:daily at:08:00 zone:${zone}` }]
    : ZONES.map((id) => ({ label: phrases.dailyIn(phrases.places[id]), ask: `schedule add days:daily at:08:00 zone:${id}` }));
  return {
    summary,
    blocks: [
      paragraph(summary),
      paragraph(phrases.howToAsk),
      ...(preview.length ? [paragraph(phrases.looksLikeThis, true), ...preview] : []),
      { kind: 'divider' },
      ...(canSchedule ? [paragraph(zone ? phrases.shallI(zone) : phrases.shallIWhere)] : []),
      { kind: 'actions', actions: [...(canSchedule ? daily : []), { label: phrases.whatElse, ask: 'help' }] },
    ],
  };
}

const paragraph = (words: string, quiet = false): Block => ({
  kind: 'paragraph',
  inlines: [{ kind: 'text', text: words }],
  ...(quiet && { quiet }),
});

/** From the first story's heading to the next one's; nothing where there is no story. */
function firstStory({ blocks }: MessageDocument): readonly Block[] {
  const isStory = (block: Block) => block.kind === 'heading' && block.level === 2;
  const start = blocks.findIndex(isStory);
  if (start < 0) return [];
  const length = blocks.slice(start + 1).findIndex((block) => isStory(block) || block.kind === 'divider');
  return blocks.slice(start, length < 0 ? undefined : start + 1 + length).filter(({ kind }) => kind !== 'actions');
}
