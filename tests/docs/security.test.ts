/** docs/SECURITY.md: each line names the test that holds it; a test that is renamed or removed takes its line along. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const text = readFileSync(resolve(root, 'docs/SECURITY.md'), 'utf8');

/** "`tests/a.test.ts` › one · two · `tests/b.test.ts` › three" → file and title of each. */
const named = [...text.matchAll(/`(tests\/[\w/.-]+\.ts)` › ([^|`\n]+)/g)].flatMap(([, file = '', titles = '']) =>
  titles
    .split(' · ')
    .map((title) => title.trim().replace(/\.$/, ''))
    .filter(Boolean)
    .map((title) => [file, title] as const),
);

describe('the threat model', () => {
  it('names a test in each line of its tables', () => {
    const tables = text
      .slice(text.indexOf('## Threats'))
      .split('\n')
      .filter((line) => /^\| (?!threat|---)/.test(line));
    expect(tables.length).toBeGreaterThan(30);
    expect(tables.filter((line) => !/`tests\/[\w/.-]+\.ts` › \S/.test(line))).toEqual([]);
  });

  it.each(named)('%s has “%s”', (file, title) => {
    const path = resolve(root, file);
    expect(existsSync(path), `${file} is not there`).toBe(true);
    const source = readFileSync(path, 'utf8').replaceAll("\\'", "'");
    expect(source.includes(title), `${file} has no test of that name`).toBe(true);
  });
});
