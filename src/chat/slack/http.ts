/** HTTP mode: Slack's signed requests on /slack/events, and the installation pages, as a request listener or on a listener of its own. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HTTPReceiver } from '@slack/bolt';
import { phrases } from '#phrases/slack.ts';
import { clientOptions } from './api.ts';
import { boltLogger } from './bolt-log.ts';
import type { Installations } from './installations.ts';
import { BOT_SCOPES } from './manifest.ts';
import type { SlackSettings } from './settings.ts';

export type RequestListener = (request: IncomingMessage, response: ServerResponse) => void;
export const SLACK_PATHS: readonly string[] = ['/slack/events', '/slack/install', '/slack/oauth_redirect'];

export function createHttpReceiver(settings: SlackSettings, installations: Installations | undefined): HTTPReceiver {
  const { install, log } = settings;
  return new HTTPReceiver({
    signingSecret: settings.signingSecret ?? '',
    endpoints: ['/slack/events'],
    logger: boltLogger(log),
    ...(install && installations
      ? {
          clientId: install.clientId,
          clientSecret: install.clientSecret,
          stateSecret: install.stateSecret,
          installationStore: installations.store,
          scopes: [...BOT_SCOPES],
          installerOptions: {
            // Options of its own, without headers: see createApi.
            clientOptions: clientOptions(settings),
            ...(install.authorizationUrl ? { authorizationUrl: install.authorizationUrl } : {}),
          },
        }
      : {}),
  });
}

/** Never throws; answers 404 to what is not Slack's. */
export function listenerOf(receiver: HTTPReceiver): RequestListener {
  return (request, response) => {
    // Bolt reads only this very content type as a form.
    const type = request.headers['content-type'];
    if (type?.toLowerCase().startsWith('application/x-www-form-urlencoded'))
      request.headers['content-type'] = 'application/x-www-form-urlencoded';
    try {
      receiver.requestListener(request, response);
    } catch {
      if (!response.headersSent) response.writeHead(404, { 'content-type': 'text/plain' }).end(phrases.notFound);
    }
  };
}

/** The only listener that must be reachable from outside, where SLACK_PORT is set. */
export async function listen(
  listener: RequestListener,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<{ server: Server; port: number }> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
}
