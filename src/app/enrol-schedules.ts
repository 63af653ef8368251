/** Schedules of the YAML file → rows like any other, read-only in chat; what left the file leaves the store. */
import { createHash } from 'node:crypto';
import type { Instant } from '#model/article.ts';
import type { ScheduleRequest } from '#model/command.ts';
import type { Config } from '#model/config.ts';
import { Failure } from '#model/failure.ts';
import type { Schedule } from '#model/schedule.ts';
import { type ChannelId, DESK, type TenantId } from '#model/subscription.ts';
import { phrases } from '#phrases/schedules.ts';
import type { Storage } from '#storage/storage.ts';
import { defineSchedule } from './define-schedule.ts';
import { nextSlot } from './next-slot.ts';
import { slotFields } from './slot-fields.ts';

/** `channel`: "desk", or a channel's whole name as "schedule list" shows it. */
export type ScheduleSetting = ScheduleRequest & { readonly channel: ChannelId };
type ScheduleDefaults = Pick<Config, 'zone' | 'locale' | 'topics'>;

/**
 * One that stands in the store already keeps its next slot, so that what was missed while the bot was down is caught up; unless what holds for all
 * of the file has changed, its zone say.
 * @throws Failure 'configuration' that names the wrong one.
 */
export async function enrolSchedules(
  settings: readonly ScheduleSetting[],
  storage: Storage,
  config: ScheduleDefaults,
  now: Instant,
): Promise<void> {
  const wanted = new Map(settings.map((setting, index) => [idOf(setting), { setting, index }]));
  for (const { schedule } of await storage.work.schedules())
    if (schedule.origin === 'config' && !wanted.has(schedule.id)) await storage.tenant(schedule.tenant).schedules.remove(schedule.id);
  for (const [id, { setting, index }] of wanted) {
    const defined = define({ setting, id, index }, config, now);
    const { schedules } = storage.tenant(defined.tenant);
    const stored = await schedules.get(id);
    const schedule = { ...defined, addedAt: stored?.schedule.addedAt ?? now };
    if (JSON.stringify(stored?.schedule) === JSON.stringify(schedule)) continue;
    if (stored?.next && stored.schedule.zone === schedule.zone) {
      await schedules.put(schedule, stored.next);
      continue;
    }
    const fields = slotFields(schedule.when, schedule.quiet);
    const next = 'code' in fields ? undefined : nextSlot(fields, schedule.zone, now);
    if (!next) throw wrong(index, phrases.neverComes);
    await schedules.put(schedule, next);
  }
}

/** Without a store. @throws Failure 'configuration' that names the first wrong one. */
export function checkSchedules(settings: readonly ScheduleSetting[], config: ScheduleDefaults, now: Instant): void {
  settings.forEach((setting, index) => {
    define({ setting, id: idOf(setting), index }, config, now);
  });
}

type Entry = { readonly setting: ScheduleSetting; readonly id: string; readonly index: number };

function define({ setting, id, index }: Entry, { zone, locale, topics }: ScheduleDefaults, now: Instant): Schedule {
  const { channel } = setting;
  const slugs = topics.map(({ slug }) => slug.toLowerCase());
  const defined = defineSchedule(setting, { id, tenant: tenantOf(channel), channel, zone, locale, now, origin: 'config', slugs });
  if ('problem' in defined) throw wrong(index, defined.problem);
  return defined.schedule;
}

const wrong = (index: number, message: string): Failure =>
  new Failure({
    code: 'configuration',
    message: phrases.wrongInFile(index, message),
    hint: phrases.formInFile,
  });

/** Of what it says: a changed schedule is another one, and begins anew. */
const idOf = (setting: ScheduleSetting): string =>
  `file-${createHash('sha256')
    .update(JSON.stringify(Object.entries(setting).sort()))
    .digest('hex')
    .slice(0, 8)}`;

/** A channel's name begins with its tenant's. */
const tenantOf = (channel: ChannelId): TenantId => (channel.includes(':') ? channel.slice(0, channel.lastIndexOf(':')) : DESK);
