/** What a reader types after `unit:` → the names that figures bear. */
import { expect, it } from 'vitest';
import { unitsAsked } from '../../src/text/units-asked.ts';

it.each([
  ['%', ['percent']],
  ['Percent', ['percent']],
  ['dollars', ['dollar', 'US dollar']],
  ['$', ['dollar', 'US dollar']],
  ['€', ['euro']],
  ['eur', ['euro']],
  ['Swiss francs', ['Swiss franc']],
  ['km', ['kilometre']],
  ['kilometers', ['kilometre']],
  ['people', ['people']],
])('%s', (typed, names) => {
  expect(unitsAsked(typed)).toEqual(names);
});

it.each([
  ['homes', 'home'],
  ['countries', 'country'],
  ['children', 'child'],
  ['women', 'woman'],
  ['EV', 'EV'],
])('%s is a counted noun: %s', (typed, noun) => {
  expect(unitsAsked(typed)).toContain(noun);
});

it('knows money and measures by their kind', () => {
  expect(unitsAsked('money')).toEqual(expect.arrayContaining(['euro', 'US dollar', 'Kenyan shilling']));
  expect(unitsAsked('speed')).toContain('mile per hour');
});
