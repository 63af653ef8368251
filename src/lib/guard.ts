/**
 * A connector for undici that opens a connection only to public addresses and to those on the allow-list.
 * Three checks, since each alone can be walked around: an address written as the host (undici then asks no lookup), every answer of the
 * lookup (one bad answer refuses all), and the address that the socket is really connected to.
 */
import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { buildConnector } from 'undici';
import { type AllowList, isAllowed, isPublicAddress } from './addresses.ts';

/** Host name → its addresses; node's own lookup unless a test brings another. */
export type Resolve = (hostname: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

export type GuardOptions = {
  readonly allow: AllowList;
  readonly connectTimeoutMs: number;
  readonly resolve?: Resolve;
  /** PEM certificates that are trusted; replaces the built-in list, so the caller adds those it wants to keep. */
  readonly ca?: readonly string[];
};

/** The message holds the host name only; an inner address is nobody's business in a channel. */
export class BlockedAddress extends Error {
  readonly code = 'BLOCKED_ADDRESS';

  constructor(hostname: string) {
    super(`${hostname} is a private or reserved address.`);
    this.name = 'BlockedAddress';
  }
}

/** Ports above 1023 that speak other protocols, from the list that browsers refuse (https://fetch.spec.whatwg.org/#port-blocking). */
const OTHER_PROTOCOLS: ReadonlySet<number> = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

export function isWebPort(port: number): boolean {
  return port === 80 || port === 443 || (port >= 1024 && !OTHER_PROTOCOLS.has(port));
}

export function createGuardedConnector(options: GuardOptions): buildConnector.connector {
  const mayConnect = (address: string, port: number) =>
    isAllowed(options.allow, address, port) || (isPublicAddress(address) && isWebPort(port));
  const resolve = options.resolve ?? resolveBySystem;

  return (target, callback) => {
    const port = Number(target.port) || (target.protocol === 'https:' ? 443 : 80);
    const hostname = target.hostname.replace(/^\[|\]$/g, '');
    if (isIP(hostname) !== 0 && !mayConnect(hostname, port)) return callback(new BlockedAddress(hostname), null);

    const lookup: LookupFunction = (name, lookupOptions, done) => {
      checkedAddresses(resolve, name, port, options.allow, mayConnect).then(
        (addresses) => {
          const [first] = addresses;
          if (lookupOptions.all === true) done(null, [...addresses]);
          else if (first !== undefined) done(null, first.address, first.family);
        },
        (error: NodeJS.ErrnoException) => done(error, '', 0),
      );
    };
    const connect = buildConnector({
      lookup,
      port,
      timeout: options.connectTimeoutMs,
      // HTTP/1.1 only: "two connections for each origin" then means two requests at a time.
      allowH2: false,
      ...(options.ca ? { ca: [...options.ca] } : {}),
    });
    connect(target, (error, socket) => {
      if (error !== null) return callback(error, null);
      if (socket.remoteAddress === undefined || !mayConnect(socket.remoteAddress, port)) {
        socket.destroy();
        return callback(new BlockedAddress(hostname), null);
      }
      callback(null, socket);
    });
  };
}

/** Allowed answers alone where there are some ("localhost" is ::1 too); else all of them, or a refusal if any one is bad. */
async function checkedAddresses(
  resolve: Resolve,
  hostname: string,
  port: number,
  allow: AllowList,
  mayConnect: (address: string, port: number) => boolean,
) {
  const addresses = [...(await resolve(hostname))];
  if (addresses.length === 0) throw Object.assign(new Error(`${hostname} has no address.`), { code: 'ENOTFOUND' });
  const allowed = addresses.filter(({ address }) => isAllowed(allow, address, port));
  if (allowed.length > 0) return allowed;
  if (!addresses.every(({ address }) => mayConnect(address, port))) throw new BlockedAddress(hostname);
  return addresses;
}

const resolveBySystem: Resolve = (hostname) =>
  new Promise((done, fail) => systemLookup(hostname, { all: true }, (error, addresses) => (error ? fail(error) : done(addresses))));
