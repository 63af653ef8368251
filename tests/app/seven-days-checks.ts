/** What a channel was posted in a week → what its reader would object to: a repeat, a cut sentence, a wrong speaker, words that a platform lost. */
import { toDiscord } from '../../src/chat/discord/render.ts';
import { toSlack } from '../../src/chat/slack/render.ts';
import { toTerminal } from '../../src/chat/terminal/render.ts';
import { toHtml } from '../../src/chat/web/render.ts';
import type { Standing } from '../fakes/chat-world.ts';
import { type Row, rows } from './seven-days.ts';

/** Who said it, as their writer knows; the first words are enough. */
const SPEAKERS: Readonly<Record<string, string>> = {
  'I was cold by then': 'Tomas Reed',
  'We heard a crack': 'Jens Wold',
  'They fell four metres': 'Carla Menotti',
  'The others will have': 'Ines Falk',
  'My desk had many': 'Viktor Halden',
  'I signed the report': 'Tore Lindahl',
  'He had the ball': 'Mick Barrow',
  'more than most will': 'Mick Barrow',
  'Names are a beginning': 'Hanna Vogt',
  'A country that drives': 'Ilsa Renn',
  'Wards do not run': 'Petra Dahl',
  'It was orderly': 'Marta Nunes',
  'for the first time': 'Rui Castelo',
  'We are digging': 'Lena Orsova',
  'will not stay where': 'Pavel Drenko',
  'Nobody goes back': 'Lena Orsova',
  'I ran out of my': 'Yusuf Hamdi',
  'one free Sunday': 'Greta Moll',
  'Water does not read': 'Anton Kehl',
  'The children carried': 'Olive Trant',
  'no miracle before': 'Jana Kolt',
  'I asked them to': 'Ana Ruiz',
  'in which a village': 'academy in Lund',
  'It tells you how': 'Olu Adeyemi',
  'She never sang': 'Henri Blau',
  'gravel in honey': 'critic',
};

export type Findings = { readonly faults: readonly string[]; readonly quotes: number; readonly stories: number };

export function findFaults(posts: readonly (readonly Standing[])[]): Findings {
  const faults: string[] = [];
  const told = { quotes: new Set<string>(), sentences: new Set<string>(), headlines: new Map<string, number>() };
  let quotes = 0;
  for (const { document } of posts.flat()) {
    const [first] = document.blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block] : []));
    let isChanged = false;
    let headline = '';
    for (const [index, block] of document.blocks.entries()) {
      if (block.kind === 'heading' && block.level === 2) {
        headline = block.inlines.map((inline) => ('text' in inline ? inline.text : '')).join('');
        const status = JSON.stringify(document.blocks[index + 1]);
        isChanged = status.includes('Changed since the last briefing');
        const times = (told.headlines.get(headline) ?? 0) + 1;
        told.headlines.set(headline, times);
        if (times > 1 && !isChanged) faults.push(`told as new again: ${headline}`);
      }
      if (block.kind === 'quote') {
        quotes += 1;
        if (told.quotes.has(block.text)) faults.push(`quoted twice: ${block.text}`);
        told.quotes.add(block.text);
        const [opening, speaker] = Object.entries(SPEAKERS).find(([words]) => block.text.startsWith(words)) ?? [];
        if (speaker !== block.speakers.join(' and '))
          faults.push(`“${block.text}” is of ${speaker ?? 'nobody known'} (${opening}), not ${block.speakers.join()}`);
        if (!rows.some(({ text }) => text.includes(block.text))) faults.push(`not verbatim: ${block.text}`);
      }
      if (block.kind === 'paragraph' && block.quiet !== true && headline !== '') {
        for (const inline of block.inlines) {
          if (inline.kind !== 'text' || inline.text.trim() === '') continue;
          const sentence = inline.text.trim();
          if (told.sentences.has(sentence)) faults.push(`said twice: ${sentence}`);
          told.sentences.add(sentence);
          if (!/[.!]["”’)]*$/.test(sentence) || !/^["“‘(]?[\p{Lu}\d]/u.test(sentence)) faults.push(`cut: ${sentence}`);
          if (!rows.some((row) => holds(row, sentence))) faults.push(`not in an article: ${sentence}`);
        }
      }
    }
    if (first === undefined && posts.flat().length > 0 && !document.summary.includes('nothing new')) continue;
    faults.push(...lostWords(document));
  }
  return { faults, quotes, stories: told.headlines.size };
}

const bare = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
const holds = ({ text }: Row, sentence: string): boolean => bare(text).includes(bare(sentence));

/** Each platform shows every quote and every headline whole. */
function lostWords(document: Standing['document']): string[] {
  const faces: Readonly<Record<string, string>> = {
    terminal: toTerminal(document, { width: 100, colour: false, locale: 'en-GB' }),
    page: String(toHtml(document, 'en-GB')),
    slack: JSON.stringify(toSlack(document).map(({ blocks }) => blocks)),
    discord: JSON.stringify(toDiscord(document)),
  };
  const wanted = document.blocks.flatMap((block): string[] =>
    block.kind === 'quote'
      ? [block.text]
      : block.kind === 'heading'
        ? block.inlines.flatMap((inline) => (inline.kind === 'text' ? [inline.text] : []))
        : [],
  );
  return Object.entries(faces).flatMap(([face, shown]) =>
    wanted.filter((words) => !plain(shown).includes(plain(words))).map((words) => `${face} lost: ${words}`),
  );
}

/** Letters and digits alone: marks are escaped, lines wrapped and tags put in, each platform in its way. */
const plain = (shown: string): string =>
  shown
    .replace(/&(?:amp|quot|#39|lt|gt);|<[^>]*>|\\[nu][0-9a-f]{0,4}|\u2502/gi, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
