/** The bot itself: feeds read, the briefing printed, the page served, until a signal ends it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Hono } from 'hono';
import { dailyBriefing } from '#app/daily.ts';
import { enrolSchedules } from '#app/enrol-schedules.ts';
import { createHousekeeping } from '#app/housekeeping.ts';
import { whyNothing } from '#app/nothing-yet.ts';
import { prune } from '#app/prune.ts';
import { reextractOutdated } from '#app/reextract.ts';
import { startTicker } from '#app/ticker.ts';
import { titleOf } from '#app/visible-feeds.ts';
import type { Desk } from '#desk/desk.ts';
import { endAll } from '#lib/end-all.ts';
import { type HttpServer, startHttpServer } from '#lib/http-server.ts';
import { shrinkYoungHeap, stopYoungHeapGrowth } from '#lib/young-heap.ts';
import type { Asker } from '#model/command.ts';
import type { Role } from '#model/config.ts';
import { DESK, SAMPLE } from '#model/subscription.ts';
import { phrases } from '#phrases/feeds.ts';
import { readConfig } from '../config.ts';
import { answerHere, DESK_CHANNEL, print } from './ask.ts';
import { type House, openHouse } from './house.ts';
import { ingestFeeds } from './ingest.ts';
import { createLocalApi } from './local-api.ts';
import { createOperatorRoutes, isLoopback } from './operator-routes.ts';
import { enrolFeeds } from './pipeline.ts';
import { openPlatforms, type Platforms } from './platforms.ts';
import { pollDue, startPoller } from './polling.ts';
import { dutiesOf } from './roles.ts';
import { adminTokenOf, createPage } from './site.ts';
import { standBy } from './standby.ts';

/** An answer about a feed that was just added waits so long for its articles. */
const PATIENCE_MS = 8_000;

/** Resolves with the exit code once a signal has ended it and all is closed. */
export async function start(role: Role = 'all'): Promise<number> {
  const config = readConfig();
  const duties = dutiesOf(role, config);
  const signal = firstSignal();
  let platforms: Platforms | undefined;
  const house = await openHouse(config, {
    mode: 'own',
    adapters: () => [web, ...(platforms?.adapters ?? [])],
    connections: () => [web, ...((duties.connects && platforms?.adapters) || [])],
    patience: () => sleep(PATIENCE_MS, undefined, { ref: false }),
  });
  let desk: Desk | undefined;
  const web = createPage(house, () => desk?.frame);
  const localApi = createLocalApi(config.dataDir, {
    ingest: (feeds) => ingestFeeds(house, house.pipeline.tools, feeds),
    ask: (body) => answerHere(body, house),
    forget: ({ kind, what, isTrial }) => house.forgetter.forget(kind, what, { isTrial }),
    prune: (days) => prune(days, house.storage.retention, house.now()),
  });
  const routes = duties.serves ? web.routes : new Hono();
  if (role === 'all') routes.route('/api/local', localApi.routes);
  routes.route(
    '/',
    createOperatorRoutes({
      storage: house.storage,
      connections: () => house.connections?.() ?? [],
      now: house.now,
      metrics: house.metrics,
      token: config.adminToken,
      isLocal: isLoopback(config.http.host),
    }),
  );
  let server: HttpServer | undefined;
  try {
    const token = duties.serves ? await adminTokenOf(config, house.storage) : null;
    const openSite = async () => {
      if (!token) return routes;
      const { openDesk } = await import('./desk.ts');
      desk = openDesk(house, token.hash, () => connectionsOf(platforms));
      return desk.routes.route('/', routes);
    };
    let opening: Promise<Hono> | undefined;
    const site = () => (opening ??= openSite());
    await web.start(house.handlers);
    const chats = await openPlatforms(house);
    platforms = chats;
    server = await startHttpServer({
      ...config.http,
      fetch: async (request, connection) => (await site()).fetch(request, connection),
      take: chats.take,
    });
    if (role === 'all') localApi.announce(server.url);
    if (duties.works) {
      await enrolFeeds(house);
      await enrolSchedules(config.schedules, house.storage, config, house.now());
    }
    // Connecting takes its time elsewhere; nothing here waits for it.
    if (duties.connects) void chats.start(house.handlers, (line) => process.stdout.write(`${line}\n`));
    const isRead = role !== 'all' || (await pollWithProgress(house, signal));
    if (role === 'all' && isRead) await printBriefing(house);
    if (token?.newAdminToken)
      process.stdout.write(
        `\nThe admin token, shown only this once: ${token.newAdminToken}\nIt opens changes on the page, and reading from other machines.\n`,
      );
    if (isRead) {
      process.stdout.write(
        duties.serves
          ? `\nThe page: ${config.http.publicUrl ?? server.url}   (Ctrl+C stops)\n`
          : `Running as ${role}; ${server.url}/livez answers.\n`,
      );
      // Nobody waited for what is loaded from here on.
      await Promise.all([site(), house.metrics?.begin()]);
      shrinkYoungHeap();
      stopYoungHeapGrowth();
      if (duties.works) await house.clock?.start();
      await (duties.works ? runUntil(signal, house) : signal);
    }
  } finally {
    if (role === 'all') localApi.withdraw();
    await endAll([
      // What is being posted is finished, what waits is kept. Answers that are under way still go out; then nothing new comes in.
      () => Promise.race([house.clock?.stop(), sleep(DRAIN_MS, undefined, { ref: false })]),
      () => platforms?.stop(),
      () => server?.stop(),
      () => web.stop(),
      () => house.close(),
    ]);
  }
  return 0;
}

const connectionsOf = (platforms: Platforms | undefined) =>
  (platforms?.adapters ?? []).map((adapter) => ({ platform: adapter.platform, health: adapter.health() }));

/** A post that hangs keeps nobody from stopping: the ledger finishes it at the next start. */
const DRAIN_MS = 20_000;

/** Resolves at the first SIGINT or SIGTERM; a second one ends the process at once. */
function firstSignal(): Promise<void> {
  return new Promise((resolve) => {
    let seen = false;
    const onSignal = () => {
      if (seen) process.exit(130);
      seen = true;
      resolve();
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
}

/** False where the signal came before the end: what was being fetched is given up then, and nothing is under way any more. */
async function pollWithProgress(house: House, signal: Promise<void>): Promise<boolean> {
  const isTerminal = process.stderr.isTTY === true;
  const polled = pollDue(house, house.pipeline.tools, {
    stopping: signal,
    onReport: (report, left) => {
      if (isTerminal && left > 0) process.stderr.write(`\r\u001b[KReading feeds: ${left} to go (${titleOf(report.feed)})`);
    },
  });
  const isDone = await Promise.race([polled.then(() => true), signal.then(() => false)]);
  if (!isDone) await Promise.all([polled, house.pipeline.stop()]);
  if (isTerminal) process.stderr.write('\r\u001b[K');
  return isDone;
}

async function printBriefing({ config, storage, now, rewriter }: House): Promise<void> {
  const asker: Asker = { tenant: DESK, channel: DESK_CHANNEL, isManager: true, zone: config.zone, locale: config.locale };
  const daily = await dailyBriefing(asker, 'full', storage, config, now(), rewriter);
  if (!daily) {
    const feeds = (await storage.feeds.list()).filter(({ owner }) => owner !== SAMPLE);
    const next = feeds.length
      ? `${whyNothing(feeds)} What is wrong with them: node src/main.ts feeds check`
      : 'Add a feed: node src/main.ts ingest https://example.org/feed.xml';
    process.stdout.write(`${phrases.nothingToBrief} ${next}\n`);
    return;
  }
  print(daily.document, config.locale);
  await daily.recordTold();
}

/** Polls by the minute and reads old articles again, until the signal; what is under way then is awaited. */
async function runUntil(signal: Promise<void>, house: House): Promise<void> {
  let stopped = false;
  const onFault = (error: unknown) => house.log.error({ err: error }, 'a background task failed');
  const poller = startPoller(house, house.pipeline.tools);
  let ticking: Promise<void> = house.clock?.tick().catch(onFault) ?? Promise.resolve();
  const housekeeping = createHousekeeping({
    retention: house.storage.retention,
    now: house.now,
    bodyDays: house.config.rights.bodyDays,
    isStopped: () => stopped,
  });
  let keeping: Promise<unknown> | undefined;
  let forgetting: Promise<unknown> | undefined;
  // One process of a fleet keeps the house and reads old articles again; when it ends, another goes on.
  const turn = standBy(house.storage.leases, 'keeping house', { holder: crypto.randomUUID(), now: house.now, onFault });
  let isKeeper = false;
  const rereading = turn.taken
    .then((isMine) => {
      isKeeper = isMine;
      return isMine ? reextractOutdated(house.storage.articles, () => stopped) : 0;
    })
    .catch(onFault);
  poller.tick();
  const ticker = startTicker(() => {
    // A slow feed holds up no briefing: the tick waits for the clock only.
    poller.tick();
    // What another process of a fleet was asked to forget is kept out here too.
    forgetting = house.forgetter.replay().catch(onFault);
    if (isKeeper)
      keeping ??= housekeeping
        .tick()
        .catch(onFault)
        .finally(() => {
          keeping = undefined;
        });
    ticking = house.clock?.tick().catch(onFault) ?? Promise.resolve();
    return ticking;
  });
  await signal;
  stopped = true;
  await endAll([
    () => ticker.stop(),
    () => turn.stop(),
    // What is being fetched is given up; it is asked for at the next start.
    () => Promise.all([poller.stop(), house.pipeline.stop(), ticking, rereading, keeping, forgetting]),
  ]);
}
