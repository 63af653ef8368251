/** The sample's feeds and its gold fit each other: every mark in the gold stands in the text, and nothing in the text is left unmarked. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { asOf, bodyOf, feedFiles, goldFolder, readFeed, readGold, readPairs, readSample, root, wordsOf } from './sample.ts';

const articles = await readSample();
const pairs = await readPairs();
const seedFile = join(root, '../shared/seed/putin-xi.txt');
const seedGoldFile = join(root, '../shared/seed/putin-xi.gold.json');

/** What stands between double marks, a paragraph that is left open included. */
function markedIn(body: string): string[] {
  return body
    .split('\n\n')
    .flatMap((paragraph) => [...paragraph.matchAll(/“([^“”]*)(?:”|$)|"([^"]*)"/g)].map((match) => match[1] ?? match[2] ?? ''));
}

/** Six words in a row, not across a break (a line end or "|"). */
function sixGrams(text: string): string[] {
  return text.split(/[|\n]/).flatMap((stretch) => {
    const words = stretch.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.slice(5).map((_, index) => words.slice(index, index + 6).join(' '));
  });
}

describe.each(feedFiles)('%s', (file) => {
  test('is well-formed, and its articles lie inside the sample’s two days', async () => {
    const feed = await readFeed(file);
    expect(feed.length).toBeGreaterThan(0);
    for (const article of feed) {
      expect(article.outlet).not.toBe('');
      expect(article.title).not.toMatch(/sample/i);
      expect(new URL(article.url).hostname).toMatch(/\.example$/);
      expect(article.publishedAt).toBeGreaterThanOrEqual(Date.parse('2023-10-16T08:00:00Z'));
      expect(article.publishedAt).toBeLessThan(asOf);
    }
  });

  test('loads nothing and leads nowhere outside the invented hosts', async () => {
    for (const { html } of await readFeed(file)) {
      for (const [, address] of html.matchAll(/(?:href|src)="([^"]*)"/g)) expect(new URL(address ?? '').hostname).toMatch(/\.example$/);
    }
  });
});

test('guids, addresses and titles are unique, and each article has its gold', () => {
  for (const key of ['guid', 'url', 'title'] as const) expect(new Set(articles.map((article) => article[key])).size).toBe(articles.length);
  expect(pairs.map(({ gold }) => gold.guid).sort()).toEqual(articles.map(({ guid }) => guid).sort());
  for (const { article, gold } of pairs) expect(`config/sample/${article.file}`).toBe(gold.article);
});

test('each article belongs to exactly one story', () => {
  const { stories } = JSON.parse(readFileSync(join(goldFolder, 'stories.json'), 'utf8'));
  const listed = stories.flatMap((story: { articles: string[] }) => story.articles);
  expect(listed.sort()).toEqual(
    readGold()
      .map(({ slug }) => slug)
      .sort(),
  );
});

describe.each(pairs.map((pair) => ({ slug: pair.gold.slug, ...pair })))('$slug', ({ article, gold }) => {
  const body = bodyOf(article, gold);

  test('headline and furniture are those of the feed', () => {
    expect(article.title).toBe(gold.headline);
    for (const paragraph of gold.not_body) expect(article.text.split('\n\n')).toContain(paragraph);
  });

  test('what the bot stores is the body, without captions and links', () => {
    const stored = article.ingested.split('\n\n').filter((paragraph) => !gold.not_body.includes(paragraph));
    expect(stored).toEqual(body.split('\n\n'));
    expect(article.ingested).not.toMatch(/FILE PHOTO|RELATED STORIES|Read more|Photo:/);
  });

  test('the gold lists everything between marks, in the order of the text', () => {
    const dropped = gold.not_quotes.map(wordsOf);
    const marked = markedIn(body).filter((text) => !dropped.includes(text.replace(/[.,]$/, '')) || isQuoted(text));
    expect(marked).toEqual(gold.quotes.map(({ text }) => text));
    for (const words of dropped) expect(article.text).toContain(words);
  });

  test('mentions, speakers and addressees stand in the text', () => {
    for (const quote of gold.quotes) {
      const paragraph = body.split('\n\n').find((text) => text.includes(quote.text)) ?? '';
      if (quote.mention !== null) expect(paragraph).toContain(quote.mention);
      expect(quote.speakers.length).toBeGreaterThan(0);
      for (const name of [...quote.speakers, ...(quote.told_to ?? '').split('|').filter((name) => name !== 'none')])
        expect(body).toContain(name);
      expect(quote.key).toBe(quote.kind === 'direct');
    }
    for (const [name, role] of [...Object.entries(gold.roles), ...Object.entries(gold.affiliations)]) {
      expect(gold.quotes.flatMap(({ speakers }) => speakers)).toContain(name);
      expect(body.toLowerCase()).toContain(role.toLowerCase());
    }
  });

  test('each number in the text is a figure of the gold or marked as none', () => {
    const noted = [...gold.figures, ...(gold.figures_either_way ?? [])].map(({ near }) => near);
    for (const near of noted) expect(body).toContain(near);
    const known = [...noted, ...gold.not_figures.map(wordsOf)];
    const rest = known.reduce((text, words) => text.replaceAll(words, ' '), article.text);
    expect(rest.match(/\S*\d\S*/g) ?? []).toEqual([]);
    for (const words of gold.not_figures) expect(article.text).toContain(wordsOf(words));
  });

  /** The same words may be a quote in one place and none in another: then the gold lists them twice. */
  function isQuoted(text: string): boolean {
    return gold.quotes.some((quote) => quote.text === text);
  }
});

test.skipIf(!existsSync(seedFile))('no six words in a row of the seed outside quotations and names (needs ../shared/seed)', () => {
  const seed = readFileSync(seedFile, 'utf8');
  const seedGold = JSON.parse(readFileSync(seedGoldFile, 'utf8'));
  const names = [...Object.keys(seedGold.roles), ...Object.values<string>(seedGold.roles), ...Object.values<string>(seedGold.affiliations)];
  const withoutQuotations = (text: string) =>
    names.reduce((rest, name) => rest.replaceAll(name, ' | '), text.replace(/“[^”]*”|"[^"]*"/g, ' | '));
  const taken = new Set(sixGrams(withoutQuotations(seed)));
  for (const { title, text } of articles) {
    expect(sixGrams(`${title}\n${withoutQuotations(text)}`).filter((words) => taken.has(words))).toEqual([]);
  }
});
