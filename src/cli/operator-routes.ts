/** For whoever runs the bot: is it alive, can it work, and its numbers. */
import { timingSafeEqual } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Hono } from 'hono';
import { type ReadinessTools, readiness } from '#app/readiness.ts';
import type { Metrics } from '#lib/metrics.ts';

export type OperatorTools = Omit<ReadinessTools, 'after'> & {
  readonly metrics: Metrics | undefined;
  /** Beyond this machine the numbers want it as a bearer token; null: they stay on this machine. */
  readonly token: string | null;
  /** Whether only this machine can connect. */
  readonly isLocal: boolean;
};

export function createOperatorRoutes({ metrics, token, isLocal, ...tools }: OperatorTools): Hono {
  const routes = new Hono();
  routes.get('/livez', (context) => context.text('ok'));
  routes.get('/readyz', async (context) => {
    const after = (ms: number) => sleep(ms, undefined, { ref: false });
    const state = await readiness({ ...tools, after });
    return context.json(state, state.ready ? 200 : 503, { 'cache-control': 'no-store' });
  });
  routes.get('/metrics', async (context) => {
    if (!isLocal && !isGiven(context.req.header('authorization'), token))
      return context.text('The numbers want the admin token: Authorization: Bearer …\n', 401, { 'www-authenticate': 'Bearer' });
    if (!metrics) return context.notFound();
    const { contentType, body } = await metrics.render();
    return context.body(body, 200, { 'content-type': contentType, 'cache-control': 'no-store' });
  });
  return routes;
}

function isGiven(header: string | undefined, token: string | null): boolean {
  if (token === null || header === undefined) return false;
  const [given, expected] = [Buffer.from(header), Buffer.from(`Bearer ${token}`)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\./.test(host);
