/**
 * package-lock.json → the same with an entry for every platform package that an optional dependency names: npm run lock.
 * npm leaves out what the registry at hand does not offer, and `npm ci` then refuses the lock file; an entry of the named version,
 * without a checksum, is what another machine's npm fetches for its own platform.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

type Entry = {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};

const path = join(resolve(import.meta.dirname, '../..'), 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, Entry> };
const OS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix', 'win32'];
const CPU = ['arm64', 'arm', 'ia32', 'x64', 'ppc64', 'riscv64', 's390x', 'loong64', 'wasm32', 'mips64el'];

let added = 0;
for (const parent of Object.values({ ...lock.packages })) {
  for (const [name, wanted] of Object.entries(parent.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    if (lock.packages[key]) continue;
    const words = name.split(/[/-]/);
    const os = words.find((word) => OS.includes(word));
    const cpu = words.find((word) => CPU.includes(word));
    if (!os || !cpu || !/^\d/.test(wanted)) continue;
    const libc =
      os !== 'linux'
        ? undefined
        : words.some((word) => word.startsWith('musl'))
          ? 'musl'
          : words.some((word) => word.startsWith('gnu'))
            ? 'glibc'
            : undefined;
    lock.packages[key] = {
      version: wanted,
      cpu: [cpu],
      ...(parent.dev && { dev: true }),
      ...(libc && { libc: [libc] }),
      optional: true,
      os: [os],
    };
    added++;
  }
}
const root = lock.packages[''];
const rest = Object.entries(lock.packages).filter(([key]) => key !== '');
lock.packages = { ...(root && { '': root }), ...Object.fromEntries(rest.sort(([a], [b]) => (a < b ? -1 : 1))) };
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} platform packages added`);
