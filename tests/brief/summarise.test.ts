import { expect, test } from 'vitest';
import { summarise } from '#brief/summarise.ts';
import { article, HOUR, MORNING } from './material.ts';

test('of two sentences that say the same the second is passed over, and it is told what says it', () => {
  const lead = 'The council of Lund voted on Monday to close the bridge over the Tarn to all lorries.';
  const repeat = 'On Monday the council of Lund closed the bridge over the Tarn to all lorries in a vote.';
  const other = 'Builders will replace the rusted bearings before the winter, the mayor Ada Holm said.';
  const marked = article({ id: 'a', title: 'Lund closes its bridge', text: [lead, repeat, other].join('\n\n') });
  const { sentences, passed } = summarise({ id: 's', articles: [marked] }, { topic: [], maxSentences: 3, maxWords: 110 });
  expect(sentences.map(({ text }) => text)).toEqual([lead, other]);
  expect(passed.map(({ text, whyNot, as }) => [text, whyNot, as])).toEqual([[repeat, 'much the same', lead]]);
});

test('what the headline says leads, whichever report is the fuller one', () => {
  const first = article({
    id: 'a',
    title: 'Lund raises the toll on its bridge',
    text: [
      'Mayor Ada Holm put a plan before the council of Lund on Monday that raises the toll on the bridge by six crowns and gives its builders more.',
      'The toll on the bridge pays for the bearings, the plan of the council says.',
    ].join('\n\n'),
  });
  const later = article({
    id: 'b',
    at: MORNING + HOUR,
    title: 'Drivers block Lund’s ring road over bridge toll',
    text: 'Two hundred drivers blocked the ring road of Lund on Tuesday in protest against the six crowns that a plan adds to the bridge toll.\n\nThe police let them.',
  });
  const { sentences } = summarise({ id: 's', articles: [first, later] }, { topic: [], maxSentences: 2, maxWords: 110 });
  expect(sentences.map(({ source }) => source.articleId)).toEqual(['b', 'a']);
});
