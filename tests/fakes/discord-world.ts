/** What the stand-in of Discord holds: a server, channels, people, messages, interactions, commands, and what was done to them. */

export type FakeMessage = {
  readonly id: string;
  readonly channel: string;
  content: string;
  embeds: readonly Embed[];
  components: readonly unknown[];
  readonly author: string;
  readonly at: number;
  readonly nonce?: string;
  readonly replyTo?: string;
  /** Only this person sees it. */
  readonly ephemeralTo?: string;
  readonly via: 'bot' | 'interaction';
  readonly allowedMentions: unknown;
  files: readonly { readonly name: string; readonly text: string }[];
  /** "Wirebrief is thinking…" */
  isDeferred: boolean;
  edits: number;
};
type Embed = { readonly description?: string; readonly color?: number; readonly footer?: { readonly text: string } };

export type FakeChannel = {
  readonly id: string;
  readonly guild?: string;
  /** 0 text, 1 direct, 11 thread, 15 forum. */
  readonly type: number;
  readonly parent?: string;
  readonly name: string;
  canSee: boolean;
  canWrite: boolean;
  canOpenThreads: boolean;
  canReadHistory: boolean;
  isLocked: boolean;
  wantsTag: boolean;
};

export type FakeInteraction = {
  readonly id: string;
  readonly token: string;
  readonly channel: string;
  readonly user: string;
  readonly at: number;
  readonly type: number;
  /** The message that `@original` is. */
  original?: string;
  isAcknowledged: boolean;
  answer?: unknown;
};

export type FakeCall = { readonly method: string; readonly path: string; readonly body: Record<string, unknown>; readonly at: number };

/** What happens to the next request that matches. `after`: it was done, but the caller does not learn it. */
export type Trouble =
  | { readonly kind: 'rate-limit'; readonly seconds: number; readonly isGlobal?: boolean }
  | { readonly kind: 'status'; readonly status: number; readonly when?: 'before' | 'after' }
  | { readonly kind: 'error'; readonly status: number; readonly code: number }
  | { readonly kind: 'drop'; readonly when: 'before' | 'after'; readonly how?: 'reset' | 'close' }
  /** Goes on when the promise settles. */
  | { readonly kind: 'hold'; readonly until: Promise<void> };

export const IDS = {
  application: '800000000000000001',
  bot: '900000000000000001',
  guild: '500000000000000001',
  quietGuild: '500000000000000009',
  general: '600000000000000001',
  news: '600000000000000002',
  shut: '600000000000000003',
  thread: '600000000000000004',
  forum: '600000000000000005',
  ana: '700000000000000001',
  ben: '700000000000000002',
  anaDirect: '600000000000000011',
  benDirect: '600000000000000012',
  managerRole: '400000000000000001',
} as const;

const EPOCH = 1_420_070_400_000;

export class FakeDiscordWorld {
  readonly token = 'fake-bot-token.with-three.parts-0123456789';
  readonly channels = new Map<string, FakeChannel>();
  readonly messages: FakeMessage[] = [];
  readonly interactions = new Map<string, FakeInteraction>();
  /** "global", or a guild's id → its commands. */
  readonly commands = new Map<string, readonly Record<string, unknown>[]>();
  readonly calls: FakeCall[] = [];
  /** What people attached: the name in its address → its content as JSON. */
  readonly uploads = new Map<string, unknown>();
  /** Discord forgets nonces after minutes. */
  nonceMs = 5 * 60_000;
  isTokenGood = true;
  readonly now: () => number;
  #count = 0;
  #troubles: { readonly route: string; readonly matches: (call: FakeCall) => boolean; readonly trouble: Trouble }[] = [];
  #waiters: { readonly check: () => unknown; readonly done: (value: never) => void }[] = [];

  constructor(now: () => number) {
    this.now = now;
    this.addChannel({ id: IDS.general, guild: IDS.guild, type: 0, name: 'general' });
    this.addChannel({ id: IDS.news, guild: IDS.guild, type: 0, name: 'news' });
    this.addChannel({ id: IDS.shut, guild: IDS.guild, type: 0, name: 'shut', canSee: true, canWrite: false });
    this.addChannel({ id: IDS.thread, guild: IDS.guild, type: 11, name: 'a thread', parent: IDS.general });
    this.addChannel({ id: IDS.forum, guild: IDS.guild, type: 15, name: 'a forum' });
    this.addChannel({ id: IDS.anaDirect, type: 1, name: 'ana' });
    this.addChannel({ id: IDS.benDirect, type: 1, name: 'ben' });
  }

  addChannel(channel: Pick<FakeChannel, 'id' | 'type' | 'name'> & Partial<FakeChannel>): FakeChannel {
    const made = { canSee: true, canWrite: true, canOpenThreads: true, canReadHistory: true, isLocked: false, wantsTag: false, ...channel };
    this.channels.set(channel.id, made);
    return made;
  }

  nextId(): string {
    this.#count += 1;
    return String((BigInt(Math.floor(this.now()) - EPOCH) << 22n) + BigInt(this.#count));
  }

  addMessage(message: Partial<FakeMessage> & Pick<FakeMessage, 'channel'>): FakeMessage {
    const made: FakeMessage = {
      id: this.nextId(),
      content: '',
      embeds: [],
      components: [],
      author: IDS.bot,
      at: this.now(),
      via: 'bot',
      allowedMentions: undefined,
      files: [],
      isDeferred: false,
      edits: 0,
      ...message,
    };
    this.messages.push(made);
    return made;
  }

  /** @param route Method and a part of the path: "POST /channels/…/messages" matches by its beginning and end. */
  trouble(route: string, trouble: Trouble, matches: (call: FakeCall) => boolean = () => true): void {
    this.#troubles.push({ route, matches, trouble });
  }

  /** Asked where no trouble was ordered. */
  chance: (call: FakeCall) => Trouble | undefined = () => undefined;

  takeTrouble(call: FakeCall): Trouble | undefined {
    const index = this.#troubles.findIndex(({ route, matches }) => isRoute(route, call) && matches(call));
    return index === -1 ? this.chance(call) : this.#troubles.splice(index, 1)[0]?.trouble;
  }

  /** Something happened that a test may wait for. */
  changed(): void {
    for (const waiter of [...this.#waiters]) {
      const value = waiter.check();
      if (value === undefined || value === false || value === null) continue;
      this.#waiters = this.#waiters.filter((other) => other !== waiter);
      waiter.done(value as never);
    }
  }

  /** The first value that is neither undefined, null nor false; rejects after the deadline. */
  until<Value>(what: string, check: () => Value | undefined | null | false, deadlineMs = 20_000): Promise<Value> {
    return new Promise((resolve, reject) => {
      // What changed may lie outside of this world (a handler was called), so it is looked at now and then as well.
      const look = setInterval(() => this.changed(), 10);
      const timer = setTimeout(() => {
        clearInterval(look);
        reject(new Error(`waited ${deadlineMs} ms for ${what}`));
      }, deadlineMs);
      this.#waiters.push({
        check,
        done: (value) => {
          clearTimeout(timer);
          clearInterval(look);
          resolve(value);
        },
      });
      this.changed();
    });
  }

  in(channel: string): readonly FakeMessage[] {
    return this.messages.filter((message) => message.channel === channel && !message.isDeferred);
  }

  called(route: string): readonly FakeCall[] {
    return this.calls.filter((call) => isRoute(route, call));
  }
}

/** "POST …/messages": a method, and the path with … for anything. */
function isRoute(route: string, { method, path }: FakeCall): boolean {
  const [wanted = '', form = ''] = route.split(' ');
  const [start = '', end = ''] = form.split('…');
  return method === wanted && path.startsWith(start) && (form.includes('…') ? path.endsWith(end) : path === form);
}

/** Every text that a message shows, labels of buttons included; our small print apart. */
export function shownText({ content, embeds, components }: Pick<FakeMessage, 'content' | 'embeds' | 'components'>): string {
  return [content, ...embeds.map(({ description = '' }) => description), ...buttonsOf({ components }).map(({ label }) => label)]
    .filter(Boolean)
    .join('\n');
}

export type FakeButton = { readonly custom_id: string; readonly label: string };

export const buttonsOf = ({ components }: Pick<FakeMessage, 'components'>): readonly FakeButton[] =>
  (components as { components: FakeButton[] }[]).flatMap((row) => row.components);
