/** The articles of tests/gold/stories.jsonl, published hour by hour as they were dated → what a channel is posted on seven mornings. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Schedule } from '#model/schedule.ts';
import { storeArticles } from '../../src/app/store-articles.ts';
import type { Standing } from '../fakes/chat-world.ts';
import { DAY_MS, HOUR_MS, type Newsroom, openNewsroom } from './newsroom.ts';

export type Row = {
  readonly id: string;
  readonly story: string;
  readonly outlet: string;
  readonly at: string;
  readonly title: string;
  readonly text: string;
};

/** A Saturday; the last article is of the Friday after. */
const FIRST_DAY = Date.parse('2026-02-28T00:00:00Z');

export const rows: readonly Row[] = readFileSync(resolve(import.meta.dirname, '../gold/stories.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row)
  .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

const addressOf = ({ id }: Row): string => `https://news.example/${id}`;

export async function liveThroughWeek(
  more: Partial<Schedule>,
  days: number,
): Promise<{ readonly room: Newsroom; readonly posts: readonly (readonly Standing[])[] }> {
  const room = await openNewsroom(FIRST_DAY);
  await room.addSchedule(more);
  const posts: Standing[][] = [];
  let next = 0;
  for (let day = 0; day < days; day++) {
    for (let hour = 0; hour < 24; hour++) {
      const until = FIRST_DAY + day * DAY_MS + (hour + 1) * HOUR_MS;
      for (let row = rows[next]; row !== undefined && Date.parse(row.at) < until; row = rows[next]) {
        const url = addressOf(row);
        const publishedAt = Date.parse(row.at);
        const article = {
          feedId: 'harbour',
          outlet: row.outlet,
          url,
          title: row.title,
          text: row.text,
          publishedAt,
          fetchedAt: publishedAt + 1,
        };
        room.now = Math.max(room.now, publishedAt + 1);
        await storeArticles(null, [{ article, key: url, guid: null }], room.storage.articles);
        next += 1;
      }
      await room.runUntil(until);
    }
    const before = posts.flat().length;
    posts.push(room.world.standing.slice(before));
  }
  return { room, posts };
}
