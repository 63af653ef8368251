/** A local stand-in of Slack: Web API, response_url and OAuth over HTTP, Socket Mode over a WebSocket, signed deliveries to a bot's address. */
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { callApi } from './slack-api.ts';
import { refuseOptions } from './slack-limits.ts';
import { type Delivered, type Delivery, slackPayloads } from './slack-payloads.ts';
import { answerResponseUrl, type ResponseUrl } from './slack-response-url.ts';
import { FakeWorld, type Trouble } from './slack-world.ts';
import { acceptWebSocket, type ServerSocket } from './websocket-server.ts';

export const SIGNING_SECRET = 'fake-signing-secret-0123456789';

export type FakeSlack = Awaited<ReturnType<typeof createFakeSlack>>;

export async function createFakeSlack(now: () => number = Date.now) {
  const world = new FakeWorld(now);
  const responseUrls = new Map<string, ResponseUrl>();
  const sockets = new Set<ServerSocket>();
  const connections = new Set<Socket>();
  const waiting = new Map<string, (payload: unknown) => void>();
  let tickets = 0;
  /** Where deliveries go: over the socket, or signed to this address. */
  let eventsUrl: string | undefined;

  const server = createServer((request, response) => {
    void handle(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  });
  server.on('upgrade', (request, stream) => {
    const socket = acceptWebSocket(request, stream, {
      message: (text) => {
        const reply = JSON.parse(text) as { envelope_id: string; payload?: unknown };
        waiting.get(reply.envelope_id)?.(reply.payload);
        waiting.delete(reply.envelope_id);
      },
      close: () => {
        sockets.delete(socket);
        world.changed();
      },
    });
    sockets.add(socket);
    socket.send(JSON.stringify({ type: 'hello', num_connections: sockets.size, connection_info: { app_id: 'A0FAKE' } }));
    world.changed();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const socketUrl = (): string => `${base.replace('http', 'ws')}/link?ticket=${++tickets}`;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const { pathname } = new URL(request.url ?? '/', base);
    const isApi = pathname.startsWith('/api/');
    const method = isApi ? pathname.slice('/api/'.length) : 'response_url';
    const args = isApi ? Object.fromEntries(new URLSearchParams(body)) : (JSON.parse(body || '{}') as Record<string, unknown>);
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? String(args.token ?? '');
    world.calls.push({ method, args, token, at: Date.now() });
    const run = (): { status: number; body: unknown } => {
      if (isApi) return { status: 200, body: callApi(world, method, args, token, socketUrl) };
      return answerResponseUrl(world, responseUrls, pathname.slice('/response/'.length), args);
    };
    const trouble = world.takeTrouble(method, args);
    if (trouble) await meet(trouble, run, request, response);
    else respond(response, run(), scopesOf(token));
    world.changed();
  }

  const scopesOf = (token: string): Record<string, string> => {
    const bot = world.bots.get(token);
    return bot ? { 'x-oauth-scopes': bot.scopes.join(',') } : {};
  };

  const payloads = slackPayloads(world, (context) => {
    const id = `r${responseUrls.size + 1}`;
    responseUrls.set(id, { ...context, uses: 0, at: Date.now() });
    return `${base}/response/${id}`;
  });

  /** @param to Where, among several; else as `deliverTo` said, else by socket. */
  async function deliver(
    delivery: Delivery,
    retry?: { readonly num: number; readonly reason: string },
    to: string | undefined = eventsUrl,
  ): Promise<Delivered> {
    const delivered = await (to === undefined ? bySocket(delivery, retry) : byHttp(to, delivery, retry));
    const wrong = delivery.payload.type === 'block_suggestion' ? refuseOptions((delivered.answer as { options?: unknown }).options) : null;
    if (wrong) throw new Error(`Slack would not show these suggestions: ${wrong}`);
    return delivered;
  }

  function bySocket({ type, payload }: Delivery, retry?: { num: number; reason: string }): Promise<Delivered> {
    const socket = [...sockets].find((open) => open.isOpen());
    if (!socket) return Promise.reject(new Error('dispatch_failed: no socket is connected'));
    const envelope_id = `e${Math.random()}`;
    const sentAt = performance.now();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`not acknowledged within 3 s: ${type}`)), 3_000);
      waiting.set(envelope_id, (answer) => {
        clearTimeout(timer);
        resolve({ ackMs: performance.now() - sentAt, status: 200, answer });
      });
      socket.send(
        JSON.stringify({
          envelope_id,
          type,
          payload,
          accepts_response_payload: type !== 'events_api',
          ...(retry ? { retry_attempt: retry.num, retry_reason: retry.reason } : {}),
        }),
      );
    });
  }

  async function byHttp(url: string, { type, payload }: Delivery, retry?: { num: number; reason: string }): Promise<Delivered> {
    const form = type === 'slash_commands' ? payload : { payload: JSON.stringify(payload) };
    const isJson = type === 'events_api';
    const body = isJson ? JSON.stringify(payload) : new URLSearchParams(form as Record<string, string>).toString();
    const timestamp = Math.floor(Date.now() / 1_000);
    const sentAt = performance.now();
    const response = await fetch(url, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(3_000),
      headers: {
        'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': sign(SIGNING_SECRET, timestamp, body),
        ...(retry ? { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason } : {}),
      },
    });
    const text = await response.text();
    return { ackMs: performance.now() - sentAt, status: response.status, answer: text.startsWith('{') ? JSON.parse(text) : text };
  }

  return {
    world,
    base,
    apiUrl: `${base}/api/`,
    payloads,
    deliver,
    /** From now on deliveries are signed requests to this address. */
    deliverTo: (url: string): void => {
      eventsUrl = url;
    },
    connected: (): Promise<number> => world.until('a socket', () => [...sockets].filter((socket) => socket.isOpen()).length || null),
    disconnected: (): Promise<boolean> => world.until('no socket', () => ![...sockets].some((socket) => socket.isOpen())),
    /** Slack's routine: the connection is renewed every few hours. */
    refresh: (reason = 'refresh_requested'): void => {
      for (const socket of sockets) socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: {} }));
    },
    dropSockets: (): void => {
      for (const socket of sockets) socket.terminate();
    },
    silenceSockets: (): void => {
      for (const socket of sockets) socket.goSilent();
      sockets.clear();
    },
    stop: async (): Promise<void> => {
      for (const socket of sockets) socket.terminate();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      for (const connection of connections) connection.destroy();
      await closed;
    },
  };
}

export const sign = (secret: string, timestamp: number, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;

async function meet(
  trouble: Trouble,
  run: () => { status: number; body: unknown },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  switch (trouble.kind) {
    case 'rate-limit':
      response.writeHead(429, { 'retry-after': String(trouble.retryAfterSeconds), 'content-type': 'application/json' });
      response.end(JSON.stringify({ ok: false, error: 'ratelimited' }));
      return;
    case 'status':
      if (trouble.when === 'after') run();
      response.writeHead(trouble.status).end('upstream trouble');
      return;
    case 'error':
      respond(response, { status: 200, body: { ok: false, error: trouble.error } });
      return;
    case 'drop':
      if (trouble.when === 'after') run();
      request.socket.destroy();
      return;
    case 'hold':
      await trouble.until;
      // Who has gone before his turn is not served hours later.
      if (response.destroyed) return;
      respond(response, run());
  }
}

function respond(
  response: ServerResponse,
  { status, body }: { status: number; body: unknown },
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
