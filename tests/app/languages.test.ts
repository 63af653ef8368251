import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compose } from '#brief/compose.ts';
import { present } from '#brief/present.ts';
import { wordsOn } from '../brief/wish.ts';
import { FERRY, LAB, MONDAY, type Newsroom, openNewsroom } from './newsroom.ts';

const HOUR_MS = 3_600_000;
const GERMAN = {
  title: 'Fähre läuft vor Lunde auf Grund',
  text: 'Eine Fähre mit 140 Menschen an Bord ist in der Nacht zum Dienstag vor Lunde auf Grund gelaufen, wie die Küstenwache am Morgen mitteilte.\n\n„Alle sind von Bord und sicher“, sagte die Hafenmeisterin Mara Holm. Drei Menschen wurden mit leichten Verletzungen in das Krankenhaus gebracht.',
};

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom(MONDAY + 12 * HOUR_MS);
  await room.publish({ ...GERMAN, at: MONDAY + 8 * HOUR_MS });
});
afterAll(() => room.end());

const stories = async () => {
  const { library } = room.storage.tenant(LAB);
  const ids = [...new Set((await library.articles({ limit: 9 })).map(({ storyId }) => storyId))];
  return library.stories(ids);
};
const briefing = async () =>
  compose({
    stories: await stories(),
    told: new Map(),
    asOf: room.now,
    zone: 'UTC',
    locale: 'en-GB',
    isSample: false,
    maxStories: 5,
  });

describe('an article in another language', () => {
  test('is stored with its language, and nothing is read out of it', async () => {
    const [story] = await stories();
    expect(story?.articles[0]?.article.language).toBe('de');
    expect(story?.articles[0]?.extraction).toMatchObject({ sentences: [], quotes: [], figures: [] });
  });

  test('is shown as headline and link in both forms, and said to be so', async () => {
    for (const detail of ['short', 'full'] as const) {
      const document = present(await briefing(), detail);
      expect(wordsOn(document)).toContain('Fähre läuft vor Lunde auf Grund');
      expect(wordsOn(document)).toContain('in German: headline and link only');
      expect(JSON.stringify(document)).toContain('https://harbour.example/');
      expect(wordsOn(document)).not.toContain('Küstenwache');
    }
  });

  test('gives way to an English report beside it', async () => {
    await room.publish({ ...FERRY, at: MONDAY + 10 * HOUR_MS, feed: 'harbour' });
    const titles = (await briefing()).stories.map(({ headline }) => headline);
    expect(titles).toContain(FERRY.title);
    expect(titles.indexOf(FERRY.title)).toBe(0);
  });
});
