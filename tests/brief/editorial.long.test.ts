import { describe, expect, it } from 'vitest';
import { corpusFiles, corpusIsThere, faultsOfFile } from './corpus.ts';

describe.skipIf(!corpusIsThere)('all real articles, from ../shared/corpora (skipped where that is not there)', () => {
  it('keep the house style', () => {
    expect(corpusFiles(1).flatMap(faultsOfFile)).toEqual([]);
  });
});
