/** Ingests batches of articles without end and says "ID …" for each batch that the store acknowledged. Killed by tests/storage/kill-ingest.test.ts. */
import { writeSync } from 'node:fs';
import { openStorage } from '#storage/open.ts';
import { ingested } from '../contract/ingested.ts';

const [dataDir = '', first = '0'] = process.argv.slice(2);
const BATCH = 5;

const storage = await openStorage({ dataDir, mode: 'own', now: Date.now });
await storage.feeds.put({ id: 'harbour', url: 'https://harbour.example/', title: 'Harbour', owner: null, everybody: true });
for (let number = Number(first); ; number += BATCH) {
  const batch = Array.from({ length: BATCH }, (_, index) => {
    const id = `a${number + index}`;
    const marked = `The ${id} came. "«Words of ${id}.|Ada Lind»" she said.\n\nIt held [${number + 2} ships].`;
    return ingested({ id, marked, clusterKeys: ['harbour', id] });
  });
  await storage.articles.put(null, batch);
  // Synchronous: a line that the parent read was acknowledged, whatever happens to this process next.
  writeSync(1, `${batch.map(({ article }) => article.id).join(' ')}\n`);
}
