/** The rewriting of a briefing against stand-ins of both APIs on real sockets: what it costs, what it keeps, and that trouble costs nothing but the rewrite. */
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createRewriter, type RewriteTools } from '../../src/app/rewrite.ts';
import { createLlm } from '../../src/lib/llm.ts';
import type { Briefing, SourcedSentence } from '../../src/model/briefing.ts';
import type { LlmSettings } from '../../src/model/config.ts';
import { type LlmEndpoint, type Reply, startLlmEndpoint } from '../fakes/llm-endpoint.ts';

const KEY = 'sk-very-secret-key';
const open: LlmEndpoint[] = [];
afterEach(async () => {
  for (const endpoint of open.splice(0)) await endpoint.stop();
});

const source = { articleId: 'a', outlet: 'The Vale', url: 'https://vale.example/1', title: 'Storm', publishedAt: 0 };
const sentence = (text: string): SourcedSentence => ({ text, span: { start: 0, end: text.length }, source });
const summary = [
  sentence('At least 40 ships left Port Eller on Monday, Ada Pell said.'),
  sentence('The ships had waited for nine days because of the storm.'),
];
const RETOLD = 'The ships had waited nine days because of the storm.';
const GOOD = JSON.stringify({ sentences: [{ text: RETOLD, from: [2] }] });
const story = (id: string, sentences = summary): Briefing['stories'][number] => ({
  storyId: id,
  headline: 'Storm',
  status: 'new',
  summary: sentences,
  quotes: [],
  moreQuotes: [],
  figures: [],
  changes: [],
  sources: [source],
});
const briefing = (...stories: Briefing['stories'][number][]): Briefing => ({
  title: 'Top stories',
  asOf: 0,
  zone: 'UTC',
  locale: 'en-GB',
  isSample: false,
  stories,
  articlesRead: 1,
  outlets: 1,
});

type Bed = {
  readonly endpoint: LlmEndpoint;
  readonly troubles: { code: string; message: string }[];
  readonly tools: RewriteTools;
  readonly memory: Map<string, unknown>;
};

async function setUp(over: Partial<LlmSettings> = {}, tools: Partial<RewriteTools> = {}): Promise<Bed> {
  const endpoint = await startLlmEndpoint();
  open.push(endpoint);
  endpoint.reply = () => GOOD;
  const memory = new Map<string, unknown>();
  const troubles: { code: string; message: string }[] = [];
  const settings: LlmSettings = {
    provider: 'openai-compatible',
    baseUrl: endpoint.url,
    model: 'stand-in',
    apiKey: KEY,
    dailyTokens: 10_000,
    timeoutMs: 2_000,
    ...over,
  };
  return {
    endpoint,
    troubles,
    memory,
    tools: {
      llm: createLlm(settings),
      memory: {
        get: async <Value>(key: string) => memory.get(key) as Value | undefined,
        set: async (key, value) => memory.set(key, value),
      },
      now: () => Date.UTC(2031, 0, 5),
      dailyTokens: settings.dailyTokens,
      timeoutMs: settings.timeoutMs,
      onTrouble: (trouble) => void troubles.push(trouble),
      ...tools,
    },
  };
}

describe.each(['openai-compatible', 'anthropic'] as const)('%s', (provider) => {
  it('is asked with the rules, the data and the key, without tools, and its draft is printed', async () => {
    const { endpoint, tools } = await setUp({ provider });
    const rewriter = createRewriter(tools);
    const { stories } = await rewriter.rewrite(briefing(story('s')), 'full');
    expect(stories[0]?.summary.map((each) => each.retold)).toEqual([undefined, RETOLD]);
    const [asked] = endpoint.asked;
    expect(asked?.path).toBe(provider === 'anthropic' ? '/v1/messages' : '/v1/chat/completions');
    expect(asked?.headers[provider === 'anthropic' ? 'x-api-key' : 'authorization']).toContain(KEY);
    expect(asked?.body).toMatchObject({ model: 'stand-in' });
    expect(asked?.body).not.toHaveProperty('tools');
    expect(JSON.stringify(asked?.body)).toContain('waited for nine days');
    expect(await rewriter.usage()).toEqual({ name: `${provider}: stand-in`, tokensToday: 120, dailyTokens: 10_000, problem: null });
  });

  const absurd: readonly (readonly [string, (endpoint: LlmEndpoint) => Reply, string])[] = [
    [
      'refuses the key, and repeats it',
      () => (response) => response.writeHead(401).end(JSON.stringify({ error: { message: `bad ${KEY}` } })),
      'llm-key',
    ],
    ['knows no such model', () => (response) => response.writeHead(404).end('{}'), 'llm-model'],
    ['asks for fewer questions', () => (response) => response.writeHead(429, { 'retry-after': '60' }).end('{}'), 'llm-limit'],
    ['fails', () => (response) => response.writeHead(500).end('oops'), 'llm-refused'],
    [
      'answers with a page',
      () => (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>hello</html>'),
      'llm-unreachable',
    ],
    [
      'answers with nothing',
      () => (response) => response.writeHead(200, { 'content-type': 'application/json' }).end(''),
      'llm-unreachable',
    ],
    ['hangs up', () => (response) => response.destroy(), 'llm-unreachable'],
    [
      'sends the key elsewhere',
      (endpoint) => (response) => response.writeHead(307, { location: `${endpoint.url}/elsewhere` }).end(),
      'llm-unreachable',
    ],
    [
      'never ends',
      () => (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(100_000)));
        };
        response.on('drain', more);
        more();
      },
      'llm-unreachable',
    ],
  ];
  it.each(absurd)('that %s costs nothing but the rewrite', async (_, reply, code) => {
    const { endpoint, tools, troubles } = await setUp({ provider });
    endpoint.reply = () => reply(endpoint);
    const rewriter = createRewriter(tools);
    const before = briefing(story('s'));
    expect(await rewriter.rewrite(before, 'full')).toEqual(before);
    expect(troubles.map((trouble) => trouble.code)).toEqual([code]);
    expect(JSON.stringify([troubles, await rewriter.usage()])).not.toContain(KEY);
    expect(endpoint.asked).toHaveLength(1);
    // and the next briefing does not wait for it
    await rewriter.rewrite(before, 'full');
    expect(endpoint.asked).toHaveLength(1);
  });

  it('that is slow is waited for no longer than was set', async () => {
    const { endpoint, tools, troubles } = await setUp({ provider, timeoutMs: 150 });
    endpoint.reply = () => () => {};
    const started = performance.now();
    const before = briefing(story('s'), story('t', [...summary, sentence('The harbour opened again.')]));
    expect(await createRewriter(tools).rewrite(before, 'full')).toEqual(before);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(new Set(troubles.map(({ code }) => code))).toEqual(new Set(['llm-slow']));
  });
});

it('goes through the proxy, but not to what NO_PROXY names', async () => {
  const seen: string[] = [];
  // what goes to http: is asked of the proxy whole; https: would be a tunnel
  const proxy = createServer((asked, response) => {
    seen.push(asked.url ?? '');
    const onward = request(asked.url ?? '', { method: asked.method, headers: asked.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  try {
    for (const noProxy of [null, '127.0.0.1']) {
      const { endpoint, tools } = await setUp();
      const settings: LlmSettings = {
        provider: 'openai-compatible',
        baseUrl: endpoint.url,
        model: 'stand-in',
        apiKey: KEY,
        dailyTokens: 1,
        timeoutMs: 2_000,
      };
      const { stories } = await createRewriter({ ...tools, llm: createLlm(settings, { url, noProxy }) }).rewrite(
        briefing(story('s')),
        'full',
      );
      expect(stories[0]?.summary[1]?.retold).toBe(RETOLD);
      expect(seen).toHaveLength(1);
    }
  } finally {
    proxy.closeAllConnections();
    proxy.close();
  }
});

describe('a rewriter', () => {
  it('asks the same question once', async () => {
    const { endpoint, tools } = await setUp();
    const first = await createRewriter(tools).rewrite(briefing(story('s')), 'full');
    expect(await createRewriter(tools).rewrite(briefing(story('s')), 'full')).toEqual(first);
    expect(endpoint.asked).toHaveLength(1);
  });

  it('stays within the day’s tokens, also when questions overlap, and begins anew the next day', async () => {
    let day = 5;
    const { endpoint, tools } = await setUp({ dailyTokens: 2_500 }, { now: () => Date.UTC(2031, 0, day) });
    const many = briefing(
      ...Array.from({ length: 6 }, (_, index) => story(`s${index}`, [...summary, sentence(`It was storm number ${index + 2}.`)])),
    );
    const rewriter = createRewriter(tools);
    await rewriter.rewrite(many, 'full');
    const asked = endpoint.asked.length;
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(6);
    expect((await rewriter.usage()).tokensToday).toBe(asked * 120);
    for (let more = 0; more < 20; more++)
      await rewriter.rewrite(briefing(story('x', [...summary, sentence(`Hour ${more + 100} of the storm.`)])), 'full');
    expect((await rewriter.usage()).tokensToday).toBeLessThanOrEqual(2_500);
    day = 6;
    expect((await rewriter.usage()).tokensToday).toBe(0);
  });

  it('asks nothing where the count cannot be kept, and nothing about a single sentence or a story that is not shown', async () => {
    const { endpoint, tools } = await setUp();
    const blind = createRewriter({ ...tools, memory: { ...tools.memory, set: async () => false } });
    const before = briefing(story('s'));
    expect(await blind.rewrite(before, 'full')).toEqual(before);
    await createRewriter(tools).rewrite(briefing(story('s', summary.slice(0, 1))), 'full');
    expect(endpoint.asked).toHaveLength(0);
  });

  it('answers although the memory throws', async () => {
    const { tools } = await setUp();
    const before = briefing(story('s'));
    const broken = createRewriter({
      ...tools,
      memory: { get: () => Promise.reject(new Error('disk')), set: () => Promise.reject(new Error('disk')) },
    });
    expect(await broken.rewrite(before, 'full')).toEqual(before);
  });

  it('does not wait for a client that ignores its signal', async () => {
    const { tools } = await setUp();
    const deaf = { name: 'deaf', ask: () => sleep(60_000, undefined, { ref: false }) as Promise<never> };
    const before = briefing(story('s'));
    expect(await createRewriter({ ...tools, llm: deaf, timeoutMs: 100 }).rewrite(before, 'full')).toEqual(before);
  });
});
