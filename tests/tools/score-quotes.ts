/** JSON Lines on stdin ({"id","text"}) → answers on stdout: the extractors alone, for the scorers in ../shared/bench while they are tuned. */
import { createInterface } from 'node:readline';
import { extract } from '#extract/extract.ts';
import { toWire } from '#extract/wire.ts';

for await (const line of createInterface({ input: process.stdin })) {
  const { id, text, title } = JSON.parse(line) as { id: string; text: string; title?: string };
  process.stdout.write(`${JSON.stringify(toWire(id, text, extract({ id, text, ...(title === undefined ? {} : { title }) })))}\n`);
}
