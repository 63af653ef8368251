/** What the stand-in of Slack holds: workspaces, channels, people, messages, views, and what was done to them. */

export type FakeMessage = {
  readonly channel: string;
  readonly ts: string;
  readonly team: string;
  text: string;
  blocks: readonly unknown[];
  readonly threadTs?: string;
  /** Only this person sees it. */
  readonly ephemeralTo?: string;
  readonly metadata?: { readonly event_type: string; readonly event_payload: Record<string, unknown> };
  /** How it came: by the Web API or by a response_url. */
  readonly via: 'api' | 'response_url';
  readonly token?: string;
  edits: number;
};

export type FakeChannel = {
  readonly id: string;
  readonly team: string;
  isMember: boolean;
  readonly isPrivate: boolean;
  isArchived: boolean;
};
export type FakeUser = { readonly id: string; readonly team: string; readonly tz: string; readonly isAdmin: boolean };
export type FakeBot = {
  readonly token: string;
  readonly team: string;
  readonly botId: string;
  readonly userId: string;
  scopes: readonly string[];
  isRevoked: boolean;
};

export type FakeCall = { readonly method: string; readonly args: Record<string, unknown>; readonly token: string; readonly at: number };

/** What happens to the next call of a method that matches. `before`: nothing was done; `after`: it was done, but the caller does not learn it. */
export type Trouble =
  | { readonly kind: 'rate-limit'; readonly retryAfterSeconds: number }
  | { readonly kind: 'status'; readonly status: number; readonly when?: 'before' | 'after' }
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'drop'; readonly when: 'before' | 'after' }
  /** Answers when the promise settles. */
  | { readonly kind: 'hold'; readonly until: Promise<void> };

export const ALL_SCOPES = [
  'commands',
  'chat:write',
  'chat:write.public',
  'app_mentions:read',
  'im:history',
  'users:read',
  'channels:read',
  'groups:read',
  'channels:history',
  'groups:history',
];

export type FakeView = {
  readonly id: string;
  readonly user: string;
  readonly team: string;
  readonly view: Record<string, unknown>;
  readonly via: 'open' | 'publish';
};

export class FakeWorld {
  readonly bots = new Map<string, FakeBot>();
  readonly channels = new Map<string, FakeChannel>();
  readonly users = new Map<string, FakeUser>();
  readonly messages: FakeMessage[] = [];
  readonly views: FakeView[] = [];
  readonly calls: FakeCall[] = [];
  readonly triggers = new Map<string, { readonly at: number; isUsed: boolean }>();
  readonly codes = new Map<string, FakeBot>();
  appToken = 'xapp-1-A0FAKE-good-app-token';
  #troubles: { readonly method: string; readonly matches: (args: Record<string, unknown>) => boolean; readonly trouble: Trouble }[] = [];
  #waiters: { readonly check: () => unknown; readonly done: (value: never) => void }[] = [];
  readonly #now: () => number;
  #clock: number;

  constructor(now: () => number) {
    this.#now = now;
    this.#clock = Math.floor(now() / 1_000);
    this.addWorkspace('T0LAB', 'xoxb-0LAB-secret-token');
    this.addChannel('T0LAB', 'C0LAB');
    this.addChannel('T0LAB', 'C1LAB');
    this.addChannel('T0LAB', 'D0ANA');
    this.addUser('T0LAB', 'U0ANA', { isAdmin: true, tz: 'Europe/Paris' });
    this.addUser('T0LAB', 'U0BEN', { isAdmin: false, tz: 'America/New_York' });
  }

  addWorkspace(team: string, token: string): FakeBot {
    const bot: FakeBot = { token, team, botId: `B${team}`, userId: `UBOT${team}`, scopes: ALL_SCOPES, isRevoked: false };
    this.bots.set(token, bot);
    return bot;
  }

  addChannel(team: string, id: string, options: Partial<FakeChannel> = {}): void {
    this.channels.set(id, { id, team, isMember: true, isPrivate: false, isArchived: false, ...options });
  }

  addUser(team: string, id: string, options: Partial<FakeUser> = {}): void {
    this.users.set(id, { id, team, tz: 'Etc/UTC', isAdmin: false, ...options });
  }

  nextTs(): string {
    this.#clock = Math.max(this.#clock + 1, Math.floor(this.#now() / 1_000));
    return `${this.#clock}.000100`;
  }

  trigger(): string {
    const id = `${this.triggers.size + 1}.0.trigger`;
    this.triggers.set(id, { at: Date.now(), isUsed: false });
    return id;
  }

  /** The next call of the method (or "response_url") that matches meets this trouble; several queue up. */
  trouble(method: string, trouble: Trouble, matches: (args: Record<string, unknown>) => boolean = () => true): void {
    this.#troubles.push({ method, matches, trouble });
  }

  /** Asked where no trouble was ordered. */
  chance: (method: string, args: Record<string, unknown>) => Trouble | undefined = () => undefined;

  takeTrouble(method: string, args: Record<string, unknown>): Trouble | undefined {
    const index = this.#troubles.findIndex((row) => row.method === method && row.matches(args));
    return index === -1 ? this.chance(method, args) : this.#troubles.splice(index, 1)[0]?.trouble;
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
    return this.messages.filter((message) => message.channel === channel);
  }

  called(method: string): readonly FakeCall[] {
    return this.calls.filter((call) => call.method === method);
  }
}

/** Every text that a message shows, labels of buttons included. */
export function shownText(message: { readonly blocks: readonly unknown[] }): string {
  const texts: string[] = [];
  JSON.stringify(message.blocks, (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') texts.push(value);
    return value;
  });
  return texts.join('\n');
}

export type FakeButton = { readonly action_id: string; readonly value: string; readonly label: string };

export function buttonsOf(message: { readonly blocks: readonly unknown[] }): readonly FakeButton[] {
  const found: FakeButton[] = [];
  JSON.stringify(message.blocks, (_key, value: unknown) => {
    const element = value as { type?: string; action_id: string; value: string; text: { text: string } };
    if (element?.type === 'button') found.push({ action_id: element.action_id, value: element.value, label: element.text.text });
    return value;
  });
  return found;
}
