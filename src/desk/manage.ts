/** What every page that changes things is made of: forms with their token, and what a reader sees instead of them. */
import { html } from 'hono/html';
import { phrases } from '#phrases/desk.ts';
import { type Html, link } from './html.ts';
import type { Visit } from './layout.ts';

/** A form that posts to `action`; nothing for who may only read. */
export function form(visit: Visit, action: string, inner: Html, more: { readonly isFile?: boolean; readonly name?: string } = {}): Html {
  if (!visit.manager) return html``;
  return html`<form class="${more.name ?? 'act'}" action="${action}" method="post"${more.isFile ? html` enctype="multipart/form-data"` : ''}><input type="hidden" name="csrf" value="${visit.manager.csrf}">${inner}</form>`;
}

/** A form of one button; `what` tells a screen reader which row it is in. */
export const button = (visit: Visit, action: string, label: string, what: string, values: Readonly<Record<string, string>> = {}): Html =>
  form(
    visit,
    action,
    html`${Object.entries(values).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}<button class="plain">${label}<span class="visually-hidden"> ${what}</span></button>`,
    { name: 'inline' },
  );

export const signInHint = (visit: Visit, what: string): Html =>
  visit.manager ? html`` : html`<p class="hint">${phrases.signInFor(link(`/signin?next=${encodeURIComponent(visit.path)}`), what)}</p>`;
