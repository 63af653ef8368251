/** An asker → a line of a briefing reported; a manager → reports listed, kept or withdrawn, and whole articles withdrawn. */
import { createHash } from 'node:crypto';
import { correct, pageOf, reportableIn } from '#brief/correct.ts';
import type { CorrectionUses, ReportRequest } from '#model/command.ts';
import { isWithdrawn, type Report, type Reported } from '#model/correction.ts';
import type { Inline, MessageDocument } from '#model/document.ts';
import type { Delivery } from '#model/schedule.ts';
import { phrases } from '#phrases/corrections.ts';
import { listing } from './listing.ts';
import { refuse, reply } from './reply.ts';
import { audit, type Scene } from './scene.ts';

const MAX_LISTED = 20;
/** Reports of a tenant that wait for a manager; more are no help to anybody. */
const MAX_OPEN = 200;
/** Deliveries that are looked through for an article. */
const MAX_DELIVERIES = 500;

export const createCorrectionUses = (scene: Scene): CorrectionUses => ({
  report: (request) => report(request, scene),
  list: () => listReports(scene),
  keep: (id) => decide(id, 'kept', undefined, scene),
  withdraw: (id, note) => decide(id, 'withdrawn', note, scene),
  withdrawArticle: (url, note) => withdrawArticle(url, note, scene),
  suggest: async (typed) =>
    (await open(scene))
      .map(({ id, what }) => ({ name: `${id}: ${inShort(what)}`.slice(0, 100), value: id }))
      .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase())),
});

const open = ({ tenant }: Scene): Promise<readonly Report[]> => tenant.reports.list({ states: ['open'], limit: MAX_OPEN });

async function report({ briefing, line, why }: ReportRequest, scene: Scene): Promise<MessageDocument> {
  const { tenant, asker, now, clock } = scene;
  const delivery = await briefingMeant(briefing, scene);
  if (!delivery) return refuse(briefing ? phrases.noBriefing(briefing) : phrases.nonePosted);
  const lines = delivery.parts.filter(({ posted }) => posted).flatMap(({ document }) => reportableIn(document));
  if (lines.length === 0) return reply(phrases.nothingToReport);
  const what = line === undefined ? undefined : lines[line - 1];
  if (!what)
    return listing(
      phrases.whichLine,
      lines.slice(0, MAX_LISTED).map((each, index) => [{ kind: 'text', text: `${index + 1}: ${inWords(each)}` }]),
      lines
        .slice(0, MAX_LISTED)
        .map((each, index) => ({ label: `${index + 1}: ${inShort(each)}`, ask: `report ${delivery.id} line:${index + 1}` })),
    );
  const id = idOf(delivery, what);
  const before = await tenant.reports.get(id);
  if (before) return reply(before.state === 'open' ? phrases.reportedAlready : phrases.lookedAt(phrases.states[before.state]));
  if ((await open(scene)).length >= MAX_OPEN) return refuse(phrases.tooManyWait(MAX_OPEN), [phrases.speakToOne]);
  const { channel } = delivery;
  const reported: Report = {
    id,
    tenant: asker.tenant,
    deliveryId: delivery.id,
    channel,
    what,
    ...(why && { why }),
    ...(asker.user && { by: asker.user }),
    at: now(),
    state: 'open',
  };
  await tenant.reports.put(reported);
  await audit(scene, 'report', `${id}: ${inWords(what)}`);
  await clock?.tellReported(reported);
  const decisions = [
    { label: phrases.withdrawIt, ask: `corrections withdraw ${id}` },
    { label: phrases.keepIt, ask: `corrections keep ${id}` },
  ];
  return reply(phrases.reported, [phrases.managerDecides], asker.isManager ? decisions : []);
}

/** By id, or the latest that was posted in the asker's channel; never one of another tenant's, nor, for others than managers, of another channel's. */
async function briefingMeant(id: string | undefined, { tenant, asker }: Scene): Promise<Delivery | undefined> {
  const isHere = ({ channel, parts }: Delivery): boolean =>
    channel === asker.channel || parts.some(({ posted }) => posted?.channel === asker.channel);
  if (id) {
    const delivery = await tenant.deliveries.get(id.trim());
    return delivery && (asker.isManager || isHere(delivery)) ? delivery : undefined;
  }
  const latest = await tenant.deliveries.list({ states: ['sent'], limit: MAX_LISTED });
  return latest.find((delivery) => isHere(delivery) && delivery.parts.some(({ posted }) => posted));
}

/** Easy to type; of what it is about, so that the same line reported twice is one report. */
const idOf = ({ tenant, id }: Pick<Delivery, 'tenant' | 'id'>, what: Reported): string =>
  createHash('sha256')
    .update(JSON.stringify([tenant, id, what]))
    .digest('hex')
    .slice(0, 10);

async function listReports(scene: Scene): Promise<MessageDocument> {
  const waiting = await open(scene);
  const others = (await scene.tenant.reports.list({ limit: MAX_LISTED })).filter(({ state }) => state !== 'open').slice(0, MAX_LISTED / 2);
  if (waiting.length + others.length === 0) return reply(phrases.none, [phrases.howToReport]);
  const title = waiting.length > 0 ? phrases.waiting(waiting.length) : phrases.noneWaits;
  return listing(
    title,
    [...waiting.slice(0, MAX_LISTED), ...others].map((each) => line(each, scene)),
    waiting.slice(0, 5).flatMap(({ id, what }) => [
      { label: phrases.withdrawThis(inShort(what)), ask: `corrections withdraw ${id}` },
      { label: phrases.keepThis(inShort(what)), ask: `corrections keep ${id}` },
    ]),
  );
}

function line({ id, what, why, by, at, state, problem }: Report, { asker }: Scene): readonly Inline[] {
  const trouble = problem ? ` ${problem.message}${problem.hint ? ` ${problem.hint}` : ''}` : '';
  return [
    { kind: 'strong', text: id },
    { kind: 'text', text: phrases.line(inWords(what), `${phrases.states[state]}${trouble}`, by, why) },
    { kind: 'time', at, zone: asker.zone, style: 'date-time' },
  ];
}

function inWords(what: Reported): string {
  if (what.kind === 'article') return phrases.article(what.url);
  return what.kind === 'quote' ? phrases.quote(what.speakers, cut(what.text, 160)) : `${what.amount} ${cut(what.counts, 160)}`.trim();
}
const inShort = (what: Reported): string =>
  cut(what.kind === 'article' ? what.url : what.kind === 'quote' ? `“${what.text}”` : `${what.amount} ${what.counts}`.trim(), 45);
const cut = (text: string, max: number): string => (text.length <= max ? text : `${text.slice(0, max - 1).toWellFormed()}…`);

async function decide(
  id: string | undefined,
  state: 'kept' | 'withdrawn',
  note: string | undefined,
  scene: Scene,
): Promise<MessageDocument> {
  const { tenant, asker, now } = scene;
  const waiting = await open(scene);
  const wanted = id?.trim().toLowerCase();
  const found = wanted ? await tenant.reports.get(wanted) : waiting.length === 1 ? waiting[0] : undefined;
  if (!found)
    return refuse(
      wanted ? phrases.notFound(wanted) : waiting.length ? phrases.whichOf(waiting.length) : phrases.nothingToDecide,
      [],
      [{ label: phrases.all, ask: 'corrections list' }],
    );
  if (isWithdrawn(found) && state === 'kept') return refuse(phrases.withdrawnAlready, [phrases.notPutBack]);
  if (found.state === 'kept' && state === 'kept') return reply(phrases.keptAlready);
  if (found.state === 'corrected' || found.state === 'withdrawn') return reply(phrases.doneAlready(phrases.states[found.state]));
  const { problem: _before, ...rest } = found;
  const decided = { at: found.decided?.at ?? now(), ...(asker.user && { by: asker.user }), ...(note && { note }) };
  await tenant.reports.put({ ...rest, state, decided });
  await audit(scene, `corrections ${state === 'kept' ? 'keep' : 'withdraw'}`, `${found.id}: ${inWords(found.what)}`);
  if (state === 'kept') return reply(phrases.kept);
  await scene.clock?.correct();
  return reply(phrases.withdrawn, [phrases.edited(inShort(found.what))], [{ label: phrases.howDidItGo, ask: 'corrections list' }]);
}

/** Everything that was posted from it is corrected, one report a delivery; and nothing of it is printed any more. */
async function withdrawArticle(address: string, note: string | undefined, scene: Scene): Promise<MessageDocument> {
  const { tenant, asker, now } = scene;
  const url = pageOf(address.trim().replace(/^<|>$/g, ''));
  if (!URL.canParse(url)) return refuse(phrases.noAddress(address), [phrases.copyLink]);
  const what: Reported = { kind: 'article', url };
  const all = await tenant.deliveries.list({ limit: MAX_DELIVERIES });
  const cited = all.filter(({ parts }) => parts.some(({ document }) => correct(document, what, { at: now(), zone: 'UTC' }) !== document));
  const decided = { at: now(), ...(asker.user && { by: asker.user }), ...(note && { note }) };
  const about = { tenant: asker.tenant, what, at: now(), state: 'withdrawn' as const, decided };
  if (cited.length === 0) {
    const nowhere = { tenant: asker.tenant, id: '' };
    await tenant.reports.put({ ...about, id: idOf(nowhere, what), deliveryId: '', channel: asker.channel });
  }
  for (const delivery of cited)
    await tenant.reports.put({ ...about, id: idOf(delivery, what), deliveryId: delivery.id, channel: delivery.channel });
  await audit(scene, 'corrections article', url);
  await scene.clock?.correct();
  return reply(
    phrases.articleWithdrawn,
    [cited.length > 0 ? phrases.beingEdited(cited.length) : phrases.notCited],
    cited.length > 0 ? [{ label: phrases.howDidItGo, ask: 'corrections list' }] : [],
  );
}
