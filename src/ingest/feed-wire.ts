/** One line of the parse-feed protocol → its answer (DESIGN.md, "Protocols that must stay stable"). */
import { type FeedReading, parseFeed } from './parse-feed.ts';

export type FeedRequest = { readonly url: string; readonly contentType?: string; readonly base64: string };

export type FeedAnswer =
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

/** Dates are told as the feed gives them: this protocol has no clock. */
export const answerFeedRequest = async (request: FeedRequest): Promise<FeedAnswer> =>
  feedToWire(await parseFeed(Buffer.from(request.base64, 'base64'), { url: request.url, contentType: request.contentType }));

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
