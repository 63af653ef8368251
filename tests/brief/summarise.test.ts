import { expect, test } from 'vitest';
import { summarise } from '#brief/summarise.ts';
import { article } from './material.ts';

test('of two sentences that say the same the second is passed over, and it is told what says it', () => {
  const lead = 'The council of Lund voted on Monday to close the bridge over the Tarn to all lorries.';
  const repeat = 'On Monday the council of Lund closed the bridge over the Tarn to all lorries in a vote.';
  const other = 'Builders will replace the rusted bearings before the winter, the mayor Ada Holm said.';
  const marked = article({ id: 'a', title: 'Lund closes its bridge', text: [lead, repeat, other].join('\n\n') });
  const { sentences, passed } = summarise({ id: 's', articles: [marked] }, { topic: [], maxSentences: 3, maxWords: 110 });
  expect(sentences.map(({ text }) => text)).toEqual([lead, other]);
  expect(passed.map(({ text, whyNot }) => [text, whyNot])).toEqual([[repeat, `it says much of what “${lead}” says`]]);
});
