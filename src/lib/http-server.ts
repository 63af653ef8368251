/** A fetch handler → an HTTP server that says clearly when its port is taken, and stops without leaving a connection behind. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { serve } from '@hono/node-server';
import { Failure } from '#model/failure.ts';

export type HttpServer = { readonly url: string; readonly stop: () => Promise<void> };

type Options = {
  readonly host: string;
  readonly port: number;
  /** `connection`: where the request came from. */
  readonly fetch: (request: Request, connection: { readonly incoming: Pick<IncomingMessage, 'socket'> }) => Response | Promise<Response>;
  /** Asked first; true where it answers the request itself. */
  readonly take?: (request: IncomingMessage, response: ServerResponse) => boolean;
};

/** @throws Failure 'port-taken' or 'port-refused'. Port 0 takes any free one. */
export function startHttpServer(options: Options): Promise<HttpServer> {
  return new Promise((resolve, reject) => {
    const listening =
      (otherwise: RequestListener): RequestListener =>
      (request, response) => {
        if (!options.take?.(request, response)) otherwise(request, response);
      };
    const withTake = ((serverOptions: object, listener: RequestListener) =>
      createServer(serverOptions, listening(listener))) as typeof createServer;
    const server = serve(
      {
        fetch: (request, connection) => options.fetch(request, connection),
        hostname: options.host,
        port: options.port,
        createServer: withTake,
      },
      ({ port }) => {
        const host = options.host.includes(':') ? `[${options.host}]` : options.host;
        resolve({
          url: `http://${host === '127.0.0.1' || host === '0.0.0.0' ? 'localhost' : host}:${port}`,
          stop: () => stop(server as Server),
        });
      },
    ) as Server;
    server.once('error', (cause: NodeJS.ErrnoException) => reject(refusal(cause, options)));
  });
}

function refusal(cause: NodeJS.ErrnoException, { host, port }: Options): Failure {
  if (cause.code === 'EADDRINUSE')
    return new Failure(
      {
        code: 'port-taken',
        message: `Port ${port} on ${host} is taken by another program.`,
        hint: `Stop that program, or choose another port: PORT=${port + 1} npm start`,
      },
      { cause },
    );
  return new Failure(
    {
      code: 'port-refused',
      message: `The page cannot listen on ${host}:${port} (${cause.code ?? cause.message}).`,
      hint: 'Choose another PORT or WIREBRIEF_HOST.',
    },
    { cause },
  );
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
