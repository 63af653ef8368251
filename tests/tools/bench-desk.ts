/** A store of generated articles → how long each page of the desk takes, from the request to the last byte. */
import type { Config } from '#model/config.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { deskOver } from '../desk/room.ts';
import { ms, quantile, type Table } from './bench-table.ts';
import { generateArticle } from './generated-news.ts';

const WARM_UP = 5;
const ROUNDS = 40;

export async function benchDesk(storage: Storage, config: Config, now: number, count: number, { add }: Pick<Table, 'add'>): Promise<void> {
  const { routes } = deskOver({
    storage,
    config,
    now: () => now,
    onFault: (error) => {
      throw error;
    },
  });
  const read = async (path: string): Promise<string> => {
    const response = await routes.request(`http://localhost:3000${path}`, {}, { remote: '127.0.0.1' });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response.text();
  };
  const speakers = await storage.tenant('desk').library.speakers('', 100);
  const speaker = (round: number) => encodeURIComponent(speakers[round % speakers.length]?.name ?? 'nobody');
  const front = await read('/');
  const stories = [...front.matchAll(/"(\/stories\/[^"]+)"/g)].map(([, path = '']) => path);
  const quotes = [...(await read('/quotes')).matchAll(/"(\/quotes\/[^"]+)"/g)].map(([, path = '']) => path);
  const pages: Readonly<Record<string, (round: number) => string>> = {
    Today: () => '/',
    'Today, a topic': (round) => `/topics/${generateArticle((round * 7919) % count).topic}`,
    'a story': (round) => stories[round % stories.length] ?? '/',
    Quotes: () => '/quotes',
    'Quotes of a speaker': (round) => `/quotes?speaker=${speaker(round)}`,
    'Quotes about a common word': () => '/quotes?about=ferry',
    'Quotes of an outlet, a topic, dates': () => '/quotes?topic=harbour&outlet=Generated&since=2026-01-02&until=2026-02-20',
    'a quote': (round) => quotes[round % quotes.length] ?? '/',
    Figures: () => '/figures',
    'Figures by words and unit': () => '/figures?words=hospital&unit=percent',
    'a preview': () => '/preview?topic=ferry',
    Feeds: () => '/feeds',
    'First steps': () => '/start',
    '/api/quotes': (round) => `/api/quotes?speaker=${speaker(round)}`,
    'a topic as Atom': () => '/topics/ferry.atom',
  };
  for (const [name, path] of Object.entries(pages)) {
    const list: number[] = [];
    let used = process.cpuUsage();
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      if (round === WARM_UP) used = process.cpuUsage();
      const start = performance.now();
      await read(path(round));
      if (round >= WARM_UP) list.push(performance.now() - start);
    }
    // On a busy machine the clock measures the others too.
    const { user, system } = process.cpuUsage(used);
    const cpuMs = (user + system) / 1000 / ROUNDS;
    add(
      `the desk: ${name}, ${count} articles`,
      `p50 ${ms(quantile(list, 0.5))}, p99 ${ms(quantile(list, 0.99))}`,
      `${ms(cpuMs)} of CPU each`,
    );
  }
}
