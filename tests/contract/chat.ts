/** What every ChatAdapter must do, whatever the platform: one suite; a platform brings a driver, and a reason for each ability it has not. */
import { expect, describe as group, it } from 'vitest';
import type { Block, MessageDocument } from '#model/document.ts';
import type { ChatAdapter } from '../../src/chat/chat.ts';
import { type FakeHandlers, longDocument, say } from '../chat/fake-commands.ts';
import type { DrivenClock } from '../fakes/driven-clock.ts';
import { HOSTILE } from '../fixtures/hostile.ts';

export type Ability =
  | 'post'
  | 'idempotence'
  | 'edit'
  | 'threads'
  | 'paging'
  | 'private answers'
  | 'suggestions'
  | 'permission'
  | 'rate limit'
  | 'server errors'
  | 'lost answers'
  | 'connection'
  | 'duplicates';

type ShownMessage = {
  /** As a reader sees it, without the platform's escapes. */ readonly text: string;
  readonly isPrivate: boolean;
};

export type ChatDriver = {
  readonly adapter: ChatAdapter;
  readonly handlers: FakeHandlers;
  readonly clock: DrivenClock;
  /** The bot may post in both, and not in the third. */
  readonly channel: string;
  readonly otherChannel: string;
  readonly forbiddenChannel: string;
  readonly shown: (channel: string) => readonly ShownMessage[];
  /** In the thread below a message of the channel. */
  readonly below: (channel: string) => readonly ShownMessage[];
  /** Settles with the first value; rejects after a deadline. */
  readonly until: <Value>(what: string, check: () => Value | undefined | null | false) => Promise<Value>;
  /** Somebody asks in `channel`; settles when the platform has its acknowledgement. */
  readonly ask: (text: string) => Promise<unknown>;
  /** The same event, delivered twice. */
  readonly askTwice: (text: string) => Promise<unknown>;
  /** Presses "next" under the newest message; false where there is no such button. */
  readonly nextPage: () => Promise<boolean>;
  /** Suggestions for the option that has some, when this was typed. */
  readonly suggest: (typed: string) => Promise<readonly string[]>;
  /** The next post to the channel meets this. */
  readonly trouble: (kind: Trouble, channel: string) => void;
  /** Takes the connection away; settles when the platform has noticed. */
  readonly dropConnection: () => Promise<unknown>;
  /** What the platform would read as a mention, a link or markup that we did not make. */
  readonly misread: (channel: string) => readonly string[];
};

type Trouble =
  | { readonly kind: 'rate-limit'; readonly seconds: number }
  | { readonly kind: 'server-error' }
  | { readonly kind: 'lost-answer' };

export function describeChatAdapter(name: string, setUp: () => Promise<ChatDriver>, missing: Partial<Record<Ability, string>> = {}): void {
  const having = (ability: Ability, title: string, test: () => Promise<void>): void => {
    const reason = missing[ability];
    if (reason === undefined) it(title, test);
    else it.skip(`${title} – ${reason}`, test);
  };

  group(`${name} as a chat adapter`, () => {
    having('post', 'posts a document and says where it stands', async () => {
      const { adapter, channel, shown } = await setUp();
      expect(await adapter.post(channel, say('The bridge is open'), 'k1')).toMatchObject({
        kind: 'posted',
        message: { ids: [expect.any(String)] },
      });
      expect(shown(channel).map(({ text }) => text)).toEqual([expect.stringContaining('The bridge is open')]);
      expect(adapter.health()).toEqual({ state: 'connected' });
    });

    having('idempotence', 'never posts the same key twice in a channel', async () => {
      const { adapter, channel, otherChannel, shown } = await setUp();
      const first = await adapter.post(channel, say('Once'), 'k1');
      expect(await adapter.post(channel, say('Once'), 'k1')).toEqual(first);
      await Promise.all([
        adapter.post(channel, say('Two'), 'k2'),
        adapter.post(channel, say('Two'), 'k2'),
        adapter.post(otherChannel, say('Two'), 'k2'),
      ]);
      expect([shown(channel).length, shown(otherChannel).length]).toEqual([2, 1]);
    });

    having('post', 'posts 200 blocks as messages in order, each fact once', async () => {
      const { adapter, channel, shown, clock } = await setUp();
      const outcome = await passing(clock, adapter.post(channel, longDocument(), 'long'));
      expect(outcome.kind).toBe('posted');
      const facts = [
        ...shown(channel)
          .map(({ text }) => text)
          .join('\n')
          .matchAll(/fact(\d+)x/g),
      ].map(([, number]) => Number(number));
      expect(facts).toEqual(Array.from({ length: 160 }, (_, index) => index));
    });

    having('edit', 'edits what it posted, also where the document grows or shrinks', async () => {
      const { adapter, channel, shown, clock } = await setUp();
      const posted = await adapter.post(channel, say('Before'), 'k1');
      if (posted.kind !== 'posted' || !adapter.edit) throw new Error('cannot edit');
      const edited = await passing(clock, adapter.edit(posted.message, longDocument(), 'k1'));
      expect(
        shown(channel)
          .map(({ text }) => text)
          .join('\n'),
      ).toContain('fact159x');
      if (edited.kind !== 'posted') throw new Error('not edited');
      await passing(clock, adapter.edit(edited.message, say('After'), 'k1'));
      expect(shown(channel).map(({ text }) => text)).toEqual([expect.stringContaining('After')]);
    });

    having('threads', 'posts in the thread below a message, once and in order, and edits what stands there', async () => {
      const { adapter, channel, shown, below, clock } = await setUp();
      const posted = await adapter.post(channel, say('Above'), 'k1');
      if (posted.kind !== 'posted' || !adapter.reply || !adapter.edit) throw new Error('not posted');
      const first = await passing(clock, adapter.reply(posted.message, longDocument(), 'k2'));
      expect(await passing(clock, adapter.reply(posted.message, longDocument(), 'k2'))).toEqual(first);
      await passing(clock, adapter.reply(posted.message, say('The end'), 'k3'));
      const facts = below(channel).flatMap(({ text }) => [...text.matchAll(/fact(\d+)x/g)].map(([, number]) => Number(number)));
      expect(facts).toEqual(Array.from({ length: 160 }, (_, index) => index));
      expect(below(channel).at(-1)?.text).toContain('The end');
      expect(shown(channel).map(({ text }) => text)).toEqual([expect.stringContaining('Above')]);
      if (first.kind !== 'posted') throw new Error('not posted');
      await passing(clock, adapter.edit(first.message, say('Corrected'), 'k2'));
      expect(below(channel).map(({ text }) => text)).toEqual([expect.stringContaining('Corrected'), expect.stringContaining('The end')]);
    });

    having('paging', 'pages a long answer; every fact is on one page', async () => {
      const { handlers, ask, shown, channel, nextPage, until } = await setUp();
      handlers.on('long', () => ({ visibility: 'private', document: longDocument() }));
      await ask('long');
      const newest = (): string => shown(channel).at(-1)?.text ?? '';
      await until('the answer', () => newest().includes('fact0x'));
      let all = newest();
      for (let before = newest(); await nextPage(); before = newest()) {
        const last = before;
        await until('another page', () => newest() !== last);
        all += newest();
      }
      const facts = [...all.matchAll(/fact\d+x/g)].map(([fact]) => fact);
      expect([facts.length, new Set(facts).size]).toEqual([160, 160]);
    });

    having('private answers', 'answers privately, or to everybody where the command says so', async () => {
      const { handlers, ask, shown, channel, until } = await setUp();
      handlers.on('quotes', () => ({ visibility: 'channel', document: say('For everybody') }));
      await ask('brief taxes');
      expect(
        await until('a private answer', () => shown(channel).find(({ text }) => text.includes('You asked: brief taxes'))),
      ).toMatchObject({ isPrivate: true });
      await ask('quotes all');
      expect(await until('a public answer', () => shown(channel).find(({ text }) => text.includes('For everybody')))).toMatchObject({
        isPrivate: false,
      });
    });

    having('suggestions', 'suggests while somebody types', async () => {
      const { suggest } = await setUp();
      expect(await suggest('dua')).toContain('Ana Duarte');
      expect(await suggest('lind')).toEqual(expect.not.arrayContaining(['Ana Duarte']));
    });

    having('post', 'acknowledges at once where the answer takes 10 s', async () => {
      const { handlers, ask, shown, channel, until } = await setUp();
      const slow = Promise.withResolvers<void>();
      handlers.on('brief', async () => {
        await slow.promise;
        return { visibility: 'private', document: say('At last') };
      });
      await ask('brief slow');
      await until('the ask', () => handlers.asks.length === 1);
      await ask('quotes meanwhile');
      await until('another answer meanwhile', () => shown(channel).some(({ text }) => text.includes('quotes meanwhile')));
      expect(shown(channel).some(({ text }) => text.includes('At last'))).toBe(false);
      slow.resolve();
      await until('the slow answer', () => shown(channel).some(({ text }) => text.includes('At last')));
    });

    having('duplicates', 'answers an event that is delivered twice once', async () => {
      const { handlers, ask, askTwice, until } = await setUp();
      await askTwice('brief twice');
      await ask('brief afterwards');
      await until('the later answer', () => handlers.asks.some(({ body }) => JSON.stringify(body).includes('afterwards')));
      expect(handlers.asks).toHaveLength(2);
    });

    having('post', 'tells of a fault of ours in calm words', async () => {
      const { handlers, ask, shown, channel, until } = await setUp();
      handlers.on('brief', () => Promise.reject(new Error('secret detail')));
      await ask('brief broken');
      const { text } = await until('an answer', () => shown(channel)[0]);
      expect(text).toMatch(/went wrong on our side/);
      expect(text).not.toContain('secret detail');
    });

    having('permission', 'says what to do where it may not post', async () => {
      const { adapter, forbiddenChannel, shown } = await setUp();
      const outcome = await adapter.post(forbiddenChannel, say('Not for here'), 'k1');
      expect(outcome).toMatchObject({ kind: 'refused', problem: { message: expect.any(String), hint: expect.any(String) } });
      expect(shown(forbiddenChannel)).toEqual([]);
    });

    having(
      'rate limit',
      'waits exactly as long as it is told, holding up neither other channels nor answers, and keeps the order',
      async () => {
        const { adapter, channel, otherChannel, clock, trouble, ask, shown, until } = await setUp();
        trouble({ kind: 'rate-limit', seconds: 7 }, channel);
        const waiting = adapter.post(channel, say('First'), 'k1');
        expect(await clock.slept(7_000)).toBe(7_000);
        const behind = adapter.post(channel, say('Second'), 'k2');
        expect((await adapter.post(otherChannel, say('Elsewhere'), 'k1')).kind).toBe('posted');
        await ask('brief now');
        await until('an answer meanwhile', () => shown(channel).some(({ text }) => text.includes('brief now')));
        clock.advance(6_999);
        expect(shown(channel).filter(({ isPrivate }) => !isPrivate)).toEqual([]);
        clock.advance(1);
        expect([(await waiting).kind, (await behind).kind]).toEqual(['posted', 'posted']);
        const inOrder = shown(channel).filter(({ isPrivate }) => !isPrivate);
        expect(inOrder.map(({ text }) => text)).toEqual([expect.stringContaining('First'), expect.stringContaining('Second')]);
      },
    );

    having('rate limit', 'gives a very long wait back as "later", with the time', async () => {
      const { adapter, channel, clock, trouble } = await setUp();
      trouble({ kind: 'rate-limit', seconds: 3_600 }, channel);
      expect(await adapter.post(channel, say('Much later'), 'k1')).toMatchObject({ kind: 'later', retryAt: clock.now() + 3_600_000 });
      expect((await adapter.post(channel, say('Much later'), 'k1')).kind).toBe('posted');
    });

    having('server errors', 'tries again after a 5xx, with pauses', async () => {
      const { adapter, channel, clock, trouble, shown } = await setUp();
      trouble({ kind: 'server-error' }, channel);
      trouble({ kind: 'server-error' }, channel);
      const outcome = await passing(clock, adapter.post(channel, say('Third time'), 'k1'));
      expect(outcome.kind).toBe('posted');
      expect(shown(channel)).toHaveLength(1);
      expect(clock.asked.length).toBeGreaterThanOrEqual(2);
      for (const waited of clock.asked) expect(waited).toBeGreaterThanOrEqual(250);
    });

    having('server errors', 'parks the message where the trouble lasts, and posts it once afterwards', async () => {
      const { adapter, channel, clock, trouble, shown } = await setUp();
      for (let count = 0; count < 12; count += 1) trouble({ kind: 'server-error' }, channel);
      expect((await passing(clock, adapter.post(channel, say('Parked'), 'k1'))).kind).toMatch(/later|unknown/);
      expect((await passing(clock, adapter.post(channel, say('Parked'), 'k1'))).kind).toMatch(/later|unknown/);
      let kind = '';
      for (let count = 0; count < 5 && kind !== 'posted'; count += 1)
        kind = (await passing(clock, adapter.post(channel, say('Parked'), 'k1'))).kind;
      expect(kind).toBe('posted');
      expect(shown(channel)).toHaveLength(1);
    });

    having('lost answers', 'posts once where the platform took the message but its answer was lost', async () => {
      const { adapter, channel, clock, trouble, shown } = await setUp();
      trouble({ kind: 'lost-answer' }, channel);
      expect((await passing(clock, adapter.post(channel, say('Heard once'), 'k1'))).kind).toMatch(/posted|unknown/);
      await passing(clock, adapter.post(channel, say('Heard once'), 'k1'));
      expect(shown(channel)).toHaveLength(1);
    });

    having('connection', 'recovers a lost connection by itself', async () => {
      const { adapter, dropConnection, ask, shown, channel, until } = await setUp();
      await dropConnection();
      await until('the connection', () => adapter.health().state === 'connected');
      await ask('brief again');
      await until('an answer', () => shown(channel).some(({ text }) => text.includes('brief again')));
    });

    having('post', 'shows hostile text literally: no mention, no link, no way out of a quote', async () => {
      const { adapter, channel, clock, misread, shown } = await setUp();
      for (const { name: key, text } of HOSTILE) {
        const outcome = await passing(clock, adapter.post(channel, hostileDocument(text), key));
        expect([key, outcome.kind]).toEqual([key, 'posted']);
      }
      expect(misread(channel)).toEqual([]);
      expect(
        shown(channel)
          .map(({ text }) => text)
          .join('\n'),
      ).toContain('before <!channel> and <!here|here>');
    });
  });
}

const hostileDocument = (text: string): MessageDocument => {
  const source = [{ kind: 'cite', outlet: text, url: 'https://source.example/article' }] as const;
  const blocks: Block[] = [
    { kind: 'heading', level: 1, inlines: [{ kind: 'text', text }] },
    {
      kind: 'paragraph',
      inlines: [
        { kind: 'text', text },
        { kind: 'strong', text },
      ],
    },
    { kind: 'quote', text, speakers: [text], role: text, source },
    { kind: 'figures', lines: [{ amount: text, counts: text, saidBy: text, source, others: [] }] },
    { kind: 'list', items: [[{ kind: 'text', text }]] },
    { kind: 'links', links: [{ text, url: 'https://source.example/article', note: text }] },
    { kind: 'actions', actions: [{ label: text, ask: 'help' }] },
  ];
  return { summary: text, blocks };
};

/** Lets the clock run on whenever somebody sleeps, until the promise has settled. */
export async function passing<Value>(clock: DrivenClock, promise: Promise<Value>): Promise<Value> {
  let isSettled = false;
  const settled = promise.finally(() => {
    isSettled = true;
  });
  while (!isSettled) {
    const woken = await Promise.race([settled.then(() => 0), clock.slept(0)]);
    if (!isSettled && woken > 0) clock.advance(woken);
  }
  return settled;
}
