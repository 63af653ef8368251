/** The house's rules as tests: who may import whom, purity, complete lists, files that load alone, no platform name where none belongs. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '#commands/index.ts';

const root = resolve(import.meta.dirname, '..');
const files = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
const source = (file: string) => readFileSync(join(root, file), 'utf8');
const biome = (args: readonly string[], cwd: string) =>
  spawnSync(process.execPath, [join(root, 'node_modules/@biomejs/biome/bin/biome'), 'lint', '--only=style/noRestrictedImports', ...args], {
    cwd,
    encoding: 'utf8',
  });

describe('who may import whom', () => {
  test('nothing breaks the allow-list', () => {
    const { status, stdout, stderr } = biome(['src', 'commands'], root);
    expect(status, stdout + stderr).toBe(0);
  });

  /** One forbidden line for each folder that has a rule, in each form in which a module can be named. */
  const broken: readonly (readonly [folder: string, line: string])[] = [
    ['src/model', "import 'node:fs';"],
    ['src/model', "export { read } from '#text/reading.ts';"],
    ['src/phrases/english', "export * from '#brief/rank.ts';"],
    ['src/lib', "export * from '#ingest/decode.ts';"],
    ['src/text', "await import('#extract/extract.ts');"],
    ['src/extract', "import { readFileSync } from 'node:fs'; export { readFileSync };"],
    ['src/extract', "export * from '#brief/compose.ts';"],
    ['src/brief', "await import('undici');"],
    ['src/brief', "export * from '#storage/storage.ts';"],
    ['src/ingest', "export * from '#storage/storage.ts';"],
    ['src/storage', "export * from '#chat/chat.ts';"],
    ['src/chat/web', "export * from '#storage/storage.ts';"],
    ['src/chat/terminal', "export * from '../web/render.ts';"],
    ['src/chat/slack', "export * from '../discord/discord.ts';"],
    ['src/chat/discord', "export * from '@slack/bolt';"],
    ['src/app', "export * from '#storage/open.ts';"],
    ['src/app', "export * from '#chat/web/web.ts';"],
    ['src/desk', "export * from '#storage/storage.ts';"],
    ['src/desk', "export * from '#app/desk.ts';"],
    ['src/desk', "await import('#chat/web/render.ts');"],
    ['commands', "export * from '#app/dispatch.ts';"],
  ];
  test('a rule that is broken on purpose is found, in every folder and form', () => {
    const scratch = mkdtempSync(join(tmpdir(), 'wirebrief-rules-'));
    try {
      for (const file of ['biome.json', '.gitignore']) copyFileSync(join(root, file), join(scratch, file));
      const written = broken.map(([folder, line], index) => {
        const file = join(folder, `broken-${index}.ts`);
        mkdirSync(join(scratch, folder), { recursive: true });
        writeFileSync(join(scratch, file), `${line}\n`);
        return file;
      });
      const { stdout } = biome(['--reporter=json', '--max-diagnostics=none', '.'], scratch);
      expect(written.filter((file) => !stdout.includes(basename(file)))).toEqual([]);
    } finally {
      rmSync(scratch, { recursive: true });
    }
  });

  test('each folder of the house has a rule', () => {
    const ruled = broken.map(([folder]) => folder);
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    // cli is main's own hands: like main it puts everything together.
    expect(
      folders.map(({ name }) => `src/${name}`).filter((folder) => folder !== 'src/cli' && !ruled.some((rule) => rule.startsWith(folder))),
    ).toEqual([]);
  });
});

describe('purity', () => {
  const pure = [...files('src/model'), ...files('src/phrases'), ...files('src/text'), ...files('src/extract'), ...files('src/brief')];
  test('no clock, no chance, no process, no network, no timer in the core', () => {
    const impure =
      /\b(?:Date\.now|new Date\(\s*\)|Math\.random|crypto\.|process\.|globalThis|fetch\(|setTimeout|setInterval|setImmediate|performance\.|console\.)/;
    expect(pure.filter((file) => impure.test(withoutComments(source(file))))).toEqual([]);
  });

  test('process.env is read by src/config.ts only', () => {
    const readers = [...files('src'), ...files('commands')].filter((file) => /process\.env\b/.test(withoutComments(source(file))));
    expect(readers).toEqual(['src/config.ts']);
  });
});

describe('names of platforms', () => {
  test('stand only in chat/, desk/, phrases/, config and main', () => {
    const allowed = (file: string) =>
      file.startsWith('src/chat/') ||
      file.startsWith('src/cli/') ||
      // It draws how each chat shows a post.
      file.startsWith('src/desk/') ||
      // What these two say.
      file.startsWith('src/phrases/') ||
      /^src\/config[\w-]*\.ts$/.test(file) ||
      file === 'src/main.ts' ||
      file === 'src/model/config.ts';
    const named = [...files('src'), ...files('commands')].filter(
      (file) => !allowed(file) && /\b(?:slack|discord)\b/i.test(withoutComments(source(file))),
    );
    expect(named).toEqual([]);
  });
});

describe('lists', () => {
  test('commands/index.ts lists each file of commands/ but options.ts, and each command is named after its file', () => {
    const expected = files('commands')
      .map((file) => basename(file, '.ts'))
      .filter((name) => name !== 'index' && name !== 'options')
      .sort();
    expect(commands.map(({ name }) => name).sort()).toEqual(expected);
  });

  test('each dependency has its line in the README, and the README names no other', () => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const named = [...readme.matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? '');
    const packages = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(packages.filter((name) => !named.includes(name))).toEqual([]);
    expect(named.filter((name) => name.includes('/') || /^[a-z]/.test(name)).filter((name) => packages.includes(name)).length).toBe(
      packages.length,
    );
  });

  test('.ci/run calls the commands of the README, and its newest Node is newer than the pinned one', () => {
    const run = readFileSync(join(root, '.ci/run'), 'utf8');
    for (const command of ['npm ci', 'npm test', 'npm run check:static', 'npm run test:long']) expect(run).toContain(command);
    expect(run).toContain("npx -y -p node@26 -c 'node node_modules/vitest/vitest.mjs run'");
    expect(readFileSync(join(root, '.nvmrc'), 'utf8').trim()).toBe('24');
  });
});

describe('each source file', () => {
  test('begins by saying what it is for', () => {
    const silent = [...files('src')].filter((file) => !/^\s*(?:\/\*\*|\/\/)/.test(source(file)));
    expect(silent).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
