/**
 * npm run bench (-- --help tells its options): how fast and how large Wirebrief is on this machine. A file a part; each value stands beside a floor or a peer of the same run. It prints a table and asserts nothing.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { benchAnswers } from './bench-answers.ts';
import { benchExtraction } from './bench-extraction.ts';
import { benchDeliveries, benchSearch, benchStages, benchWorkers } from './bench-fleet.ts';
import { benchIngest } from './bench-ingest.ts';
import { benchSameness } from './bench-sameness.ts';
import { benchSoak } from './bench-soak.ts';
import { benchStart } from './bench-start.ts';
import { createTable, type Table } from './bench-table.ts';

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', default: false },
    articles: { type: 'string', default: '10000,100000' },
    deliveries: { type: 'string', default: '10000' },
    json: { type: 'string' },
    part: { type: 'string' },
    quick: { type: 'boolean', default: false },
    store: { type: 'string' },
  },
});

if (values.help) {
  console.log(
    `npm run bench [-- OPTIONS]

  --part start,extraction,ingest,answers,sameness   what is measured; those five without it. On PostgreSQL:
         fleet-stages,fleet-workers,fleet-deliveries,fleet-search,fleet-soak
  --articles 10000,100000                           how many articles the stores of answers and sameness hold
  --deliveries 10000                                how many fleet-deliveries sends
  --store FOLDER                                    keeps the filled store of answers for the next run
  --quick                                           fewer asks
  --json FILE                                       the table as JSON too

Examples:
  npm run bench -- --part start,extraction
  npm run bench -- --part answers --articles 10000 --json bench.json`,
  );
  process.exit(0);
}

const PARTS: Readonly<Record<string, (table: Table) => Promise<void>>> = {
  start: benchStart,
  extraction: benchExtraction,
  ingest: benchIngest,
  answers: async (table) => {
    for (const count of values.articles.split(',').map(Number)) await benchAnswers(count, table, values.quick, values.store);
  },
  sameness: async (table) => {
    for (const count of values.articles.split(',').map(Number)) await benchSameness(count, table);
  },
  // On PostgreSQL; only where they are named.
  'fleet-stages': benchStages,
  'fleet-workers': benchWorkers,
  'fleet-deliveries': (table) => benchDeliveries(table, Number(values.deliveries)),
  'fleet-search': async (table) => {
    for (const count of values.articles.split(',').map(Number)) await benchSearch(table, count);
  },
  'fleet-soak': benchSoak,
};

const chosen = values.part?.split(',') ?? Object.keys(PARTS).filter((name) => !name.startsWith('fleet-'));
const unknown = chosen.find((name) => !(name in PARTS));
if (unknown !== undefined) {
  console.error(`There is no part “${unknown}”. Parts: ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${new Date().toISOString().slice(0, 10)}\n`);
const table = createTable();
for (const name of chosen) await PARTS[name]?.(table);
if (values.json) writeFileSync(resolve(values.json), `${JSON.stringify(table.rows, null, 2)}\n`);
