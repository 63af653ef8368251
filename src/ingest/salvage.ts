/** A skeleton that a parser cannot read whole, or from which it silently loses items → all items that can be read alone. */
import type { RawFeed, RawItem } from './raw-feed.ts';
import type { Skeleton } from './skeleton.ts';

type Parse = (xml: string) => RawFeed | Promise<RawFeed>;

/** `items` are in the feed's order; undefined where one was lost. Never throws. */
export const parseOrSalvage = async (
  skeleton: Skeleton,
  count: number,
  parse: Parse,
): Promise<{ readonly feed: RawFeed | undefined; readonly items: readonly (RawItem | undefined)[] }> => {
  const feed = await attempt(parse, skeleton.whole);
  if (feed && feed.items.length === count) return { feed, items: feed.items };
  const items: (RawItem | undefined)[] = [];
  for (let index = 0; index < count; index++) items.push((await attempt(parse, skeleton.single(index)))?.items[0]);
  return { feed, items };
};

const attempt = async (parse: Parse, xml: string): Promise<RawFeed | undefined> => {
  try {
    return await parse(xml);
  } catch {
    return undefined;
  }
};
