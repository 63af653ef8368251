import { createTerminal } from '../../../src/chat/terminal/terminal.ts';
import { type ChatDriver, describeChatAdapter } from '../../contract/chat.ts';
import { drivenClock } from '../../fakes/driven-clock.ts';
import { eventually } from '../eventually.ts';
import { fakeHandlers } from '../fake-commands.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these steer a terminal
const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

async function driver(): Promise<ChatDriver> {
  const handlers = fakeHandlers();
  const printed: string[] = [];
  const adapter = createTerminal({
    asker: { tenant: 'desk', channel: 'desk', isManager: true },
    write: (text) => void printed.push(text),
    look: () => ({ width: 100, colour: false, locale: 'en-GB' }),
  });
  await adapter.start(handlers);
  const posted = new Map<string, string[]>();
  const here = 'terminal:here';
  return {
    adapter: {
      ...adapter,
      // A terminal is one roll of paper: what was printed for which channel is kept here.
      post: async (channel, document, key) => {
        const before = printed.length;
        // Printed before the promise is given back.
        const outcome = adapter.post(channel, document, key);
        posted.set(channel, [...(posted.get(channel) ?? []), ...printed.splice(before)]);
        return outcome;
      },
    },
    handlers,
    clock: drivenClock(),
    channel: here,
    otherChannel: 'terminal:there',
    forbiddenChannel: 'slack:T1:C1',
    shown: (channel) => [...(posted.get(channel) ?? []), ...(channel === here ? printed : [])].map((text) => ({ text, isPrivate: true })),
    below: () => [],
    until: eventually,
    // There is nothing between the reader and us that would want an acknowledgement.
    ask: async (text) => void adapter.ask({ kind: 'text', text }),
    askTwice: () => Promise.reject(new Error('a terminal delivers once')),
    nextPage: async () => false,
    suggest: async () => [],
    trouble: () => {},
    dropConnection: async () => {},
    misread: (channel) => (posted.get(channel) ?? []).flatMap((text) => text.match(STEERING) ?? []),
  };
}

describeChatAdapter('The terminal', driver, {
  edit: 'what was printed stands',
  threads: 'what is printed stands below what was printed before',
  paging: 'a terminal scrolls, so the whole answer is printed',
  'private answers': 'a terminal has one reader',
  suggestions: 'it reads whole lines; an unknown name is answered with the nearest',
  'rate limit': 'no service stands between',
  'server errors': 'no service stands between',
  'lost answers': 'no service stands between',
  connection: 'it has none that could be lost',
  duplicates: 'a line is typed once',
});
