import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '#commands/index.ts';
import type { MessageDocument } from '#model/document.ts';
import { contextFor } from '../../src/app/context.ts';
import { createDispatcher } from '../../src/app/dispatch.ts';
import { wordsOn } from '../brief/wish.ts';
import { MONDAY, type Newsroom, openNewsroom } from './newsroom.ts';
import { noReading } from './no-reading.ts';

const HOUR_MS = 3_600_000;
const BRIDGE = `A road bridge over the Tarn fell into the river near Osterby on Monday morning, taking at least four cars with it, police said.

“We heard a crack like a gun and then the middle was gone,” said Jens Wold, a lorry driver who had stopped short of the gap.

Marit Aune, head of the Osterby fire brigade, spoke on the bank. “My divers stay on the water until dark,” she said. “Nobody has left.”

He had not been asked. The bridge was built in 1964 and was closed for repairs for a month last autumn.`;
const INSPECTORS = `Inspectors warned a year ago that the bridge which broke at Osterby on Monday had rusted bearings, the road agency admitted.

Four cars went into the Tarn when the middle span gave way. Fire chief Marit Aune said two people had been rescued.

“I signed the report and I did not close the bridge,” the agency’s director, Tore Lindahl, said.`;

let room: Newsroom;
beforeAll(async () => {
  room = await openNewsroom(MONDAY + 12 * HOUR_MS);
  await room.storage.feeds.put({ id: 'island', url: 'https://island.example/', title: 'The island', owner: null, everybody: true });
  await room.publish({ title: 'Bridge over the Tarn collapses, cars in river', text: BRIDGE, at: MONDAY + 7 * HOUR_MS });
  await room.publish({ title: 'Inspectors had warned of Osterby bridge', text: INSPECTORS, at: MONDAY + 11 * HOUR_MS, feed: 'island' });
});
afterAll(() => room.end());

const ask = async (text: string): Promise<MessageDocument> => {
  const { storage, config } = room;
  const handlers = createDispatcher({
    commands,
    now: () => room.now,
    contextFor: (from) => contextFor(from, { storage, config, commands, now: () => room.now, firstReading: noReading, connections: null }),
    onFault: (error) => {
      throw error;
    },
  });
  const body = { kind: 'text', text } as const;
  return (await handlers.answer({ eventId: '1', tenant: 'chat:LAB', channel: 'chat:LAB:news', isManager: false, body })).document;
};
const say = async (text: string): Promise<string> => wordsOn(await ask(text));

describe('why', () => {
  test('a story: its place, what spoke for it, what it was put together from and by which names', async () => {
    const said = await say('why osterby');
    expect(said).toContain('It is the only story among the top stories.');
    expect(said).toContain('2 outlets that report it');
    expect(said).toContain('began it');
    expect(said).toMatch(/the same event as “Bridge over the Tarn collapses, cars in river” \(likeness \d+ of 100\); both have .*Aune/);
    expect(said).toContain('This channel was not told of it.');
    const [, total = ''] = /([\d.]+) points speak for it/.exec(said) ?? [];
    const parts = [...said.matchAll(/\+([\d.]+) for /g)].map(([, part]) => Number(part));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(Number(total), 5);
  });

  test('its sentences: the taken ones, and the rule that passed others over', async () => {
    const said = await say('why');
    expect(said).toMatch(/taken: it opens the latest report/);
    expect(said).toMatch(/said Jens Wold, a lorry driver who had stopped short of the gap.” {2}– passed over: it is mostly a quotation/);
  });

  test('a quote: mention, cue, who is meant, and why it is a key quote or not', async () => {
    const [shown, other] = await Promise.all([say('why "stay on the water until dark"'), say('why "Nobody has left."')]);
    expect(shown).toContain('The words that attribute: “said” – the cue stands right behind the quotation');
    expect(shown).toContain('The speaker there: “she”, that is Marit Aune');
    expect(shown).toContain('“she” → “Marit Aune”');
    expect(shown).toMatch(/It is a key quote: a whole statement/);
    expect(other).toContain('It is no key quote: its speaker has a more telling quote above');
  });

  test('a figure and a sentence', async () => {
    expect(await say('why at least four cars')).toContain('at least four cars');
    expect(await say('why the bridge was built in 1964')).toMatch(/It is (?:not )?in the summary|It was passed over/);
  });

  test('a number alone, and a line as the briefing shows it', async () => {
    const { storage } = room;
    await room.publish({
      title: 'Tarn bridge: 1,240 sign for a ferry',
      text: 'Some 1,240 people signed a letter that asks for a ferry over the Tarn, said Tore Lindahl.\n\nTwo hundred of them live in Osterby.',
      at: MONDAY + 11 * HOUR_MS,
    });
    expect((await storage.tenant('chat:LAB').library.articles({ all: ['1,240'], limit: 1 })).length).toBe(1);
    expect(await say('why 1,240')).toMatch(/^Why “some 1,240 people”/i);
    expect(await say('why 1,240 people')).toMatch(/^Why “some 1,240 people”/i);
    const shown = '“My divers stay on the water until dark,” — Marit Aune, head of the Osterby fire brigade [Meridian Wire]';
    expect(await say(`why ${shown}`)).toContain('“she” → “Marit Aune”');
    const [figure = ''] = /at least four cars.*/.exec(await say('why at least four cars')) ?? [];
    expect(figure).not.toBe('');
    expect(await say('why • at least four cars, according to police [Meridian Wire]')).toContain('Who says so: police');
    expect(
      await say(
        'why A road bridge over the Tarn fell into the river near Osterby on Monday (2 Mar) morning, taking at least four cars with it, police said. [Meridian Wire]',
      ),
    ).toMatch(/It is (?:not )?in the summary/);
  });

  test('a feed that is silent, and one that nobody knows', async () => {
    await room.storage.feeds.recordPoll('harbour', {
      validators: {},
      polledAt: MONDAY,
      nextPollAt: null,
      failures: 3,
      problem: { code: 'not-found', message: 'The address answers that nothing is there.', hint: 'Look for its new address.' },
    });
    const said = await say('why is the harbour silent?');
    expect(said).toContain('The address answers that nothing is there.');
    expect(said).toContain('Look for its new address.');
    expect(await say('why zeppelin')).toContain('Found nothing for a story, a quote, a figure or a feed with “zeppelin”');
  });

  test('what is muted', async () => {
    const { mutes } = room.storage.tenant('chat:LAB');
    await mutes.add('chat:LAB:news', { kind: 'word', what: 'bridge' });
    expect(await say('why osterby')).toContain('This channel has muted bridge');
    expect(await say('why "stay on the water until dark"')).toContain('This channel has muted bridge');
    await mutes.remove('chat:LAB:news', { kind: 'word', what: 'bridge' });
    const aune = { kind: 'speaker', what: 'Marit Aune' } as const;
    await mutes.add('chat:LAB:news', aune);
    for (const asked of ['why aune', 'why "stay on the water until dark"'])
      expect(await say(asked)).toContain('This channel has muted Marit Aune');
    expect(await say('why osterby')).toContain('It is the only story');
    await mutes.remove('chat:LAB:news', aune);
  });

  test('a sentence that had no room', async () => {
    const text = `The tower of Sundal burned through Monday while boats from every village of the lake brought pumps, hoses, ladders and men, until by dusk the copper roof, the bells and the wooden gallery had fallen into the nave, and the bishop ordered the square, the market and both bridges closed to carriages and walkers alike.

Tiles from the tower of Sundal struck a bakery, a chemist and the post office, whose clerks had carried letters, parcels, stamps and the telegraph apparatus into a school gymnasium hours earlier, after a watchman noticed smoke above the clock and rang the alarm that nobody under forty had ever heard before in earnest.

Insurers in the capital put the loss of Sundal at nine million crowns, a sum that the parish council called a guess made by strangers who had never climbed its stairs.`;
    await room.publish({ title: 'Tower of Sundal burns', text, at: MONDAY + 11 * HOUR_MS });
    expect(await say('why sundal')).toMatch(/passed over: it had no room/);
  });

  test('a briefing offers it, and its buttons are answered', async () => {
    const { blocks } = await ask('brief osterby');
    const actions = blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
    expect(actions).toContainEqual({ label: 'Why?', ask: 'why osterby' });
    for (const { ask: next } of (await ask('why osterby')).blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : [])))
      expect(await say(next)).toContain('The article reads: ');
  });

  test('a report in another language is said not to be read, and no list is empty', async () => {
    await room.publish({
      title: 'Fähre läuft vor Lunde auf Grund',
      text: 'Eine Fähre mit 140 Menschen an Bord ist in der Nacht vor Lunde auf Grund gelaufen, wie die Küstenwache am Morgen mitteilte.',
      at: MONDAY + 11 * HOUR_MS,
    });
    const document = await ask('why lunde');
    expect(wordsOn(document)).toContain('It is in German: no sentence, quote or figure is read out of it.');
    expect(document.blocks.filter((block) => block.kind === 'list' && block.items.length === 0)).toEqual([]);
  });
});
