/** The other side of readable.ts: pages come in as messages, and go out as their title and text. */
import { parentPort } from 'node:worker_threads';
import { type PageInput, readPage } from './readable-page.ts';

parentPort?.on('message', (page: PageInput) => {
  try {
    parentPort?.postMessage({ kind: 'read', page: readPage(page) });
  } catch (error) {
    parentPort?.postMessage({ kind: 'threw', message: error instanceof Error ? error.message : 'unknown' });
  }
});
parentPort?.postMessage({ kind: 'ready' });
