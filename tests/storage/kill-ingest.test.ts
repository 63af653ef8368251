import { test } from 'vitest';
import { killDuringIngestion } from './kill-ingest.ts';

test('3 times kill -9 during ingestion: nothing acknowledged is lost, the next start is clean', { timeout: 60_000 }, () =>
  killDuringIngestion(3),
);
