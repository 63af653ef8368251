import { describe, expect, it } from 'vitest';
import { asAmount, goesOn } from '#brief/amount.ts';

describe('the amount of a line', () => {
  it.each([
    ['More than one million people', '=', 'more than one million people'],
    ['Between 80 and 110 millimetres', '=', 'between 80 and 110 millimetres'],
    ['US$5  million', '=', 'US$5 million'],
    ['18 percent', 'down', 'down 18 percent'],
    ['About 15%', 'up', 'up about 15%'],
    ['up 3 points', 'up', 'up 3 points'],
    ['-2%', 'down', '-2%'],
  ] as const)('%s (%s) is %s', (text, modifier, amount) => expect(asAmount(text, modifier)).toBe(amount));
});

describe('what follows the amount', () => {
  it.each([
    ['killed when the ferry capsized', 'people', '='],
    ['still missing', 'people', '='],
    ['in the Gaza Strip have left their homes', 'people', '='],
    ['in which Orvane sells its bicycles', 'country', '='],
    ['spending the night in schools', 'family', '='],
    ['of the workforce, the job losses', 'percent', '='],
    ['to be paid to each bereaved family', 'dollar', '='],
    ['that should be brought in', 'dollar', '~'],
    ['spent on roads by the ministry', 'euro', '='],
    ['covered by a coral reef', 'square kilometre', '~'],
    ['would be dissatisfied', 'percent', '='],
    ['paid out by the broadcaster', 'dollar', '='],
    ['repaid to the donor', 'pound sterling', '='],
    ['spent annually on the fund', 'pound sterling', '='],
    ['a year at which demand is growing', 'percent', '='],
    ['worth of contracts revoked by the ministry', 'dollar', '='],
  ] as const)('a clause goes on: %s', (counts, unit, modifier) => expect(goesOn(counts, unit, modifier)).toBe(counts));

  it.each([
    ['net profit at the bicycle maker Orvane', 'percent', 'down'],
    ['spending on hospitals in Aldery', 'percent', 'up'],
    ['operating margin expected by Orvane', 'percent', '='],
    ['the estimated cost of the bridge', 'euro', '='],
    ['the crowd drawn by the rally', 'people', '='],
    ['crowd, the biggest at Mill Lane', null, '='],
    ['employment for women', 'position', 'up'],
    ['cost of living', 'euro', '='],
  ] as const)('a thing stands behind a dash: %s', (counts, unit, modifier) => expect(goesOn(counts, unit, modifier)).toBe(`– ${counts}`));

  it('nothing follows where nothing is known', () => expect(goesOn('', 'people', '=')).toBe(''));
});
