/** docs/OPERATIONS.md: each metric that it names, alone or in a rule, is one that the bot gives, and each label has a value that it takes. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Delivery } from '#model/schedule.ts';
import { createGauges } from '../../src/cli/gauges.ts';
import { createMetrics } from '../../src/lib/metrics.ts';
import { openTemporary } from '../storage/engine.ts';

const text = readFileSync(resolve(import.meta.dirname, '../../docs/OPERATIONS.md'), 'utf8');
const NAMED = /\b((?:wirebrief|nodejs|process)_[a-z0-9_]+)(?:\{([a-z]+)(?:="([a-z-]+)"|[a-z,]*)\})?/g;

test('names metrics that there are', async () => {
  const engine = await openTemporary();
  const metrics = createMetrics();
  const gauges = createGauges(metrics, { storage: engine.storage, now: () => 0, connections: () => [], usage: () => undefined });
  gauges.polled({ outcome: 'fresh', added: 1, updated: 1 });
  gauges.extracted(1);
  for (const state of ['sent', 'parked'] as const) gauges.stepped({ state, slot: { local: '', at: 0 }, steps: [] } as unknown as Delivery);
  gauges.posted('a chat', 'later');
  gauges.answered('brief', 'failed', 1);
  const { body } = await metrics.render();
  metrics.stop();
  await engine.end();

  const named = [...text.matchAll(NAMED)];
  expect(new Set(named.map(([, name]) => name)).size).toBeGreaterThan(15);
  for (const [, name = '', label, value] of named) {
    expect(body, name).toMatch(new RegExp(`^# TYPE ${name.replace(/_(?:bucket|count)$/, '')} `, 'm'));
    if (label) expect(body, name).toMatch(new RegExp(`^${name}(?:_count)?\\{.*\\b${label}="${value ?? ''}`, 'm'));
  }
});
