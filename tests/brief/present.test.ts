import { describe, expect, it } from 'vitest';
import { compose } from '#brief/compose.ts';
import { asShown, present } from '#brief/present.ts';
import { presentFigures, presentQuotes } from '#brief/present-listings.ts';
import { presentNotFound } from '#brief/present-not-found.ts';
import { toldBy, toTold } from '#brief/told.ts';
import type { MessageDocument } from '#model/document.ts';
import { ferryAtNoon, ferryNextDay, firstReport, followUp, secondOutlet } from './ferry.ts';
import { HOUR, listedFigures, listedQuotes, MORNING } from './material.ts';
import { blocks, wish, wordsOn } from './wish.ts';

const headings = (document: MessageDocument): string[] =>
  blocks(document, 'heading').map(({ inlines }) => inlines.map((inline) => ('text' in inline ? inline.text : '·')).join(''));

const told = toTold(toldBy(asShown(compose({ ...wish, stories: [ferryAtNoon] }), 'full')));
const changed = compose({ ...wish, asOf: MORNING + 21 * HOUR, told, stories: [ferryNextDay] });
const fresh = compose({ ...wish, topic: 'ferry-brandt', stories: [ferryAtNoon] });

describe('a summary that was reworded', () => {
  const [story] = fresh.stories;
  const summary = (story?.summary ?? []).map((sentence, index) =>
    index === 0 ? { ...sentence, retold: 'A ferry sank.' } : { ...sentence, retold: '' },
  );
  const document = present({ ...fresh, stories: story ? [{ ...story, summary }] : [] }, 'full');
  const said = JSON.stringify(document);

  it('is printed as it was reworded, with its source, and said to be so', () => {
    const [lead] = blocks(document, 'paragraph').filter((block) => !block.quiet);
    expect(lead?.inlines.map(({ kind }) => kind)).toEqual(['text', 'cite']);
    expect(said).toContain('A ferry sank. ');
    expect(said).toContain('reworded by a language model');
    expect(JSON.stringify(present(fresh, 'full'))).not.toContain('language model');
  });

  it('is told as the articles have it', () => {
    expect(toldBy({ ...fresh, stories: story ? [{ ...story, summary }] : [] })).toEqual(toldBy(fresh));
  });
});

it('a headline alone has its source below it in the short form', () => {
  const [story] = fresh.stories;
  const bare = story && { ...story, summary: [], quotes: [], figures: [], changes: [] };
  const document = present({ ...fresh, stories: bare ? [bare] : [] }, 'short');
  expect(JSON.stringify(document)).toContain(
    JSON.stringify({ kind: 'cite', outlet: story?.sources[0]?.outlet, url: story?.sources[0]?.url }),
  );
});

describe('the full form', () => {
  it('has its parts in this order', () => {
    expect(headings(present(changed, 'full'))).toEqual([
      'Top stories · ·',
      'Ferry toll rises to 19 as minister orders inquiry',
      'What happened',
      'Key quotes',
      'Key figures',
      'What changed',
      'Sources',
    ]);
  });

  it('cites a source for each sentence, quote and figure', () => {
    const document = present(fresh, 'full');
    for (const quote of blocks(document, 'quote')) expect(quote.source.some(({ kind }) => kind === 'cite')).toBe(true);
    for (const line of blocks(document, 'figures').flatMap((block) => block.lines)) {
      for (const value of [line, ...line.others]) expect(value.source.some(({ kind }) => kind === 'cite')).toBe(true);
    }
    const [lead] = blocks(document, 'paragraph').filter((block) => !block.quiet);
    expect(lead?.inlines.at(-1)?.kind).toBe('cite');
  });

  it('sets values that differ side by side', () => {
    const dead = blocks(present(fresh, 'full'), 'figures')
      .flatMap((block) => block.lines)
      .find((line) => line.counts.includes('killed'));
    expect(dead).toMatchObject({
      amount: 'at least 15 people',
      saidBy: 'rescue workers',
      others: [{ amount: 'at least 12 people', saidBy: 'the coast guard' }],
    });
  });

  it('says what moved in words', () => {
    const [changes] = blocks(present(changed, 'full'), 'list');
    const lines = changes?.items.map((item) =>
      item
        .map((inline) => ('text' in inline ? inline.text : ''))
        .join('')
        .trim(),
    );
    expect(lines).toEqual([
      '19 people killed in the sinking of the ferry Lady Maren; before, it was at least 12 people, according to the coast guard',
      'A further report: Ferry toll rises to 19 as minister orders inquiry',
      'Heard for the first time: Tomas Oyelaran',
    ]);
  });

  it('ends with a line of numbers and the steps from here', () => {
    const document = present(fresh, 'full');
    expect(document.blocks.at(-2)).toMatchObject({
      kind: 'paragraph',
      quiet: true,
      inlines: [{ text: '2 articles from 2 outlets, as of ' }, { kind: 'time' }],
    });
    expect(document.blocks.at(-1)).toMatchObject({
      kind: 'actions',
      actions: [{ ask: 'figures ferry brandt' }, { ask: 'why ferry-brandt' }],
    });
  });
});

describe('the short form', () => {
  it('fits a phone', () => {
    const two = compose({ ...wish, stories: [ferryNextDay, { ...ferryAtNoon, id: 'other' }, { ...ferryAtNoon, id: 'third' }] });
    for (const briefing of [fresh, changed, two]) expect(wordsOn(present(briefing, 'short')).length).toBeLessThanOrEqual(1_300);
  });

  it('holds nothing that the full form has not', () => {
    const full = JSON.stringify(present(fresh, 'full').blocks);
    const short = present(fresh, 'short');
    for (const part of [...blocks(short, 'quote'), ...blocks(short, 'figures').flatMap((block) => block.lines)])
      expect(full).toContain(JSON.stringify(part));
    for (const { text } of asShown(fresh, 'short').stories.flatMap((story) => story.summary)) expect(full).toContain(text.slice(0, 60));
  });

  it('leads on to the full one', () => {
    expect(blocks(present(fresh, 'short'), 'actions')[0]?.actions[0]).toEqual({
      label: 'Full briefing',
      ask: 'brief ferry-brandt detail:full',
    });
  });
});

describe('a briefing of the sample', () => {
  it('is marked wherever it is read', () => {
    const document = present({ ...fresh, isSample: true }, 'short');
    expect(document.summary).toMatch(/^SAMPLE: /);
    expect(headings(document)[0]).toMatch(/^SAMPLE · /);
    expect(wordsOn(document)).toContain('ship with Wirebrief');
  });
});

describe('lists', () => {
  const listing = { asked: 'Ivo Brandt', ask: 'quotes brandt', total: 5, skip: 0, zone: 'UTC', isSample: false, asOf: MORNING };
  const quotes = [...listedQuotes('ferry', secondOutlet), ...listedQuotes('other', firstReport), ...listedQuotes('ferry', followUp)];

  it('group quotes by story, newest first, with outlet, date and to whom it was said', () => {
    const document = presentQuotes(quotes, listing);
    expect(headings(document)).toEqual([
      'Quotes · Ivo Brandt',
      'Ferry toll rises to 19 as minister orders inquiry',
      'Ferry sinks off Ostrava Point, 12 dead',
    ]);
    const shown = blocks(document, 'quote');
    expect(shown).toHaveLength(4);
    expect(shown.find(({ toldTo }) => toldTo === 'Meridian Wire')?.source.map(({ kind }) => kind)).toEqual(['cite', 'text', 'time']);
  });

  it('say which page this is, and how to turn it', () => {
    const document = presentQuotes(quotes, listing);
    expect(wordsOn(document)).toContain('1 to 4 of 5');
    expect(blocks(document, 'actions')[0]?.actions).toEqual([{ label: 'The next one', ask: 'quotes brandt skip:4' }]);
    expect(blocks(presentQuotes(quotes, { ...listing, total: 4 }), 'actions')).toEqual([]);
  });

  it('show figures as the article words them', () => {
    const document = presentFigures(listedFigures('ferry', secondOutlet), { ...listing, asked: 'ferry', ask: 'figures ferry', total: 2 });
    expect(blocks(document, 'figures')[0]?.lines[0]).toMatchObject({
      amount: 'at least 15 people',
      counts: 'killed in the sinking of the ferry',
      saidBy: 'rescue workers',
      others: [],
    });
  });

  it('say what is near where nothing is found', () => {
    const document = presentNotFound({ what: 'quotes by “Brant”', near: [{ name: 'Ivo Brandt', ask: 'quotes ivo brandt' }] });
    expect(wordsOn(document)).toContain('Found nothing for quotes by “Brant”. Near it: Ivo Brandt.');
    expect(blocks(document, 'actions')[0]?.actions).toEqual([{ label: 'Ivo Brandt', ask: 'quotes ivo brandt' }]);
  });
});
