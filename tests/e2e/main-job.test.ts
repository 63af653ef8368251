/** npm start on a fresh machine: the briefing and the page; what stands beside them is a long test. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scratch, startBot } from './bot.ts';

describe('the main job on a fresh machine', () => {
  let data: ReturnType<typeof scratch>;
  beforeAll(() => {
    data = scratch();
  });
  afterAll(() => data.remove());

  test('a first start prints the briefing of the sample and serves the page; a second one resumes it', async () => {
    const bot = await startBot(data.path);
    expect(bot.printed).toContain('SAMPLE');
    expect(bot.printed).toContain('17 Oct 2023');
    expect(bot.printed).toMatch(/^New\b/m);
    expect(
      Math.max(
        ...bot.printed
          .split('\n')
          .filter((line) => !line.includes('://'))
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80);
    expect(bot.printed).not.toContain('\u001b');
    const page = parseHTML(await (await fetch(bot.url)).text()).document;
    expect(page.body.textContent).toContain('SAMPLE');
    const first = await bot.end('SIGTERM');
    expect([first.code, first.stderr]).toEqual([0, '']);

    const again = await startBot(data.path);
    expect(again.printed).toContain('SAMPLE');
    expect(again.printed).not.toMatch(/^New\b/m);
    const second = await again.end('SIGINT');
    expect([second.code, second.stderr]).toEqual([0, '']);
    expect(existsSync(join(data.path, 'local-api.json'))).toBe(false);
  });
});
