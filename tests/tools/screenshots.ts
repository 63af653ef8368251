/** The running page → docs/img/*.png, by headless Chromium: npm run screenshots. Looks for Debian's chromium, or CHROMIUM. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root, scratch, startBot } from '../e2e/bot.ts';

const data = scratch();
const bot = await startBot(data.path);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
});
mkdirSync(join(root, 'docs/img'), { recursive: true });
try {
  for (const { name, path, width, height, dark } of [
    { name: 'page', path: '/?ask=/brief putin-xi detail:full', width: 900, height: 1000, dark: false },
    { name: 'page-dark', path: '/?ask=/brief ferry detail:full', width: 900, height: 1000, dark: true },
    { name: 'page-phone', path: '/?ask=/quotes wang', width: 360, height: 720, dark: false },
    { name: 'page-start', path: '/', width: 900, height: 1000, dark: false },
  ]) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' });
    await page.goto(`${bot.url}${path}`);
    await page.screenshot({ path: join(root, `docs/img/${name}.png`) });
    await page.close();
    console.log(`docs/img/${name}.png`);
  }
} finally {
  await browser.close();
  await bot.end('SIGTERM');
  data.remove();
}
