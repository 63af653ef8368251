/** The quote archive → JSON, and the schema that says so: what /api/quotes answers is checked against it in the tests. */
import { z } from 'zod';
import type { ArchivedQuote, QuoteArchive, QuoteFilter } from '#model/desk.ts';
import { address } from './html.ts';
import { permalink } from './quote-card.ts';

const MAX_LIMIT = 100;
const DEFAULT_LIMIT = 20;
const date = z.string().regex(/^\d{4}-\d\d-\d\d$/);

export const quoteParameters = z.object({
  speaker: z.string().max(100).optional().describe('A name or a part of one'),
  about: z.string().max(200).optional().describe('Words of the quote, the sentence around it, or its article’s title'),
  topic: z.string().max(100).optional().describe('A topic by its name, or words'),
  outlet: z.string().max(200).optional().describe('An outlet, as briefings name it'),
  since: date.optional().describe('The first local date'),
  until: date.optional().describe('The last local date'),
  skip: z.coerce.number().int().min(0).max(100_000).optional().describe('How many were read already'),
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).optional().describe(`At most so many; ${DEFAULT_LIMIT} without it`),
});

export const quoteSchema = z.object({
  id: z.string().describe('Article and mark; the end of its permalink'),
  text: z.string().describe('Verbatim, without marks'),
  kind: z.enum(['direct', 'mixed', 'fragment']),
  speakers: z.array(z.string()).describe('In the order of the text'),
  role: z.string().nullable(),
  toldTo: z.string().nullable(),
  confidence: z.number().min(0).max(1).describe('The share of such attributions that are right'),
  printed: z.boolean().describe('False: the attribution is not certain'),
  outlet: z.string(),
  title: z.string(),
  url: z.string(),
  publishedAt: z.iso.datetime(),
  story: z.string(),
  permalink: z.string(),
});

export const quotesSchema = z.object({
  total: z.number().int().describe('Counted up to 200, or to one more than this page reaches'),
  skip: z.number().int(),
  next: z.string().nullable().describe('The next page; null on the last one'),
  speaker: z.object({ name: z.string(), aliases: z.array(z.string()) }).nullable(),
  near: z.array(z.string()).describe('Names that are spelled like one that was not found'),
  quotes: z.array(quoteSchema),
});
export const problemSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

export type QuotesJson = z.infer<typeof quotesSchema>;

/** Null where a parameter is wrong; the message names it. */
export function readParameters(query: Readonly<Record<string, string>>): { readonly filter: QuoteFilter } | { readonly message: string } {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
  const read = quoteParameters.safeParse(given);
  if (!read.success) return { message: read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') };
  return { filter: { ...read.data, limit: read.data.limit ?? DEFAULT_LIMIT } };
}

export function quotesJson(archive: QuoteArchive, filter: QuoteFilter, origin: string): QuotesJson {
  const reached = archive.skip + archive.items.length;
  const next = address(`${origin}/api/quotes`, { ...filter, skip: reached });
  return {
    total: archive.total,
    skip: archive.skip,
    next: reached < archive.total && archive.items.length > 0 ? next : null,
    speaker: archive.speaker && { name: archive.speaker.name, aliases: [...archive.speaker.aliases] },
    near: [...archive.near],
    quotes: archive.items.map((found) => quoteJson(found, origin)),
  };
}

function quoteJson(found: ArchivedQuote, origin: string): QuotesJson['quotes'][number] {
  const { quote, article, storyId, text, mark } = found;
  return {
    id: `${article.id}/${mark}`,
    text,
    kind: quote.kind,
    speakers: quote.speakers.map(({ name }) => name),
    role: quote.role ?? null,
    toldTo: quote.toldTo ?? null,
    confidence: quote.confidence,
    printed: quote.printed,
    outlet: article.outlet,
    title: article.title,
    url: article.url,
    publishedAt: new Date(article.publishedAt).toISOString(),
    story: storyId,
    permalink: `${origin}${permalink(found)}`,
  };
}
