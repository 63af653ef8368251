/** Pages as sites of many kinds build them, all around one article that we wrote: what is furniture differs, the article does not. */

const PARAGRAPHS: Readonly<Record<number, string>> = {
  1: 'The council of Aldery voted late on Tuesday to close the old tunnel under the river, after a report found that its lining had cracked in eleven places.',
  2: '“We have looked at every other way, and there is none that is safe,” said Tom Reyes, who leads the council, after the vote of 14 to 9.',
  3: 'Traffic will be led over the north bridge from Monday on, and the buses of lines 4 and 7 will stop at the market square for as long as the works last.',
  4: 'The works are to cost 82 million euros, of which the state pays two thirds; the rest comes out of the budget of the next three years, the treasurer said.',
  5: 'Shopkeepers near the southern mouth fear for their trade. “Half of my customers come through it,” said Ines Kofler, who sells bread there.',
  6: 'A second vote, on a toll for lorries, was put off until the spring.',
};
const P = (n: number): string => PARAGRAPHS[n] ?? '';
const all = [1, 2, 3, 4, 5, 6].map(P);
const want = all.join('\n\n');
const ps = all.map((p) => `<p>${p}</p>`).join('\n');
const head = (extra = '') =>
  `<!doctype html><html lang="en"><head><title>Aldery closes its tunnel | The Aldery Post</title><meta property="og:title" content="Aldery closes its tunnel">${extra}</head>`;
const nav =
  '<div class="topbar"><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather</a></li></ul></div>';
const foot =
  '<div class="site-bottom"><p>© 2026 The Aldery Post. All rights reserved.</p><ul><li><a href="/imprint">Imprint</a></li><li><a href="/privacy">Privacy</a></li></ul></div>';
/** Name → the text that a reader would call the article, and a page of that design around it. */
export const DESIGNS: Readonly<Record<string, readonly [text: string, html: string]>> = {
  wordpress: [
    want,
    head() +
      `<body class="post-template-default single"><div id="page">${nav}<div id="primary"><main><article class="post-12 post type-post hentry"><header class="entry-header"><h1 class="entry-title">Aldery closes its tunnel</h1><div class="entry-meta"><span class="posted-on">25 November 2026</span> by <span class="author vcard"><a href="/a">Mara Holm</a></span></div></header><div class="entry-content">${ps}<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="#">Twitter</a></li><li><a href="#">Facebook</a></li></ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><p>A bridge for Lunde</p></div></div><footer class="entry-footer"><span class="cat-links">Posted in <a href="#">City</a></span><span class="tags-links">Tagged <a href="#">tunnel</a></span></footer></article><div id="comments" class="comments-area"><h2>3 thoughts on “Aldery closes its tunnel”</h2><ol><li><p>I have driven through it for thirty years and never saw a crack, so this is all about the money, as it always is with this council and its leader.</p></li><li><p>Good. My brother works there and says that it has leaked since the flood, and that nobody wanted to hear about it, least of all before an election.</p></li></ol></div></main></div>${foot}</div></body></html>`,
  ],
  'divs only, random classes': [
    want,
    head() +
      `<body><div class="a1"><div class="b2">${nav}</div><div class="c3"><div class="d4"><h1 class="x9">Aldery closes its tunnel</h1><div class="q1">Mara Holm</div><div class="q2">25 Nov 2026, 18:04</div>${all.map((p) => `<div class="z7">${p}</div>`).join('')}</div><div class="e5"><div class="f6"><a href="/1">Lunde gets a bridge of its own</a></div><div class="f6"><a href="/2">Why bread costs more this winter</a></div><div class="f6"><a href="/3">The five best walks along the river</a></div></div></div>${foot}</div></body></html>`,
  ],
  'spans in one div with br': [
    want,
    head() +
      `<body>${nav}<div id="content"><h1>Aldery closes its tunnel</h1><div class="text">${all.join('<br><br>')}</div></div>${foot}</body></html>`,
  ],
  'br single': [
    all.join('\n\n'),
    head() +
      `<body>${nav}<div id="content"><h1>Aldery closes its tunnel</h1><div class="text">${all.join('<br/>\n<br/>\n')}</div></div>${foot}</body></html>`,
  ],
  amp: [
    want,
    head('<script async src="https://cdn.ampproject.org/v0.js"></script>') +
      `<body><amp-sidebar id="s"><ul><li><a href="/">Home</a></li></ul></amp-sidebar><main><h1>Aldery closes its tunnel</h1><amp-img src="x" width="1" height="1"></amp-img><p class="amp-caption">The southern mouth of the tunnel on Monday. Photo: A. Writer</p>${ps}<amp-ad width="300" height="250" type="x"></amp-ad><amp-list src="x"><template><p>{{title}}</p></template></amp-list></main>${foot}</body></html>`,
  ],
  'live blog': [
    `${P(1)}\n\nThe vote is over: 14 to 9.\n\n${P(2)}\n\nBuses are led over the north bridge\n\n${P(3)}`,
    head() +
      `<body>${nav}<main><article><h1>Aldery closes its tunnel</h1><p>${P(1)}</p><div class="live-post"><time datetime="2026">18:04</time><p>The vote is over: 14 to 9.</p><p>${P(2)}</p></div><div class="live-post"><time>17:40</time><h2>Buses are led over the north bridge</h2><p>${P(3)}</p></div></article></main>${foot}</body></html>`,
  ],
  'press release': [
    all.slice(0, 5).join('\n\n'),
    head() +
      `<body>${nav}<div class="release"><h1>Aldery closes its tunnel</h1><p>FOR IMMEDIATE RELEASE</p>${all
        .slice(0, 5)
        .map((p) => `<p>${p}</p>`)
        .join('')}<p>###</p><h3>Media contact</h3><p>Jo Dale, press@aldery.example, +44 1234 567890</p></div>${foot}</body></html>`,
  ],
  'paywalled teaser': [
    [P(1), P(2)].join('\n\n'),
    head() +
      `<body>${nav}<article><h1>Aldery closes its tunnel</h1><p>${P(1)}</p><p>${P(2)}</p><div class="paywall"><h3>Read on with a subscription</h3><p>Get the first month for one euro and read all articles of the Aldery Post on every device you own. Cancel at any time.</p><a href="/subscribe">Subscribe now</a></div></article>${foot}</body></html>`,
  ],
  'list article': [
    `${P(1)}\n\n1. The north bridge\n\n${P(3)}\n\n2. The money\n\n${P(4)}\n\n3. The shops\n\n${P(5)}`,
    head() +
      `<body>${nav}<article><h1>Three things to know about the tunnel</h1><p>${P(1)}</p><h2>1. The north bridge</h2><p>${P(3)}</p><h2>2. The money</h2><p>${P(4)}</p><h2>3. The shops</h2><p>${P(5)}</p></article>${foot}</body></html>`,
  ],
  gallery: [
    [P(1), P(3)].join('\n\n'),
    head() +
      `<body>${nav}<article><h1>Aldery closes its tunnel</h1><p>${P(1)}</p><div class="gallery"><figure><img src="1"><figcaption>Workers at the southern mouth, Tuesday.</figcaption></figure><figure><img src="2"><figcaption>The crack in the lining.</figcaption></figure><div class="slide-count">1 / 2</div></div><p>${P(3)}</p></article>${foot}</body></html>`,
  ],
  german: [
    'Der Rat von Aldery hat am späten Dienstag beschlossen, den alten Tunnel unter dem Fluss zu schließen, nachdem ein Gutachten elf Risse gefunden hatte.\n\n„Wir haben jeden anderen Weg geprüft, und keiner ist sicher“, sagte Tom Reyes, der den Rat führt, nach der Abstimmung mit 14 zu 9 Stimmen.\n\nDer Verkehr wird ab Montag über die Nordbrücke geführt; die Busse der Linien 4 und 7 halten so lange am Marktplatz.',
    `<!doctype html><html lang="de"><head><title>Aldery schließt den Tunnel - Alderyer Zeitung</title></head><body>${nav}<article><h1>Aldery schließt den Tunnel</h1><p class="autor">Von Mara Holm</p><p>Stand: 25.11.2026, 18:04 Uhr</p><p>Der Rat von Aldery hat am späten Dienstag beschlossen, den alten Tunnel unter dem Fluss zu schließen, nachdem ein Gutachten elf Risse gefunden hatte.</p><p>„Wir haben jeden anderen Weg geprüft, und keiner ist sicher“, sagte Tom Reyes, der den Rat führt, nach der Abstimmung mit 14 zu 9 Stimmen.</p><p><strong>Lesen Sie auch:</strong> <a href="/x">Eine Brücke für Lunde</a></p><p>Der Verkehr wird ab Montag über die Nordbrücke geführt; die Busse der Linien 4 und 7 halten so lange am Marktplatz.</p><p><a href="#">Zur Startseite</a></p></article><div class="kommentare"><h3>Kommentare</h3><p>Das wurde auch Zeit, ich fahre da seit dreißig Jahren nicht mehr gerne durch, und meine Frau auch nicht.</p></div></body></html>`,
  ],
  japanese: [
    '市議会は火曜日の夜、川の下を通る古いトンネルを閉鎖することを決めた。報告書によると、内壁に十一か所の亀裂が見つかった。\n\n「ほかの方法はすべて検討したが、安全なものはなかった」と議長のレイエス氏は採決の後に述べた。\n\n月曜日から交通は北の橋に誘導され、四番と七番のバスは工事が終わるまで市場広場に停車する。',
    `<!doctype html><html lang="ja"><head><title>トンネル閉鎖へ｜アルデリー新聞</title></head><body>${nav}<div class="main"><h1>アルデリー、トンネル閉鎖へ</h1><div class="body"><p>市議会は火曜日の夜、川の下を通る古いトンネルを閉鎖することを決めた。報告書によると、内壁に十一か所の亀裂が見つかった。</p><p>「ほかの方法はすべて検討したが、安全なものはなかった」と議長のレイエス氏は採決の後に述べた。</p><p>月曜日から交通は北の橋に誘導され、四番と七番のバスは工事が終わるまで市場広場に停車する。</p></div></div>${foot}</body></html>`,
  ],
  'blockquote heavy': [
    `${P(1)}\n\nWe have cracks in eleven places, and we cannot close our eyes to them.\n\nNobody wants this, but nobody wants to be in there when it falls, either.\n\n${P(3)}`,
    head() +
      `<body>${nav}<article><p>${P(1)}</p><blockquote><p>We have cracks in eleven places, and we cannot close our eyes to them.</p><p>Nobody wants this, but nobody wants to be in there when it falls, either.</p></blockquote><p>${P(3)}</p></article>${foot}</body></html>`,
  ],
  'cookie wall + newsletter inside': [
    want,
    head() +
      `<body><div id="cookie-consent"><p>We and our 843 partners store and access information on your device, such as cookies, to show you personalised ads and to measure them. You can change your choice at any time.</p></div>${nav}<article><h1>Aldery closes its tunnel</h1>${all
        .slice(0, 3)
        .map((p) => `<p>${p}</p>`)
        .join(
          '',
        )}<section class="newsletter-inline"><h4>The morning letter</h4><p>What matters in Aldery, in your inbox at seven every morning.</p><form><input type="email"><button>Sign up</button></form></section>${all
        .slice(3)
        .map((p) => `<p>${p}</p>`)
        .join('')}</article>${foot}</body></html>`,
  ],
  'recommendation in the middle, plain': [
    want,
    head() +
      `<body>${nav}<article><h1>Aldery closes its tunnel</h1>${all
        .slice(0, 3)
        .map((p) => `<p>${p}</p>`)
        .join(
          '',
        )}<div><strong>More on this story</strong><ul><li><a href="/1">Lunde gets a bridge</a></li><li><a href="/2">What a tunnel costs</a></li></ul></div>${all
        .slice(3)
        .map((p) => `<p>${p}</p>`)
        .join('')}</article>${foot}</body></html>`,
  ],
  'short news': [
    'A tree fell on the line near Lunde on Tuesday. Nobody was hurt, and trains run again.',
    head() +
      `<body>${nav}<article><h1>Tree falls on railway line</h1><p>A tree fell on the line near Lunde on Tuesday. Nobody was hurt, and trains run again.</p></article>${foot}</body></html>`,
  ],
  'table of results': [
    `${P(1)}\n\nWard For Against\n\nEast 5 2\n\nWest 9 7\n\n${P(3)}`,
    head() +
      `<body>${nav}<article><p>${P(1)}</p><table><tr><th>Ward</th><th>For</th><th>Against</th></tr><tr><td>East</td><td>5</td><td>2</td></tr><tr><td>West</td><td>9</td><td>7</td></tr></table><p>${P(3)}</p></article>${foot}</body></html>`,
  ],
  'aside first, main without p': [
    want,
    head() +
      `<body><aside><h2>Most read</h2><ol><li><a href="/1">One</a></li></ol></aside><main>${all.map((p) => `<section>${p}</section>`).join('')}</main>${foot}</body></html>`,
  ],
  'nested in form (asp.net)': [
    want,
    head() +
      `<body><form id="aspnetForm" action="./x"><div class="aspNetHidden"><input type="hidden"></div>${nav}<div class="content"><h1>Aldery closes its tunnel</h1>${ps}</div>${foot}</form></body></html>`,
  ],
  'substack-like': [
    want,
    head() +
      `<body><div class="main"><article class="newsletter-post post"><div class="post-header"><h1 class="post-title">Aldery closes its tunnel</h1><h3 class="subtitle">And what that means for the shops</h3><div class="byline-wrapper">Mara Holm<div>Nov 25, 2026</div></div><div class="post-ufi"><a>12</a><a>3</a><a>Share</a></div></div><div class="available-content"><div class="body markup">${ps}<p class="button-wrapper"><a class="button" href="/subscribe">Subscribe now</a></p></div></div><div class="subscription-widget"><p>Thanks for reading The Aldery Letter! Subscribe for free to receive new posts and support my work.</p></div></article><div class="comments-page"><h4>Discussion about this post</h4><p>Ready for more?</p></div></div></body></html>`,
  ],
  'json-ld and no article': [
    want,
    head(`<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: all.join(' ') })}</script>`) +
      `<body>${nav}<div class="story__body story__body--lead">${ps}</div>${foot}</body></html>`,
  ],
  'lead in header': [
    want,
    head() +
      `<body>${nav}<article><header><h1>Aldery closes its tunnel</h1><p class="lead">${P(1)}</p></header><div class="body">${all
        .slice(1)
        .map((p) => `<p>${p}</p>`)
        .join('')}</div></article>${foot}</body></html>`,
  ],
  'author box at end without class': [
    want,
    head() +
      `<body>${nav}<article><h1>Aldery closes its tunnel</h1>${ps}<hr><p><em>Mara Holm covers the city council. You can reach her at mara@post.example.</em></p></article>${foot}</body></html>`,
  ],
  'correction and editor note': [
    `${want}\n\nThis article was changed on 26 November to give the right sum of the works.`,
    head() +
      `<body>${nav}<article><h1>Aldery closes its tunnel</h1>${ps}<p>This article was changed on 26 November to give the right sum of the works.</p></article>${foot}</body></html>`,
  ],
  'cards below as articles': [
    want,
    head() +
      `<body>${nav}<main><article class="story"><h1>Aldery closes its tunnel</h1>${ps}</article><section class="river"><article class="card"><h3><a href="/1">Lunde gets a bridge</a></h3><p>The town of Lunde is to get a bridge of its own in two years, the ministry of transport said on Monday evening.</p></article><article class="card"><h3><a href="/2">Bread costs more</a></h3><p>Flour and power are dearer than a year ago, and so bakers ask for more, a survey of the chamber of trade has found.</p></article></section></main>${foot}</body></html>`,
  ],
  drupal: [
    want,
    head() +
      `<body class="html not-front">${nav}<div class="region region-content"><div class="node node-article node-promoted"><h1 id="page-title">Aldery closes its tunnel</h1><div class="submitted">Submitted by mholm on Wed, 11/25/2026 - 18:04</div><div class="content"><div class="field field-name-field-image"><img src="x"></div><div class="field field-name-body"><div class="field-items"><div class="field-item even">${ps}</div></div></div><div class="field field-name-field-tags"><h3>Tags:</h3><a href="#">tunnel</a></div></div></div></div>${foot}</body></html>`,
  ],
  interview: [
    `${P(1)}\n\nWhy does it close?\n\n${P(4)}\n\nAnd who pays?\n\n${P(5)}`,
    head() +
      `<body>${nav}<article><p>${P(1)}</p><p><strong>Why does it close?</strong></p><p>${P(4)}</p><p><strong>And who pays?</strong></p><p>${P(5)}</p></article>${foot}</body></html>`,
  ],
  'pull quote': [
    want,
    head() +
      `<body>${nav}<article><h1>Aldery closes its tunnel</h1>${all
        .slice(0, 3)
        .map((p) => `<p>${p}</p>`)
        .join('')}<blockquote class="pullquote">“We have looked at every other way”</blockquote>${all
        .slice(3)
        .map((p) => `<p>${p}</p>`)
        .join('')}</article>${foot}</body></html>`,
  ],
  noscript: [want, `${head()}<body>${nav}<div id="app"></div><noscript><article>${ps}</article></noscript>${foot}</body></html>`],
  pre: [want, `${head()}<body>${nav}<div class="release"><pre>${all.join('\n\n')}</pre></div>${foot}</body></html>`],
  russian: [
    'Совет города поздно вечером во вторник решил закрыть старый тоннель под рекой, после того как экспертиза нашла одиннадцать трещин в его своде.\n\n«Мы проверили все другие пути, и ни один из них не безопасен», — сказал после голосования глава совета Том Рейес.\n\nС понедельника движение пойдёт по северному мосту, а автобусы четвёртого и седьмого маршрутов будут останавливаться на рыночной площади.',
    `<!doctype html><html lang="ru"><head><title>Тоннель закрывают — Вестник</title></head><body>${nav}<div class="article"><h1>Тоннель закрывают</h1><div class="article__date">25 ноября 2026, 18:04</div><div class="article__text"><p>Совет города поздно вечером во вторник решил закрыть старый тоннель под рекой, после того как экспертиза нашла одиннадцать трещин в его своде.</p><p>«Мы проверили все другие пути, и ни один из них не безопасен», — сказал после голосования глава совета Том Рейес.</p><p>Читайте также: <a href="/x">Мост для Лунде</a></p><p>С понедельника движение пойдёт по северному мосту, а автобусы четвёртого и седьмого маршрутов будут останавливаться на рыночной площади.</p></div><div class="article__share">Поделиться</div></div></body></html>`,
  ],
  arabic: [
    'قرر مجلس المدينة في وقت متأخر من مساء الثلاثاء إغلاق النفق القديم تحت النهر بعد أن وجد تقرير شقوقا في أحد عشر موضعا من بطانته.\n\nوقال توم رييس رئيس المجلس بعد التصويت إن كل الطرق الأخرى قد درست ولم يكن أي منها آمنا.\n\nوستحول حركة المرور إلى الجسر الشمالي اعتبارا من يوم الاثنين وتقف حافلات الخطين الرابع والسابع في ساحة السوق.',
    `<!doctype html><html lang="ar" dir="rtl"><head><title>إغلاق النفق</title></head><body>${nav}<div class="content"><h1>إغلاق النفق</h1><p>قرر مجلس المدينة في وقت متأخر من مساء الثلاثاء إغلاق النفق القديم تحت النهر بعد أن وجد تقرير شقوقا في أحد عشر موضعا من بطانته.</p><p>وقال توم رييس رئيس المجلس بعد التصويت إن كل الطرق الأخرى قد درست ولم يكن أي منها آمنا.</p><p>وستحول حركة المرور إلى الجسر الشمالي اعتبارا من يوم الاثنين وتقف حافلات الخطين الرابع والسابع في ساحة السوق.</p></div></body></html>`,
  ],
  'hidden twin': [
    want,
    head() +
      `<body>${nav}<article><h1>Aldery closes its tunnel</h1><div class="mobile-intro" style="display:none">${P(1)}</div>${ps}</article>${foot}</body></html>`,
  ],
  'fact box': [
    want,
    head() +
      `<body>${nav}<article><h1>Aldery closes its tunnel</h1>${all
        .slice(0, 3)
        .map((p) => `<p>${p}</p>`)
        .join('')}<aside class="factbox"><h3>The tunnel</h3><ul><li>Built in 1931</li><li>840 metres long</li></ul></aside>${all
        .slice(3)
        .map((p) => `<p>${p}</p>`)
        .join('')}</article>${foot}</body></html>`,
  ],
  'medium like': [
    want,
    head() +
      `<body><div id="root"><div class="a b c"><div class="m n"><a href="/">Open in app</a><a>Sign up</a></div><article><div class="l"><section><div><div class="ch bf"><h1 class="pw-post-title">Aldery closes its tunnel</h1><div class="sp"><a href="/@m">Mara Holm</a><span>Follow</span><span>4 min read</span><span>Nov 25, 2026</span></div><div class="clap"><button>--</button><button>Listen</button><button>Share</button></div>${all.map((p) => `<p class="pw-post-body-paragraph">${p}</p>`).join('')}</div></div></section></div></article></div></div></body></html>`,
  ],
  'main story continue': [
    want,
    head() +
      `<body>${nav}<article><h1>Aldery closes its tunnel</h1>${all
        .slice(0, 2)
        .map((p) => `<p>${p}</p>`)
        .join('')}<div><a href="#after">Continue reading the main story</a></div><div class="ad"><p>Advertisement</p></div>${all
        .slice(2)
        .map((p) => `<p>${p}</p>`)
        .join('')}</article>${foot}</body></html>`,
  ],
  'single long paragraph': [
    all.join(' '),
    `${head()}<body>${nav}<div id="main"><h1>Aldery closes its tunnel</h1><p>${all.join(' ')}</p></div>${foot}</body></html>`,
  ],
  'headline far from text, sidebar longer': [
    want,
    head() +
      `<body><table width="100%"><tr><td width="180"><b>Sections</b><br>${Array.from({ length: 30 }, (_, i) => `<a href="/${i}">Section number ${i} of the paper</a><br>`).join('')}</td><td><h2>Aldery closes its tunnel</h2>${ps}</td><td>${Array.from({ length: 12 }, (_, i) => `<p><a href="/s${i}">Another story of the day, with a headline of some length ${i}</a></p>`).join('')}</td></tr></table></body></html>`,
  ],
};
