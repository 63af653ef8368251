import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { InstallSettings } from '../../../src/chat/slack/settings.ts';
import { createSlack } from '../../../src/chat/slack/slack.ts';
import { createFakeSlack, type FakeSlack, SIGNING_SECRET, sign } from '../../fakes/slack.ts';
import { shownText } from '../../fakes/slack-world.ts';
import { memoryState } from '../../fakes/state.ts';
import { fakeHandlers, say } from '../fake-commands.ts';
import { setUp, slackSettings } from './set-up.ts';

const now = (): number => Math.floor(Date.now() / 1_000);

function post(
  url: string,
  body: string,
  { type = 'application/x-www-form-urlencoded', timestamp = now(), secret = SIGNING_SECRET } = {},
): Promise<Response> {
  const headers = {
    'content-type': type,
    'x-slack-request-timestamp': String(timestamp),
    'x-slack-signature': sign(secret, timestamp, body),
  };
  return fetch(url, { method: 'POST', body, headers });
}

describe('signed requests', () => {
  it('are refused where signature or timestamp is wrong, and read whatever the charset', async () => {
    const { adapter, slack, handlers } = await setUp('http');
    const url = `http://127.0.0.1:${adapter.port()}/slack/events`;
    const body = new URLSearchParams(slack.payloads.slash('/brief', 'signed').payload as Record<string, string>).toString();
    expect((await post(url, body, { secret: 'another-secret' })).status).toBe(401);
    expect((await post(url, body, { timestamp: now() - 600 })).status).toBe(401);
    expect((await fetch(url, { method: 'POST', body })).status).toBe(401);
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${adapter.port()}/elsewhere`)).status).toBe(404);
    expect(handlers.asks).toEqual([]);
    expect((await post(url, body, { type: 'application/x-www-form-urlencoded; charset=utf-8' })).status).toBe(200);
    await slack.world.until('an answer', () => slack.world.messages.length === 1);
  });

  it('pass the check of the address', async () => {
    const { adapter } = await setUp('http');
    const url = `http://127.0.0.1:${adapter.port()}/slack/events`;
    const answer = await post(url, JSON.stringify({ type: 'url_verification', challenge: 'abc' }), { type: 'application/json' });
    expect(await answer.json()).toEqual({ challenge: 'abc' });
  });

  it('come through the listener that main mounts on its own server', async () => {
    const slack = await createFakeSlack();
    const { listen: _listen, ...settings } = await slackSettings(slack, 'http', []);
    const adapter = createSlack(settings);
    const server = createServer((request, response) => adapter.requestListener?.(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(async () => {
      server.closeAllConnections();
      server.close();
      await adapter.stop();
      await slack.stop();
    });
    await adapter.start(fakeHandlers());
    slack.deliverTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`);
    await slack.deliver(slack.payloads.mention('brief mounted'));
    await slack.world.until('an answer', () => slack.world.messages.find((message) => shownText(message).includes('brief mounted')));
  });
});

describe('many workspaces', () => {
  const store = memoryState(Date.now);
  const install: InstallSettings = {
    clientId: '1.2',
    clientSecret: 'client-secret-value',
    stateSecret: 'state-secret-value',
    key: 'a key of the environment',
    store,
  };

  async function bed(change: Partial<InstallSettings> = {}) {
    return setUp('http', ({ botToken: _token, ...settings }) => ({ ...settings, install: { ...install, ...change } }));
  }

  /** Walks through the installation as a browser would. */
  async function installIn(slack: FakeSlack, port: number | undefined, team: string, token: string): Promise<number> {
    const base = `http://127.0.0.1:${port}`;
    const page = await fetch(`${base}/slack/install`);
    const state = /[?&]state=([^&"]+)/.exec(await page.text())?.[1] ?? '';
    const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
    slack.world.codes.set(`code-${team}`, slack.world.addWorkspace(team, token));
    const callback = await fetch(`${base}/slack/oauth_redirect?code=code-${team}&state=${state}`, { headers: { cookie } });
    return callback.status;
  }

  it('install by OAuth, answer each with its own token, and are forgotten on uninstall', async () => {
    const { slack, adapter } = await bed();
    const port = adapter.port();
    for (const [team, token] of [
      ['T0ONE', 'xoxb-one-secret-token'],
      ['T0TWO', 'xoxb-two-secret-token'],
    ] as const) {
      expect(await installIn(slack, port, team, token)).toBe(200);
      slack.world.addChannel(team, `C${team}`);
      slack.world.addUser(team, `U${team}`);
    }
    await Promise.all(
      ['T0ONE', 'T0TWO', 'T0ONE', 'T0TWO'].map((team, index) =>
        slack.deliver(slack.payloads.mention(`brief ${index}`, { team, channel: `C${team}`, user: `U${team}` })),
      ),
    );
    await slack.world.until('four answers', () => slack.world.messages.length === 4);
    expect(slack.world.messages.map(({ team, token }) => [team, token]).sort()).toEqual([
      ['T0ONE', 'xoxb-one-secret-token'],
      ['T0ONE', 'xoxb-one-secret-token'],
      ['T0TWO', 'xoxb-two-secret-token'],
      ['T0TWO', 'xoxb-two-secret-token'],
    ]);
    expect((await adapter.post('slack:T0TWO:CT0TWO', say('A briefing'), 'k')).kind).toBe('posted');
    await slack.deliver(slack.payloads.event({ type: 'app_uninstalled' }, 'T0TWO'));
    await expect.poll(() => store.get('installation:slack:T0TWO')).toBeUndefined();
    expect(await adapter.post('slack:T0TWO:CT0TWO', say('Too late'), 'k2')).toMatchObject({
      kind: 'refused',
      problem: { code: 'slack-not-installed' },
    });
    expect((await adapter.post('slack:T0ONE:CT0ONE', say('Goes on'), 'k2')).kind).toBe('posted');
  });

  it('keep tokens encrypted: the store holds none, and another key opens none', async () => {
    const { slack, adapter } = await bed();
    await installIn(slack, adapter.port(), 'T3KEY', 'xoxb-three-secret-token');
    const stored = await store.get<string>('installation:slack:T3KEY');
    expect(stored).toMatch(/^v1\./);
    expect(Buffer.from(stored?.split('.')[3] ?? '', 'base64').toString('utf8')).not.toContain('xoxb');
    const other = await bed({ key: 'another key' });
    expect((await other.adapter.post('slack:T3KEY:C1', say('x'), 'k')).kind).toBe('refused');
    await store.set('installation:slack:T4MOVED', stored, 60_000);
    expect((await adapter.post('slack:T4MOVED:C1', say('x'), 'k')).kind).toBe('refused');
  });

  it('acknowledge what comes from a workspace where nobody installed it, and do nothing', async () => {
    const { slack, handlers } = await bed();
    expect((await slack.deliver(slack.payloads.mention('brief', { team: 'T6NONE' }))).status).toBe(200);
    expect((await slack.deliver(slack.payloads.slash('/brief', '', { team: 'T6NONE' }))).status).toBe(200);
    expect(handlers.asks).toEqual([]);
  });

  it('are not installed where the state is not that of the browser', async () => {
    const { slack, adapter } = await bed();
    slack.world.codes.set('stolen', slack.world.addWorkspace('T5BAD', 'xoxb-five-secret-token'));
    const page = await fetch(`http://127.0.0.1:${adapter.port()}/slack/install`);
    const state = /[?&]state=([^&"]+)/.exec(await page.text())?.[1] ?? '';
    for (const query of [`code=stolen&state=${state}`, 'code=stolen&state=forged', 'code=stolen']) {
      await fetch(`http://127.0.0.1:${adapter.port()}/slack/oauth_redirect?${query}`);
    }
    expect(await store.get('installation:slack:T5BAD')).toBeUndefined();
  });
});
