/** The running page → docs/img/*.png, by headless Chromium: npm run screenshots. Looks for Debian's chromium, or CHROMIUM. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { root, scratch, startBot } from '../e2e/bot.ts';

const ARGS =
  '--no-sandbox --headless --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const TOKEN = 'a-token-for-screenshots';
const WIDE = { width: 1200, height: 900 };
const PHONE = { width: 390, height: 844 };

type Shot = {
  readonly name: string;
  readonly path: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly dark?: boolean;
  readonly isManager?: boolean;
  /** Goes on from there, to where no address is known beforehand. */
  readonly follow?: (page: Page) => Promise<void>;
};

const toFirst = (selector: string) => async (page: Page) => page.locator(selector).first().click();
const SHOTS: readonly Shot[] = [
  { name: 'today', path: '/', size: WIDE },
  { name: 'today-dark', path: '/', size: WIDE, dark: true },
  { name: 'today-phone', path: '/', size: PHONE },
  { name: 'story', path: '/', size: { width: 1200, height: 1250 }, follow: toFirst('.story h2 a') },
  { name: 'quotes', path: '/quotes', size: WIDE },
  { name: 'quote', path: '/quotes?speaker=wang', size: WIDE, follow: toFirst('.origin a[href^="/quotes/"]') },
  { name: 'preview', path: '/preview?topic=putin-xi', size: { width: 1200, height: 1150 } },
  { name: 'feeds', path: '/feeds', size: WIDE, isManager: true },
  { name: 'start', path: '/start', size: WIDE },
  { name: 'chat', path: '/?ask=/brief putin-xi detail:full', size: WIDE },
  { name: 'chat-phone', path: '/?ask=/quotes wang', size: PHONE, dark: true },
];

const data = scratch();
const bot = await startBot(data.path, { WIREBRIEF_ADMIN_TOKEN: TOKEN });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGS.split(' ') });
mkdirSync(join(root, 'docs/img'), { recursive: true });
try {
  for (const { name, path, size, dark, isManager, follow } of SHOTS) {
    const page = await browser.newPage({ viewport: size, colorScheme: dark ? 'dark' : 'light', baseURL: bot.url });
    if (isManager) {
      await page.goto('/signin');
      await page.getByLabel('Admin token').fill(TOKEN);
      await page.getByRole('button', { name: 'Sign in' }).click();
    }
    await page.goto(path);
    await follow?.(page);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: join(root, `docs/img/${name}.png`) });
    await page.close();
    console.log(`docs/img/${name}.png`);
  }
} finally {
  await browser.close();
  await bot.end('SIGTERM');
  data.remove();
}
