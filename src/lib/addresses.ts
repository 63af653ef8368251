/** An IP address → may a feed make us connect to it? Only public unicast addresses pass, and those that the operator allowed by address and port. */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** "127.0.0.1:8080", "[::1]:8080": what the operator allows although it is private. */
export type AllowList = ReadonlySet<string>;

/** Public by its range, and yet inside: Azure's virtual public address, which hands out a machine's configuration. */
const INSIDE: ReadonlySet<string> = new Set(['168.63.129.16']);

/** The one block that IANA has given out for global unicast; the rest of IPv6 is nobody's or somebody's inside. */
const GLOBAL_V6 = ipaddr.parseCIDR('2000::/3');

export function isPublicAddress(address: string): boolean {
  // ipaddr.js reads "1.2.3" as an address; node does not, and it is node that connects.
  if (isIP(address) === 0) return false;
  // `process` turns an IPv4-mapped IPv6 address into its IPv4 self, so that ::ffff:127.0.0.1 is seen as loopback.
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' ? !INSIDE.has(parsed.toString()) : parsed.match(GLOBAL_V6);
}

/** Entries that are no "address:port" are left out: an allow-list never widens by a typing error. */
export function parseAllowList(entries: readonly string[]): AllowList {
  const allowed = entries.flatMap((entry) => {
    const match = /^(?:\[([^\]]+)\]|([^:]+)):(\d{1,5})$/.exec(entry.trim());
    const address = match?.[1] ?? match?.[2];
    return address !== undefined && isIP(address) !== 0 ? [endpointKey(address, Number(match?.[3]))] : [];
  });
  return new Set(allowed);
}

export function isAllowed(allow: AllowList, address: string, port: number): boolean {
  return isIP(address) !== 0 && allow.has(endpointKey(address, port));
}

function endpointKey(address: string, port: number): string {
  return `${ipaddr.process(address).toNormalizedString()} ${port}`;
}
