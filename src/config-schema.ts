/** What may stand in the YAML files: every key with its form. */
import { z } from 'zod';
import { isZone } from '#lib/zones.ts';
import { llmSchema } from './config-llm.ts';
import { platformSchemas } from './config-platforms.ts';

const isLocale = (locale: string) => {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
};
export const feed = z.strictObject({
  url: z.string().regex(/^(https?|file):/, 'must begin with http:, https: or file:'),
  title: z.string().min(1).optional(),
  page: z.enum(['auto', 'never']).default('auto'),
  tenant: z.string().min(1).optional(),
  login: z
    .string()
    .regex(/^[A-Za-z_]\w*$/, 'must be the name of an environment variable, never the login itself')
    .optional(),
  userAgent: z.string().min(1).optional(),
});
const some = z.string().min(1).optional();
const schedule = z.strictObject({
  channel: z.string().min(1),
  topics: z.union([z.string(), z.array(z.string()).transform((topics) => topics.join(','))]).optional(),
  days: some,
  at: some,
  cron: some,
  zone: some,
  detail: some,
  empty: some,
  quiet: some,
});
const words = z.array(z.string().min(1)).default([]);
export const schema = z.strictObject({
  data: z.string().min(1),
  http: z.strictObject({ host: z.string().min(1), port: z.int().min(0).max(65535), publicUrl: z.url({ protocol: /^https?$/ }).nullable() }),
  zone: z.string().refine((zone) => zone === 'system' || isZone(zone), 'is no IANA time zone (such as Europe/Berlin)'),
  locale: z.string().refine(isLocale, 'is no locale (such as en-GB)'),
  sample: z.boolean(),
  feeds: z.array(feed),
  topics: z.array(
    z.strictObject({
      slug: z.string().regex(/^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u, 'must be words joined by hyphens'),
      title: z.string().min(1).optional(),
      all: words,
      any: words,
      none: words,
      feeds: words,
      speakers: words,
    }),
  ),
  quotes: z.strictObject({ unclear: z.enum(['mark', 'leave-out']) }),
  briefing: z.strictObject({ windowHours: z.number().positive(), topicDays: z.number().positive(), stories: z.int().min(1).max(20) }),
  fetch: z.strictObject({
    userAgent: z.string().min(1),
    timeoutMs: z.int().min(100),
    maxBytes: z.int().min(10_000),
    allow: z.array(z.string().regex(/^.+:\d+$/, 'must be address:port')),
    pollMinutes: z.number().min(1),
    atOnce: z.int().min(1).max(200),
  }),
  rights: z.strictObject({ bodyDays: z.number().min(1), quotedWords: z.int().min(20) }),
  schedules: z.array(schedule),
  ...platformSchemas,
  llm: llmSchema,
  log: z.strictObject({ level: z.enum(['debug', 'info', 'warn', 'error', 'silent']) }),
});
export const sampleSchema = z.strictObject({
  asOf: z.iso.datetime(),
  feeds: z.array(z.strictObject({ file: z.string(), title: z.string() })),
});
