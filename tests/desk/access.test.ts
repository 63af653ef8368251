import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DeskRoom, openDeskRoom, TOKEN } from './room.ts';

let room: DeskRoom;
beforeAll(async () => {
  room = await openDeskRoom();
});
afterAll(() => room.end());

describe('who may read', () => {
  test('this machine, by its own names', async () => {
    expect((await room.browser().get('/quotes')).status).toBe(200);
    expect((await room.browser('::1').get('/quotes', { host: '[::1]:3000' })).status).toBe(200);
    expect((await room.browser('::ffff:127.0.0.1').get('/quotes', { host: '127.0.0.1' })).status).toBe(200);
  });

  test.each([
    ['another machine', '192.168.1.7', {}],
    ['a name that somebody’s DNS leads here', '127.0.0.1', { host: 'evil.example:3000' }],
    ['what a proxy hands on', '127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }],
    ['what another proxy hands on', '127.0.0.1', { forwarded: 'for=203.0.113.9' }],
    ['a connection without an address', '', {}],
  ])('not %s, without the token', async (_, remote, headers) => {
    const page = await room.browser(remote).get('/quotes', headers);
    expect([page.status, page.headers.get('location')]).toEqual([303, '/signin?next=%2Fquotes']);
    expect((await room.browser(remote).get('/api/quotes', headers)).status).toBe(401);
    expect((await room.browser(remote).get('/topics/grid.atom', headers)).status).toBe(401);
    expect((await room.browser(remote).get('/?ask=brief', headers)).status).toBe(303);
    expect((await room.browser(remote).get('/livez', headers)).status).toBe(200);
    const form = await room.browser(remote).get('/signin', headers);
    expect([form.status, await form.text()]).toEqual([200, expect.stringContaining('Admin token')]);
  });

  test('from elsewhere with a session, with the token itself, and one feed with its key', async () => {
    const browser = room.browser('192.168.1.7');
    await browser.signIn();
    expect((await browser.get('/quotes')).status).toBe(200);
    const stranger = room.browser('192.168.1.7');
    expect((await stranger.get('/api/quotes', { authorization: `Bearer ${TOKEN}` })).status).toBe(200);
    expect((await stranger.get('/api/quotes', { authorization: 'Bearer wrong' })).status).toBe(401);
    await room.storage
      .tenant('desk')
      .topics.put({ slug: 'grid', title: 'Grid', all: ['grid'], any: [], none: [], feeds: [], origin: 'store' });
    const feed = (await browser.page('/api')).querySelector('a[href^="/topics/grid.atom?key="]')?.getAttribute('href') ?? '';
    expect((await stranger.get(feed)).status).toBe(200);
    expect((await stranger.get(feed.replace('grid', 'other'))).status).toBe(401);
    expect((await stranger.get(feed.replace('.atom', ''))).status).toBe(303);
  });
});

describe('the session', () => {
  test('its cookie is for this site alone, is kept from scripts, ends, and cannot be made up', async () => {
    const browser = room.browser();
    const answer = await browser.post('/signin', { token: TOKEN, next: '/feeds' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/feeds']);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).not.toContain(TOKEN);
    const [value = ''] = cookie.split(';');
    const stranger = room.browser('192.168.1.7');
    expect((await stranger.get('/feeds', { cookie: value })).status).toBe(200);
    expect((await stranger.get('/feeds', { cookie: value.replace(/=\d/, '=9') })).status).toBe(303);
    const before = room.now;
    room.now += 31 * 24 * 3_600_000;
    expect((await stranger.get('/feeds', { cookie: value })).status).toBe(303);
    room.now = before;
  });

  test('leads on to pages of ours only', async () => {
    for (const next of ['//evil.example', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)'])
      expect((await room.browser().post('/signin', { token: TOKEN, next })).headers.get('location')).toBe('/');
  });

  test('a token is not guessed at any speed', async () => {
    const statuses = [];
    for (let guess = 0; guess < 12; guess++) statuses.push((await room.browser().post('/signin', { token: `guess ${guess}` })).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 403), 429, 429]);
    expect((await room.browser().post('/signin', { token: TOKEN })).status).toBe(429);
    room.now += 61_000;
    expect((await room.browser().post('/signin', { token: TOKEN })).status).toBe(303);
  });

  test('no change without the session’s own form', async () => {
    const browser = room.browser();
    await browser.signIn();
    const csrf = await browser.csrf();
    const other = room.browser();
    await other.signIn();
    const fields = { name: 'made', any: 'harbour' };
    expect((await room.browser().post('/topics/add', { ...fields, csrf })).status).toBe(403);
    expect((await browser.post('/topics/add', fields)).status).toBe(403);
    expect((await browser.post('/topics/add', { ...fields, csrf: await other.csrf() })).status).toBe(403);
    expect((await browser.post('/topics/add', { ...fields, csrf }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect(
      (await browser.post('/topics/add', { ...fields, csrf }, { origin: 'https://evil.example', host: 'localhost:3000' })).status,
    ).toBe(403);
    expect((await room.storage.tenant('desk').topics.list()).map(({ slug }) => slug)).not.toContain('made');
    expect((await browser.post('/topics/add', { ...fields, csrf })).status).toBe(303);
    expect((await room.storage.tenant('desk').topics.list()).map(({ slug }) => slug)).toContain('made');
    await browser.post('/signout', { csrf });
    expect((await browser.post('/topics/add', { ...fields, csrf })).status).toBe(403);
  });
});
