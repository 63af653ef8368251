/** The feeds → their page: health in the doctor's words, last and next poll; add, pause, remove, OPML in and out with progress. */
import { html } from 'hono/html';
import type { DeskFeed } from '#model/desk.ts';
import { phrases as frame } from '#phrases/desk.ts';
import { phrases } from '#phrases/desk-managing.ts';
import { type Html, time, words } from './html.ts';
import type { Visit } from './layout.ts';
import { button, form, signInHint } from './manage.ts';

export function feedsPage(feeds: readonly DeskFeed[], visit: Visit): Html {
  const own = feeds.filter(({ origin }) => origin !== 'sample');
  const silent = own.filter(({ failures, pausedAt }) => failures > 0 && pausedAt === null);
  return html`<div class="page-head"><h1>${frame.pages.feeds}</h1><p class="standfirst">${
    own.length === 0 ? phrases.onlySample : phrases.feeds(own.length, silent.length)
  }</p></div>
${progress(own)}
${signInHint(visit, phrases.changeFeeds)}
${form(
  visit,
  '/feeds/add',
  html`<div class="fields"><p class="wide"><label for="feed">${phrases.feedAddress}</label><input id="feed" name="feed" required maxlength="500" inputmode="url" autocomplete="off" placeholder="https://example.org/feed.xml"></p><p><label for="page">${phrases.pagesOfArticles}</label><select id="page" name="page"><option value="">${phrases.pagesFetched}</option><option value="never">${phrases.pagesNever}</option></select></p><p class="go"><button>${phrases.addFeed}</button></p></div>`,
  { name: 'filters' },
)}
${feeds.length ? html`<ul class="cards">${feeds.map((feed) => feedCard(feed, visit))}</ul>` : ''}
<section><h2>${phrases.listsOfFeeds}</h2>${own.some(({ address }) => address.startsWith('http')) ? html`<p class="acts"><a href="/feeds.opml">${phrases.allAsOpml}</a></p>` : ''}
${form(
  visit,
  '/feeds/import',
  html`<div class="fields"><p class="wide"><label for="file">${phrases.opmlFile}</label><input id="file" name="file" type="file" required accept=".opml,.xml,text/xml,text/x-opml"></p><p class="go"><button>${phrases.import}</button></p></div>`,
  { isFile: true, name: 'filters' },
)}</section>`;
}

/** How far the first reading is; the page asks again by itself while it goes on. */
export function progress(feeds: readonly DeskFeed[]): Html {
  const reading = feeds.filter(({ pausedAt }) => pausedAt === null);
  const waiting = reading.filter(({ polledAt }) => polledAt === null).length;
  if (waiting === 0) return html`<div id="progress"></div>`;
  const done = reading.length - waiting;
  return html`<div id="progress" data-live="/feeds/progress"><p><label for="read">${phrases.readingNew(done, reading.length)}</label> <progress id="read" max="${reading.length}" value="${done}">${phrases.doneOf(done, reading.length)}</progress></p></div>`;
}

function feedCard(feed: DeskFeed, visit: Visit): Html {
  const { title, address, failures, mood, wall, polledAt, nextPollAt, newestAt, pausedAt, page, origin } = feed;
  const state = pausedAt === null ? mood : 'paused';
  const isFixed = origin === 'sample' || origin === 'file';
  return html`<li class="${state}"><h2>${words(title)}</h2><p class="state">${phrases.moods[state]}${
    {
      file: html` · <span class="quiet">${frame.inFile}</span>`,
      sample: html` · <span class="quiet">${phrases.sample}</span>`,
      everybody: '',
      ours: '',
    }[origin]
  }</p>
${wall ? html`<p><strong>${words(wall.name)}:</strong> ${words(wall.seen)}${wall.advice ? html` <strong>${phrases.wayRound}</strong> ${words(wall.advice)}` : ''}</p>` : ''}
<p class="small">${polledAt === null ? phrases.neverRead : phrases.read(time(polledAt, visit.moment))}${failures > 1 ? phrases.inVain(failures) : ''}${
    pausedAt !== null
      ? phrases.pausedSince(time(pausedAt, visit.moment))
      : nextPollAt === null || origin === 'sample'
        ? ''
        : phrases.next(time(nextPollAt, visit.moment))
  }${newestAt === null ? '' : phrases.newestOf(time(newestAt, visit.moment, 'date'))}${page === 'never' && origin !== 'sample' ? phrases.noPages : ''}<br><span class="address">${words(address)}</span></p>
${origin === 'sample' ? '' : html`<p class="acts"><a href="/why?feed=${encodeURIComponent(feed.id)}">${phrases.askDoctor}<span class="visually-hidden">${phrases.about(words(title))}</span></a>${button(visit, '/feeds/pause', pausedAt === null ? frame.pause : frame.resume, title, { id: feed.id, paused: pausedAt === null ? 'yes' : 'no' })}${origin === 'file' ? '' : button(visit, '/feeds/page', page === 'never' ? phrases.fetchPages : phrases.fetchNoPages, title, { id: feed.id, page: page === 'never' ? 'auto' : 'never' })}${isFixed ? '' : button(visit, '/feeds/remove', frame.remove, title, { feed: feed.id })}</p>`}</li>`;
}
