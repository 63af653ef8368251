/** What is left after the torture → what is wrong with it: each slot posted once or skipped for a true reason, each part once and in order, nothing told twice. */
import type { Delivery } from '#model/schedule.ts';
import type { Storage } from '#storage/storage.ts';
import { nextSlot, slotAfter } from '../../src/app/next-slot.ts';
import { slotFields } from '../../src/app/slot-fields.ts';
import { HOUR_MS, type Plan, START, schedulesOf, TENANTS } from './torture-plan.ts';
import type { Standing, TortureWorld } from './torture-world.ts';

/** The bot did not run between these. */
export type Pause = { readonly from: number; readonly to: number };
export type Verdict = { readonly wrong: readonly string[]; readonly counts: Readonly<Record<string, number>> };

/** @param end What the calendar had come to: what waited was waited for. A later slot may be there too. @param storage Closed afterwards. */
export async function check(
  plan: Plan,
  pauses: readonly Pause[],
  end: number,
  storage: Storage,
  world: Pick<TortureWorld, 'standing' | 'answeredTwice' | 'counts'>,
): Promise<Verdict> {
  const rows: Delivery[] = [];
  for (const tenant of TENANTS) rows.push(...(await storage.tenant(tenant).deliveries.list({ limit: 1_000_000 })));
  const waiting = await storage.work.unfinished(10);
  await storage.close();
  const posts = world.standing();
  const wrong: string[] = [
    ...waiting.map(({ id }) => `${id} is not finished`),
    ...world.answeredTwice().map((thread) => `the mention ${thread} was answered twice`),
  ];
  const counts: Record<string, number> = { slots: 0, messages: posts.length };
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const schedule of schedulesOf(plan)) {
    const fields = slotFields(schedule.when, schedule.quiet);
    if ('code' in fields) throw new Error(fields.message);
    for (let slot = nextSlot(fields, schedule.zone, START); slot && slot.at <= end; slot = slotAfter(fields, schedule.zone, slot)) {
      const row = byId.get(`${schedule.id}@${slot.local}`);
      counts.slots = (counts.slots ?? 0) + 1;
      if (!row) wrong.push(`${schedule.id}@${slot.local} is not in the ledger`);
      else {
        const kind = row.state === 'skipped' ? `skipped: ${row.steps.at(-1)?.problem?.code}` : row.state;
        counts[kind] = (counts[kind] ?? 0) + 1;
        wrong.push(...judge(row, slot.at, pauses));
      }
      byId.delete(`${schedule.id}@${slot.local}`);
    }
  }
  for (const { id, slot } of byId.values()) if (slot.at <= end) wrong.push(`${id} is in the ledger and no slot`);
  return { wrong: [...wrong, ...againstWorld(rows, posts)], counts: { ...counts, ...world.counts } };
}

function judge(row: Delivery, slotAt: number, pauses: readonly Pause[]): readonly string[] {
  const { id, state, steps, slot } = row;
  const code = steps.at(-1)?.problem?.code;
  const at = steps.at(-1)?.at ?? 0;
  const wasDown = pauses.some(({ from, to }) => from <= slotAt && slotAt <= to);
  if (slot.at !== slotAt) return [`${id} was due at ${new Date(slot.at).toISOString()}, not then`];
  if (state !== 'sent' && state !== 'skipped') return [`${id} is ${state}: ${code}`];
  if (state === 'sent' || code === 'nothing-new' || code === 'told-since') return [];
  if (code === 'overtaken') return wasDown || at > slotAt ? [] : [`${id} was overtaken at its own time`];
  if (code === 'missed') return at - slotAt > 6 * HOUR_MS ? [] : [`${id} was called missed after ${(at - slotAt) / HOUR_MS} hours`];
  return [`${id} was skipped for ${code}`];
}

/** The ledger's messages and the chats' are the same ones, each once, those of a delivery in order. */
function againstWorld(rows: readonly Delivery[], posts: readonly Standing[]): readonly string[] {
  const wrong: string[] = [];
  const marks = new Set<string>();
  const places = new Map<string, number>();
  for (const [index, { channel, id, mark }] of posts.entries()) {
    if (marks.has(`${channel} ${mark}`)) wrong.push(`${mark} stands twice in ${channel}`);
    marks.add(`${channel} ${mark}`);
    places.set(`${channel} ${id}`, index);
  }
  const owners = new Map<string, string>();
  for (const { id, state, parts } of rows) {
    if (state !== 'sent') continue;
    const standing = parts.flatMap(({ key, dropped, posted }) => {
      if (dropped !== undefined) return [];
      if (!posted) wrong.push(`${id} is called sent, and ${key} of it was not posted`);
      return posted?.ids.map((message) => `${posted.channel} ${message}`) ?? [];
    });
    for (const place of standing) owners.set(place, id);
    const order = standing.map((place) => places.get(place) ?? -1);
    if (order.includes(-1)) wrong.push(`${id} is called sent, and a message of it stands nowhere`);
    if (order.some((place, index) => index > 0 && place < (order[index - 1] ?? 0))) wrong.push(`the messages of ${id} are out of order`);
  }
  const told = new Map<string, string>();
  for (const { channel, id, mark, quotes } of posts) {
    const owner = owners.get(`${channel} ${id}`);
    if (owner === undefined) wrong.push(`${mark} stands in ${channel} and no delivery says so`);
    for (const quote of quotes) {
      const before = told.get(`${channel} ${quote}`);
      if (before !== undefined && before !== owner) wrong.push(`${channel} was told quote ${quote} by ${before} and by ${owner}`);
      told.set(`${channel} ${quote}`, owner ?? mark);
    }
  }
  return wrong;
}
