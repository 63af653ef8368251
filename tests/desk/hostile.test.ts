import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MessageDocument } from '#model/document.ts';
import { discordMarkdown } from '../../src/desk/discord-markdown.ts';
import { inline, mrkdwn } from '../../src/desk/mrkdwn.ts';
import { HOUR_MS } from '../app/newsroom.ts';
import { HOSTILE } from '../fixtures/hostile.ts';
import { type Browser, type DeskRoom, openDeskRoom, renderers } from './room.ts';

const clock = { zone: 'UTC', locale: 'en-GB' };
/** What a reader sees: white space and invisible marks aside. */
const seen = (text: string) => text.replace(/[\s\u2060\u200b\ufeff]+/g, '');
const dom = async (html: unknown) => parseHTML(`<html><body>${await html}</body></html>`).document;

let room: DeskRoom;
let browser: Browser;
beforeAll(async () => {
  room = await openDeskRoom();
  for (const [index, { text }] of HOSTILE.filter((one) => one.text.length < 400).entries())
    await room.publish({
      title: `${text} ${index}`,
      text: `The harbour of Lunde has ${index + 20} ships, ${text} said.\n\n“We saw ${text} in the harbour,” Mara Holm ${text} told reporters.`,
      at: room.now - HOUR_MS,
      url: `https://harbour.example/${index}`,
    });
  browser = room.browser();
});
afterAll(() => room.end());

describe('hostile articles', () => {
  test.each([
    '/',
    '/quotes',
    '/figures',
    '/topics/lunde',
    '/preview?topic=lunde&detail=full',
    '/topics/%3Cscript%3Ealert(1)%3C%2Fscript%3E',
    '/quotes?speaker=%22%3E%3Cimg%20src=x%3E',
    '/why?what=%3Cscript%3E',
    '/nowhere/%3Cscript%3E',
  ])('are text on %s', async (path) => {
    const page = await browser.page(path);
    expect(
      page.querySelectorAll('main script, main img, main iframe, main style, main [onclick], main [onerror], main [style]').length,
    ).toBe(0);
    for (const anchor of page.querySelectorAll('main a'))
      expect(anchor.getAttribute('href')).toMatch(/^(?:https:\/\/harbour\.example\/|\/(?!\/))/);
    for (const steering of ['\u202e', '\u2066', '\u001b']) expect(page.body.textContent).not.toContain(steering);
  });

  test('are text on every story and every quote', async () => {
    const paths = [
      ...new Set(
        [
          ...(await browser.page('/')).querySelectorAll('a[href^="/stories/"]'),
          ...(await browser.page('/quotes')).querySelectorAll('.origin a[href^="/quotes/"]'),
        ].map((anchor) => anchor.getAttribute('href') ?? ''),
      ),
    ];
    expect(paths.length).toBeGreaterThan(5);
    for (const path of paths.slice(0, 12)) {
      const page = await browser.page(path);
      expect(page.querySelectorAll('main script, main img, main iframe, main style, main [onerror]').length).toBe(0);
      for (const anchor of page.querySelectorAll('main a'))
        expect(anchor.getAttribute('href')).toMatch(/^(?:https:\/\/harbour\.example\/|\/(?!\/))/);
    }
  });
});

describe('the look of the chats', () => {
  const documentOf = (text: string): MessageDocument => ({
    summary: 'x',
    blocks: [{ kind: 'paragraph', inlines: [{ kind: 'text', text: `a ${text} z` }] }],
  });

  test.each(HOSTILE.filter(({ text }) => text.length < 2_000))(
    '$name: the words of the message as they stand, and no markup of theirs',
    async ({ text }) => {
      const wanted = (await dom(renderers.html(documentOf(text)))).body.textContent ?? '';
      const [slack] = renderers.slack(documentOf(text));
      const blocks = (slack?.blocks ?? []) as readonly { readonly text?: { readonly text: string } }[];
      const drawn = await dom(Promise.all(blocks.map((block) => mrkdwn(block.text?.text ?? '', clock))).then((parts) => parts.join('')));
      expect(seen(drawn.body.textContent ?? '')).toBe(seen(wanted));
      expect(drawn.querySelectorAll('strong, a, blockquote, script').length).toBe(0);
      const embeds = renderers.discord(documentOf(text)).flatMap((message) => message.embeds);
      const shown = await dom(
        Promise.all(embeds.map(({ description }) => discordMarkdown(description ?? '', clock))).then((parts) => parts.join('')),
      );
      expect(seen(shown.body.textContent ?? '')).toBe(seen(wanted));
      expect(shown.querySelectorAll('strong, a, blockquote, ul, script').length).toBe(0);
    },
  );

  test('bold, links, dates and quote bars are drawn', async () => {
    const slack = await dom(
      mrkdwn(
        '>“We *stay*”\n— *Ada Lind*, mayor · <https://a.example/?x=1&amp;y=2|The &lt;Post&gt;>, <!date^1700000000^{date_short_pretty}|14 Nov>',
        clock,
      ),
    );
    expect(slack.querySelector('blockquote')?.textContent).toBe('“We stay”');
    expect([...slack.querySelectorAll('strong')].map(({ textContent }) => textContent)).toEqual(['stay', 'Ada Lind']);
    expect([slack.querySelector('a')?.getAttribute('href'), slack.querySelector('a')?.textContent]).toEqual([
      'https://a.example/?x=1&y=2',
      'The <Post>',
    ]);
    expect(slack.querySelector('time')?.textContent).toBe('Tue, 14 Nov 2023');
    expect((await dom(inline('2*3*4 and snake', clock))).body.textContent).toBe('2*3*4 and snake');
    const discord = await dom(
      discordMarkdown('## Top\n> “We **stay**”\n— [The \\[Post\\]](https://a.example/)\n- one\n  - two\n-# as of <t:1700000000:f>', clock),
    );
    expect(
      [...discord.querySelectorAll('.heading-2, blockquote strong, a, li, li.under, .subtext')].map(({ textContent }) => textContent),
    ).toEqual(['Top', 'stay', 'The [Post]', 'one', 'two', 'as of 14 Nov 2023, 22:13 UTC']);
  });
});
