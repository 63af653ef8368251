/** config/sample and tests/gold/sample → the sample's articles as clean text, each beside its gold. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Parser from 'rss-parser';
import { htmlToText } from '#ingest/html-text.ts';

export const root = join(import.meta.dirname, '../..');
const sampleFolder = join(root, 'config/sample');
export const goldFolder = join(root, 'tests/gold/sample');
/** The moment at which the sample is read, whatever the clock says. */
export const asOf = Date.parse('2023-10-17T08:00:00Z');

export type SampleArticle = {
  readonly file: string;
  readonly outlet: string;
  readonly guid: string;
  readonly url: string;
  readonly title: string;
  readonly publishedAt: number;
  readonly html: string;
  /** Every paragraph of the feed's HTML, captions and links included. */
  readonly text: string;
  /** As the bot stores it. */
  readonly ingested: string;
};

export type GoldQuote = {
  readonly text: string;
  /** The words in the cue clause that name the speaker; null where the quotation has no cue of its own. */
  readonly mention: string | null;
  readonly kind: 'direct' | 'mixed' | 'fragment';
  readonly key: boolean;
  readonly speakers: readonly string[];
  /** "drivers|none": both are fair. */
  readonly told_to: string | null;
};

export type GoldFigure = {
  /** Null where the words give none: "dozens". */
  readonly value: number | readonly number[] | null;
  readonly modifier: string;
  readonly unit: string | null;
  readonly about: string;
  /** "company|Orvane" allows two names. */
  readonly attribution: string | null;
  readonly near: string;
};

export type Gold = {
  readonly article: string;
  readonly guid: string;
  readonly slug: string;
  readonly headline: string;
  /** Whole paragraphs that are no part of the body. */
  readonly not_body: readonly string[];
  readonly quotes: readonly GoldQuote[];
  /** The words, then the reason in brackets. */
  readonly not_quotes: readonly string[];
  readonly figures: readonly GoldFigure[];
  /** A briefing may print them or not. */
  readonly figures_either_way?: readonly GoldFigure[];
  readonly not_figures: readonly string[];
  readonly roles: Readonly<Record<string, string>>;
  readonly affiliations: Readonly<Record<string, string>>;
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', euro: '€' };

/** Enough for the sample's own mark-up; what real feeds need is src/ingest's business. */
function everyParagraph(html: string): string {
  return html
    .replace(/<\/(?:p|figure)>/g, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (whole, name) => entities[name] ?? whole)
    .replace(/[^\S\n]+/g, ' ')
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n\n');
}

export const feedFiles = readdirSync(sampleFolder).filter((name) => name.endsWith('.xml'));

/** Throws where a feed is not well-formed. */
export async function readFeed(file: string): Promise<SampleArticle[]> {
  const feed = await new Parser().parseString(readFileSync(join(sampleFolder, file), 'utf8'));
  return feed.items.map((item) => ({
    file,
    outlet: feed.title ?? '',
    guid: item.guid ?? '',
    url: item.link ?? '',
    title: item.title ?? '',
    publishedAt: Date.parse(item.isoDate ?? ''),
    html: item['content:encoded'] ?? '',
    text: everyParagraph(item['content:encoded'] ?? ''),
    ingested: htmlToText(item['content:encoded'] ?? ''),
  }));
}

export async function readSample(): Promise<SampleArticle[]> {
  return (await Promise.all(feedFiles.map(readFeed))).flat();
}

export function readGold(): Gold[] {
  return readdirSync(goldFolder)
    .filter((name) => name.endsWith('.gold.json'))
    .map((name) => JSON.parse(readFileSync(join(goldFolder, name), 'utf8')));
}

export async function readPairs(): Promise<{ article: SampleArticle; gold: Gold }[]> {
  const articles = await readSample();
  return readGold().map((gold) => {
    const article = articles.find(({ guid }) => guid === gold.guid);
    if (article === undefined) throw new Error(`${gold.slug}: no article has the guid ${gold.guid}`);
    return { article, gold };
  });
}

/** "milk run (a nickname)" → "milk run". */
export function wordsOf(note: string): string {
  return note.replace(/ \([^()]*\)$/, '');
}

/** The article's text without the paragraphs that the gold calls no body. */
export function bodyOf(article: SampleArticle, gold: Gold): string {
  return article.text
    .split('\n\n')
    .filter((paragraph) => !gold.not_body.includes(paragraph))
    .join('\n\n');
}
