/** The feeds → their page: health in the doctor's words, last and next poll; add, pause, remove, OPML in and out with progress. */
import { html } from 'hono/html';
import type { DeskFeed } from '#model/desk.ts';
import { counted, type Html, time, words } from './html.ts';
import type { Visit } from './layout.ts';
import { button, form, signInHint } from './manage.ts';

export function feedsPage(feeds: readonly DeskFeed[], visit: Visit): Html {
  const own = feeds.filter(({ origin }) => origin !== 'sample');
  const silent = own.filter(({ failures, pausedAt }) => failures > 0 && pausedAt === null);
  return html`<div class="page-head"><h1>Feeds</h1><p class="standfirst">${
    own.length === 0
      ? 'Only the sample is read. Add the first feed of your own, and it steps aside.'
      : `${counted(own.length, 'feed')}${silent.length ? `, ${silent.length} silent` : ', none silent'}.`
  }</p></div>
${progress(own)}
${signInHint(visit, 'add, pause or remove feeds')}
${form(
  visit,
  '/feeds/add',
  html`<div class="fields"><p class="wide"><label for="feed">Address of a feed, or of a page that names one</label><input id="feed" name="feed" required maxlength="500" inputmode="url" autocomplete="off" placeholder="https://example.org/feed.xml"></p><p><label for="page">Articles’ pages</label><select id="page" name="page"><option value="">fetched where it has teasers</option><option value="never">never fetched</option></select></p><p class="go"><button>Add the feed</button></p></div>`,
  { name: 'filters' },
)}
${feeds.length ? html`<ul class="cards">${feeds.map((feed) => feedCard(feed, visit))}</ul>` : ''}
<section><h2>Lists of feeds</h2>${own.some(({ address }) => address.startsWith('http')) ? html`<p class="acts"><a href="/feeds.opml">All feeds as OPML</a></p>` : ''}
${form(
  visit,
  '/feeds/import',
  html`<div class="fields"><p class="wide"><label for="file">An OPML file of your reader</label><input id="file" name="file" type="file" required accept=".opml,.xml,text/xml,text/x-opml"></p><p class="go"><button>Import</button></p></div>`,
  { isFile: true, name: 'filters' },
)}</section>`;
}

/** How far the first reading is; the page asks again by itself while it goes on. */
export function progress(feeds: readonly DeskFeed[]): Html {
  const reading = feeds.filter(({ pausedAt }) => pausedAt === null);
  const waiting = reading.filter(({ polledAt }) => polledAt === null).length;
  if (waiting === 0) return html`<div id="progress"></div>`;
  const done = reading.length - waiting;
  return html`<div id="progress" data-live="/feeds/progress"><p><label for="read">Reading new feeds: ${done} of ${reading.length}</label> <progress id="read" max="${reading.length}" value="${done}">${done} of ${reading.length}</progress></p></div>`;
}

const LABELS: Readonly<Record<DeskFeed['mood'] | 'paused', string>> = {
  paused: 'Paused',
  silent: 'Silent',
  asleep: 'Asleep: tried once a day',
  unread: 'Not read yet',
  remark: 'Well, with a remark',
  well: 'Well',
};

function feedCard(feed: DeskFeed, visit: Visit): Html {
  const { title, address, failures, mood, wall, polledAt, nextPollAt, newestAt, pausedAt, page, origin } = feed;
  const state = pausedAt === null ? mood : 'paused';
  const isFixed = origin === 'sample' || origin === 'file';
  return html`<li class="${state}"><h2>${words(title)}</h2><p class="state">${LABELS[state]}${
    {
      file: html` · <span class="quiet">in the configuration file</span>`,
      sample: html` · <span class="quiet">sample</span>`,
      everybody: '',
      ours: '',
    }[origin]
  }</p>
${wall ? html`<p><strong>${words(wall.name)}:</strong> ${words(wall.seen)}${wall.advice ? html` <strong>The way round:</strong> ${words(wall.advice)}` : ''}</p>` : ''}
<p class="small">${polledAt === null ? 'Never read' : html`Read ${time(polledAt, visit.moment)}`}${failures > 1 ? `, ${failures} times in vain` : ''}${
    pausedAt !== null
      ? html`; paused since ${time(pausedAt, visit.moment)}`
      : nextPollAt === null || origin === 'sample'
        ? ''
        : html`; next ${time(nextPollAt, visit.moment)}`
  }${newestAt === null ? '' : html`; its newest article is of ${time(newestAt, visit.moment, 'date')}`}${page === 'never' && origin !== 'sample' ? '; its articles’ pages are not fetched' : ''}<br><span class="address">${words(address)}</span></p>
${origin === 'sample' ? '' : html`<p class="acts"><a href="/why?feed=${encodeURIComponent(feed.id)}">Ask the doctor<span class="visually-hidden"> about ${words(title)}</span></a>${button(visit, '/feeds/pause', pausedAt === null ? 'Pause' : 'Resume', title, { id: feed.id, paused: pausedAt === null ? 'yes' : 'no' })}${origin === 'file' ? '' : button(visit, '/feeds/page', page === 'never' ? 'Fetch pages' : 'Fetch no pages', title, { id: feed.id, page: page === 'never' ? 'auto' : 'never' })}${isFixed ? '' : button(visit, '/feeds/remove', 'Remove', title, { feed: feed.id })}</p>`}</li>`;
}
