/** The first steps → a page that says what to do next, each step with a mark that is live. */
import { html } from 'hono/html';
import type { DeskMarks } from '#model/desk.ts';
import { counted, type Html, words } from './html.ts';
import type { Visit } from './layout.ts';

export function startPage(marks: DeskMarks, visit: Visit): Html {
  return html`<div class="page-head"><h1>First steps</h1><p class="standfirst">Wirebrief reads feeds and tells your team what happened, who said what and which numbers matter. It works with nothing set up; each step below adds one thing.</p></div>
${steps(marks)}
<section><h2>Changing things here</h2><p>${
    visit.manager
      ? 'You are signed in.'
      : html`<a href="/signin?next=/start">Sign in</a> with the admin token: it was printed once at the first start. Lost it? Start with <code>WIREBRIEF_ADMIN_TOKEN</code> set to a new one.`
  }</p></section>`;
}

/** Asked for again by the page every few seconds. */
export function steps({ sampleRead, feeds, articles, connections }: DeskMarks): Html {
  return html`<ol class="steps" id="steps" data-live="/start/marks">
${step(sampleRead || articles > 0, 'Try the sample', html`<p>${articles ? `${counted(articles, 'article')} in the store.` : 'It is being read.'} <a href="/">Read the briefing</a>, look up <a href="/quotes?speaker=putin">who said what</a>, or ask in the box below: <a href="/?ask=brief%20putin-xi"><code>brief putin-xi</code></a>.</p>`)}
${step(feeds > 0, 'Add a feed', html`<p>${feeds ? `${counted(feeds, 'feed')} of your own.` : 'The sample steps aside once a real feed is there.'} <a href="/feeds">Add one on the page</a>, or <code>node src/main.ts ingest https://example.org/feed.xml</code></p>`)}
${step(connections.slack?.isConnected ?? false, 'Connect Slack', html`<p>${state(connections.slack)} Set <code>SLACK_BOT_TOKEN</code> and <code>SLACK_APP_TOKEN</code>; docs/slack.md names each click, and <code>npm run manifest</code> writes the app.</p>`)}
${step(connections.discord?.isConnected ?? false, 'Connect Discord', html`<p>${state(connections.discord)} Set <code>DISCORD_TOKEN</code>; docs/discord.md names each click, and <code>node src/main.ts check</code> prints the invitation.</p>`)}
</ol>`;
}

function step(isDone: boolean, title: string, how: Html): Html {
  return html`<li class="${isDone ? 'done' : 'open'}"><span class="mark" aria-hidden="true">${isDone ? '✓' : ''}</span><div><h2>${title} <span class="visually-hidden">${isDone ? '(done)' : '(to do)'}</span></h2>${how}</div></li>`;
}

const state = (connection: { readonly isConnected: boolean; readonly words: string } | undefined): string =>
  connection === undefined
    ? 'Not set up yet.'
    : connection.isConnected
      ? 'Connected.'
      : `${words(connection.words)}.`.replace(/\.\.$/, '.');
