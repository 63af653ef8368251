/** What became of a feed → its answer in the parse-feed protocol (DESIGN.md, "Protocols that must stay stable"). */
import type { FeedReading } from './parse-feed.ts';

type FeedAnswer =
  | {
      readonly feed: { readonly title: string; readonly link: string | null; readonly language: string | null; readonly kind: string };
      readonly entries: readonly {
        readonly title: string;
        readonly link: string | null;
        readonly publishedAt: string | null;
        readonly html: string | null;
      }[];
      readonly problems: readonly { readonly code: string; readonly message: string; readonly hint?: string; readonly entry?: number }[];
    }
  | { readonly error: { readonly code: string; readonly message: string } };

/** Read without `now`, so that dates are told as the feed gives them: the protocol has no clock. */
export const feedToWire = (reading: FeedReading): FeedAnswer => {
  if (!reading.ok) return { error: { code: reading.problem.code, message: reading.problem.message } };
  const { title, link, language, kind, items, problems } = reading.feed;
  return {
    feed: { title, link, language, kind },
    entries: items.map((item) => ({
      title: item.title,
      link: item.link,
      publishedAt: item.publishedAt === null ? null : new Date(item.publishedAt).toISOString(),
      html: item.html,
    })),
    problems: problems.map(({ item, ...problem }) => ({ ...problem, ...(item === undefined ? {} : { entry: item }) })),
  };
};
