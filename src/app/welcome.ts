/** The bot was invited to a channel → what it says there, once: what it is, a story as a preview, and the daily briefing for a press. */
import type { Ask } from '#chat/chat.ts';
import type { CommandContext } from '#model/command.ts';
import type { Action, Block, MessageDocument } from '#model/document.ts';

/** Where the platform does not know the zone of whoever invited it, one of these is pressed, or another is typed. */
const ZONES: readonly (readonly [place: string, zone: string])[] = [
  ['London', 'Europe/London'],
  ['Berlin', 'Europe/Berlin'],
  ['New York', 'America/New_York'],
  ['Singapore', 'Asia/Singapore'],
];

export async function welcome({ zone }: Pick<Ask, 'zone'>, context: CommandContext): Promise<MessageDocument> {
  const summary = 'Hello, I am Wirebrief: I read the news and tell you what happened, who said what, and which numbers matter.';
  const preview = firstStory(await context.brief({ detail: 'short' }));
  const canSchedule = context.commands.some(({ name }) => name === 'schedule');
  const daily: readonly Action[] = zone
    ? [{ label: 'Daily at 08:00?', ask: `schedule add days:daily at:08:00 zone:${zone}` }]
    : ZONES.map(([place, id]) => ({ label: `Daily at 08:00 (${place})?`, ask: `schedule add days:daily at:08:00 zone:${id}` }));
  return {
    summary,
    blocks: [
      paragraph(summary),
      paragraph(
        'Quotes are word for word, and every line links to its source. Ask me here by my name, or by a command: “quotes putin”, “figures gaza”.',
      ),
      ...(preview.length ? [paragraph('A briefing looks like this:', true), ...preview] : []),
      { kind: 'divider' },
      ...(canSchedule
        ? [
            paragraph(
              zone
                ? `Shall I post a briefing here every day at 08:00 (${zone})? A manager of this workspace may press it.`
                : 'Shall I post a briefing here every day at 08:00, and in which time zone? A manager may press one; for another: schedule add at:08:00 zone:Asia/Tokyo',
            ),
          ]
        : []),
      { kind: 'actions', actions: [...(canSchedule ? daily : []), { label: 'What else can you do?', ask: 'help' }] },
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
