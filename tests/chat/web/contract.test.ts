import { parseHTML } from 'linkedom';
import type { MessageDocument } from '#model/document.ts';
import { createWebChat } from '../../../src/chat/web/web.ts';
import { type ChatDriver, describeChatAdapter } from '../../contract/chat.ts';
import { drivenClock } from '../../fakes/driven-clock.ts';
import { memoryState } from '../../fakes/state.ts';
import { eventually } from '../eventually.ts';
import { fakeCommands, fakeHandlers } from '../fake-commands.ts';

const OURS = new Set(['https://source.example/article']);

/** What a browser would make of it: one article a message. */
const articlesIn = (html: string) => [...parseHTML(`<html><body>${html}</body></html>`).document.querySelectorAll('article')];
type Article = ReturnType<typeof articlesIn>[number];

async function driver(): Promise<ChatDriver> {
  const handlers = fakeHandlers();
  const web = createWebChat({
    tenant: 'desk',
    channel: 'desk',
    commands: fakeCommands,
    zone: 'UTC',
    locale: 'en-GB',
    state: memoryState(Date.now),
    frame: (_, { content }) => content,
  });
  await web.start(handlers);
  const page = new Map<string, Article[]>();
  const answers: Article[] = [];
  const read = async (path: string) => (await web.routes.request(path)).text();
  /** The page as it is after what just happened. */
  const look = async (channel: string) =>
    void page.set(channel, articlesIn(await read(`/api/messages?channel=${encodeURIComponent(channel)}`)));
  const edit = web.edit;
  return {
    adapter: {
      ...web,
      post: async (channel: string, document: MessageDocument, key: string) => {
        const outcome = await web.post(channel, document, key);
        await look(channel);
        return outcome;
      },
      ...(edit && {
        edit: async (message, document, key) => {
          const outcome = await edit(message, document, key);
          await look(message.channel);
          return outcome;
        },
      }),
    },
    handlers,
    clock: drivenClock(),
    channel: 'desk',
    otherChannel: 'web:second',
    forbiddenChannel: 'slack:T1:C1',
    shown: (channel) =>
      [...(page.get(channel) ?? []), ...(channel === 'desk' ? answers : [])].map((article) => ({
        text: article.textContent ?? '',
        isPrivate: true,
      })),
    below: () => [],
    until: eventually,
    // A browser waits for its answer as long as it takes; nothing asks for an acknowledgement.
    ask: async (text) => {
      void read(`/api/answer?ask=${encodeURIComponent(text)}`).then((html) => answers.push(...articlesIn(html)));
    },
    askTwice: () => Promise.reject(new Error('a browser that asks again wants another answer')),
    nextPage: async () => false,
    suggest: async (typed) => {
      const found = JSON.parse(await read(`/api/suggest?typed=${encodeURIComponent(`/why ${typed}`)}`)) as string[];
      return found.map((ask) => ask.replace('/why ', ''));
    },
    trouble: () => {},
    dropConnection: async () => {},
    misread: (channel) =>
      (page.get(channel) ?? []).flatMap((article) => [
        ...[...article.querySelectorAll('script, style, img, iframe, form, input, [onclick], [onerror], [style]')].map(
          ({ tagName }) => tagName,
        ),
        ...[...article.querySelectorAll('a')]
          .map((anchor) => anchor.getAttribute('href') ?? '')
          .filter((href) => !OURS.has(href) && !href.startsWith('/?ask=')),
      ]),
  };
}

describeChatAdapter('The page', driver, {
  threads: 'the full form is a press away, on the page itself',
  paging: 'a page scrolls, so the whole answer is shown',
  'private answers': 'each browser sees its own answers only',
  'rate limit': 'no service stands between',
  'server errors': 'no service stands between',
  'lost answers': 'no service stands between',
  connection: 'it is asked anew each time',
  duplicates: 'a browser that asks again wants another answer',
});
