/** A local stand-in of Discord: REST with its rate limits and the gateway over a real WebSocket, on one loopback address. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createBuckets } from './discord-buckets.ts';
import { createFakeGateway } from './discord-gateway.ts';
import { loadOpenApi, OPENAPI_MISSING } from './discord-openapi.ts';
import { discordPayloads, type Payload } from './discord-payloads.ts';
import { callRest, FILES, type Reply } from './discord-rest.ts';
import { FakeDiscordWorld, type Trouble } from './discord-world.ts';

export type FakeDiscord = Awaited<ReturnType<typeof createFakeDiscord>>;
export type Delivered = { readonly ackMs: number; readonly answer: unknown };

const openApi = OPENAPI_MISSING ? undefined : loadOpenApi();

/** @param limitsNow The clock of its rate limits, which the library counts on the real one. */
export async function createFakeDiscord(now: () => number = Date.now, limitsNow: () => number = now) {
  const world = new FakeDiscordWorld(now);
  const limit = createBuckets(limitsNow);
  const payloads = discordPayloads(world);
  const connections = new Set<Socket>();
  let isAway = false;

  const server = createServer((request, response) => {
    void handle(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
    if (isAway) socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const gatewayUrl = base.replace('http', 'ws');
  const gateway = createFakeGateway(world, payloads.guild, () => gatewayUrl);
  server.on('upgrade', (request, stream) => gateway.accept(request, stream));

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await readBody(request);
    const { pathname, searchParams } = new URL(request.url ?? '/', base);
    const path = decodeURIComponent(pathname).replace(/^\/api\/v10/, '');
    const body = await parseBody(raw, request.headers['content-type'] ?? '');
    const method = request.method ?? 'GET';
    const call = { method, path, body, at: performance.now() };
    world.calls.push(call);
    const { headers, retryAfterSeconds } = limit(method, path);
    const isOpen = path.startsWith('/interactions/') || path.startsWith('/webhooks/') || path.startsWith('/cdn/');
    const run = (): Reply => {
      const isBot = request.headers.authorization === `Bot ${world.token}` && world.isTokenGood;
      if (!isOpen && !isBot) return { status: 401, body: { code: 0, message: '401: Unauthorized' } };
      const file = /^\/cdn\/(\w+)$/.exec(path)?.[1];
      if (file !== undefined) return world.uploads.has(file) ? { status: 200, body: world.uploads.get(file) } : { status: 404 };
      if (path === '/gateway/bot')
        return {
          status: 200,
          body: { url: gatewayUrl, shards: 1, session_start_limit: { total: 1_000, remaining: 999, reset_after: 0, max_concurrency: 1 } },
        };
      return callRest(world, { method, path, query: searchParams, body });
    };
    const trouble = world.takeTrouble(call);
    if (trouble) await meet(trouble, run, headers, response);
    else if (retryAfterSeconds !== undefined) tooMany(response, retryAfterSeconds, headers);
    else respond(response, run(), headers);
    world.changed();
  }

  return {
    /** What Discord's own document has against the requests so far; looked at afterwards, for it takes time. */
    complaints: (): readonly string[] =>
      world.calls.flatMap(({ method, path, body }) => (openApi && Object.keys(body).length > 0 ? openApi.check(method, path, body) : [])),
    world,
    gateway,
    payloads,
    base,
    apiUrl: `${base}/api`,
    connected: (): Promise<boolean> => world.until('a session', () => gateway.isConnected()),
    /** Sends an interaction; settles when it is acknowledged. */
    deliver: async (interaction: Payload): Promise<Delivered> => {
      const sentAt = performance.now();
      gateway.dispatch('INTERACTION_CREATE', interaction);
      const made = world.interactions.get(String(interaction.token));
      const acknowledged = await world.until('an acknowledgement', () => made?.isAcknowledged && made, 3_000);
      const arrived = world.calls.findLast(
        ({ path }) => path === `/interactions/${String(interaction.id)}/${String(interaction.token)}/callback`,
      );
      return { ackMs: (arrived?.at ?? performance.now()) - sentAt, answer: acknowledged.answer };
    },
    dispatch: gateway.dispatch,
    /** Connections are refused until it comes back. */
    goAway: (away: boolean): void => {
      isAway = away;
      if (away) for (const connection of connections) connection.destroy();
    },
    stop: async (): Promise<void> => {
      gateway.stop();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      for (const connection of connections) connection.destroy();
      await closed;
    },
  };
}

async function meet(trouble: Trouble, run: () => Reply, headers: Record<string, string>, response: ServerResponse): Promise<void> {
  switch (trouble.kind) {
    case 'rate-limit':
      // One of a resource, not of the bucket: its headers do not foretell it.
      return tooMany(
        response,
        trouble.seconds,
        trouble.isGlobal ? { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' } : { 'x-ratelimit-scope': 'shared' },
      );
    case 'status':
      if (trouble.when === 'after') run();
      response.writeHead(trouble.status).end('upstream trouble');
      return;
    case 'error':
      return respond(response, { status: trouble.status, body: { code: trouble.code, message: 'trouble' } }, headers);
    case 'drop':
      if (trouble.when === 'after') run();
      // `close`: the other side ends in an orderly way, which undici calls UND_ERR_SOCKET.
      if (trouble.how === 'close') response.socket?.end();
      else response.socket?.resetAndDestroy();
      return;
    case 'hold':
      await trouble.until;
      // Who has gone before his turn is not served hours later.
      if (response.destroyed) return;
      return respond(response, run(), headers);
  }
}

function tooMany(response: ServerResponse, seconds: number, headers: Record<string, string>): void {
  response.writeHead(429, { 'content-type': 'application/json', 'retry-after': String(Math.ceil(seconds)), ...headers });
  response.end(JSON.stringify({ message: 'You are being rate limited.', retry_after: seconds, global: 'x-ratelimit-global' in headers }));
}

function respond(response: ServerResponse, { status, body }: Reply, headers: Record<string, string>): void {
  response.writeHead(status, { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** JSON, or a form with JSON and files. */
async function parseBody(raw: Buffer, type: string): Promise<Record<string, unknown>> {
  if (!type.startsWith('multipart/')) return raw.length > 0 ? (JSON.parse(raw.toString('utf8')) as Record<string, unknown>) : {};
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
  const files = [...form.values()].flatMap((value) => (typeof value === 'string' ? [] : [value]));
  const read = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
  return { ...(JSON.parse(String(form.get('payload_json') ?? '{}')) as Record<string, unknown>), [FILES]: read };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
