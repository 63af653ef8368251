import { expect, test } from 'vitest';
import { parseFeed } from '#ingest/parse-feed.ts';

const rhythmOf = async (head: string, tail = '', root = '<rss version="2.0">') => {
  const read = await parseFeed(Buffer.from(`${root}<channel><title>A</title>${head}<item><title>B</title></item>${tail}</channel></rss>`), {
    url: 'https://a.example/feed',
  });
  return read.ok ? read.feed.rhythm : read.problem.code;
};

test.each([
  ['', undefined],
  ['<ttl>60</ttl>', { everyMinutes: 60, skipHours: [], skipDays: [] }],
  ['<ttl> soon </ttl>', undefined],
  ['<ttl>0</ttl>', undefined],
  [
    '<skipHours><hour>0</hour><hour>24</hour><hour>7</hour><hour>99</hour></skipHours><skipDays><day>Sunday</day><day>saturday</day><day>Noday</day></skipDays>',
    { skipHours: [0, 7], skipDays: [0, 6] },
  ],
])('%s', async (head, rhythm) => {
  expect(await rhythmOf(head)).toEqual(rhythm);
  expect(await rhythmOf('', head)).toEqual(rhythm);
});

test('the update period of RSS 1.0, whatever its prefix', async () => {
  const root = '<rss version="2.0" xmlns:s="http://purl.org/rss/1.0/modules/syndication/">';
  expect(await rhythmOf('<s:updatePeriod>\n hourly </s:updatePeriod><s:updateFrequency>2</s:updateFrequency>', '', root)).toEqual({
    everyMinutes: 30,
    skipHours: [],
    skipDays: [],
  });
});
