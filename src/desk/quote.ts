/** A quote → its permalink page: the article's words around it with quote, speaker and cue marked, and the quote to copy. */
import { html } from 'hono/html';
import type { Span } from '#model/article.ts';
import type { QuoteInPlace } from '#model/desk.ts';
import type { QuoteBlock } from '#model/document.ts';
import { phrases } from '#phrases/desk-reading.ts';
import { type Clock, type Html, outside, time, words } from './html.ts';
import { quoteCard, saidOf } from './quote-card.ts';

/** The same quote in the form of each place that one may paste it to. */
export type CopyForm = { readonly name: string; readonly text: string };

export function quotePage({ found, around, others }: QuoteInPlace, copyForms: readonly CopyForm[], clock: Clock): Html {
  const said = saidOf(found);
  const { article, storyId } = found;
  return html`<article class="quote-page"><div class="page-head"><h1 class="visually-hidden">${phrases.quoteOf(said.speakers.map(words))}</h1>
${quoteCard({ ...said, href: undefined as never }, clock)}</div>
<section class="place"><h2>${phrases.inItsPlace}</h2><p class="small">${outside(article.url, article.title)}, ${words(article.outlet)}, ${time(article.publishedAt, clock)} · <a href="/stories/${encodeURIComponent(storyId)}">${phrases.theStory}</a> · <a href="/why?what=${encodeURIComponent(said.text)}">${phrases.whyIn}</a></p>
<div class="excerpt">${around.goesOn[0] ? html`<p class="quiet" aria-hidden="true">…</p>` : ''}${marked(around)}${around.goesOn[1] ? html`<p class="quiet" aria-hidden="true">…</p>` : ''}</div>
<p class="legend small"><mark class="said">${phrases.marks.said}</mark>${around.mention ? html` <mark class="who">${phrases.marks.who}</mark>` : ''}${around.cue ? html` <mark class="cue">${phrases.marks.cue}</mark>` : ''}</p></section>
<section class="copies"><h2>${phrases.copyIt}</h2>${copyForms.map(
    ({ name, text }, index) =>
      html`<div class="copy"><label for="copy-${index}">${phrases.copyAs(name)}</label><textarea id="copy-${index}" readonly rows="${Math.min(6, text.split('\n').length + 1)}">${text}</textarea><button type="button" class="plain" data-copy="copy-${index}" data-copied="${phrases.copied}" hidden>${phrases.copy}</button></div>`,
  )}</section>
${others.length ? html`<section><h2>${phrases.alsoInArticle}</h2><ol class="quotes">${others.map((other) => html`<li>${quoteCard(saidOf(other), clock)}</li>`)}</ol></section>` : ''}</article>`;
}

type Kind = 'said' | 'who' | 'cue';

/** Paragraphs of the excerpt, each span inside a mark; where spans overlap, the first keeps its words. */
function marked({ text, quote, mention, cue }: QuoteInPlace['around']): Html {
  const spans: (Span & { readonly kind: Kind })[] = [
    { ...quote, kind: 'said' as const },
    ...(mention ? [{ ...mention, kind: 'who' as const }] : []),
    ...(cue ? [{ ...cue, kind: 'cue' as const }] : []),
  ].sort((a, b) => a.start - b.start);
  let offset = 0;
  return html`${text.split('\n\n').map((paragraph) => {
    const start = offset;
    offset += paragraph.length + 2;
    return html`<p>${pieces(text, start, start + paragraph.length, spans)}</p>`;
  })}`;
}

function pieces(text: string, start: number, end: number, spans: readonly (Span & { readonly kind: Kind })[]): readonly Html[] {
  const parts: Html[] = [];
  let at = start;
  for (const span of spans) {
    const [from, to] = [Math.max(span.start, at), Math.min(span.end, end)];
    if (from >= to) continue;
    parts.push(html`${words(text.slice(at, from))}<mark class="${span.kind}">${words(text.slice(from, to))}</mark>`);
    at = to;
  }
  return [...parts, html`${words(text.slice(at, end))}`];
}

/** For the renderers of the chats: a document that holds this quote alone. */
export function quoteBlock({ found }: QuoteInPlace, { zone }: Clock): QuoteBlock {
  const { quote, article } = found;
  return {
    kind: 'quote',
    text: found.text,
    speakers: quote.speakers.map(({ name }) => name),
    ...(quote.role && { role: quote.role }),
    ...(quote.toldTo && { toldTo: quote.toldTo }),
    ...(!quote.printed && { isUnsure: true }),
    source: [
      { kind: 'cite', outlet: article.outlet, url: article.url },
      { kind: 'text', text: ', ' },
      { kind: 'time', at: article.publishedAt, zone, style: 'date' },
    ],
  };
}
