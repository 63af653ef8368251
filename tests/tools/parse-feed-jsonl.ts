/** Speaks the parse-feed protocol on stdin and stdout, so that the scorers can drive the parser without the rest of the program. */
import { createInterface } from 'node:readline';
import { answerFeedRequest, type FeedRequest } from '#ingest/feed-wire.ts';

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  const { id, ...request } = JSON.parse(line) as FeedRequest & { id: string };
  process.stdout.write(`${JSON.stringify({ id, ...(await answerFeedRequest(request)) })}\n`);
}
