import { describe, expect, it } from 'vitest';
import { DAMAGES } from '../tools/feed-damage.ts';
import { hasFeedCorpus, scoreDamaged } from '../tools/score-feeds.ts';

describe.skipIf(!hasFeedCorpus)('damaged feeds (skipped where ../shared/corpora is absent)', () => {
  const whole = hasFeedCorpus ? scoreDamaged((xml) => xml).genuine : Number.NaN;
  it.each(DAMAGES)('$name', ({ apply, floor }) => {
    expect((100 * scoreDamaged(apply).genuine) / whole).toBeGreaterThanOrEqual(floor);
  });
});
