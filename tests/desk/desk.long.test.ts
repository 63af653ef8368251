/** The desk in headless Chromium, as people use it: mouse, keyboard, a phone, the dark, without script; axe finds nothing. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bot, run, scratch, startBot } from '../e2e/bot.ts';
import { HOSTILE } from '../fixtures/hostile.ts';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const ARGS =
  '--no-sandbox --headless --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
    ' ',
  );
const TOKEN = 'a-token-for-tests';
const PAGES = [
  '/',
  '/topics/putin-xi',
  '/quotes?speaker=putin',
  '/figures',
  '/preview?topic=putin-xi&detail=full',
  '/why',
  '/feeds',
  '/topics',
  '/schedules',
  '/deliveries',
  '/start',
  '/signin',
  '/api',
  '/nowhere',
  '/?ask=quotes%20wang',
];

describe.skipIf(!existsSync(CHROMIUM))(
  `the desk in a browser (skipped where ${CHROMIUM} is not there: apt-get install chromium, or set CHROMIUM)`,
  () => {
    let data: ReturnType<typeof scratch>;
    let bot: Bot;
    let browser: Browser;

    beforeAll(async () => {
      data = scratch();
      bot = await startBot(data.path, { WIREBRIEF_ADMIN_TOKEN: TOKEN });
      const { chromium } = await import('playwright-core');
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
    });
    afterAll(async () => {
      await browser?.close();
      await bot?.end('SIGTERM');
      data?.remove();
    });

    /** A page of its own; what its console complains of fails the test. */
    async function inPage(options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> {
      const context = await browser.newContext({ baseURL: bot.url, ...options });
      const complaints: string[] = [];
      const page = await context.newPage();
      page.on('console', (message) => message.type() === 'error' && !/404|403/.test(message.text()) && complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      try {
        await use(page);
        expect(complaints).toEqual([]);
      } finally {
        await context.close();
      }
    }
    const signIn = async (page: Page) => {
      await page.goto('/signin?next=/feeds');
      await page.getByLabel('Admin token').fill(TOKEN);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL('**/feeds');
    };
    /** By the tags of WCAG 2.2 AA and below. axe needs to be let past the page's own policy. */
    const violations = async (page: Page): Promise<readonly string[]> => {
      await page.evaluate(axe.source);
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const found = await page.evaluate<axe.AxeResults>(`axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(tags)} } })`);
      return found.violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({ html, failureSummary }) => `${html} ${failureSummary}`)
            .join(' | ')}`,
      );
    };
    const sideways = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');

    describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
      test.each(PAGES)('axe finds nothing on %s, wide and at 320 px, and nothing scrolls sideways', async (path) => {
        for (const width of [1280, 320])
          await inPage({ colorScheme, viewport: { width, height: 800 } }, async (page) => {
            await page.goto(path);
            expect(await violations(page), `${path} at ${width}`).toEqual([]);
            expect(await sideways(page), `${path} at ${width}`).toBeLessThanOrEqual(0);
          });
      });

      test('axe finds nothing on a story, a quote, and what a manager sees', async () => {
        await inPage({ colorScheme, viewport: { width: 1280, height: 800 } }, async (page) => {
          await page.goto('/');
          const story = await page.locator('.story h2 a').first().getAttribute('href');
          const quote = await page.locator('.rail .origin a[href^="/quotes/"]').first().getAttribute('href');
          await signIn(page);
          for (const path of [story ?? '', quote ?? '', '/feeds', '/topics', '/schedules', '/deliveries', '/start']) {
            for (const width of [1280, 320]) {
              await page.setViewportSize({ width, height: 800 });
              await page.goto(path);
              expect(await violations(page), path).toEqual([]);
              expect(await sideways(page), path).toBeLessThanOrEqual(0);
            }
          }
        });
      });
    });

    test('on a phone each figure stands with who says so and its source, none of it beside the screen', async () => {
      await inPage({ viewport: { width: 320, height: 800 } }, async (page) => {
        await page.goto('/figures');
        const row = page.locator('.figures-ledger tbody tr').filter({ hasText: '228 people' }).first();
        for (const part of ['according to', 'Northern Ledger']) expect(await row.getByText(part, { exact: true }).isVisible()).toBe(true);
        expect(await page.evaluate<number>("(box => box.scrollWidth - box.clientWidth)(document.querySelector('.scroll'))")).toBe(0);
      });
    });

    test('without script: reading, asking, searching and changing work', async () => {
      await inPage({ javaScriptEnabled: false }, async (page) => {
        await page.goto('/');
        await page
          .getByRole('link', { name: /Ferry deaths/ })
          .first()
          .click();
        expect(await page.locator('.timeline > li').count()).toBe(3);
        await page.getByRole('link', { name: 'Quotes' }).click();
        await page.getByLabel('Speaker').fill('wang');
        await page.getByRole('button', { name: 'Search' }).click();
        expect(await page.locator('h1').textContent()).toBe('Wang Yi');
        await page.getByLabel('Ask', { exact: true }).fill('figures storm');
        await page.getByRole('button', { name: 'Ask', exact: true }).click();
        expect(await page.locator('.answer').textContent()).toContain('62,000 homes');
        await signIn(page);
        await page.goto('/topics');
        await page.getByLabel('Name').fill('sea');
        await page.getByLabel('One of these, with commas').fill('ferry, harbour');
        await page.getByRole('button', { name: 'Save the topic' }).click();
        expect(await page.locator('.flash').textContent()).toContain('The topic “sea” was added.');
        await page.getByRole('button', { name: 'Remove sea' }).click();
        expect(await page.locator('.flash').textContent()).toContain('is gone');
      });
    });

    test('by keyboard: past the navigation, through the stories, to another page, into the box; and the keys can be switched off', async () => {
      await inPage({}, async (page) => {
        await page.goto('/');
        await page.keyboard.press('Tab');
        expect(await page.evaluate<string>(`document.activeElement?.textContent`)).toBe('Skip to the content');
        await page.keyboard.press('Enter');
        expect(await page.evaluate<string>(`document.activeElement?.id`)).toBe('content');
        await page.keyboard.press('j');
        await page.keyboard.press('j');
        expect(await page.evaluate<string>(`document.activeElement?.querySelector('h2')?.textContent`)).toContain('Storm');
        await page.keyboard.press('k');
        expect(await page.evaluate<string>(`document.activeElement?.querySelector('h2')?.textContent`)).toContain('Ferry');
        await page.keyboard.press('/');
        expect(await page.evaluate<string>(`document.activeElement?.id`)).toBe('ask');
        await page.keyboard.type('g quotes');
        expect(await page.inputValue('#ask')).toBe('g quotes');
        await page.locator('main').focus();
        await page.keyboard.press('g');
        await page.keyboard.press('q');
        await page.waitForURL('**/quotes');
        await page.locator('#keys-on').uncheck();
        await page.locator('main').focus();
        await page.keyboard.press('/');
        expect(await page.evaluate<string>(`document.activeElement?.id`)).not.toBe('ask');
      });
    });

    test('each focused link and field can be seen', async () => {
      await inPage({}, async (page) => {
        await page.goto('/quotes');
        for (let step = 0; step < 25; step++) {
          await page.keyboard.press('Tab');
          const tag = await page.evaluate<string>('document.activeElement.outerHTML.slice(0, 80)');
          const outline = await page.evaluate<number>('Number.parseFloat(getComputedStyle(document.activeElement).outlineWidth)');
          expect(outline, tag).toBeGreaterThanOrEqual(2);
        }
      });
    });

    test('the command box: suggestions, an answer without a reload, the next question below it', async () => {
      await inPage({}, async (page) => {
        await page.goto('/?ask=help');
        await page.locator('#ask').fill('quotes wa');
        await expect
          .poll(() => page.evaluate<string[]>(`[...document.querySelectorAll('#suggestions option')].map(({ value }) => value)`))
          .toContain('quotes Wang Yi');
        await page.locator('#ask').fill('quotes wang');
        await page.keyboard.press('Enter');
        await expect.poll(() => page.locator('#turns article').count()).toBe(2);
        expect(await page.locator('#turns article').last().textContent()).toContain('Wang Yi');
        expect(page.url()).toContain('ask=quotes');
      });
    });

    test('the source of a sentence shows on hover and focus, and goes with Escape', async () => {
      await inPage({ viewport: { width: 1280, height: 900 } }, async (page) => {
        await page.goto('/');
        const card = page.locator('.sentence .card').first();
        expect(await card.isVisible()).toBe(false);
        await page
          .locator('.sentence')
          .first()
          .hover({ position: { x: 20, y: 8 } });
        expect(await card.isVisible()).toBe(true);
        await page.keyboard.press('Escape');
        expect(await card.isVisible()).toBe(false);
        await page.locator('.sentence .ref').first().focus();
        expect(await card.isVisible()).toBe(true);
        expect(await card.textContent()).toMatch(/Northern Ledger|Meridian Wire|The Harbour Post/);
      });
    });

    test('hostile articles are text: nothing runs, nothing opens, nothing is fetched from elsewhere', async () => {
      const own = scratch();
      const escaped = (text: string) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
      const items = HOSTILE.filter(({ text, name }) => text.length < 300 && !/controls|surrogates/.test(name)).map(
        ({ text }, index) =>
          `<item><title>${escaped(`${text} at Lunde`)}</title><link>https://harbour.example/${index}</link><pubDate>${new Date().toUTCString()}</pubDate>
        <description>${escaped(escaped(`The harbour has ${index + 20} ships, ${text} said.`))}&lt;p&gt;${escaped(escaped(`“We saw ${text} here,” Mara Holm told reporters.`))}&lt;/p&gt;</description></item>`,
      );
      const file = join(own.path, 'feed.xml');
      writeFileSync(
        file,
        `<?xml version="1.0"?><rss version="2.0"><channel><title>${escaped('<b>Harbour</b>')}</title><link>https://harbour.example/</link>${items.join('')}</channel></rss>`,
      );
      expect((await run(['ingest', file], own.path)).stdout).toMatch(/\d+ new/);
      const other = await startBot(own.path, { WIREBRIEF_ADMIN_TOKEN: TOKEN });
      try {
        await inPage({ baseURL: other.url }, async (page) => {
          const wrong: string[] = [];
          page.on('dialog', (dialog) => wrong.push(dialog.message()));
          page.on(
            'request',
            (request) => request.url().startsWith(other.url) || request.url().startsWith('data:') || wrong.push(request.url()),
          );
          await page.goto('/quotes');
          const quote = await page.locator('.origin a[href^="/quotes/"]').first().getAttribute('href');
          for (const path of [
            '/',
            '/quotes',
            quote ?? '',
            '/figures',
            '/topics/lunde',
            '/preview?topic=lunde&detail=full',
            '/?ask=brief%20lunde%20detail:full',
            '/feeds',
          ]) {
            await page.goto(path);
            expect(await page.locator('main :is(script, iframe, img, style)').count(), path).toBe(0);
            expect(await sideways(page), path).toBeLessThanOrEqual(0);
          }
          expect(await page.locator('main').textContent()).toContain('Harbour');
          expect(wrong).toEqual([]);
        });
      } finally {
        await other.end('SIGTERM');
        own.remove();
      }
    });

    test('a quote is copied with one press', async () => {
      await inPage({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
        await page.goto('/quotes?speaker=wang');
        await page.locator('.origin a[href^="/quotes/"]').first().click();
        await page.getByRole('button', { name: 'Copy' }).nth(1).click();
        await expect.poll(() => page.evaluate<string>('navigator.clipboard.readText()')).toMatch(/^> “.*\*\*Wang Yi\*\*/s);
      });
    });
  },
);
