/** A handler → an http server on a free loopback port, for tests that want a real connection. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export type LocalServer = {
  readonly port: number;
  readonly url: string;
  /** "127.0.0.1:port", for the allow-list. */
  readonly endpoint: string;
  /** How many connections were opened so far. */
  readonly connections: () => number;
  readonly stop: () => Promise<void>;
};

export async function startLocalServer(handler: RequestListener, host = '127.0.0.1'): Promise<LocalServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer({ keepAliveTimeout: 30_000 }, handler);
  server.on('connection', (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
  });
  await new Promise<void>((done) => server.listen(0, host, done));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    endpoint: `${host.includes(':') ? `[${host}]` : host}:${port}`,
    connections: () => connections,
    stop: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  };
}
