/** The chat view: what was asked and the answer, a box to type in; it works without script. The page around it is the desk's. */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { phrases } from '#phrases/chat.ts';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** One exchange; nothing was asked for the briefing that opens the page. */
export type Turn = { readonly asked?: string; readonly answer: Html };

export function renderTurn({ asked, answer }: Turn): Html {
  return html`${asked ? html`<p class="asked"><span class="visually-hidden">${phrases.youAsked}</span>${asked}</p>` : ''}<article class="answer">${answer}</article>`;
}

/** What a page around it needs to know. */
export type ChatView = { readonly title: string; readonly content: Html; readonly script: string };

export function chatView({
  turns,
  asked,
  examples,
}: {
  readonly turns: readonly Turn[];
  readonly asked: string;
  readonly examples: readonly string[];
}): ChatView {
  return {
    title: asked || phrases.ask,
    script: '/page.js',
    content: html`<h1 class="visually-hidden">${phrases.askWirebrief}</h1>
<div id="turns" aria-live="polite">${turns.map(renderTurn)}</div>
<form id="ask-form" class="ask" action="/" method="get" role="search">
<p class="examples">${examples.map((example) => html`<a class="action" href="/?ask=${encodeURIComponent(example)}" data-ask="${example}">${example}</a> `)}</p>
<label for="ask">${phrases.ask}</label>
<input id="ask" name="ask" autocomplete="off" maxlength="500" placeholder="${phrases.orSimplyAsk}" list="suggestions"><button>${phrases.ask}</button>
<datalist id="suggestions"></datalist>
</form>`,
  };
}
