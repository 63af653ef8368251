/** What somebody asked for → a Schedule, or the sentence that says what is wrong with it. Chat and the YAML file come through here alike. */
import { isZone } from '#lib/zones.ts';
import type { Instant } from '#model/article.ts';
import type { ScheduleRequest } from '#model/command.ts';
import type { Schedule, When } from '#model/schedule.ts';
import type { ChannelId, TenantId } from '#model/subscription.ts';
import { phrases } from '#phrases/slots.ts';
import { parseDays, parseQuiet, parseTime, slotFields } from './slot-fields.ts';

/** Who asks, and what holds where they say nothing. */
export type ScheduleHome = {
  readonly id: string;
  readonly tenant: TenantId;
  readonly channel: ChannelId;
  readonly zone: string;
  readonly locale: string;
  readonly now: Instant;
  readonly addedBy?: string | undefined;
  readonly origin: Schedule['origin'];
  /** Of the topics that are defined. */
  readonly slugs: readonly string[];
};

type Defined = { readonly schedule: Schedule } | { readonly problem: string };
const MAX_TOPICS = 10;
const DETAILS = ['short', 'full'] as const;
const EMPTY_RULES = ['nothing', 'one-line', 'best'] as const;

export function defineSchedule(request: ScheduleRequest, home: ScheduleHome): Defined {
  const when = whenOf(request);
  if ('problem' in when) return when;
  const zone = zoneOf(request.zone ?? home.zone);
  if (zone === undefined) return { problem: phrases.noZone(request.zone ?? home.zone) };
  const quiet = request.quiet === undefined ? [] : parseQuiet(request.quiet);
  if (!quiet) return { problem: phrases.noQuietDays(request.quiet ?? '') };
  const fields = slotFields(when, quiet);
  if ('code' in fields) return { problem: `${fields.message} ${fields.hint ?? ''}`.trim() };
  const detail = DETAILS.find((name) => name === (request.detail ?? 'short'));
  if (!detail) return { problem: phrases.noDetail(request.detail ?? '') };
  const empty = EMPTY_RULES.find((name) => name === (request.empty ?? 'nothing'));
  if (!empty) return { problem: phrases.noEmptyRule(request.empty ?? '') };
  const topics = topicsOf(request.topics ?? '', home.slugs);
  if (topics.length > MAX_TOPICS) return { problem: phrases.tooManyTopics(MAX_TOPICS) };
  const { id, tenant, locale, now, addedBy, origin } = home;
  return {
    schedule: {
      id,
      tenant,
      channel: request.channel ?? home.channel,
      topics,
      when,
      zone,
      locale,
      detail,
      empty,
      quiet,
      paused: false,
      addedAt: now,
      ...(addedBy !== undefined && { addedBy }),
      origin,
    },
  };
}

function whenOf({ days, at, cron }: ScheduleRequest): When | { readonly problem: string } {
  if (cron !== undefined) {
    if (days !== undefined || at !== undefined) return { problem: phrases.cronOrDays };
    return { kind: 'cron', expression: cron.trim().replace(/\s+/g, ' ') };
  }
  const wanted = parseDays(days ?? 'daily');
  if (!wanted) return { problem: phrases.noDays(days ?? '') };
  const time = parseTime(at ?? '08:00');
  if (time === undefined) return { problem: phrases.noTime(at ?? '') };
  return { kind: 'days', days: wanted, at: time };
}

/** As the zone is written in the rules: "asia/manila" is Asia/Manila. */
function zoneOf(typed: string): string | undefined {
  const zone = typed.trim().replace(/ /g, '_');
  return isZone(zone) ? new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone : undefined;
}

/** Commas part them; without one, words that are all defined topics are several, and others are one. */
function topicsOf(text: string, slugs: readonly string[]): readonly string[] {
  const parts = text.split(/[,;]/).map((part) => part.trim());
  const words = text.trim().split(/\s+/);
  const isListed = parts.length === 1 && words.every((word) => slugs.includes(word.toLowerCase()));
  return [...new Set((isListed ? words : parts).filter((part) => part !== ''))];
}
