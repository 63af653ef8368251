/** The floor of tests/gold/floors.json on the claims of the bench's task T5. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const corpus = fileURLToPath(new URL('../../../shared/corpora/polnear', import.meta.url));
const floors = JSON.parse(readFileSync(new URL('../gold/floors.json', import.meta.url), 'utf8')) as Record<string, number>;

describe('verify: floor', () => {
  it.skipIf(!existsSync(corpus))('holds on the claims from PolNeAR (skipped where ../shared/corpora is absent)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'wirebrief-verify-'));
    try {
      const tool = fileURLToPath(new URL('../tools/score-verify.ts', import.meta.url));
      spawnSync(process.execPath, [tool, '--json', join(folder, 'score.json')], { encoding: 'utf8' });
      const { balanced } = JSON.parse(readFileSync(join(folder, 'score.json'), 'utf8')) as { balanced: number };
      expect(100 * balanced).toBeGreaterThanOrEqual(floors['verify.polnear.balanced'] ?? 100);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
