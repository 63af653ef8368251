/** One block of a MessageDocument → Slack blocks, each inside its own limits. */
import type { types } from '@slack/bolt';
import type { Action, Block, FigureLine, Inline, QuoteBlock } from '#model/document.ts';
import { phrases } from '#phrases/briefing.ts';
import { phrases as shared } from '#phrases/chat.ts';
import { cleanText, oneLine } from '../clean-text.ts';
import { creditOf } from '../credit.ts';
import { toPlain } from './escape.ts';
import { fallbackTime, inlinesTokens, inlineTokens, type Line, linkTokens, packLines, strongTokens, textTokens } from './inline.ts';
import { SLACK_LIMITS } from './limits.ts';

/** The value of a button that asks this; undefined where the ask is too long for Slack and no token stands for it. */
export type ValueFor = (ask: string) => string | undefined;

export const ASK_ACTION = 'ask';

export function renderBlock(block: Block, valueFor: ValueFor): readonly types.KnownBlock[] {
  switch (block.kind) {
    case 'heading':
      return heading(block.level, block.inlines);
    case 'paragraph':
      return block.quiet ? context([inlinesTokens(block.inlines)]) : sections(paragraphLines(block.inlines));
    case 'list':
      return sections(block.items.map((item) => ['•  ', ...flatTokens(item)]));
    case 'quote':
      return quote(block);
    case 'figures':
      return sections(block.lines.flatMap(figureLines));
    case 'links':
      return sections(
        block.links.map(({ text, url, note, at, zone }) => [
          '•  ',
          ...linkTokens(text, url),
          ...(note ? textTokens(` – ${oneLine(note)}`) : []),
          ...(at === undefined ? [] : [' · ', ...inlineTokens({ kind: 'time', at, zone: zone ?? 'UTC', style: 'date-time' })]),
        ]),
      );
    case 'actions':
      return actions(block.actions, valueFor);
    case 'divider':
      return [{ type: 'divider' }];
  }
}

/** `verbatim`: Slack makes no links, channels or mentions of its own out of the text. */
export const section = (text: string): types.SectionBlock => ({ type: 'section', text: { type: 'mrkdwn', text, verbatim: true } });
export const contextOf = (text: string): types.ContextBlock => ({ type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] });

/** On a phone a section of 3,000 characters hides behind "see more"; shorter ones read better. */
const sections = (lines: readonly Line[]): types.SectionBlock[] => packLines(lines, SLACK_LIMITS.sectionCharacters).map(section);
const context = (lines: readonly Line[]): types.ContextBlock[] => packLines(lines, SLACK_LIMITS.contextCharacters).map(contextOf);

/** A header knows no markup: a time in it stands in the channel's zone, a link keeps the words from being a header. */
const plainText = (inlines: readonly Inline[]): string | undefined => {
  const words = inlines.map((inline) => {
    if (inline.kind === 'time') return fallbackTime(inline);
    return inline.kind === 'text' || inline.kind === 'strong' ? inline.text : undefined;
  });
  return words.includes(undefined) ? undefined : oneLine(words.join(''));
};

function heading(level: 1 | 2 | 3, inlines: readonly Inline[]): readonly types.KnownBlock[] {
  const text = plainText(inlines);
  // Whether entities are decoded in a header is unverified, so words with & < > go the other way.
  if (level === 1 && text && text.length <= SLACK_LIMITS.headerCharacters && !/[&<>]/.test(text)) {
    return [{ type: 'header', text: { type: 'plain_text', text: toPlain(text), emoji: false } } satisfies types.HeaderBlock];
  }
  const bold = [inlines.flatMap(boldTokens)];
  // Small, so that "Key quotes" does not look like the next story.
  return level === 3 ? context(bold) : sections(bold);
}

function boldTokens(inline: Inline): Line {
  if (inline.kind === 'text') return strongTokens(inline.text);
  if (inline.kind === 'link' || inline.kind === 'cite')
    return inlineTokens(inline).map((token) => (token.startsWith('<') ? `*${token}*` : token));
  return inlineTokens(inline);
}

/** A paragraph keeps its line breaks; the tokens of a line stay together. */
const paragraphLines = (inlines: readonly Inline[]): readonly Line[] => [inlinesTokens(inlines)];

const flatTokens = (inlines: readonly Inline[]): Line =>
  inlinesTokens(inlines.map((inline) => (inline.kind === 'text' ? { ...inline, text: inline.text.replace(/\s+/g, ' ') } : inline)));

/** Only the verbatim words stand behind the bar; who said them stands below it, so that no quote can fake its own attribution. */
function quote(block: QuoteBlock): readonly types.KnownBlock[] {
  const { text, source } = block;
  const { names, about } = creditOf(block);
  const words = cleanText(text)
    .split('\n')
    .map((line) => line.trim());
  const marked = words.map((line, index) => `${index === 0 ? '“' : ''}${line}${index === words.length - 1 ? '”' : ''}`);
  const bars = marked.flatMap((line) => textTokens(line).map((piece): Line => [`>${piece.trimStart()}`]));
  const people = names.flatMap((speaker, index) => [...(index ? [', '] : []), ...strongTokens(oneLine(speaker))]);
  const attribution: Line = [
    '— ',
    ...people,
    ...(about ? textTokens(about.replace(/\s+/g, ' ')) : []),
    ...(source.length ? [' · ', ...flatTokens(source)] : []),
  ];
  return sections(attribution.length > 1 ? [...bars, attribution] : bars);
}

function figureLines({ amount, counts, saidBy, source, others }: FigureLine): readonly Line[] {
  const main: Line = [
    '•  ',
    ...strongTokens(amount),
    ...(counts ? textTokens(` ${oneLine(counts)}`) : []),
    ...said(saidBy),
    ...cited(source),
  ];
  return [
    main,
    ...others.map(
      (other): Line => [`      ◦  ${shared.elsewhere}`, ...strongTokens(other.amount), ...said(other.saidBy), ...cited(other.source)],
    ),
  ];
}

const said = (who: string | undefined): Line => (who ? textTokens(phrases.according(oneLine(who))) : []);
const cited = (source: readonly Inline[]): Line => (source.length ? [' · ', ...flatTokens(source)] : []);

function actions(list: readonly Action[], valueFor: ValueFor): readonly types.KnownBlock[] {
  const blocks: types.KnownBlock[] = [];
  const buttons: types.Button[] = [];
  for (const { label, ask } of list) {
    const value = valueFor(ask);
    const text = toPlain(label) || toPlain(ask);
    if (value === undefined || !text) {
      blocks.push(...sections([[...textTokens(`${oneLine(label)}: ${oneLine(ask)}`)]]));
      continue;
    }
    // A label that is too long for a button stands in full above it.
    if (text.length > SLACK_LIMITS.buttonLabelCharacters) blocks.push(...sections([textTokens(oneLine(label))]));
    buttons.push(button(text, `${ASK_ACTION}:${buttons.length}`, value));
  }
  for (let start = 0; start < buttons.length; start += SLACK_LIMITS.actionsElements) {
    blocks.push({ type: 'actions', elements: buttons.slice(start, start + SLACK_LIMITS.actionsElements) } satisfies types.ActionsBlock);
  }
  return blocks;
}

export function button(label: string, actionId: string, value: string): types.Button {
  const text =
    label.length <= SLACK_LIMITS.buttonLabelCharacters
      ? label
      : `${label.slice(0, SLACK_LIMITS.buttonLabelCharacters - 1).toWellFormed()}…`;
  return { type: 'button', action_id: actionId, value, text: { type: 'plain_text', text, emoji: false } };
}
