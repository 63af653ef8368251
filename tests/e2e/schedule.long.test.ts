/** The real process with a schedule of the configuration file. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { eventually } from '../chat/eventually.ts';
import { root, run, scratch, startBot } from './bot.ts';

const MINUTE_MS = 60_000;

test(
  'a schedule of the YAML file is listed; a test of it stands on the page at once, marked',
  async () => {
    const data = scratch();
    const config = join(data.path, 'config.yaml');
    const feed = pathToFileURL(join(root, 'config/sample/meridian-wire.xml')).href;
    writeFileSync(
      config,
      `feeds: [{ url: "${feed}", title: Meridian Wire }]\nsample: false\nschedules: [{ channel: desk, cron: "0 0 29 2 *", zone: UTC, empty: best }]\n`,
    );
    try {
      const bot = await startBot(data.path, { WIREBRIEF_CONFIG: config });
      const messages = async () =>
        [
          ...parseHTML(`<html><body>${await (await fetch(`${bot.url}/api/messages`)).text()}</body></html>`).document.querySelectorAll(
            'article',
          ),
        ].map((article) => article.textContent ?? '');
      try {
        const list = await run(['schedule', 'list'], data.path, { WIREBRIEF_CONFIG: config });
        expect(list.stdout).toMatch(/29th in February/);
        const tested = await run(['schedule', 'test'], data.path, { WIREBRIEF_CONFIG: config });
        expect([tested.code, tested.stderr]).toEqual([0, '']);
        const [first] = await eventually('the test', async () => ((await messages()).length > 0 ? messages() : null));
        expect(first).toMatch(/test/i);
      } finally {
        expect((await bot.end('SIGTERM')).code).toBe(0);
      }
    } finally {
      data.remove();
    }
  },
  2 * MINUTE_MS,
);
