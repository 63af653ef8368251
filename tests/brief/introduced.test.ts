import { describe, expect, it } from 'vitest';
import { whyNotAfter } from '#brief/introduced.ts';
import { shortNamesOf } from '#brief/short-names.ts';
import { contentWords } from '#brief/words.ts';

const article =
  'Harbour master Karl Amsel closed the port of Velm on Monday. Amsel said the wall had moved. Boats left when Orlo, the mayor, had spoken. Vice President Lindqvist came on Tuesday, and Rolf J. Brandt stayed away. The chairman Ylva Sandvik saw them, and so did Albert Lorne Jr. of Velm.';
const shortNames = shortNamesOf(article, {
  names: ['Karl Amsel', 'Velm', 'Orlo', 'Lindqvist', 'Rolf J. Brandt', 'Ylva Sandvik', 'Albert Lorne Jr.'],
  quotes: [],
});
const behind = (text: string, before = '', goesOn = false): string | undefined =>
  whyNotAfter(text, shortNames, { words: new Set(contentWords(before)), goesOn });

describe('a sentence behind those that are printed before it', () => {
  it.each([
    ['a surname before the full name', 'Amsel said the wall of the port had moved.', '', 'somebody not introduced'],
    ['a surname behind the full name', 'Amsel said the wall of the port had moved.', 'Karl Amsel closed the port.', undefined],
    ['a surname that its own sentence gives in full', 'Karl Amsel of Velm said so; Amsel has run the port since May.', '', undefined],
    ['a surname with its office', 'Captain Amsel said the wall of the port had moved.', '', undefined],
    ['a surname that an office introduced', 'Lindqvist said the wall of the port had moved.', '', 'somebody not introduced'],
    ['a surname behind an initial', 'Brandt said the wall of the port had moved.', '', 'somebody not introduced'],
    ['a surname behind an outlet’s name', 'Orvane’s Amsel said the wall of the port had moved.', '', 'somebody not introduced'],
    ['a name in front of a noun', 'The Amsel report names four cracks in the wall of the port.', '', undefined],
    ['whom the article itself calls so at first', 'Orlo spoke to the crews of twelve boats in Velm.', '', undefined],
    ['a thing that nobody told of', 'The closure came as twelve boats were at sea.', '', 'something not introduced'],
    [
      'a thing that the headline tells of',
      'The closure came as twelve boats were at sea.',
      'Port of Velm: a closure and its cost',
      undefined,
    ],
    ['a thing that its own words tell', 'The closure of the port of Velm came as twelve boats were at sea.', '', undefined],
    ['a thing with a name', 'The Velm port wall was built by prisoners in 1874.', '', undefined],
    ['a thing that is told by an apposition', 'The wall, a heap of granite from Velm, was built in 1874.', '', undefined],
    ['one of its kind', 'The government will pay for a new wall in Velm.', '', undefined],
    ['a day does not tell which', 'The closure on Monday cost the fishermen of Velm 4,000 crowns.', '', 'something not introduced'],
    ['a thing in the midst', 'Fishermen of Velm called the proposal an insult.', '', 'something not introduced'],
    [
      'a thing in the midst that was told',
      'Fishermen of Velm called the proposal an insult.',
      'A proposal to close the port was read on Monday.',
      undefined,
    ],
    [
      'a thing that the sentence told itself',
      'Fishermen read a proposal to close the port, and called the proposal an insult.',
      '',
      undefined,
    ],
    [
      'a time that counts from another',
      'Two weeks later, twelve boats came back to the port of Velm.',
      '',
      'goes on from what stands before',
    ],
    ['a surname with a suffix', 'Lorne said the wall of the port had moved.', '', 'somebody not introduced'],
    ['a time of many', 'Seventy-eight years later, the port of Velm has the same wall.', '', 'goes on from what stands before'],
    ['a time that its own words count from', 'Just days before it closed, the port of Velm was full of boats.', '', undefined],
    ['a number in the noun', 'The 14-term mayor read a list of the boats of Velm.', '', 'something not introduced'],
    ['a name behind an office', 'Sandvik said the wall of the port had moved.', '', 'somebody not introduced'],
    ['a time that stands by itself', 'Earlier this week, twelve boats came back to the port of Velm.', '', undefined],
    ['a share of whom nobody told', 'Thirty percent said the wall of the port was safe.', '', 'goes on from what stands before'],
    ['some of what nobody counted', 'Ten, including the boat of Karl Amsel, came back to Velm.', '', 'goes on from what stands before'],
    ['a number of things', 'The 25 boats came back to the port of Velm on Friday.', '', 'something not introduced'],
    ['one more of what nobody told', 'A separate survey found cracks in the wall of the port.', '', 'goes on from what stands before'],
    ['one that differs from what it names', 'A different wall from that of Velm would cost 40 million crowns.', '', undefined],
    ['somebody’s remarks', 'Orlo’s remarks came as twelve boats were at sea.', '', 'goes on from what stands before'],
    ['somebody’s remarks on something', 'Orlo’s remarks about the harbour wall came as twelve boats were at sea.', '', undefined],
  ])('%s', (_name, text, before, why) => {
    expect(behind(text, before)).toBe(why);
  });

  it('goes on from the sentence before it, but not with a new name', () => {
    expect(behind('Two weeks later, the closure was lifted.', '', true)).toBeUndefined();
    expect(behind('Two weeks later, Amsel lifted the closure.', '', true)).toBe('somebody not introduced');
  });
});
