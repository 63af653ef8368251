/** The bot itself: feeds read, the briefing printed, the page served, until a signal ends it. */
import { dailyBriefing } from '#app/daily.ts';
import { readerFor } from '#app/reader.ts';
import { reextractOutdated } from '#app/reextract.ts';
import { startTicker } from '#app/ticker.ts';
import { createWebChat } from '#chat/web/web.ts';
import { commands } from '#commands/index.ts';
import { type HttpServer, startHttpServer } from '#lib/http-server.ts';
import type { Asker } from '#model/command.ts';
import { DESK } from '#model/subscription.ts';
import { readConfig } from '../config.ts';
import { DESK_CHANNEL, print } from './ask.ts';
import { type House, openHouse } from './house.ts';
import { ingestFeeds } from './ingest.ts';
import { createLocalApi } from './local-api.ts';
import { createPipeline, enrolFeeds, type Pipeline, pollDue } from './pipeline.ts';

const SAMPLE_NOTE = 'SAMPLE articles, as of 17 October 2023. Add a feed of your own: node src/main.ts ingest https://example.org/feed.xml';

/** Resolves with the exit code once a signal has ended it and all is closed. */
export async function start(): Promise<number> {
  const config = readConfig();
  const signal = firstSignal();
  const house = await openHouse(config, 'own');
  const pipeline = createPipeline(house);
  const web = createWebChat({
    tenant: DESK,
    channel: DESK_CHANNEL,
    commands,
    zone: config.zone,
    locale: config.locale,
    note: async () => ((await readerFor(DESK, house.storage, config, house.now())).isSample ? SAMPLE_NOTE : null),
  });
  const localApi = createLocalApi(config.dataDir, (feeds) => ingestFeeds(house, pipeline.tools, feeds));
  web.routes.route('/api/local', localApi.routes);
  web.routes.get('/livez', (context) => context.text('ok'));
  let server: HttpServer | undefined;
  try {
    await web.start(house.handlers);
    server = await startHttpServer({ host: config.http.host, port: config.http.port, fetch: (request) => web.routes.fetch(request) });
    localApi.announce(server.url);
    await enrolFeeds(house);
    await Promise.race([pollWithProgress(house, pipeline), signal]);
    await printBriefing(house);
    process.stdout.write(`\nThe page: ${config.http.publicUrl ?? server.url}   (Ctrl+C stops)\n`);
    await runUntil(signal, house, pipeline);
  } finally {
    localApi.withdraw();
    await server?.stop();
    await web.stop();
    await pipeline.stop();
    await house.storage.close();
  }
  return 0;
}

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

async function pollWithProgress(house: House, { tools }: Pipeline): Promise<void> {
  const isTerminal = process.stderr.isTTY === true;
  await pollDue(house, tools, (report, left) => {
    if (isTerminal && left > 0) process.stderr.write(`\r\u001b[KReading feeds: ${left} to go (${report.feed.title || report.feed.url})`);
  });
  if (isTerminal) process.stderr.write('\r\u001b[K');
}

async function printBriefing({ config, storage, now }: House): Promise<void> {
  const asker: Asker = { tenant: DESK, channel: DESK_CHANNEL, isManager: true, zone: config.zone, locale: config.locale };
  const daily = await dailyBriefing(asker, 'full', storage, config, now());
  if (!daily) {
    process.stdout.write('There is nothing to brief about yet. Add a feed: node src/main.ts ingest https://example.org/feed.xml\n');
    return;
  }
  print(daily.document, config.locale);
  await daily.recordTold();
}

/** Polls by the minute and reads old articles again, until the signal; what is under way then is awaited. */
async function runUntil(signal: Promise<void>, house: House, { tools }: Pipeline): Promise<void> {
  let stopped = false;
  const onFault = (error: unknown) => house.log.error({ err: error }, 'a background task failed');
  let polling: Promise<void> = Promise.resolve();
  const rereading = reextractOutdated(house.storage.articles, () => stopped).catch(onFault);
  const ticker = startTicker(() => {
    polling = pollDue(house, tools, () => {}).catch(onFault);
    return polling;
  });
  await signal;
  stopped = true;
  await ticker.stop();
  await Promise.all([polling, rereading]);
}
