/** MessageDocument → Discord messages: a line for notifications, embeds and buttons, split where they would be too long. Pure. */
import type { APIActionRowComponent, APIButtonComponentWithCustomId, APIEmbed, ButtonStyle, ComponentType } from 'discord.js';
import type { Attachment, Block, MessageDocument } from '#model/document.ts';
import { oneLine } from '../clean-text.ts';
import { cutText } from '../cut-text.ts';
import { type Measure, splitDocument } from '../split.ts';
import { colourOf } from './colour.ts';
import { toMarkdown } from './escape.ts';
import { plainWords } from './inline.ts';
import { DISCORD_LIMITS } from './limits.ts';
import { type Button, renderBlock, type ValueFor } from './render-block.ts';

// By number: the page shows what Discord will, and loading its library for three names took 60 MB.
const ACTION_ROW: ComponentType.ActionRow = 1;
const BUTTON: ComponentType.Button = 2;
const SECONDARY: ButtonStyle.Secondary = 2;

export type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId>;

/** The body of one message. Nobody is ever mentioned by what we write. */
export type DiscordPart = {
  /** Always there, also empty: an edit that leaves it out would keep the old one. */
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly ButtonRow[];
  readonly allowed_mentions: { readonly parse: readonly [] };
  /** Goes beside the JSON. */
  readonly file?: Attachment;
};

/** What a custom_id begins with. */
export const ASK_BUTTON = 'ask';
export const PAGE_BUTTON = 'page';
export const SHARE_BUTTON = 'share';
const NOBODY = { parse: [] } as const;

/** Room for "ask:19:" before the ask. */
export const ASK_CHARACTERS = DISCORD_LIMITS.customIdCharacters - `${ASK_BUTTON}:${DISCORD_LIMITS.documentButtons}:`.length;
const plainValue: ValueFor = (ask) => (ask.length <= ASK_CHARACTERS ? ask : undefined);

/** At least one part, each with at least one card. Never over a limit of DISCORD_LIMITS, whatever the document holds. */
export function toDiscord(document: MessageDocument, valueFor: ValueFor = plainValue): readonly DiscordPart[] {
  const color = colourOf(titleOf(document));
  const onlyWords: readonly APIEmbed[] = [{ description: lead(document.summary) || '…', color }];
  const parts = splitDocument(document, measure(valueFor))
    .map(({ blocks }) => partOf(blocks, valueFor, color))
    .filter(({ embeds, components }) => embeds.length > 0 || components.length > 0);
  if (parts.length === 0) parts.push({ content: '', embeds: [], components: [], allowed_mentions: NOBODY });
  return parts.map((part, index) => {
    const isBare = part.embeds.length === 0;
    const content = index > 0 || isBare || opensWithSummary(document) ? '' : lead(document.summary);
    const file = index === 0 && document.attachment ? { file: document.attachment } : {};
    return { ...part, content, ...(isBare ? { embeds: onlyWords } : {}), ...file };
  });
}

/** A short text of our own as one message. */
export const noteToDiscord = (text: string): DiscordPart => ({
  content: toMarkdown(text),
  embeds: [],
  components: [],
  allowed_mentions: NOBODY,
});

export const buttonRow = (buttons: readonly { readonly label: string; readonly customId: string }[]): ButtonRow => ({
  type: ACTION_ROW,
  components: buttons.map(({ label, customId }) => ({
    type: BUTTON,
    style: SECONDARY,
    label,
    custom_id: customId,
  })),
});

/** Words of the first heading, without its date: the topic. */
function titleOf({ blocks }: MessageDocument): string {
  const heading = blocks.find((block) => block.kind === 'heading');
  return heading?.kind === 'heading' ? plainWords(heading.inlines.filter(({ kind }) => kind !== 'time')) : '';
}

/** Characters, buttons, and whether a block alone is too long for a description. */
const measure = (valueFor: ValueFor): Measure => ({
  budget: [DISCORD_LIMITS.documentCharacters, DISCORD_LIMITS.documentButtons, 0],
  cost: (block: Block) => {
    const { text, buttons } = renderBlock(block, valueFor);
    return [text.length + (text ? SEPARATOR.length : 0), buttons.length, text.length > DISCORD_LIMITS.descriptionCharacters ? 1 : 0];
  },
});

const SEPARATOR = '\n\n';

function partOf(blocks: readonly Block[], valueFor: ValueFor, color: number): DiscordPart {
  const cards: string[] = [];
  const buttons: Button[] = [];
  let wantsCard = true;
  for (const [index, block] of blocks.entries()) {
    const rendered = renderBlock(block, valueFor);
    buttons.push(...rendered.buttons);
    const opensStory = block.kind === 'heading' && block.level === 2;
    if (opensStory || block.kind === 'divider') wantsCard = true;
    if (!rendered.text) continue;
    const card = cards.at(-1);
    const before = blocks[index - 1]?.kind === 'heading' ? '\n' : SEPARATOR;
    const together = card === undefined ? rendered.text : `${card}${before}${rendered.text}`;
    const mayOpen = wantsCard && cards.length < DISCORD_LIMITS.storyCards;
    if (card === undefined || mayOpen || together.length > DISCORD_LIMITS.descriptionCharacters) cards.push(rendered.text);
    else cards[cards.length - 1] = together;
    wantsCard = false;
  }
  return {
    content: '',
    embeds: cards.map((description) => ({ description, color })),
    components: rowsOf(buttons),
    allowed_mentions: NOBODY,
  };
}

function rowsOf(buttons: readonly Button[]): readonly ButtonRow[] {
  const rows: ButtonRow[] = [];
  for (let start = 0; start < buttons.length; start += DISCORD_LIMITS.rowButtons) {
    const row = buttons.slice(start, start + DISCORD_LIMITS.rowButtons);
    // The number keeps two buttons with one ask apart: Discord refuses a custom_id that stands twice.
    rows.push(buttonRow(row.map(({ label, value }, index) => ({ label, customId: `${ASK_BUTTON}:${start + index}:${value}` }))));
  }
  return rows;
}

/** What a notification shows; the embeds alone would make an empty one. */
function lead(summary: string): string {
  const [first = ''] = cutText(oneLine(summary), DISCORD_LIMITS.leadCharacters, (piece) => toMarkdown(piece).length);
  return toMarkdown(first);
}

/** A short answer often says its summary in its first words; once is enough. */
function opensWithSummary({ summary, blocks }: MessageDocument): boolean {
  const wanted = oneLine(summary);
  return blocks.slice(0, 2).some((block) => 'inlines' in block && plainWords(block.inlines).includes(wanted));
}
