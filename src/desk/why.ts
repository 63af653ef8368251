/** What somebody wonders about → the page that says why it is in, merged or out, or why a feed is silent. */
import { html } from 'hono/html';
import type { DeskFeed } from '#model/desk.ts';
import { phrases as frame } from '#phrases/desk.ts';
import { phrases } from '#phrases/desk-reading.ts';
import type { Html } from './html.ts';
import { option } from './quotes.ts';

export type WhyParts = { readonly what: string; readonly feed: string; readonly feeds: readonly DeskFeed[]; readonly answer: Html | null };

export function whyPage({ what, feed, feeds, answer }: WhyParts): Html {
  return html`<div class="page-head"><h1>${frame.pages.why}</h1><p class="standfirst">${phrases.aboutWhy}</p></div>
<form class="filters" action="/why" method="get" role="search" aria-label="${frame.pages.why}"><div class="fields"><p class="wide"><label for="what">${phrases.whatIsWondered}</label><input id="what" name="what" value="${what}" maxlength="400"></p>
<p><label for="feed">${phrases.orFeed}</label><select id="feed" name="feed"><option value="">–</option>${feeds.map(({ id, title }) => option(id, title, feed))}</select></p>
<p class="go"><button>${frame.pages.why}</button></p></div></form>
${answer ? html`<section class="answer" aria-label="${phrases.answer}">${answer}</section>` : ''}`;
}
