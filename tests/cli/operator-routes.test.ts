/** What whoever runs the bot asks it: alive, ready, its numbers; and that no number names a person, a feed or a secret. */
import { describe, expect, it } from 'vitest';
import { readiness } from '../../src/app/readiness.ts';
import { createGauges } from '../../src/cli/gauges.ts';
import { observe } from '../../src/cli/observe.ts';
import { createOperatorRoutes, isLoopback, type OperatorTools } from '../../src/cli/operator-routes.ts';
import { createLog } from '../../src/lib/log.ts';
import { createMetrics } from '../../src/lib/metrics.ts';
import { withRequestId } from '../../src/lib/request-id.ts';
import type { Delivery } from '../../src/model/schedule.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { openTemporary } from '../storage/engine.ts';

const NOW = Date.UTC(2031, 0, 5, 8);
const asText = async (response: Response | Promise<Response>) => {
  const answer = await response;
  return { status: answer.status, text: await answer.text() };
};
const idle = { work: { due: async () => [], unfinished: async () => [] } } as unknown as Pick<Storage, 'work'>;

function routes(over: Partial<OperatorTools> = {}) {
  return createOperatorRoutes({
    storage: idle,
    connections: () => [],
    now: () => NOW,
    metrics: createMetrics(),
    token: null,
    isLocal: true,
    ...over,
  });
}

describe('readiness', () => {
  it('is told part by part', async () => {
    const connections = () => [{ platform: 'slack', health: { state: 'connected' as const } }];
    const { status, text } = await asText(routes({ connections }).request('/readyz'));
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({
      ready: true,
      checks: [
        { name: 'database', ok: true, detail: 'answers' },
        { name: 'queue', ok: true, detail: 'answers' },
        { name: 'slack', ok: true, detail: 'connected' },
        { name: 'slots', ok: true, detail: 'none overdue' },
      ],
    });
  });

  const broken = { work: { due: () => Promise.reject(new Error('disk is gone')), unfinished: async () => [] } } as unknown as Storage;
  const stuck = { work: { due: async () => [], unfinished: () => Promise.reject(new Error('disk is gone')) } } as unknown as Storage;
  const overdue = {
    work: { due: async () => [{ next: { local: '', at: NOW - 600_000 } }], unfinished: async () => [] },
  } as unknown as Storage;
  it.each([
    ['the database fails', { storage: broken }, 'database'],
    [
      'a chat is down',
      { connections: () => [{ platform: 'discord', health: { state: 'down' as const, problem: { code: 'token', message: 'secret' } } }] },
      'discord',
    ],
    ['the queue fails', { storage: stuck }, 'queue'],
    ['a slot is overdue', { storage: overdue }, 'slots'],
  ])('fails where %s, and names it without its details', async (_, over, name) => {
    const { status, text } = await asText(routes(over).request('/readyz'));
    expect(status).toBe(503);
    const checks = (JSON.parse(text) as { checks: { name: string; ok: boolean }[] }).checks;
    expect(checks.find((check) => check.name === name)?.ok).toBe(false);
    expect(text).not.toMatch(/secret|disk is gone/);
  });

  it('takes a database that hangs for none', async () => {
    const storage = { work: { due: () => new Promise(() => {}), unfinished: () => new Promise(() => {}) } } as unknown as Storage;
    const { ready, checks } = await readiness({ storage, connections: () => [], now: () => NOW, after: async () => {} });
    expect(ready).toBe(false);
    expect(checks.map(({ name, detail }) => [name, detail])).toEqual([
      ['database', 'does not answer'],
      ['queue', 'does not answer'],
      ['slots', 'not known'],
    ]);
  });

  it('liveness asks nothing of the database', async () => {
    expect(await asText(routes({ storage: broken }).request('/livez'))).toEqual({ status: 200, text: 'ok' });
  });
});

describe('metrics', () => {
  it('stay on this machine, or want the admin token', async () => {
    const open = routes();
    expect((await asText(open.request('/metrics'))).text).toContain('nodejs_eventloop_lag_seconds');
    const away = routes({ isLocal: false, token: 'a-long-token' });
    const status = async (header?: string) => (await away.request('/metrics', header ? { headers: { authorization: header } } : {})).status;
    expect([await status(), await status('Bearer wrong'), await status('Bearer a-long-token')]).toEqual([401, 401, 200]);
    expect((await routes({ isLocal: false }).request('/metrics', { headers: { authorization: 'Bearer null' } })).status).toBe(401);
    expect(['127.0.0.1', 'localhost', '::1', '0.0.0.0', '10.0.0.1', '::'].map(isLoopback)).toEqual([true, true, true, false, false, false]);
  });

  it('count polls, reading, deliveries, posts and answers, with labels from closed lists only', async () => {
    const engine = await openTemporary(() => NOW);
    try {
      const metrics = createMetrics();
      const gauges = createGauges(metrics, { storage: engine.storage, now: () => NOW, connections: () => [], usage: () => undefined });
      gauges.polled({ outcome: 'fresh', added: 3, updated: 1 });
      gauges.extracted(12);
      gauges.stepped({ state: 'sent', slot: { local: '', at: NOW - 30_000 }, steps: [{ at: NOW, state: 'sent' }] } as unknown as Delivery);
      gauges.posted('slack', 'later');
      const lines: string[] = [];
      const handlers = observe(
        { answer: async () => ({ visibility: 'private', document: { summary: '', blocks: [] } }), suggest: async () => [] },
        {
          log: createLog({ level: 'info', secrets: [], write: (line) => lines.push(line) }),
          answered: gauges.answered,
          commands: ['brief'],
          hasFailed: () => false,
          newId: () => 'r1',
        },
      );
      const ask = (text: string) => ({
        eventId: text,
        tenant: 'slack:T1',
        channel: 'slack:T1:C1',
        user: 'U-private',
        isManager: false,
        body: { kind: 'text' as const, text },
      });
      await handlers.answer(ask('brief hidden-topic'));
      await handlers.answer(ask('what did Ada Pell say'));
      const { body } = await metrics.render();
      for (const line of [
        'wirebrief_polls_total{outcome="fresh"} 1',
        'wirebrief_articles_total{outcome="added"} 3',
        'wirebrief_extraction_seconds_count 1',
        'wirebrief_delivery_steps_total{state="sent"} 1',
        'wirebrief_slot_lateness_seconds_sum 30',
        'wirebrief_posts_total{platform="slack",outcome="later"} 1',
        'wirebrief_answer_seconds_count{command="brief",outcome="answered"} 1',
        'wirebrief_answer_seconds_count{command="question",outcome="answered"} 1',
        'wirebrief_deliveries_waiting 0',
        'wirebrief_oldest_due_slot_seconds 0',
        'wirebrief_articles_stored 0',
      ])
        expect(body).toContain(line);
      expect(body).not.toMatch(/hidden-topic|Pell|U-private|T1/);
      expect(lines.map((line) => JSON.parse(line) as Record<string, unknown>)).toEqual([
        expect.objectContaining({ request: 'r1', command: 'brief', platform: 'slack', msg: 'answered' }),
        expect.objectContaining({ request: 'r1', command: 'question' }),
      ]);
      metrics.stop();
    } finally {
      await engine.end();
    }
  });
});

describe('a request id', () => {
  const setUp = () => {
    const lines: string[] = [];
    const log = createLog({ level: 'info', secrets: [], write: (line) => lines.push(line) });
    return { log, ids: () => lines.map((line) => (JSON.parse(line) as { request?: string }).request) };
  };

  it('stands in each log line of a delivery’s work and in none beside it', async () => {
    const { log, ids } = setUp();
    const work = async (id: string) =>
      withRequestId(id, async () => {
        await Promise.resolve();
        log.info({}, 'composing');
        await new Promise((resolve) => setImmediate(resolve));
        log.info({}, 'posting');
      });
    await Promise.all([work('d1'), work('d2')]);
    log.info({}, 'beside');
    expect(ids()).toEqual(['d1', 'd2', 'd1', 'd2', undefined]);
  });

  it('goes from the ask to what the adapter does with the answer', async () => {
    const { log, ids } = setUp();
    let next = 0;
    const handlers = observe(
      { answer: async () => ({ visibility: 'private', document: { summary: '', blocks: [] } }), suggest: async () => [] },
      { log, commands: [], hasFailed: () => false, newId: () => `r${++next}` },
    );
    const adapter = async (text: string) => {
      await Promise.resolve();
      await handlers.answer({ eventId: text, tenant: 't', channel: 'c', isManager: false, body: { kind: 'text', text } });
      await new Promise((resolve) => setImmediate(resolve));
      log.info({}, 'posted');
    };
    await Promise.all([adapter('a'), adapter('b')]);
    log.info({}, 'beside');
    expect(ids()).toEqual(['r1', 'r2', 'r1', 'r2', undefined]);
  });
});
