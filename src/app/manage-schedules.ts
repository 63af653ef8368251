/** An asker → schedules listed, added, paused, resumed, removed and tested, each with the sentence that says what came of it. */

import { randomInt } from 'node:crypto';
import type { Choice, ScheduleRequest, ScheduleUses } from '#model/command.ts';
import type { Inline, MessageDocument } from '#model/document.ts';
import type { Schedule, Slot } from '#model/schedule.ts';
import { type ChannelId, DESK } from '#model/subscription.ts';
import { phrases as deliveryPhrases } from '#phrases/deliveries.ts';
import { phrases } from '#phrases/schedules.ts';
import type { ScheduledNext } from '#storage/contract/tenant.ts';
import { defineSchedule } from './define-schedule.ts';
import { listing } from './listing.ts';
import { nextSlot } from './next-slot.ts';
import { refuse, reply } from './reply.ts';
import { audit, type Scene } from './scene.ts';
import { slotFields } from './slot-fields.ts';
import { slotWords } from './slot-words.ts';

const MAX_SCHEDULES = 100;

export const createScheduleUses = (scene: Scene): ScheduleUses => ({
  list: () => listSchedules(scene),
  add: (request) => addSchedule(request, scene),
  pause: (id) => withOne(id, scene, (one) => setPaused(one, true, scene)),
  resume: (id) => withOne(id, scene, (one) => setPaused(one, false, scene)),
  remove: (id) => withOne(id, scene, (one) => removeSchedule(one, scene)),
  test: (id) => withOne(id, scene, (one) => testSchedule(one, scene)),
  suggest: async (typed) =>
    (await scene.tenant.schedules.list())
      .map(({ schedule }) => ({ name: `${schedule.id}: ${inWords(schedule, scene)}`, value: schedule.id }))
      .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()))
      .slice(0, 25),
  suggestZones: async (typed) => zonesLike(typed),
});

function zonesLike(typed: string): readonly Choice[] {
  const wanted = typed.trim().toLowerCase().replace(/ /g, '_');
  return ['UTC', ...Intl.supportedValuesOf('timeZone')]
    .filter((zone) => zone.toLowerCase().includes(wanted))
    .slice(0, 25)
    .map((zone) => ({ name: zone, value: zone }));
}

async function listSchedules(scene: Scene): Promise<MessageDocument> {
  const all = await scene.tenant.schedules.list();
  if (all.length === 0) return reply(phrases.none, [phrases.howToAdd], [{ label: phrases.dailyHere, ask: 'schedule add at:08:00' }]);
  const line = ({ schedule, next }: ScheduledNext): readonly Inline[] => [
    { kind: 'strong', text: schedule.id },
    { kind: 'text', text: ` – ${inWords(schedule, scene)}; ${next ? phrases.next(localTime(next, schedule)) : phrases.paused}` },
  ];
  const [first] = all;
  const paused = all.find(({ schedule }) => schedule.paused);
  return listing(phrases.count(all.length), all.map(line), [
    ...(first && all.length === 1 ? [{ label: phrases.testNow, ask: `schedule test ${first.schedule.id}` }] : []),
    ...(paused ? [{ label: phrases.resumeOne(paused.schedule.id), ask: `schedule resume ${paused.schedule.id}` }] : []),
    { label: phrases.whatBecame, ask: 'deliveries list' },
  ]);
}

async function addSchedule(request: ScheduleRequest, scene: Scene): Promise<MessageDocument> {
  const { tenant, asker, config, now } = scene;
  const channel = channelFor(request.channel, scene);
  if ('problem' in channel) return refuse(channel.problem);
  const all = await tenant.schedules.list();
  if (all.length >= MAX_SCHEDULES) return refuse(phrases.tooMany(MAX_SCHEDULES), [phrases.removeSome]);
  const defined = defineSchedule(
    { ...request, channel: channel.id },
    {
      id: newId(),
      tenant: asker.tenant,
      channel: asker.channel,
      zone: asker.zone,
      locale: asker.locale,
      now: now(),
      addedBy: asker.user,
      origin: 'store',
      slugs: [...config.topics, ...(await tenant.topics.list())].map(({ slug }) => slug.toLowerCase()),
    },
  );
  if ('problem' in defined) return refuse(defined.problem);
  const { schedule } = defined;
  const next = nextOf(schedule, now());
  if (!next) return refuse(phrases.never);
  const twin = all.find((other) => sameAs(other.schedule, schedule));
  if (twin) return alreadyThere(twin, scene);
  await tenant.schedules.put(schedule, next);
  await audit(scene, 'schedule add', `${schedule.id}: ${inWords(schedule, scene)}`);
  return reply(
    phrases.added(inWords(schedule, scene)),
    [phrases.nextOn(localTime(next, schedule))],
    [
      { label: phrases.testNow, ask: `schedule test ${schedule.id}` },
      { label: phrases.all, ask: 'schedule list' },
      { label: phrases.undo, ask: `schedule remove ${schedule.id}` },
    ],
  );
}

/** A button that is pressed twice, or by two, makes one schedule. */
function sameAs(a: Schedule, b: Schedule): boolean {
  const told = ({ channel, topics, when, zone, detail, empty, quiet }: Schedule): string =>
    JSON.stringify([channel, topics, Object.entries(when).sort(), zone, detail, empty, quiet]);
  return told(a) === told(b);
}

function alreadyThere({ schedule, next }: ScheduledNext, scene: Scene): MessageDocument {
  const { id } = schedule;
  const state = next ? phrases.nextOn(localTime(next, schedule)) : phrases.isPaused;
  const act = next ? { label: phrases.testNow, ask: `schedule test ${id}` } : { label: phrases.resume, ask: `schedule resume ${id}` };
  return reply(phrases.known(id, inWords(schedule, scene)), [state], [act]);
}

/** A channel of the asker's own workspace, and of no other. */
function channelFor(typed: string | undefined, { asker, clock }: Scene): { readonly id: ChannelId } | { readonly problem: string } {
  const wanted = typed?.trim();
  if (!wanted || wanted === 'here' || wanted === asker.channel) return { id: asker.channel };
  if (wanted.toLowerCase() === 'me') {
    const direct = asker.user === undefined ? undefined : clock?.directChannel(asker.tenant, asker.user);
    return direct === undefined
      ? { problem: phrases.noDirectMessages(asker.tenant === DESK ? phrases.deskHint : phrases.nameChannel) }
      : { id: direct };
  }
  if (wanted.startsWith(`${asker.tenant}:`)) return { id: wanted };
  if (asker.tenant === DESK) return { problem: phrases.notOfDesk(wanted, phrases.deskHint) };
  return { problem: phrases.noChannel(wanted) };
}

/** The one with this id, or the only one; else a sentence that says which there are. */
async function withOne(
  id: string | undefined,
  scene: Scene,
  then: (one: ScheduledNext) => Promise<MessageDocument>,
): Promise<MessageDocument> {
  const all = await scene.tenant.schedules.list();
  const wanted = id?.trim().toLowerCase();
  const one = wanted ? all.find(({ schedule }) => schedule.id === wanted) : all.length === 1 ? all[0] : undefined;
  if (one) return then(one);
  if (all.length === 0) return refuse(phrases.noneHere, [], [{ label: phrases.dailyHere, ask: 'schedule add at:08:00' }]);
  const which = wanted ? phrases.notFound(wanted) : phrases.whichOf(all.length);
  return refuse(
    which,
    [
      phrases.thereAre(
        all.length,
        all.slice(0, 20).map(({ schedule }) => schedule.id),
      ),
    ],
    [{ label: phrases.all, ask: 'schedule list' }],
  );
}

const inFile = ({ id }: Schedule): MessageDocument => refuse(phrases.fixed(id), [phrases.changeInFile]);

async function setPaused({ schedule, next }: ScheduledNext, paused: boolean, scene: Scene): Promise<MessageDocument> {
  const { id } = schedule;
  if (schedule.origin === 'config') return inFile(schedule);
  if (schedule.paused === paused && (next === null) === paused) return reply(paused ? phrases.pausedAlready(id) : phrases.runsAlready(id));
  const changed = { ...schedule, paused };
  const resumed = paused ? null : (nextOf(changed, scene.now()) ?? null);
  await scene.tenant.schedules.put(changed, resumed);
  await audit(scene, paused ? 'schedule pause' : 'schedule resume', id);
  if (paused) return reply(phrases.nowPaused(id), [phrases.untilResumed], [{ label: phrases.resume, ask: `schedule resume ${id}` }]);
  return reply(phrases.goesOn(id), resumed ? [phrases.nextOn(localTime(resumed, schedule))] : []);
}

async function removeSchedule({ schedule }: ScheduledNext, scene: Scene): Promise<MessageDocument> {
  if (schedule.origin === 'config') return inFile(schedule);
  await scene.tenant.schedules.remove(schedule.id);
  await audit(scene, 'schedule remove', `${schedule.id}: ${inWords(schedule, scene)}`);
  return reply(phrases.removed(schedule.id, inWords(schedule, scene)));
}

async function testSchedule({ schedule }: ScheduledNext, scene: Scene): Promise<MessageDocument> {
  if (!scene.clock) return refuse(deliveryPhrases.noBot, [deliveryPhrases.startIt]);
  const problem = await scene.clock.test(schedule);
  await audit(scene, 'schedule test', `${schedule.id}: ${problem ? problem.message : deliveryPhrases.sent}`);
  if (problem) return refuse(phrases.testRefused(problem.message), problem.hint ? [problem.hint] : []);
  return reply(phrases.tested(schedule.id), [phrases.markedAsTest]);
}

function nextOf(schedule: Schedule, after: number): Slot | undefined {
  const fields = slotFields(schedule.when, schedule.quiet);
  return 'code' in fields ? undefined : nextSlot(fields, schedule.zone, after);
}

/** "Putin-xi and grid, on weekdays at 08:00 (Asia/Manila)", and where to if that is elsewhere. */
function inWords(schedule: Schedule, { asker }: Scene): string {
  const elsewhere = schedule.channel === asker.channel ? undefined : schedule.channel.replace(`${schedule.tenant}:`, '');
  const more = [
    ...(schedule.detail === 'full' ? [phrases.inFull] : []),
    ...(schedule.empty === 'one-line' ? [phrases.oneLine] : []),
    ...(schedule.empty === 'best' ? [phrases.bestStory] : []),
  ];
  return [phrases.inWords(schedule.topics, slotWords(schedule.when, schedule.quiet), schedule.zone, elsewhere), ...more].join(', ');
}

/** On the clock of the schedule: "Tue 24 Nov 2026, 08:00". */
function localTime(slot: Slot, { zone, locale }: Schedule): string {
  const day = new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${day.format(slot.at)}, ${time.format(slot.at)} (${zone})`;
}

/** Easy to say and to type; no letter that looks like a digit. A billion of them. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const newId = (): string => Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
