/**
 * Scores `readPage` on the pages of ../shared/corpora with the metric of ../shared/bench/ingest/pages.mjs, in this process, by halves.
 *   node tests/tools/score-pages.ts [--worst N] [--half 0|1] [--show ID] [--json]
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { readPage } from '#ingest/readable-page.ts';

type Truth = Readonly<Record<string, { readonly url: string; readonly articleBody: string }>>;
type Row = {
  readonly id: string;
  readonly url: string;
  readonly counts: Counts /** Of the processor, since the machine may be busy with other things. */;
  readonly ms: number;
};
type Counts = { readonly hit: number; readonly extra: number; readonly missed: number };

const CORPUS = new URL('../../../shared/corpora/', import.meta.url);

export type PageScore = {
  readonly pages: number;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly cpuMsPerPage: number;
};

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function grams(text: string): Map<string, number> {
  const tokens = words(text);
  const counts = new Map<string, number>();
  if (tokens.length === 0) return counts;
  for (let i = 0; i < Math.max(1, tokens.length - 3); i++) {
    const gram = tokens.slice(i, i + 4).join('\u0001');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** Shares of one page, so that each page weighs the same. */
function compare(expected: string, got: string): Counts {
  const [a, b] = [grams(expected), grams(got)];
  let [hit, extra, missed] = [0, 0, 0];
  for (const gram of new Set([...a.keys(), ...b.keys()])) {
    const [x, y] = [a.get(gram) ?? 0, b.get(gram) ?? 0];
    hit += Math.min(x, y);
    extra += Math.max(0, y - x);
    missed += Math.max(0, x - y);
  }
  const all = hit + extra + missed || 1;
  return { hit: hit / all, extra: extra / all, missed: missed / all };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}

function summarise(rows: readonly Row[]): PageScore {
  const precision = mean(
    rows.filter(({ counts }) => counts.hit + counts.extra > 0).map(({ counts }) => counts.hit / (counts.hit + counts.extra)),
  );
  const recall = mean(
    rows.filter(({ counts }) => counts.hit + counts.missed > 0).map(({ counts }) => counts.hit / (counts.hit + counts.missed)),
  );
  const f1 = (2 * precision * recall) / (precision + recall || 1);
  return {
    pages: rows.length,
    f1: round(f1),
    precision: round(precision),
    recall: round(recall),
    cpuMsPerPage: round(mean(rows.map(({ ms }) => ms))),
  };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/** Undefined where ../shared/corpora is not there. */
export function scorePages(chosen: (index: number) => boolean = () => true): { score: PageScore; rows: readonly Row[] } | undefined {
  if (!existsSync(new URL('pages-expected.json', CORPUS))) return undefined;
  const truth = JSON.parse(readFileSync(new URL('pages-expected.json', CORPUS), 'utf8')) as Truth;
  const rows = Object.entries(truth)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .filter((_entry, index) => chosen(index))
    .map(([id, { url, articleBody }]) => {
      const html = pageHtml(id);
      const started = process.cpuUsage();
      const { text } = readPage({ url, html });
      const { user, system } = process.cpuUsage(started);
      return { id, url, counts: compare(articleBody, text), ms: (user + system) / 1000 };
    });
  return { score: summarise(rows), rows };
}

function pageHtml(id: string): string {
  return gunzipSync(readFileSync(new URL(`pages/${id}.html.gz`, CORPUS))).toString('utf8');
}

/** Paragraphs of what we give, each with the share of its words that the expected body has ("-": ours alone), then what we miss. */
function show(id: string): void {
  const truth = JSON.parse(readFileSync(new URL('pages-expected.json', CORPUS), 'utf8')) as Truth;
  const entry = truth[id];
  if (entry === undefined) throw new Error(`no page ${id}`);
  const { title, text } = readPage({ url: entry.url, html: pageHtml(id) });
  console.log(entry.url, '\nTITLE', title);
  mark('-', text, entry.articleBody);
  console.log('--- missed:');
  mark('+', entry.articleBody, text, true);
}

function mark(sign: string, text: string, other: string, onlyMarked = false): void {
  const known = grams(other);
  for (const paragraph of text.split(/\n+/)) {
    const own = [...grams(paragraph).keys()];
    const share = own.filter((gram) => known.has(gram)).length / (own.length || 1);
    if (share < 0.5) console.log(sign, paragraph.slice(0, 300));
    else if (!onlyMarked) console.log(' ', paragraph.slice(0, 90));
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { worst: { type: 'string' }, half: { type: 'string' }, show: { type: 'string' }, json: { type: 'boolean' } },
  });
  if (values.show !== undefined) show(values.show);
  else {
    const half = values.half === undefined ? undefined : Number(values.half);
    const scored = scorePages((index) => half === undefined || index % 2 === half);
    if (scored === undefined) console.error('skipped: ../shared/corpora is not there');
    else {
      const halves = [0, 1].map((parity) => summarise(scored.rows.filter((_row, index) => half !== undefined || index % 2 === parity)));
      console.log(JSON.stringify(scored.score));
      if (!values.json && half === undefined)
        for (const [index, score] of halves.entries()) console.log(`half ${index}`, JSON.stringify(score));
      const f1 = ({ counts }: Row) => (2 * counts.hit) / (2 * counts.hit + counts.extra + counts.missed || 1);
      for (const row of [...scored.rows].sort((a, b) => f1(a) - f1(b)).slice(0, Number(values.worst ?? 0))) {
        console.log(f1(row).toFixed(3), `+${row.counts.extra.toFixed(3)} -${row.counts.missed.toFixed(3)}`, row.id, row.url);
      }
    }
  }
}
