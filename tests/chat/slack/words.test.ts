import { expect, it } from 'vitest';
import { parseChannel } from '../../../src/chat/slack/address.ts';
import { fromMrkdwn, toMrkdwn } from '../../../src/chat/slack/escape.ts';
import { askText } from '../../../src/chat/slack/words.ts';
import { HOSTILE } from '../../fixtures/hostile.ts';

it.each([
  ['<@UBOT> quotes putin', 'quotes putin'],
  ['hey <@UBOT|wirebrief>, quotes <@U0ANA|ana>', 'hey , quotes slack:T1:U0ANA'],
  ['schedule add ukraine at 08:00 channel:<#C0LAB|news>', 'schedule add ukraine at 08:00 channel:slack:T1:C0LAB'],
  ['feeds add <https://news.example/feed?a=1&amp;b=2>', 'feeds add https://news.example/feed?a=1&b=2'],
  ['why <https://news.example/1|news.example/1>', 'why https://news.example/1'],
  ['quotes “vera lindqvist” about &lt;tax&gt; &amp; spend', 'quotes "vera lindqvist" about <tax> & spend'],
  ['  brief\n\tnow  ', 'brief now'],
  ['&amp;lt;!channel&amp;gt;', '&lt;!channel&gt;'],
])('reads %j', (typed, text) => {
  expect(askText(typed, 'T1', 'UBOT')).toBe(text);
});

it('knows channels of Slack from others', () => {
  expect(parseChannel('slack:T1:C2')).toEqual({ team: 'T1', channel: 'C2' });
  expect(parseChannel('C2')).toEqual({ channel: 'C2' });
  expect(parseChannel('discord:1:2')).toBeNull();
  expect(parseChannel('slack:T1:../C2')).toBeNull();
});

it.each(HOSTILE)('gives the text back as it was, controls and overrides apart: $name', ({ text }) => {
  const visible = (value: string): string => value.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, '');
  // Entities that a text already holds are its own words, so they come back as they were too.
  expect(visible(fromMrkdwn(toMrkdwn(text)))).toBe(visible(text));
});

it('does not touch markers inside words', () => {
  expect(toMrkdwn('snake_case 2*3 a~b')).toBe('snake_case 2*3 a~b');
  expect(toMrkdwn('*bold*')).toBe('\u2060*\u2060bold\u2060*\u2060');
});
