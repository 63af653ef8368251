/** A second language, made for the occasion: the same files, each of the type of the English one, put in its place where `#phrases/*` leads. Every word of ours comes from there. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '#commands/index.ts';
import { run } from '../e2e/bot.ts';

const english = resolve(import.meta.dirname, '../../src/phrases/english');
const scratch = mkdtempSync(join(tmpdir(), 'wirebrief-language-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** Sings everything: strings, what functions make, and the strings between what faces put in. */
const SING = `export const sung = (phrase) => {
  if (typeof phrase === 'string') return '♪' + phrase + '♫';
  const around = (given) => (typeof given === 'function' ? (words) => given(sung(words)) : given);
  if (typeof phrase === 'function') return (...given) => sung(phrase(...given.map(around)));
  if (Array.isArray(phrase)) return phrase.map((part) => (typeof part === 'string' ? sung(part) : part));
  return Object.fromEntries(Object.entries(phrase).map(([name, part]) => [name, sung(part)]));
};
`;

/** What another line of package.json would do. */
const HOOK = `import { registerHooks } from 'node:module';
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier.startsWith('#phrases/') ? new URL('sung/' + specifier.slice('#phrases/'.length), import.meta.url).href : specifier, context),
});
`;

beforeAll(() => {
  mkdirSync(join(scratch, 'sung'));
  writeFileSync(join(scratch, 'sing.mjs'), SING);
  writeFileSync(join(scratch, 'hook.mjs'), HOOK);
  for (const file of readdirSync(english)) {
    const section = `import { phrases as english } from '${pathToFileURL(join(english, file)).href}';
import { sung } from '../sing.mjs';
export const phrases: typeof english = sung(english);
`;
    if (file !== 'grammar.ts') writeFileSync(join(scratch, 'sung', file), section);
  }
});

/** What one types is the same in every language. */
const typed = new Set(
  commands.flatMap((command) => {
    const runnables = 'subcommands' in command ? command.subcommands : [command];
    const options = runnables.flatMap((runnable) => runnable.options);
    const choices = options.flatMap((option) => option.choices ?? []);
    return [command.name, ...command.examples, ...runnables.map(({ name }) => name), ...options.map(({ name }) => name), ...choices];
  }),
);
const known = new Set([...typed].flatMap((text) => text.match(/\p{L}{2,}/gu) ?? []).concat('Wirebrief', 'brif'));

/** Words outside of all songs, innermost songs first. */
function unsung(text: string): readonly string[] {
  let left = text;
  for (let before = ''; before !== left; ) {
    before = left;
    left = left.replace(/♪[^♪♫]*♫/g, ' ');
  }
  return (left.match(/\p{L}{2,}/gu) ?? []).filter((word) => !known.has(word));
}

test.each([[['help', 'topics']], [['brif']], [['schedule', 'list']]])('%j is answered in it', async (words) => {
  const { stdout, stderr } = await run(words, join(scratch, 'data'), {
    NODE_OPTIONS: `--import ${pathToFileURL(join(scratch, 'hook.mjs')).href}`,
  });
  expect(stderr).toBe('');
  expect(stdout).toContain('♪');
  expect(unsung(stdout)).toEqual([]);
  expect(unsung(`${stdout} Boats wait outside.`)).toEqual(['Boats', 'wait', 'outside']);
});
