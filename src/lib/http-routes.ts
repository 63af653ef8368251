/** A web address → the connection pool that may carry the request: straight through the guard, through the proxy, or none. */
import { isIP } from 'node:net';
import { Agent, type Dispatcher, ProxyAgent } from 'undici';
import type { Problem } from '#model/failure.ts';
import { type AllowList, isAllowed, isPublicAddress } from './addresses.ts';
import { createGuardedConnector, isWebPort, type Resolve } from './guard.ts';

/** As HTTPS_PROXY and NO_PROXY give them. The proxy itself may stand at a private address. */
export type ProxyOptions = { readonly url: string; readonly noProxy?: string };

export type RouteOptions = {
  readonly allow: AllowList;
  readonly timeoutMs: number;
  readonly proxy?: ProxyOptions;
  readonly ca?: readonly string[];
  readonly resolve?: Resolve;
};

export interface Routes {
  /** Null where the guard can see, before any connection, that the address is private. */
  to(target: URL): Dispatcher | null;
  readonly caveats: readonly Problem[];
  stop(): Promise<void>;
}

const MAX_CONNECT_MS = 10_000;

export function createRoutes(options: RouteOptions): Routes {
  const connectTimeoutMs = Math.min(MAX_CONNECT_MS, options.timeoutMs);
  // Time limits of undici's own are off: one limit over all hops stands in http.ts.
  const pool = { connections: 2, pipelining: 1, headersTimeout: 0, bodyTimeout: 0, maxHeaderSize: 65_536, allowH2: false };
  const straight = new Agent({ ...pool, connect: createGuardedConnector({ ...options, connectTimeoutMs }) });
  const { proxy } = options;
  if (proxy === undefined) return { to: () => straight, caveats: [], stop: () => straight.destroy() };

  const tls = { timeout: connectTimeoutMs, ...(options.ca ? { ca: [...options.ca] } : {}) };
  const throughProxy = new ProxyAgent({ ...pool, uri: proxy.url, requestTls: tls, proxyTls: tls });
  const isDirect = parseNoProxy(proxy.noProxy ?? '');
  return {
    to: (target) => {
      if (isDirect(target)) return straight;
      return mayAskProxyFor(target, options.allow) ? throughProxy : null;
    },
    caveats: [
      {
        code: 'proxy-resolves',
        message:
          'Requests go through a proxy, which looks host names up itself: a name that leads to a private address cannot be seen from here.',
        hint: 'Let the proxy refuse private and reserved addresses.',
      },
    ],
    stop: async () => {
      await Promise.all([straight.destroy(), throughProxy.destroy()]);
    },
  };
}

/** Names that mean this machine or this network wherever they are looked up (RFC 6761, RFC 6762, RFC 8375, ICANN's "internal"). */
const INNER_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa)\.?$/i;

/** What can be seen without a lookup: addresses written out, and names that are inside by definition or hold no dot. */
function mayAskProxyFor(target: URL, allow: AllowList): boolean {
  const port = portOf(target);
  const host = bareHost(target);
  if (isIP(host) !== 0) return isAllowed(allow, host, port) || (isPublicAddress(host) && isWebPort(port));
  return host.includes('.') && !INNER_NAME.test(host) && isWebPort(port);
}

/** "example.org, .inner.net, 10.0.0.1:8080, *" → does an address go around the proxy? A name covers its subdomains, as curl has it. */
function parseNoProxy(list: string): (target: URL) => boolean {
  const entries = list.split(/[\s,]+/).flatMap((entry) => {
    const match = /^(?:\*?\.)?(\[[^\]]+\]|[^:]+|[0-9a-f:]{3,})(?::(\d+))?$/i.exec(entry);
    return match?.[1] === undefined ? [] : [{ host: match[1].replace(/^\[|\]$/g, '').toLowerCase(), port: match[2] }];
  });
  return (target) => {
    const host = bareHost(target);
    return entries.some(
      (entry) =>
        (entry.port === undefined || Number(entry.port) === portOf(target)) &&
        (entry.host === '*' || entry.host === host || host.endsWith(`.${entry.host}`)),
    );
  };
}

function bareHost(target: URL): string {
  return target.hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
}

function portOf(target: URL): number {
  return Number(target.port) || (target.protocol === 'https:' ? 443 : 80);
}
