/** A page's content → the whole page: masthead, navigation, command box, foot. The chat view stands in the same frame. */
import { html } from 'hono/html';
import type { DeskMoment } from '#model/desk.ts';
import { phrases } from '#phrases/desk.ts';
import { type Html, link, time } from './html.ts';

/** Who looks, when, and what was just done. */
export type Visit = {
  readonly moment: DeskMoment;
  readonly path: string;
  /** Null: reading only. The token goes into every form. */
  readonly manager: { readonly csrf: string } | null;
  /** How the last change went; shown once. */
  readonly flash: Html | null;
  readonly assets: { readonly css: string; readonly script: string };
};

export type PageParts = {
  readonly title: string;
  readonly content: Html;
  /** The chat view has a box of its own. */
  readonly hasOwnBox?: boolean;
  readonly scripts?: readonly string[];
  /** Feeds of this page for a reader's program. */
  readonly feeds?: readonly { readonly href: string; readonly type: string; readonly title: string }[];
};

type Place = { readonly href: string; readonly label: string; readonly key: string };
const { pages } = phrases;
const READING: readonly Place[] = [
  { href: '/', label: pages.today, key: 't' },
  { href: '/quotes', label: pages.quotes, key: 'q' },
  { href: '/figures', label: pages.figures, key: 'f' },
  { href: '/preview', label: pages.preview, key: 'p' },
  { href: '/why', label: pages.why, key: 'w' },
];
const RUNNING: readonly Place[] = [
  { href: '/feeds', label: pages.feeds, key: 'e' },
  { href: '/topics', label: pages.topics, key: 'o' },
  { href: '/schedules', label: pages.schedules, key: 's' },
  { href: '/deliveries', label: pages.deliveries, key: 'd' },
];

export function page(visit: Visit, parts: PageParts): Html {
  const { moment, assets, flash } = visit;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${parts.title === 'Wirebrief' ? 'Wirebrief' : phrases.titled(parts.title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${assets.css}">
${(parts.feeds ?? []).map(({ href, type, title }) => html`<link rel="alternate" type="${type}" title="${title}" href="${href}">`)}
<script src="${assets.script}" defer></script>
${(parts.scripts ?? []).map((src) => html`<script src="${src}" defer></script>`)}
</head>
<body>
<a class="skip" href="#content">${phrases.skip}</a>
<header class="masthead">
<div class="dateline"><span>${time(moment.now, moment, 'date')}${moment.isSample ? html` · <a href="/start">${phrases.theSample}</a>` : ''}</span>${account(visit)}</div>
<p class="nameplate"><a href="/">Wirebrief</a></p>
<nav class="places" aria-label="${phrases.navigation}">${list(READING, visit.path)}${list(RUNNING, visit.path)}</nav>
</header>
${moment.isSample && visit.path !== '/start' ? SAMPLE : ''}
<main id="content" tabindex="-1">
${flash ? html`<div class="flash" role="status">${flash}</div>` : ''}
${parts.content}
</main>
${parts.hasOwnBox ? '' : BOX}
<footer class="foot">
<p>${phrases.citesSources} <a href="/start">${pages.start}</a> · <a href="/api">${pages.api}</a> · <a href="/?ask=help">${phrases.commands}</a></p>
<p class="keys" hidden><label><input type="checkbox" id="keys-on"> ${phrases.keys(
    kbd,
    html`${[...READING, ...RUNNING].map(({ key, label }, index) => html`${index ? ', ' : ''}${kbd(key)} ${label}`)}`,
  )}</label></p>
</footer>
</body>
</html>`;
}

const kbd = (key: string): Html => html`<kbd>${key}</kbd>`;

const SAMPLE = html`<aside class="sample" aria-label="${phrases.aboutSample}"><p><strong>${phrases.sample}</strong> ${phrases.sampleNote(link('/start'))}</p></aside>`;

const BOX = html`<form class="ask" action="/" method="get" role="search"><label for="ask">${phrases.ask}</label>
<input id="ask" name="ask" autocomplete="off" maxlength="500" placeholder="${phrases.askExample}" list="suggestions"><button>${phrases.ask}</button>
<datalist id="suggestions"></datalist></form>`;

function list(places: readonly Place[], path: string): Html {
  const isHere = (href: string) => path === href || (href !== '/' && path.startsWith(`${href}/`));
  return html`<ul>${places.map(
    ({ href, label, key }) =>
      html`<li><a href="${href}" data-key="${key}"${isHere(href) ? html` aria-current="page"` : ''}>${label}</a></li>`,
  )}</ul>`;
}

function account({ manager, path }: Visit): Html {
  if (!manager)
    return html`<a href="/signin?next=${encodeURIComponent(path)}">${phrases.signIn}<span class="wide-only">${phrases.signInTo}</span></a>`;
  return html`<form action="/signout" method="post"><input type="hidden" name="csrf" value="${manager.csrf}">${phrases.signedIn}<button class="plain">${phrases.signOut}</button></form>`;
}
