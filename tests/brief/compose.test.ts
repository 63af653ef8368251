import { describe, expect, it } from 'vitest';
import { compose } from '#brief/compose.ts';
import { asShown } from '#brief/present.ts';
import { toldBy, toTold } from '#brief/told.ts';
import { ferryAtNoon, ferryNextDay, firstReport, followUp, secondOutlet } from './ferry.ts';
import { HOUR, MORNING, story } from './material.ts';
import { wish } from './wish.ts';

const nextDay = MORNING + 21 * HOUR;
const only = (briefing: ReturnType<typeof compose>) => {
  const [first] = briefing.stories;
  if (first === undefined) throw new Error('no story');
  return first;
};

describe('a story of several outlets', () => {
  const told = only(compose({ ...wish, stories: [ferryAtNoon] }));

  it('shows one line for a quantity on which they agree', () => {
    const passengers = told.figures.filter((figure) => figure.unit === 'passenger');
    expect(passengers.map((figure) => figure.values.map((value) => value.value))).toEqual([[214]]);
  });

  it('shows both values where they differ, newest first, with who says so', () => {
    const dead = told.figures.find((figure) => figure.unit === 'people');
    expect(dead?.values.map(({ value, saidBy, source }) => [value, saidBy, source.outlet])).toEqual([
      [15, 'rescue workers', 'Meridian Wire'],
      [12, 'the coast guard', 'The Harbour Post'],
    ]);
  });

  it('says a later count of the same sayer as a change', () => {
    const later = only(compose({ ...wish, asOf: nextDay, stories: [ferryNextDay] }));
    expect(later.figures.find((figure) => figure.unit === 'people')?.values.map(({ value }) => value)).toEqual([19]);
    const change = later.changes.find((item) => item.kind === 'figure');
    expect(change?.kind === 'figure' && [change.before.value, change.after.value]).toEqual([15, 19]);
  });

  it('never says a count that was overtaken as what happened', () => {
    const later = only(compose({ ...wish, asOf: nextDay, stories: [ferryNextDay] }));
    expect(later.summary.map(({ text }) => text).join(' ')).not.toMatch(/at least 1[25] people/i);
  });

  it('does not depend on the order of the store', () => {
    const one = compose({ ...wish, asOf: nextDay, stories: [story('ferry', firstReport, secondOutlet, followUp)] });
    const other = compose({ ...wish, asOf: nextDay, stories: [story('ferry', followUp, firstReport, secondOutlet)] });
    expect(other).toEqual(one);
  });

  it('names its sources, newest first', () => {
    expect(told.sources.map(({ outlet }) => outlet)).toEqual(['Meridian Wire', 'The Harbour Post']);
  });
});

describe('what a channel was told', () => {
  const first = compose({ ...wish, stories: [ferryAtNoon], onlyNews: true });
  const ledger = toTold(toldBy(asShown(first, 'full')));

  it('is new the first time', () => {
    expect(only(first).status).toBe('new');
  });

  it('is known the second time, and left out of what is only news', () => {
    expect(only(compose({ ...wish, stories: [ferryAtNoon], told: ledger })).status).toBe('known');
    expect(compose({ ...wish, stories: [ferryAtNoon], told: ledger, onlyNews: true }).stories).toEqual([]);
  });

  it('comes back as changed with what moved: count, speaker, report', () => {
    const second = only(compose({ ...wish, asOf: nextDay, stories: [ferryNextDay], told: ledger, onlyNews: true }));
    expect(second.status).toBe('changed');
    expect(second.changes.map(({ kind }) => kind)).toEqual(['figure', 'speaker', 'report']);
    expect(second.quotes.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['Nobody told us where the life vests were,', 'I want to know who signed that certificate,']),
    );
    const repeated = new Set(only(first).quotes.map(({ key }) => key));
    expect(second.quotes.filter(({ key }) => repeated.has(key))).toEqual([]);
    const said = new Set(only(first).summary.map(({ text }) => text));
    expect(second.summary.filter(({ text }) => said.has(text))).toEqual([]);
    expect(second.summary.length).toBeGreaterThan(0);
  });

  it('is complete after the short form too: what moved is not told again', () => {
    const second = compose({ ...wish, asOf: nextDay, stories: [ferryNextDay], told: ledger, onlyNews: true });
    const after = toTold([...toldBy(first), ...toldBy(asShown(second, 'short'), ledger)]);
    const third = compose({ ...wish, asOf: nextDay + HOUR, stories: [ferryNextDay], told: after });
    expect(only(third).changes.filter(({ kind }) => kind === 'figure')).toEqual([]);
  });

  it('survives a record that cannot be read', () => {
    const broken = new Map([['story:ferry', { at: MORNING, detail: '{' }]]);
    expect(only(compose({ ...wish, stories: [ferryAtNoon], told: broken })).status).toBe('changed');
  });
});

describe('the briefing as a whole', () => {
  it('counts what was read', () => {
    const { articlesRead, outlets } = compose({ ...wish, stories: [ferryNextDay] });
    expect([articlesRead, outlets]).toEqual([3, 2]);
  });

  it('spells a topic as the articles do', () => {
    expect(compose({ ...wish, topic: 'brandt-ferry', stories: [ferryNextDay] }).title).toBe('Brandt, Ferry');
  });

  it('says so where nothing is as fresh as was asked', () => {
    const { note } = compose({ ...wish, asOf: nextDay, since: nextDay - HOUR / 2, stories: [ferryAtNoon] });
    expect(note).toBe('Nothing new since 11 March 2025; the latest is from 10 March 2025.');
  });

  it('is empty, not broken, without stories', () => {
    expect(compose(wish)).toMatchObject({ stories: [], articlesRead: 0, outlets: 0, title: 'Top stories' });
  });
});
