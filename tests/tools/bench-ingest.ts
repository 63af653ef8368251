/** Feeds and pages → read a second of one core, beside rss-parser and Readability alone over the same; corpora of ../shared where they are there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import Parser from 'rss-parser';
import { decodeBytes } from '#ingest/decode.ts';
import { parseFeed } from '#ingest/parse-feed.ts';
import { readPage } from '#ingest/readable-page.ts';
import { mb, quantile, type Table, times } from './bench-table.ts';
import { generateArticle } from './generated-news.ts';

const CORPORA = new URL('../../../shared/corpora/', import.meta.url);
const MADE = 40;

export async function benchIngest({ add }: Table): Promise<void> {
  await benchFeeds('generated feeds', generatedFeeds(), { add });
  await benchPages('generated pages', generatedPages(), { add });
  if (existsSync(CORPORA)) {
    await benchFeeds('feeds of ../shared', corpusFeeds(), { add });
    await benchPages('pages of ../shared', corpusPages(), { add });
  }
  add('memory of that process', mb(process.memoryUsage().rss));
}

type Add = Pick<Table, 'add'>;

async function benchFeeds(what: string, feeds: readonly Uint8Array[], { add }: Add): Promise<void> {
  const parser = new Parser();
  // What rss-parser refuses with an error costs it less than what it reads; both are counted as read.
  const texts = feeds.map((bytes) => decodeBytes(bytes).text);
  const [peerMs, ownMs] = await processorMs(
    async () => {
      for (const text of texts) await parser.parseString(text).catch(() => undefined);
    },
    async () => {
      for (const bytes of feeds) await parseFeed(bytes, { url: 'https://feed.example/feed.xml' });
    },
  );
  const bytes = feeds.reduce((sum, { length }) => sum + length, 0);
  const speed = (ms: number) => `${Math.round((feeds.length / ms) * 1000)} feeds/s, ${(bytes / ms / 1000).toFixed(1)} MB/s`;
  add(`${what}: rss-parser alone, from decoded text`, speed(peerMs));
  add(`${what}: decoded, mended, parsed, salvaged, mapped`, speed(ownMs), times(ownMs, peerMs, 'its time'));
}

async function benchPages(what: string, pages: readonly string[], { add }: Add): Promise<void> {
  const [peerMs, ownMs] = await processorMs(
    async () => {
      for (const html of pages) new Readability(parseHTML(html).document as never).parse();
    },
    async () => {
      for (const html of pages) readPage({ url: 'https://page.example/', html });
    },
  );
  const speed = (ms: number) => `${Math.round((pages.length / ms) * 1000)} pages/s, ${(ms / pages.length).toFixed(1)} ms a page`;
  add(`${what}: Readability and linkedom alone`, speed(peerMs));
  add(`${what}: article, title and cleaning`, speed(ownMs), times(ownMs, peerMs, 'its time'));
}

const ROUNDS = 5;

/** Of the processor, since the machine may be busy with other things; in turns, so that both are warm alike. The median of the rounds after the first. */
async function processorMs(peer: () => Promise<void>, own: () => Promise<void>): Promise<readonly [number, number]> {
  const measured: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [which, run] of [peer, own].entries()) {
      const started = process.cpuUsage();
      await run();
      const { user, system } = process.cpuUsage(started);
      if (round > 0) measured[which]?.push((user + system) / 1000);
    }
  }
  return [quantile(measured[0], 0.5), quantile(measured[1], 0.5)];
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const paragraphs = (text: string) =>
  text
    .split('\n\n')
    .map((each) => `<p>${escaped(each)}</p>`)
    .join('\n');

function generatedFeeds(): readonly Uint8Array[] {
  return Array.from({ length: MADE }, (_, feed) => {
    const items = Array.from({ length: 25 }, (_, place) => {
      const { title, text, publishedAt } = generateArticle(feed * 25 + place);
      return `<item><title>${escaped(title)}</title><link>https://news${feed}.example/${place}</link><guid>${feed}-${place}</guid><pubDate>${new Date(publishedAt).toUTCString()}</pubDate><description>${escaped(text.slice(0, 200))}</description><content:encoded><![CDATA[${paragraphs(text)}]]></content:encoded></item>`;
    });
    return Buffer.from(
      `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News ${feed}</title><link>https://news${feed}.example/</link>${items.join('\n')}</channel></rss>`,
    );
  });
}

/** An article with the furniture of a site around it: some 60 kB, as pages have without their scripts. */
function generatedPages(): readonly string[] {
  const menu = Array.from({ length: 120 }, (_, item) => `<li class="menu-item"><a href="/s/${item}">Section ${item}</a></li>`).join('');
  const cards = Array.from(
    { length: 60 },
    (_, card) =>
      `<div class="card"><a href="/c/${card}"><img src="/i/${card}.jpg" alt=""><h3>Another story of the day, number ${card}</h3></a></div>`,
  );
  return Array.from({ length: MADE }, (_, index) => {
    const { title, text } = generateArticle(index);
    return `<!doctype html><html><head><title>${escaped(title)} | The News</title><style>${'.a{color:red}'.repeat(400)}</style></head><body><ul class="menu">${menu}</ul><article><h1>${escaped(title)}</h1><div class="byline">By Ada Pell</div>${paragraphs(text)}</article><div class="related">${cards.join('')}</div><footer><ul>${menu}</ul></footer><script>${'var x = 1;'.repeat(1500)}</script></body></html>`;
  });
}

const corpusFeeds = (): readonly Uint8Array[] =>
  readdirSync(new URL('feeds/', CORPORA))
    .filter((file) => !file.endsWith('.json'))
    .map((file) => readFileSync(new URL(`feeds/${file}`, CORPORA)));

const corpusPages = (): readonly string[] =>
  readdirSync(new URL('pages/', CORPORA))
    .filter((file) => file.endsWith('.html.gz'))
    .map((file) => gunzipSync(readFileSync(new URL(`pages/${file}`, CORPORA))).toString('utf8'));
