/** The chat-like page: what was asked and the answer, a box to type in; it works without script. */
import { html } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** One exchange; nothing was asked for the briefing that opens the page. */
export type Turn = { readonly asked?: string; readonly answer: Html };

export function renderTurn({ asked, answer }: Turn): Html {
  return html`${asked ? html`<p class="asked"><span class="visually-hidden">You asked: </span>${asked}</p>` : ''}<article class="answer">${answer}</article>`;
}

export type PageParts = {
  readonly turns: readonly Turn[];
  readonly asked: string;
  readonly examples: readonly string[];
  readonly note: string | null;
};

export function renderPage({ turns, asked, examples, note }: PageParts): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${asked ? `${asked} – Wirebrief` : 'Wirebrief'}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/page.css">
<script src="/page.js" defer></script>
</head>
<body>
<header><h1><a href="/">Wirebrief</a></h1>${note ? html`<p class="note">${note}</p>` : ''}</header>
<main id="turns" aria-live="polite">${turns.map(renderTurn)}</main>
<form id="ask-form" action="/" method="get" role="search">
<p class="examples">${examples.map((example) => html`<a class="action" href="/?ask=${encodeURIComponent(example)}" data-ask="${example}">${example}</a> `)}</p>
<label class="visually-hidden" for="ask">A command or a question</label>
<div class="box"><input id="ask" name="ask" autocomplete="off" autofocus maxlength="500" placeholder="/brief putin-xi – or simply ask" list="suggestions"><button>Ask</button></div>
<datalist id="suggestions"></datalist>
</form>
</body>
</html>`;
}
