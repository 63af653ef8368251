import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUDGET, FERRY, HOUR_MS, STORM } from '../app/newsroom.ts';
import { type Browser, type DeskRoom, openDeskRoom } from './room.ts';

const LATER = {
  title: 'Ferry off Lunde: passengers are home',
  text: 'All 142 passengers of the ferry that ran aground off Lunde are home, the coast guard said.\n\n“The hull is whole,” Mara Holm, the harbour master, told reporters.',
};
const BRIDGE = {
  title: 'At least 12 killed as a bridge falls in Marl',
  text: 'At least 12 people were killed when a bridge collapsed in Marl on Monday, the police said.\n\n“It went down under my feet” said Ole Brandt, a bus driver.',
};
const BRIDGE_LATER = {
  title: 'Deaths at the bridge in Marl rise to 19',
  text: 'A total of 19 people were killed when a bridge collapsed in Marl on Monday, the police said.\n\n“We are still looking” said Ida Kern, the police chief.',
};
const PAGES = [
  '/',
  '/quotes',
  '/figures',
  '/preview',
  '/why',
  '/feeds',
  '/topics',
  '/schedules',
  '/deliveries',
  '/start',
  '/signin',
  '/api',
  '/nowhere',
];

let room: DeskRoom;
let browser: Browser;
beforeAll(async () => {
  room = await openDeskRoom();
  await room.publish({ ...FERRY, at: room.now - 6 * HOUR_MS });
  await room.publish({ ...BUDGET, at: room.now - 4 * HOUR_MS });
  await room.publish({ ...STORM, at: room.now - 3 * HOUR_MS });
  await room.publish({ ...LATER, at: room.now - 2 * HOUR_MS, url: 'https://harbour.example/later' });
  await room.publish({ ...BRIDGE, at: room.now - 5 * HOUR_MS });
  await room.publish({ ...BRIDGE_LATER, at: room.now - HOUR_MS });
  browser = room.browser();
});
afterAll(() => room.end());

const textOf = async (path: string) => (await browser.page(path)).body.textContent?.replace(/\s+/g, ' ') ?? '';

describe('every page', () => {
  test.each(PAGES)('%s stands by itself: one title, one main, a way past the navigation, nothing inline', async (path) => {
    const response = await browser.get(path);
    expect(response.status).toBe(path === '/nowhere' ? 404 : 200);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-inline');
    const page = await browser.page(path);
    expect(page.querySelectorAll('h1').length).toBe(1);
    expect(page.querySelectorAll('main').length).toBe(1);
    expect(page.querySelector('a.skip')?.getAttribute('href')).toBe('#content');
    expect(page.querySelector('html')?.getAttribute('lang')).toBe('en');
    expect([...page.querySelectorAll('[style], style, script:not([src]), [onclick]')].map(({ outerHTML }) => outerHTML)).toEqual([]);
    for (const field of page.querySelectorAll('input:not([type=hidden]), select, textarea'))
      expect(page.querySelector(`label[for="${field.id}"]`) ?? field.closest('label'), field.outerHTML).toBeTruthy();
  });

  test('no link of ours leads nowhere', async () => {
    const seen = new Set<string>();
    const wrong: string[] = [];
    const queue = ['/'];
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      if (seen.has(path) || seen.size > 150) continue;
      seen.add(path);
      const response = await browser.get(path);
      // The chat view is another part's.
      if (response.status >= 400 && !path.startsWith('/?ask=')) wrong.push(`${response.status} ${path}`);
      if (!response.headers.get('content-type')?.includes('html')) continue;
      for (const anchor of (await browser.page(path)).querySelectorAll('a[href^="/"]')) queue.push(anchor.getAttribute('href') ?? '');
    }
    expect(seen.size).toBeGreaterThan(30);
    expect(wrong.filter((line) => !line.includes('/topics/putin-xi'))).toEqual([]);
  });

  test('style and script are kept for good, pages are not', async () => {
    const css = (await browser.page('/')).querySelector('link[rel=stylesheet]')?.getAttribute('href') ?? '';
    const style = await browser.get(css);
    expect([style.status, style.headers.get('cache-control')]).toEqual([200, expect.stringContaining('immutable')]);
    expect((await browser.get('/')).headers.get('cache-control')).toBe('no-store');
  });
});

describe('what the pages show', () => {
  test('today: stories, each sentence with its source, quotes with speakers, figures, what changed', async () => {
    const page = await browser.page('/');
    expect(page.querySelectorAll('.story').length).toBe(4);
    const sentences = [...page.querySelectorAll('.sentence')];
    expect(sentences.length).toBeGreaterThan(2);
    for (const sentence of sentences) {
      const link = sentence.querySelector('a.ref');
      expect(link?.getAttribute('href')).toMatch(/^https:\/\/harbour\.example\//);
      expect(sentence.querySelector(`#${link?.getAttribute('aria-describedby')}`)?.textContent).toContain('The harbour');
    }
    expect(await textOf('/')).toContain('Ines Kofler');
    expect(page.querySelector('.changed del')).toBeTruthy();
  });

  test('a topic, defined or not, and one that finds nothing', async () => {
    expect(await textOf('/topics/lunde-ferry')).toContain('passengers are home');
    expect((await browser.get('/topics/xyzzy')).status).toBe(404);
  });

  test('a story: reports in the order of time, figures side by side, a chart with its table, who said what when', async () => {
    const path = [...(await browser.page('/')).querySelectorAll('.story')]
      .find((story) => story.textContent?.includes('Marl'))
      ?.querySelector('h2 a')
      ?.getAttribute('href');
    const page = await browser.page(path ?? '');
    expect([...page.querySelectorAll('.timeline h3')].map(({ textContent }) => textContent)).toEqual([BRIDGE.title, BRIDGE_LATER.title]);
    expect([...page.querySelectorAll('.said blockquote')].map(({ textContent }) => textContent?.trim())).toEqual([
      '“It went down under my feet”',
      '“We are still looking”',
    ]);
    expect(page.querySelector('.chart svg[role=img]')?.getAttribute('aria-label')).toContain('from at least 12 people to 19 people');
    expect([...page.querySelectorAll('.chart tbody th')].map(({ textContent }) => textContent)).toEqual([
      'at least 12 people',
      '19 people',
    ]);
  });

  test('quotes: by speaker with roles, by words, outlet and date; each leads to its words in the article', async () => {
    expect(await textOf('/quotes?speaker=holm')).toMatch(/Mara Holm As articles named the role.* harbour master/);
    expect(await textOf('/quotes?speaker=hulm')).toContain('Near it: Mara Holm');
    expect(await textOf('/quotes?about=schools')).toContain('This pays for the schools first');
    expect(await textOf('/quotes?about=schools&outlet=The%20tide')).toContain('No quotes');
    expect(await textOf('/quotes?until=2026-11-22')).toContain('No quotes');
    expect(await textOf('/quotes?since=2026-11-23&until=2026-11-23&topic=aldery')).toContain('Tom Reyes');
    const link = (await browser.page('/quotes?speaker=reyes')).querySelector('.origin a[href^="/quotes/"]')?.getAttribute('href') ?? '';
    const page = await browser.page(link);
    expect(page.querySelector('mark.said')?.textContent).toBe('This pays for the schools first,');
    expect(page.querySelector('mark.cue')?.textContent).toBe('said');
    expect(page.querySelector('mark.who')?.textContent).toContain('Tom Reyes');
    expect(page.querySelector('.excerpt')?.textContent).toContain('Taxes rise by 2 percent next year.');
    const copies = [...page.querySelectorAll('textarea')].map((field) => field.textContent ?? '');
    expect(copies.length).toBe(4);
    for (const copy of copies) {
      expect(copy).toContain('This pays for the schools first');
      expect(copy).toContain('Tom Reyes');
      expect(copy).toContain('https://harbour.example/');
    }
    expect((await browser.get(`${link}x`)).status).toBe(404);
  });

  test('figures by words, unit and topic, each with its sentence', async () => {
    expect(await textOf('/figures?unit=euro')).toMatch(/82 million euros.*passed a budget of 82 million euros after nine hours/);
    expect(await textOf('/figures?unit=euro')).not.toContain('31,000 homes');
    expect(await textOf('/figures?topic=storm')).toContain('31,000 homes');
    expect(await textOf('/figures?words=xyzzy')).toContain('No figures fit');
  });

  test('a preview is what would be posted: the words of the blocks, embeds and text', async () => {
    const page = await browser.page('/preview?topic=storm&detail=full');
    for (const look of ['.slack', '.discord', '.plain-text']) {
      const text = page.querySelector(look)?.textContent ?? '';
      expect(text).toContain('Storm Halina cuts power in the north');
      expect(text).toContain('Crews have been out since four in the morning');
      expect(text).not.toMatch(/<!date|<t:\d|\*\*|\\\./);
    }
  });

  test('the first steps are marked as they are done', async () => {
    expect([...(await browser.page('/start')).querySelectorAll('.steps > li')].map(({ className }) => className)).toEqual([
      'done',
      'done',
      'open',
      'open',
    ]);
    room.connections.push({ platform: 'slack', health: { state: 'connected' } });
    expect(await (await browser.get('/start/marks')).text()).toContain('Connected.');
  });
});
