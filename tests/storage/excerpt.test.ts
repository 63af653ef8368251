import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptOf } from '#storage/excerpt.ts';

test('paragraphs without a span are left out, and the spans move with theirs', () => {
  const text = 'One.\n\nTwo two.\n\nThree.\n\nFour.';
  const span = { start: text.indexOf('two.'), end: text.indexOf('two.') + 4 };
  const last = { start: text.indexOf('Four'), end: text.length };
  const excerpt = excerptOf(text, [last, span]);
  expect(excerpt.text).toBe('Two two.\n\nFour.');
  expect([excerpt.move(span), excerpt.move(last), excerpt.move({ start: 0, end: 4 })]).toEqual([
    { start: 4, end: 8 },
    { start: 10, end: 15 },
    undefined,
  ]);
  expect([0, 1, 2, 3].map(excerpt.paragraph)).toEqual([undefined, 0, undefined, 1]);
});

test('nothing to keep leaves nothing', () => {
  expect(excerptOf('One.\n\nTwo.', []).text).toBe('');
});

test('any span that was to stay reads the same after the move, over paragraphs too', () => {
  const paragraphs = fc.array(fc.stringMatching(/^[a-z .\n]{0,12}$/), { minLength: 1, maxLength: 8 });
  const spans = fc.array(fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 30 })), { maxLength: 5 });
  fc.assert(
    fc.property(paragraphs, spans, (parts, drawn) => {
      const text = parts.join('\n\n');
      // A fact begins and ends with a letter, and so inside of a paragraph.
      const kept = drawn
        .map(([start, length]) => ({ start, end: Math.min(start + length, text.length) }))
        .filter(({ start, end }) => /^[a-z]$|^[a-z].*[a-z]$/s.test(text.slice(start, end)));
      const excerpt = excerptOf(text, kept);
      for (const span of kept) {
        const moved = excerpt.move(span);
        expect(moved && excerpt.text.slice(moved.start, moved.end)).toBe(text.slice(span.start, span.end));
      }
    }),
  );
});
