/** The first steps → a page that says what to do next, each step with a mark that is live. */
import { html } from 'hono/html';
import type { DeskMarks } from '#model/desk.ts';
import { phrases as frame } from '#phrases/desk.ts';
import { phrases } from '#phrases/desk-ledger.ts';
import { code, type Html, link, words } from './html.ts';
import type { Visit } from './layout.ts';

export function startPage(marks: DeskMarks, visit: Visit): Html {
  return html`<div class="page-head"><h1>${frame.pages.start}</h1><p class="standfirst">${phrases.aboutStart}</p></div>
${steps(marks)}
<section><h2>${phrases.changingHere}</h2><p>${
    visit.manager ? phrases.signedIn : phrases.signIn(link('/signin?next=/start'), code('WIREBRIEF_ADMIN_TOKEN'))
  }</p></section>`;
}

/** Asked for again by the page every few seconds. */
export function steps({ sampleRead, feeds, articles, connections }: DeskMarks): Html {
  return html`<ol class="steps" id="steps" data-live="/start/marks">
${step(sampleRead || articles > 0, phrases.trySample, html`<p>${articles ? phrases.inStore(articles) : phrases.beingRead}${phrases.readBriefing(link('/'), link('/quotes?speaker=putin'), html`<a href="/?ask=brief%20putin-xi"><code>brief putin-xi</code></a>`)}</p>`)}
${step(feeds > 0, phrases.addFeed, html`<p>${feeds ? phrases.ofYourOwn(feeds) : phrases.stepsAside}${phrases.addOnPage(link('/feeds'), code('node src/main.ts ingest https://example.org/feed.xml'))}</p>`)}
${step(connections.slack?.isConnected ?? false, phrases.connectSlack, html`<p>${state(connections.slack)}${phrases.howSlack(code)}</p>`)}
${step(connections.discord?.isConnected ?? false, phrases.connectDiscord, html`<p>${state(connections.discord)}${phrases.howDiscord(code)}</p>`)}
</ol>`;
}

function step(isDone: boolean, title: string, how: Html): Html {
  return html`<li class="${isDone ? 'done' : 'open'}"><span class="mark" aria-hidden="true">${isDone ? '✓' : ''}</span><div><h2>${title} <span class="visually-hidden">${isDone ? phrases.done : phrases.toDo}</span></h2>${how}</div></li>`;
}

const state = (connection: { readonly isConnected: boolean; readonly words: string } | undefined): string =>
  connection === undefined
    ? phrases.notSetUp
    : connection.isConnected
      ? phrases.connected
      : `${words(connection.words)}.`.replace(/\.\.$/, '.');
