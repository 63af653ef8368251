import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isAllowed, isPublicAddress, parseAllowList } from '#lib/addresses.ts';
import type { Resolve } from '#lib/guard.ts';
import { createHttpClient, type HttpClient, type HttpClientOptions } from '#lib/http.ts';
import { type LocalServer, startLocalServer } from './local-server.ts';

// A name of its own, so that the check for unlisted programs does not take it for a dependency.
const OPENSSL = 'openssl';

/** The attacker's own server is allowed, as a public one would be; the victim stands on the same machine and must never see a connection, and a friend whom an allow-list names. */
let attacker: LocalServer;
let victim: LocalServer;
let friend: LocalServer;
let victimV6: LocalServer | undefined;
let redirectTo = '';

beforeAll(async () => {
  attacker = await startLocalServer((_request, response) =>
    response.writeHead(302, { location: Buffer.from(redirectTo).toString('latin1') }).end(),
  );
  victim = await startLocalServer((_request, response) => response.end('inner secret'));
  friend = await startLocalServer((_request, response) => response.end('for friends only'));
  victimV6 = await startLocalServer((_request, response) => response.end('inner secret'), '::1').catch(() => undefined);
});
afterAll(async () => {
  await Promise.all([attacker.stop(), friend.stop(), victim.stop(), victimV6?.stop()]);
});
afterEach(() => expect([victim.connections(), victimV6?.connections() ?? 0]).toEqual([0, 0]));

async function withClient<T>(options: Partial<HttpClientOptions>, use: (client: HttpClient) => Promise<T>): Promise<T> {
  const client = createHttpClient({
    userAgent: 'Wirebrief/test',
    timeoutMs: 2000,
    maxBytes: 100_000,
    allow: [attacker.endpoint],
    now: () => 0,
    ...options,
  });
  try {
    return await use(client);
  } finally {
    await client.stop();
  }
}

async function codeOf(url: string, options: Partial<HttpClientOptions> = {}): Promise<string> {
  const outcome = await withClient(options, (client) => client.get(url));
  return outcome.kind === 'failed' ? outcome.problem.code : outcome.kind;
}

const answering =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

/** PORT stands for the victim's. */
const LITERALS = [
  'http://127.0.0.1:PORT/',
  'http://127.1:PORT/',
  'http://2130706433:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://0x7f.0.0.1:PORT/',
  'http://0x7f000001:PORT/',
  'http://１２７.0.0.1:PORT/',
  'http://127。0。0。1:PORT/',
  'http://0.0.0.0:PORT/',
  'http://0:PORT/',
  'http://[::1]:PORT/',
  'http://[::]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[::ffff:7f00:1]:PORT/',
  'http://[64:ff9b::7f00:1]:PORT/',
  'http://10.0.0.1:PORT/',
  'http://192.168.0.1:PORT/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://168.63.129.16/machine?comp=goalstate',
  'http://100.100.100.200/latest/meta-data/',
  'http://me@127.0.0.1:PORT/',
];

describe('addresses written as hosts', () => {
  test.each(LITERALS)('%s is refused', async (literal) => {
    expect(await codeOf(literal.replace('PORT', String(victim.port)))).toBe('private-address');
  });

  test.each(LITERALS)('a redirect to %s is refused', async (literal) => {
    redirectTo = literal.replace('PORT', String(victim.port));
    expect(await codeOf(attacker.url)).toBe('private-address');
  });
});

describe('names', () => {
  test.each([
    ['one private answer', ['127.0.0.1']],
    ['a private answer among public ones', ['93.184.216.34', '127.0.0.1']],
    ['a mapped answer', ['::ffff:127.0.0.1']],
    ['a loopback answer in IPv6', ['::1']],
    ['the metadata address', ['169.254.169.254']],
    ['what is no address', ['localhost']],
  ])('%s refuses the name', async (_name, addresses) => {
    expect(await codeOf(`http://news.example:${victim.port}/`, { resolve: answering(...addresses) })).toBe('private-address');
  });

  test('localhost is refused by the system lookup too', async () => {
    expect(await codeOf(`http://localhost:${victim.port}/`)).toBe('private-address');
  });

  test('no answer at all is a matter of DNS', async () => {
    expect(await codeOf('http://news.example/', { resolve: answering() })).toBe('dns');
  });

  test('a name that leads to an allowed address is reached there, whatever else it leads to', async () => {
    const options = { allow: [friend.endpoint], resolve: answering('::1', '127.0.0.1') };
    expect(await codeOf(`http://news.example:${friend.port}/`, options)).toBe('fresh');
  });

  test('a name that changes its address between two requests (rebinding) is looked at each time', async () => {
    const answers = [attacker.endpoint.split(':')[0] ?? '', '10.0.0.1'];
    redirectTo = `http://rebound.example:${attacker.port}/again`;
    const resolve: Resolve = async () => [{ address: answers.shift() ?? '10.0.0.1', family: 4 }];
    const client = await withClient({ resolve }, async (open) => {
      const first = await open.get(`http://rebound.example:${attacker.port}/`);
      return first.kind === 'failed' ? first.problem.code : first.kind;
    });
    // The kept connection to the first address may serve the second request: it never reaches the new one.
    expect(['private-address', 'too-many-redirects']).toContain(client);
    expect(await codeOf(`http://rebound.example:${attacker.port}/`, { resolve: answering('10.0.0.1') })).toBe('private-address');
  });
});

describe('the allow-list', () => {
  test('holds for the exact address and port only', async () => {
    expect(await codeOf(friend.url, { allow: [friend.endpoint] })).toBe('fresh');
    expect(await codeOf(victim.url, { allow: [`127.0.0.1:${victim.port + 1}`] })).toBe('private-address');
    expect(await codeOf(victim.url, { allow: [`127.0.0.2:${victim.port}`] })).toBe('private-address');
    expect(await codeOf(victim.url, { allow: ['127.0.0.1', 'localhost', '*', `localhost:${victim.port}`] })).toBe('private-address');
  });

  test('reads IPv6, and an address in any spelling is one address', () => {
    const allow = parseAllowList(['[::1]:8080', ' 10.1.2.3:80 ', 'nonsense', '::1:80']);
    expect(isAllowed(allow, '0:0:0:0:0:0:0:1', 8080)).toBe(true);
    expect(isAllowed(allow, '::ffff:10.1.2.3', 80)).toBe(true);
    expect(isAllowed(allow, '10.1.2.3', 81)).toBe(false);
    expect(allow.size).toBe(2);
  });
});

describe('isPublicAddress', () => {
  test.each(['8.8.8.8', '93.184.216.34', '1.1.1.1', '223.255.255.1', '2606:4700:4700::1111', '2a00:1450:4001::200e'])(
    '%s is',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
  test.each([
    ...['0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '127.0.0.1', '127.255.0.1', '169.254.1.1', '172.16.0.1', '172.31.255.255'],
    ...['192.0.0.1', '192.0.2.1', '192.168.1.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...['168.63.129.16', '::', '::1', '::ffff:10.0.0.1', '::ffff:0:127.0.0.1', '64:ff9b::a00:1', '100::1', '2001::1', '2001:db8::1'],
    ...['2002:7f00:1::', 'fc00::1', 'fd12::1', 'fe80::1', 'fec0::1', 'ff02::1', '4000::1', '::7f00:1', '', 'localhost', '1.2.3'],
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

test.each([22, 25, 6667, 2049])('port %i of a public host is not asked: it speaks something else', async (port) => {
  expect(await codeOf(`http://93.184.216.34:${port}/`)).toBe('private-address');
});

describe('through a proxy', () => {
  let proxy: LocalServer;
  const asked: string[] = [];
  beforeAll(async () => {
    proxy = await startLocalServer((request, response) => {
      asked.push(request.url ?? '', String(request.headers['proxy-authorization']));
      response.end('by proxy');
    });
  });
  afterAll(() => proxy.stop());

  test('requests go to it, with its login, and NO_PROXY goes around it', async () => {
    const settings = { url: proxy.url.replace('http://', 'http://us:them@'), noProxy: `.inner.example, 127.0.0.1:${friend.port}` };
    await withClient({ proxy: settings, allow: [friend.endpoint] }, async (client) => {
      expect(client.caveats.map(({ code }) => code)).toEqual(['proxy-resolves']);
      const outcome = await client.get('http://news.example/feed.xml');
      expect(outcome.kind === 'fresh' && Buffer.from(outcome.bytes).toString()).toBe('by proxy');
      expect(asked).toEqual(['http://news.example/feed.xml', `Basic ${Buffer.from('us:them').toString('base64')}`]);
      const direct = await client.get(friend.url);
      expect(direct.kind === 'fresh' && Buffer.from(direct.bytes).toString()).toBe('for friends only');
    });
  });

  test.each([
    'http://10.0.0.1/',
    'http://[::1]/',
    'http://localhost/',
    'http://printer/',
    'http://db.internal/',
    'http://nas.local/',
    'http://news.example:22/',
  ])('%s is refused before the proxy is asked', async (address) => {
    asked.length = 0;
    expect(await codeOf(address, { proxy: { url: proxy.url } })).toBe('private-address');
    expect(asked).toEqual([]);
  });
});

describe('https', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wirebrief-tls-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const certificate = selfSigned(folder);

  test.skipIf(certificate === undefined)(
    'an unknown certificate is "tls"; named as a CA, it is trusted, through a tunnel too [needs openssl]',
    async () => {
      if (certificate === undefined) return;
      const server = createTlsServer(certificate, (_request, response) => response.end('sealed'));
      await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
      const { port } = server.address() as AddressInfo;
      const tunnel = await startLocalServer(() => {});
      try {
        const address = `https://news.example:${port}/`;
        const options = { allow: [`127.0.0.1:${port}`], resolve: answering('127.0.0.1') };
        expect(await codeOf(address, options)).toBe('tls');
        expect(await codeOf(address, { ...options, ca: [certificate.cert] })).toBe('fresh');
        expect(await codeOf(`https://127.0.0.1:${port}/`, { ...options, ca: [certificate.cert] })).toBe('tls');
        const proxy = await startTunnel(port);
        expect(await codeOf(address, { ...options, ca: [certificate.cert], proxy: { url: proxy.url } })).toBe('fresh');
        await proxy.stop();
      } finally {
        await tunnel.stop();
        server.closeAllConnections();
        server.close();
      }
    },
  );
});

/** A proxy that leads every CONNECT to one local port. */
async function startTunnel(port: number): Promise<LocalServer> {
  const { createServer } = await import('node:http');
  const server = createServer();
  server.on('connect', (_request, socket) => {
    const inner = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      inner.pipe(socket).pipe(inner);
    });
    inner.on('error', () => socket.destroy());
    socket.on('error', () => inner.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address() as AddressInfo;
  return {
    port: address.port,
    url: `http://127.0.0.1:${address.port}`,
    endpoint: `127.0.0.1:${address.port}`,
    connections: () => 0,
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Made anew for each run: a key in the repository would sooner or later be taken for a real one. */
function selfSigned(folder: string): { key: string; cert: string } | undefined {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=news.example', '-addext', 'subjectAltName=DNS:news.example'];
  try {
    const how = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
    execFileSync(OPENSSL, [...how, ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } catch {
    return undefined;
  }
}
