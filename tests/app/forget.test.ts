import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Keyv from 'keyv';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '#lib/log.ts';
import type { Forgotten } from '#model/forgotten.ts';
import { openStorage } from '#storage/open.ts';
import type { Storage } from '#storage/storage.ts';
import { createForgetter, type ForgottenFile } from '../../src/app/forget.ts';
import { articleId, storeArticles } from '../../src/app/store-articles.ts';
import { createInstallations } from '../../src/chat/slack/installations.ts';
import { stateOf } from '../../src/cli/keyv-state.ts';
import { temporaryDirectory } from '../storage/engine.ts';

const now = Date.parse('2026-11-25T10:00:00Z');
const PELL = {
  url: 'https://vale.example/bridge',
  title: 'Bridge over the Orle closed',
  text: 'The bridge over the Orle was closed on Monday.\n\n“We could hear it move,” Ada Pell, the mayor of Quernstead, said.\n\nIt carries 9,000 cars a day.',
};
const HOLM = {
  url: 'https://harbour.example/crane',
  title: 'Crane falls into the dock',
  text: 'A crane fell into the old dock.\n\n“Nobody was near it,” Mara Holm, the harbour master, said.',
};
const NAMED_ONLY = {
  url: 'https://vale.example/vote',
  title: 'Vote on Friday',
  text: 'The council votes on Friday. Among those who stand again is ADA  PÉLL of the east ward.',
};

let folder: ReturnType<typeof temporaryDirectory>;
let storage: Storage;
let lines: Forgotten[];
const file: ForgottenFile = { read: () => lines, append: (entry) => void lines.push(entry) };
const forgetter = () => createForgetter({ storage, file, now: () => now, newSalt: () => 'salt' });
const open = () => openStorage({ dataDir: folder.path, mode: 'own', now: () => now });

async function publish(article: typeof PELL, owner: string | null = null, feedId = owner ? 'own' : 'vale'): Promise<void> {
  const outlet = 'The Vale';
  await storeArticles(
    owner,
    [{ article: { ...article, feedId, outlet, publishedAt: now - 60_000, fetchedAt: now }, key: article.url, guid: null }],
    storage.articles,
  );
}

async function post(tenant: string, url: string, words: string, topics: readonly string[] = []): Promise<void> {
  const { schedules, told } = storage.tenant(tenant);
  const schedule = {
    id: `s-${tenant}`,
    tenant,
    channel: `${tenant}:news`,
    topics,
    when: { kind: 'days', days: [1], at: '08:00' },
    zone: 'UTC',
    locale: 'en',
    detail: 'short',
    empty: 'nothing',
    quiet: [],
    paused: false,
    addedAt: now,
    origin: 'store',
  } as const;
  const slot = { local: '2026-11-25T08:00', at: now };
  await schedules.put(schedule, slot);
  const document = { summary: words, blocks: [{ kind: 'links' as const, links: [{ text: words, url }] }] };
  await storage.work.claim(schedule.id, slot, null, [
    {
      id: `d-${tenant}`,
      tenant,
      scheduleId: schedule.id,
      channel: schedule.channel,
      slot,
      state: 'sent',
      steps: [],
      parts: [{ key: 'k', document, tells: [], posted: { at: now, channel: schedule.channel, ids: ['1700.1'] } }],
    },
  ]);
  await told.record([
    { channel: schedule.channel, kind: 'story', key: 'st', detail: JSON.stringify({ speakers: [words], articles: [] }), at: now },
    { channel: schedule.channel, kind: 'quote', key: 'q', detail: words, at: now },
  ]);
}

/** All that any file of the data directory holds, as letters. */
function everywhere(): string {
  return readdirSync(folder.path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1').toLowerCase())
    .join('\n');
}

beforeEach(async () => {
  folder = temporaryDirectory();
  lines = [];
  storage = await open();
  await storage.feeds.put({ id: 'vale', url: 'https://vale.example/feed', title: 'The Vale', owner: null, everybody: true });
  for (const article of [PELL, HOLM]) await publish(article);
});
afterEach(async () => {
  await storage.close();
  folder.remove();
});

const titles = async (tenant = 'desk') => (await storage.tenant(tenant).library.articles({ limit: 9 })).map(({ title }) => title).sort();

describe('a forgotten speaker', () => {
  test('is found nowhere: store, index, caches, ledger, mutes, audit, files; the posts that show it are named', async () => {
    await publish(NAMED_ONLY);
    const answers = new Keyv({ store: storage.keyv('answers') });
    await answers.set('brief', 'Ada Pell, the mayor: “We could hear it move”');
    await answers.set('other', 'Mara Holm');
    await post('slack:T1', PELL.url, 'Ada Pell', ['grid', 'ada-pell']);
    await post('slack:T2', HOLM.url, 'Mara Holm');
    await storage.tenant('slack:T1').mutes.add('slack:T1:news', { kind: 'speaker', what: 'Ada Pell' });
    await storage.tenant('slack:T1').audit.append({ at: now, who: 'U1', what: 'topics mute', detail: 'speaker Ada Pell' });

    const done = await forgetter().forget('speaker', ' ada  Pell');
    expect(done.articles).toBe(2);
    expect(done.posts).toEqual([{ tenant: 'slack:T1', channel: 'slack:T1:news', at: now, ids: ['1700.1'] }]);
    expect(await titles()).toEqual([HOLM.title]);
    const { library, audit, mutes } = storage.tenant('slack:T1');
    expect((await storage.tenant('desk').library.quotes({ speakers: ['Ada Pell'], limit: 9 })).total).toBe(0);
    expect((await storage.tenant('desk').library.quotes({ about: ['move'], limit: 9 })).total).toBe(0);
    expect(await library.speakers('pell', 9)).toEqual([]);
    expect([await answers.get('brief'), await answers.get('other')]).toEqual([undefined, 'Mara Holm']);
    expect([await mutes.of('slack:T1:news'), (await audit.list(9)).map(({ detail }) => detail)]).toEqual([[], ['(forgotten)']]);
    expect((await storage.tenant('slack:T2').told.of('slack:T2:news')).map(({ detail }) => detail)).toContain('Mara Holm');
    expect((await storage.tenant('slack:T1').schedules.list()).map(({ schedule }) => schedule.topics)).toEqual([['grid']]);
    await storage.close();
    expect(everywhere()).toContain('holm');
    expect(everywhere()).not.toMatch(/pell|quernstead|hear it move/);
    expect(JSON.stringify(lines).toLowerCase()).not.toMatch(/ada|pell/);
    storage = await open();
  });

  test('stays forgotten: an article that names them is not taken in again', async () => {
    const keeper = forgetter();
    await keeper.forget('speaker', 'Ada Pell');
    const may = (text: string) => !keeper.isForgotten({ key: 'https://x.example/1', title: 'T', text });
    expect(['Ada Pell spoke.', 'So ADA PÉLL said', 'Pell, Ada', 'Ada Pellworth spoke', 'Adah Pell']).toSatisfy(
      (texts: string[]) => texts.map(may).join() === 'false,false,true,true,true',
    );
  });

  test('a trial says what would go and changes nothing', async () => {
    const before = await titles();
    expect(await forgetter().forget('speaker', 'Ada Pell', { isTrial: true })).toMatchObject({
      articles: 1,
      examples: [{ title: PELL.title, url: PELL.url }],
    });
    expect([await titles(), lines, await storage.forgetting.list()]).toEqual([before, [], []]);
  });
});

test('a restored backup forgets again at its first start', async () => {
  const copy = join(folder.path, 'copy.db');
  await storage.backup(copy);
  const keeper = forgetter();
  await keeper.forget('speaker', 'Ada Pell');
  await keeper.forget('article', `${HOLM.url}?utm_source=x`);
  expect(await titles()).toEqual([]);
  await storage.close();
  const { copyFileSync, rmSync } = await import('node:fs');
  for (const name of ['wirebrief.db', 'wirebrief.db-wal', 'wirebrief.db-shm']) rmSync(join(folder.path, name), { force: true });
  copyFileSync(copy, join(folder.path, 'wirebrief.db'));
  rmSync(copy);
  storage = await open();
  expect(await titles()).toEqual([PELL.title, HOLM.title].sort());
  const again = forgetter();
  expect([await again.replay(), await titles(), await again.replay()]).toEqual([2, [], 0]);
  expect(again.isForgotten({ ...HOLM, key: HOLM.url })).toBe(true);
  // The other way round: the file was lost, the database knows.
  lines = [];
  await forgetter().replay();
  expect(lines.length).toBe(2);
});

test('what one process of a fleet was asked, the others keep out too once they have looked', async () => {
  const [one, other] = [forgetter(), forgetter()];
  await one.forget('speaker', 'Ada Pell');
  const text = { key: 'https://x.example/1', title: 'T', text: 'Ada Pell spoke.' };
  expect(other.isForgotten(text)).toBe(false);
  expect([await other.replay(), other.isForgotten(text)]).toEqual([0, true]);
});

describe('a forgotten article', () => {
  test('goes by its address, for every owner, with what was told of it', async () => {
    await storage.feeds.put({ id: 'own', url: 'https://u:p@vale.example/feed', title: 'Ours', owner: 'slack:T1', everybody: false });
    await publish(PELL, 'slack:T1');
    await post('slack:T1', PELL.url, 'The bridge');
    const done = await forgetter().forget('article', `${PELL.url}/?utm_campaign=a#top`);
    expect([done.articles, done.posts.length, await titles('slack:T1'), await titles()]).toEqual([2, 1, [HOLM.title], [HOLM.title]]);
    expect(await storage.articles.get(articleId(null, PELL.url))).toBeUndefined();
    expect(await forgetter().forget('article', 'https://nowhere.example/')).toEqual({ articles: 0, examples: [], posts: [] });
  });

  test('takes nothing with it of an article whose address only begins like its own', async () => {
    await post('slack:T1', `${PELL.url}-again`, 'The bridge');
    await post('slack:T2', `${PELL.url}?page=2#more`, 'The bridge');
    const done = await forgetter().forget('article', PELL.url);
    expect(done.posts.map(({ tenant }) => tenant)).toEqual(['slack:T2']);
    const summaryOf = async (tenant: string) =>
      (await storage.tenant(tenant).deliveries.get(`d-${tenant}`))?.parts.map(({ document }) => document.summary);
    expect([await summaryOf('slack:T1'), await summaryOf('slack:T2')]).toEqual([['The bridge'], ['Forgotten on request.']]);
  });
});

describe('a forgotten tenant', () => {
  test('goes with its feeds, articles, schedules and ledger; the others keep theirs', async () => {
    for (const tenant of ['slack:T1', 'slack:T12']) {
      await storage.feeds.put({
        id: `own-${tenant}`,
        url: `https://u:p@${tenant.slice(6)}.example/feed`,
        title: 'Own',
        owner: tenant,
        everybody: false,
      });
      await publish({ ...PELL, title: `For ${tenant}` }, tenant, `own-${tenant}`);
      await post(tenant, PELL.url, 'The bridge');
      await new Keyv({ store: storage.keyv('slack') }).set(`cool:${tenant}`, 1);
      await storage.tenant(tenant).subscriptions.add('vale', now);
    }
    const done = await forgetter().forget('tenant', 'slack:T1');
    expect([done.articles, done.posts.map(({ channel }) => channel)]).toEqual([1, ['slack:T1:news']]);
    expect([...(await storage.forgetting.tenants())].sort()).toEqual(['slack:T12']);
    expect(await storage.tenant('slack:T1').schedules.list()).toEqual([]);
    expect((await storage.feeds.list()).map(({ id }) => id).sort()).toEqual(['own-slack:T12', 'vale']);
    expect(await new Keyv({ store: storage.keyv('slack') }).has('cool:slack:T12')).toBe(true);
    await storage.close();
    expect(everywhere()).not.toMatch(/slack:t1(?!2)/);
    storage = await open();
  });

  test('goes with the token that Slack gave for it', async () => {
    const installations = createInstallations(
      { clientId: '1.2', clientSecret: 'c', stateSecret: 's', key: 'k', store: stateOf(storage, 'slack-installations') },
      createLog({ level: 'silent', secrets: [], write: () => {} }),
    );
    for (const id of ['T1', 'T12'])
      await installations.store.storeInstallation({
        team: { id },
        enterprise: undefined,
        user: { id: 'U1', token: undefined, scopes: undefined },
        bot: { id: 'B1', userId: 'U2', token: `xoxb-${id}-secret`, scopes: [] },
      });
    await post('slack:T1', PELL.url, 'The bridge');
    expect((await installations.botOf('T1'))?.token).toBe('xoxb-T1-secret');
    await forgetter().forget('tenant', 'slack:T1');
    expect(await installations.botOf('T1')).toBeUndefined();
    expect((await installations.botOf('T12'))?.token).toBe('xoxb-T12-secret');
  });

  test('that is called by a common word takes nothing of the others that holds the word', async () => {
    await storage.tenant('desk').audit.append({ at: now, who: 'terminal', what: 'topics add', detail: 'grid' });
    await post('slack:T1', HOLM.url, 'A man at the desk said so');
    await forgetter().forget('tenant', 'desk');
    expect([...(await storage.forgetting.tenants())]).toEqual(['slack:T1']);
    const told = (await storage.tenant('slack:T1').told.of('slack:T1:news')).map(({ detail }) => detail);
    expect(told).toContain('A man at the desk said so');
    expect((await storage.tenant('slack:T1').deliveries.get('d-slack:T1'))?.parts[0]?.document.summary).toBe('A man at the desk said so');
  });
});

test('what is remembered is a hash under a secret, and a bare hash finds nobody', async () => {
  await forgetter().forget('speaker', 'Ada Pell');
  const bare = createHash('sha256').update('ada pell').digest('base64url');
  expect(lines).toEqual([
    {
      id: expect.any(String),
      kind: 'speaker',
      hash: expect.not.stringContaining(bare),
      salt: 'salt',
      words: 2,
      check: expect.any(Number),
      at: now,
    },
  ]);
});
