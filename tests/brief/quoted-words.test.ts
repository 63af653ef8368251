import { expect, test } from 'vitest';
import { withinQuotedWords } from '#brief/quoted-words.ts';
import type { BriefQuote, StoryBriefing } from '#model/briefing.ts';

const source = (articleId: string) => ({ articleId, outlet: 'O', url: `https://o.example/${articleId}`, title: 'T', publishedAt: 0 });
const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');
const quote = (key: string, count: number, article = 'a'): BriefQuote => ({
  key,
  text: words(count),
  kind: 'direct',
  speakers: ['Ada Pell'],
  source: source(article),
});
const story = (over: Partial<StoryBriefing>): StoryBriefing => ({
  storyId: 's',
  headline: 'H',
  status: 'new',
  summary: [{ text: words(40), span: { start: 0, end: 1 }, source: source('a') }],
  quotes: [],
  moreQuotes: [],
  figures: [],
  changes: [],
  sources: [],
  ...over,
});

test('of one article no more words than may be quoted; another has its own measure', () => {
  const told = withinQuotedWords(
    story({ quotes: [quote('1', 30), quote('2', 40), quote('3', 20), quote('4', 90, 'b')], moreQuotes: [quote('5', 11), quote('6', 10)] }),
    100,
  );
  expect([told.summary.length, told.quotes.map(({ key }) => key), told.moreQuotes.map(({ key }) => key)]).toEqual([
    1,
    ['1', '3', '4'],
    ['6'],
  ]);
});
