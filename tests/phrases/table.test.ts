/** The table of phrases: no words for people stand outside it, and nothing in it is unused. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { phrases } from '#phrases/why.ts';
import { type Read, readSources } from './sources.ts';
import { isSpoken, spokenIn } from './spoken.ts';
import { unusedPhrases } from './unused.ts';

/** Where people are spoken to, and where troubles that they read of are named. */
const FACES = new RegExp(
  [
    '^(?:commands|src/(?:app|desk|chat))/',
    '^src/brief/(?:present[\\w-]*|correct|compose)\\.ts$',
    '^src/lib/(?:http|http-problem|llm)\\.ts$',
    '^src/ingest/(?:fetch-feed|fetch-page|map-item|mend|opml|page-rights|parse-feed|readable)\\.ts$',
    '^src/storage/(?:sqlite|postgres)-failure\\.ts$',
  ].join('|'),
);

/** Words that are not for people, and for whom they are. */
const EXEMPT: readonly (readonly [files: RegExp, reader: string])[] = [
  [/^src\/app\/retell[\w-]*\.ts$/, 'a language model; why a draft of its was refused stands in the log'],
  [/^src\/app\/host-turns\.ts$/, 'the name of a lease'],
  [/^src\/desk\/(?:openapi|quote-api)\.ts$/, 'programs: the documentation of the API'],
];
const isExempt = (file: string): boolean => EXEMPT.some(([pattern]) => pattern.test(file));

describe('the sources', () => {
  let files: readonly Read[] = [];
  let close = (): void => {};
  beforeAll(() => {
    // All that may import phrases; of the rest, the largest folders are never read.
    const speaking = ['app', 'brief', 'chat', 'cli', 'desk', 'ingest', 'lib', 'phrases', 'storage'].map((folder) => `src/${folder}`);
    ({ files, close } = readSources(resolve(import.meta.dirname, '../..'), ['commands', ...speaking]));
  }, 60_000);
  afterAll(() => close());

  test('hold no words for people outside the table', () => {
    const faces = files.filter(({ file }) => FACES.test(file) && !isExempt(file));
    expect(faces.length).toBeGreaterThan(150);
    // The rules by which a sentence is passed over are named by keys of the table.
    const isKey = (text: string): boolean => Object.hasOwn(phrases.passedBy, text);
    const found = spokenIn(faces).filter(({ text }) => !isKey(text));
    expect(found, 'these belong into src/phrases/english/; where no person reads them, EXEMPT says who does').toEqual([]);
  });

  test('need each exemption', () => {
    const speaking = spokenIn(files).map(({ file }) => file);
    expect(EXEMPT.filter(([pattern]) => !speaking.some((file) => pattern.test(file)))).toEqual([]);
  });

  test('say each phrase', () => {
    expect(unusedPhrases(files, 'src/phrases/english/')).toEqual([]);
  });
});

/** Words put beside the table on purpose, in every form. */
const broken = {
  'broken/attribute.ts': 'export const box = html`<input placeholder="any harbour or pier">`;',
  'broken/between.ts': 'export const page = html`<p class="small">Tides</p>`;',
  'broken/hole.ts': `export const line = (name: string) => \`\${name} sails on\`;`,
  'broken/label.ts': "export const action = { label: 'Undo', ask: 'topics list' };",
  'broken/lead.ts': "reply('No harbour is open yet.');",
  'broken/part.ts': "export const more = (count: number) => [count, ' more of them'].join('');",
};

const forPrograms = {
  'quiet/quiet.ts': `import { harbour } from 'a module of words';
log.warn({ platform: 'pier' }, 'the harbour is closed');
if (kind === 'a word of another program') throw new Error('this never happens here');
export const action = { label: phrases.undo, ask: 'topics mute "pier" undo:yes' };
export const stop = 'the and of'.split(' ');
audit(scene, 'topics add', phrases.finds('pier'));
export const page = html\`<p class="two words"><code>feeds add</code> \${phrases.tides}</p>\`;
type Way = 'by sea' | 'by land';`,
};

const table = {
  'table/tides.ts': `const moods = { low: 'low', high: 'high' };
export const phrases = { tide: 'tide', ebb: 'ebb', flood: 'flood', spring: { when: 'when', where: 'where' }, moods, lost: { all: 'all' } };`,
  'face/face.ts': `import { phrases as words } from '#phrases/tides.ts';
const { ebb, spring: season } = words;
const lost = words.lost;
export const line = (mood: 'low' | 'high') => [words.tide, ebb, words.moods[mood], season.when, lost];`,
};

describe('the check', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'wirebrief-phrases-'));
  let written: ReturnType<typeof readSources> = { files: [], close: () => {} };
  beforeAll(() => {
    for (const [file, text] of Object.entries({ ...broken, ...forPrograms, ...table })) {
      mkdirSync(dirname(join(scratch, file)), { recursive: true });
      writeFileSync(join(scratch, file), text);
    }
    written = readSources(scratch, ['.']);
  }, 60_000);
  afterAll(() => {
    written.close();
    rmSync(scratch, { recursive: true });
  });
  const within = (folder: string): readonly Read[] => written.files.filter(({ file }) => file.startsWith(folder));

  test('finds words that are put beside the table on purpose, in every form', () => {
    expect(spokenIn(within('broken/')).map(({ file }) => file)).toEqual(Object.keys(broken));
  });

  test('passes over what is for programs', () => {
    expect(within('quiet/')).toHaveLength(1);
    expect(spokenIn(within('quiet/'))).toEqual([]);
  });

  test('finds a phrase that nobody says, and none that is taken whole, renamed or unpacked', () => {
    expect(unusedPhrases([...within('table/'), ...within('face/')], 'table/')).toEqual(['tides.ts: flood', 'tides.ts: spring.where']);
  });

  test('knows a name from a word', () => {
    expect(['Slack', 'JSON Feed', 'Discord · Wirebrief', '“\uFFFC”', '\uFFFC: \uFFFC', 'putin-xi'].filter(isSpoken)).toEqual([]);
    const words = ['Undo', '\uFFFC of \uFFFC', 'no tide', 'Slack went down'];
    expect(words.filter(isSpoken)).toEqual(words);
  });
});
