import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasFeedCorpus, scoreFeeds } from '../tools/score-feeds.ts';

type Floors = Readonly<Record<string, number>>;
const floors = JSON.parse(readFileSync(join(import.meta.dirname, '../gold/floors.json'), 'utf8')) as Floors;

describe.skipIf(!hasFeedCorpus)('the feed corpus (skipped where ../shared/corpora is absent)', () => {
  it('is read at least as well as before', () => {
    const score = scoreFeeds();
    expect(score.unanswered, score.report).toBe(0);
    expect(score.all, score.report).toBeGreaterThanOrEqual(floors['feeds.all'] ?? Number.NaN);
    expect(score.genuine, score.report).toBeGreaterThanOrEqual(floors['feeds.genuine'] ?? Number.NaN);
  }, 60_000);
});
