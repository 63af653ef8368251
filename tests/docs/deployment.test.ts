/** The Dockerfile, the compose files and the systemd unit, as far as they can be checked without running them. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '../..');
const file = (name: string) => readFileSync(resolve(root, name), 'utf8');
type Service = {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly read_only?: boolean;
  readonly tmpfs?: readonly string[];
  readonly mem_limit?: string;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly deploy?: { readonly replicas: number };
  readonly environment?: Readonly<Record<string, string>>;
};
const services = (name: string) => (parse(file(name), { merge: true }) as { services: Record<string, Service> }).services;

describe('the image', () => {
  const dockerfile = file('Dockerfile');
  it('copies what is there and what .dockerignore lets through', () => {
    const allowed = file('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const copied = [...dockerfile.matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, sources = '']) => sources.split(' '));
    expect(copied).toContain('src');
    for (const source of copied) {
      expect(existsSync(resolve(root, source)), source).toBe(true);
      expect(allowed, source).toContain(source);
    }
  });

  it('runs as no root, takes any user and keeps what it writes in one volume', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toMatch(/^VOLUME \/data$/m);
    expect(dockerfile).toMatch(/chmod 0777 \/data/);
    expect(dockerfile).toMatch(/SQLITE_TMPDIR=\/data/);
    expect(dockerfile.match(/^CMD (.*)$/m)?.[1]).toBe('["node", "src/main.ts"]');
  });

  it('runs the install script of node alone, and none in the image', () => {
    const lock = JSON.parse(file('package-lock.json')) as {
      packages: Record<string, { hasInstallScript?: boolean; optional?: boolean; dev?: boolean }>;
    };
    const withScripts = Object.entries(lock.packages).filter(([, entry]) => entry.hasInstallScript && !entry.dev);
    const production = withScripts.map(([path]) => path.replace(/^.*node_modules\//, ''));
    const { allowScripts } = JSON.parse(file('package.json')) as { allowScripts: Record<string, boolean> };
    expect(Object.keys(allowScripts)).toEqual(['node']);
    expect(production.filter((name) => name !== 'node')).toEqual([]);
    expect(dockerfile).toMatch(/npm ci --omit=dev --omit=optional --ignore-scripts/);
  });
});

describe.each(['compose.yaml', 'compose.fleet.yaml'])('%s', (name) => {
  const ours = Object.entries(services(name)).filter(([, { image }]) => image === 'wirebrief');
  it('runs each container of ours read-only, with one volume, limits and no more rights than it needs', () => {
    expect(ours.length).toBeGreaterThan(0);
    for (const [, service] of ours) {
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], mem_limit: expect.stringMatching(/^\d+m$/) });
      expect(service.tmpfs).toEqual([expect.stringMatching(/^\/tmp/)]);
      expect(service.volumes).toEqual(['data:/data']);
      for (const port of service.ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
    }
  });
});

it('the fleet has PostgreSQL, two workers, a chat and a page, by roles that there are', async () => {
  const { postgres, worker, chat, web } = services('compose.fleet.yaml');
  expect(postgres?.image).toMatch(/^postgres:\d+$/);
  expect(worker?.deploy?.replicas).toBe(2);
  const main = file('src/main.ts');
  for (const [service, role] of [
    [worker, 'worker'],
    [chat, 'chat'],
    [web, 'web'],
  ] as const) {
    expect(service?.command).toEqual(['node', 'src/main.ts', 'start', '--role', role]);
    expect(service?.environment?.DATABASE_URL).toContain('@postgres:5432/');
  }
  expect(main).toContain('--role');
});

it('the systemd unit runs Node itself, as nobody in particular, and waits for what is being posted', () => {
  const unit = file('config/systemd/wirebrief.service');
  expect(unit).toMatch(/^ExecStart=\/opt\/wirebrief\/node_modules\/\.bin\/node src\/main\.ts$/m);
  for (const line of ['DynamicUser=yes', 'ProtectSystem=strict', 'StateDirectory=wirebrief', 'TimeoutStopSec=40', 'CapabilityBoundingSet='])
    expect(unit).toContain(line);
});
