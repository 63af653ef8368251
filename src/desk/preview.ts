/** What would be posted → how each chat shows it: our own drawing of the blocks and embeds that the real renderers made, and plain text. */
import { html } from 'hono/html';
import type { DeskSchedule, DeskTopic } from '#model/desk.ts';
import type { MessageDocument } from '#model/document.ts';
import type { Problem } from '#model/failure.ts';
import { phrases as desk } from '#phrases/desk.ts';
import { phrases } from '#phrases/desk-reading.ts';
import { discordMarkdown } from './discord-markdown.ts';
import { type Clock, type Html, time, words } from './html.ts';
import { inline, mrkdwn } from './mrkdwn.ts';
import { option } from './quotes.ts';

/** As far as it is drawn. */
type SlackText = { readonly type: string; readonly text: string };
type SlackBlock = {
  readonly type: string;
  readonly text?: SlackText | undefined;
  readonly elements?: readonly { readonly type: string; readonly text?: unknown }[];
};
export type SlackMessage = { readonly text: string; readonly blocks: readonly unknown[] };
export type DiscordMessage = {
  readonly content: string;
  readonly embeds: readonly { readonly description?: string | undefined; readonly color?: number | undefined }[];
  readonly components: readonly { readonly components: readonly { readonly label?: string | undefined }[] }[];
};

export type Renderers = {
  readonly html: (document: MessageDocument) => Html;
  readonly slack: (document: MessageDocument) => readonly SlackMessage[];
  readonly discord: (document: MessageDocument) => readonly DiscordMessage[];
  readonly text: (document: MessageDocument) => string;
};

export type PreviewParts = {
  readonly title: string;
  readonly documents: readonly MessageDocument[];
  /** Why nothing would be posted. */
  readonly skip: Problem | null;
  readonly chosen: { readonly topic?: string | undefined; readonly detail?: string | undefined; readonly schedule?: string | undefined };
  readonly topics: readonly DeskTopic[];
  readonly schedules: readonly DeskSchedule[];
  readonly renderers: Renderers;
  readonly clock: Clock;
};

export function previewPage({ title, documents, skip, chosen, topics, schedules, renderers, clock }: PreviewParts): Html {
  return html`<div class="page-head"><h1>${desk.pages.preview}</h1><p class="standfirst">${phrases.asInChannel(words(title))}</p></div>
<form class="filters" action="/preview" method="get" aria-label="${phrases.whatToPreview}"><div class="fields">
<p><label for="topic">${phrases.briefing}</label><select id="topic" name="topic"><option value="">${phrases.theTopStories}</option>${topics.map(({ slug, title: name }) => option(slug, name, chosen.topic))}${
    chosen.topic && !topics.some(({ slug }) => slug === chosen.topic) ? option(chosen.topic, chosen.topic, chosen.topic) : ''
  }</select></p>
<p><label for="detail">${phrases.length}</label><select id="detail" name="detail">${option('short', phrases.details.short, chosen.detail)}${option('full', phrases.details.full, chosen.detail)}</select></p>
<p><label for="schedule">${phrases.nextOfChannel}</label><select id="schedule" name="schedule"><option value="">–</option>${schedules.map(({ schedule, when }) => option(schedule.id, `${schedule.id}: ${schedule.channel}, ${when}`, chosen.schedule))}</select></p>
<p class="go"><button>${phrases.show}</button></p></div></form>
${skip ? html`<p class="empty">${phrases.nothingPosted(`${words(skip.message)} ${words(skip.hint ?? '')}`)}</p>` : ''}
${documents.length ? looks(documents, renderers, clock) : ''}`;
}

function looks(documents: readonly MessageDocument[], renderers: Renderers, clock: Clock): Html {
  const slack = documents.flatMap((document) => renderers.slack(document));
  const discord = documents.flatMap((document) => renderers.discord(document));
  return html`<div class="looks">
<section class="look slack" aria-labelledby="look-slack"><h2 id="look-slack">Slack</h2>${slack.map((message) => frame(slackMessage(message, clock)))}<details class="small"><summary>${phrases.inNotification}</summary>${slack.map(({ text }) => html`<p>${inline(text, clock)}</p>`)}</details></section>
<section class="look discord" aria-labelledby="look-discord"><h2 id="look-discord">Discord</h2>${discord.map((message) => frame(discordMessage(message, clock)))}</section>
<section class="look plain-text" aria-labelledby="look-text"><h2 id="look-text">${phrases.plainText}</h2><pre tabindex="0" aria-label="${phrases.postAsText}" role="region">${documents.map((document) => renderers.text(document)).join('\n')}</pre></section></div>`;
}

const frame = (inner: Html): Html =>
  html`<div class="message"><span class="avatar" aria-hidden="true">W</span><div class="body"><p class="sender"><strong>Wirebrief</strong> <span class="app">${phrases.app}</span></p>${inner}</div></div>`;

function slackMessage({ blocks }: SlackMessage, clock: Clock): Html {
  return html`${(blocks as readonly SlackBlock[]).map((block) => {
    switch (block.type) {
      case 'header':
        return html`<p class="slack-header">${words(block.text?.text ?? '')}</p>`;
      case 'section':
        return html`<div class="slack-section">${mrkdwn(block.text?.text ?? '', clock)}</div>`;
      case 'context':
        return html`<div class="slack-context">${(block.elements ?? []).map((element) => mrkdwn(textOf(element.text), clock))}</div>`;
      case 'actions':
        return buttons((block.elements ?? []).map((element) => textOf((element.text as SlackText | undefined)?.text)));
      case 'divider':
        return html`<hr>`;
      default:
        return '';
    }
  })}`;
}

const textOf = (text: unknown): string => (typeof text === 'string' ? text : '');

function discordMessage({ content, embeds, components }: DiscordMessage, clock: Clock): Html {
  return html`${content ? html`<div class="discord-content">${discordMarkdown(content, clock)}</div>` : ''}${embeds.map(
    ({ description, color }) =>
      html`<div class="embed"><svg class="bar" width="4" height="100%" aria-hidden="true"><rect width="4" height="100%" fill="${hex(color)}"/></svg><div>${discordMarkdown(description ?? '', clock)}</div></div>`,
  )}${components.map((row) => buttons(row.components.map(({ label }) => label ?? '')))}`;
}

const hex = (color: number | undefined): string => `#${(color ?? 0).toString(16).padStart(6, '0')}`;

/** Drawn, not to be pressed. */
const buttons = (labels: readonly string[]): Html =>
  labels.length ? html`<p class="buttons">${labels.map((label) => html`<span class="button">${words(label)}</span> `)}</p>` : html``;

export const nextLine = ({ next, schedule }: DeskSchedule, clock: Clock): Html =>
  next ? html`${time(next.at, { ...clock, zone: schedule.zone })}` : html`${desk.paused}`;
