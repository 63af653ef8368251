import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { whyNotAlone } from '#brief/standing.ts';
import { tidyings, tidySentence } from '#brief/tidy.ts';
import { wordsOf } from '#brief/words.ts';

const tidied: [rule: string, from: string, to: string, opensArticle?: boolean][] = [
  ['dateline', 'Lund, Sweden — The council voted on Monday.', 'The council voted on Monday.', true],
  ['dateline', 'PORT ELLIS — A ferry sank.', 'A ferry sank.', true],
  ['dateline', 'New Bergen, March 3 – The mayor resigned.', 'The mayor resigned.', true],
  ['dateline with agency', 'OSTRAVA POINT (Reuters) - Divers found the wreck.', 'Divers found the wreck.', true],
  ['dateline in capitals with any agency', 'PORT ELLIS, Marenna (Coast Wire) — A ferry sank.', 'A ferry sank.', true],
  ['brackets are no dateline', 'NATO (the alliance) — founded in 1949 — met.', 'NATO (the alliance) — founded in 1949 — met.', true],
  ['dateline kept inside the article', 'Lund — The council voted.', 'Lund — The council voted.', false],
  [
    'dateline is not a subject',
    'Jane Roe — Mayor of Lund since May — said she would go.',
    'Jane Roe — Mayor of Lund since May — said she would go.',
    true,
  ],
  ['dateline is not a subject', 'Jane Roe — the mayor of Lund — resigned.', 'Jane Roe — the mayor of Lund — resigned.', true],
  ['opening connective', 'But the mayor refused.', 'The mayor refused.'],
  ['opening connective', 'Meanwhile, trains stood still.', 'Trains stood still.'],
  ['opening connectives', 'But now, the mayor refused.', 'The mayor refused.'],
  ['opening connective before a quotation', 'But “the bridge” stood.', '“The bridge” stood.'],
  ['opening connectives', 'And yet the mayor refused.', 'The mayor refused.'],
  ['label', 'Why it matters: The mayor refused.', 'The mayor refused.'],
  ['opening connective', 'Still waters run deep.', 'Still waters run deep.'],
  ['ticker', 'Orvane (NYSE: ORV) cut its forecast.', 'Orvane cut its forecast.'],
  ['share price within the name', 'The Lund Index LIX, +0.12% fell by 200 points.', 'The Lund Index fell by 200 points.'],
  ['dateline in brackets', '(Port Ellis) – A ferry sank.', 'A ferry sank.', true],
  ['dateline of two towns', 'PORT ELLIS, Marenna/LUND (Reuters) - The council voted.', 'The council voted.', true],
  ['agency without a dash', '(CNN) More than 40 lorries crossed.', 'More than 40 lorries crossed.', true],
  ['dateline with agency and no dash', 'Port Ellis (CNN) More than 40 lorries crossed.', 'More than 40 lorries crossed.'],
  ['agency is not a dateline', 'Ada Holm (AP) said no.', 'Ada Holm (AP) said no.'],
  ['label', 'EXCLUSIVE: The mayor resigned.', 'The mayor resigned.'],
  ['agency that a dateline left behind', '(Reuters) - The council voted.', 'The council voted.', true],
  ['note of a page', 'Mayor Ada Holm (pictured) resigned.', 'Mayor Ada Holm resigned.'],
  ['bullet', '• The levy rises in May.', 'The levy rises in May.'],
  ['white space', 'The levy\n rises.', 'The levy rises.'],
];

describe('tidying', () => {
  it.each(tidied)('%s: %s', (_rule, from, to, opensArticle = false) => {
    expect(tidySentence(from, { opensArticle, isNearTop: opensArticle })).toBe(to);
  });

  it('only takes away: the words that stay stand in their order', () => {
    const sentence = fc.array(
      fc.constantFrom('But', 'Lund', '—', 'the', 'mayor,', '(AP)', '-', '“no”', '(pictured)', 'May 3', '•', 'Still,'),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(sentence, fc.boolean(), (words, opensArticle) => {
        const from = words.join(' ');
        const left = wordsOf(from);
        for (const word of wordsOf(tidySentence(from, { opensArticle }))) {
          const at = left.indexOf(word);
          expect(at).toBeGreaterThanOrEqual(0);
          left.splice(0, at + 1);
        }
      }),
    );
  });

  it('takes linear time on hostile text', () => {
    const hostile = ['A, '.repeat(20_000), 'Aa '.repeat(20_000), '('.repeat(50_000), '— '.repeat(30_000), "'' ".repeat(30_000)];
    const started = performance.now();
    for (const text of hostile) for (const { tidy } of tidyings) tidy(text, { opensArticle: true });
    for (const text of hostile) whyNotAlone(text);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('has a name for each rule', () => {
    const names = tidyings.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

const judged: readonly (readonly [why: string | undefined, text: string])[] = [
  [undefined, 'The council of Lund voted on Monday to close the bridge.'],
  [undefined, 'This year the council of Lund will close the old bridge.'],
  [undefined, 'Mayor Ada Holm said she would close the bridge to lorries.'],
  [undefined, 'When he opened the bridge, Mayor Per Holm promised that it would stand.'],
  [undefined, 'No bridge in the country carries as many lorries as this one.'],
  ['opens with a pronoun', 'He told the council that the bridge would have to close.'],
  ['opens with a pronoun', 'That made the council of Lund close the bridge for good.'],
  ['points back', 'The two leaders met in Lund to talk about the bridge.'],
  ['points back', 'The council of Lund likewise closed its bridge for one day a month.'],
  ['points back', 'A third of the voters of Lund said they would be equally displeased if the bridge were closed.'],
  ['points back', 'New numbers from the harbour of Lund show something else.'],
  ['points back', 'A year ago the mayor of Lund called that offer too small for the town.'],
  ['opens with a connective', 'For one, the bridge keeps the two halves of Lund together in winter.'],
  ['opens with a connective', 'Yeah, so there are three bridges in Lund, two of them closed.'],
  ['points back', 'The announcement came as lorries queued on the bridge.'],
  ['points back', 'On those roads the lorries of Lund have to wait for hours.'],
  ['points back', 'The council of Lund, however, voted to keep the bridge open.'],
  [undefined, 'In this year’s budget the council of Lund pays for a new bridge.'],
  ['points back', 'The fall came as lorries queued on the bridge of Lund for a day.'],
  ['points back', 'The delay follows a dispute over the toll on the bridge of Lund.'],
  ['somebody named before', 'The striker, who is on loan from Lund, hurt his knee on Monday.'],
  ['somebody named before', 'The 21-year-old told reporters in Lund that the bridge would stand.'],
  ['somebody named before', 'The Norwegian had too much power for the young woman from Lund.'],
  [undefined, 'The mayor has told the council of Lund that the bridge will stand.'],
  [undefined, 'The driver of the lorry that hit the bridge of Lund was arrested.'],
  [undefined, 'The Norwegian government has paid for the new bridge of Lund.'],
  ['a pronoun before any name', 'Inheriting a small ferry line in the spring, he became the richest man of the coast.'],
  ['points back', 'Mayor Ada Holm said that worked out at 400 crowns a lorry.'],
  ['opens with a connective', 'Unfortunately, the bridge of Lund is slower than the ferry.'],
  ['opens with a connective', 'From there, the lorries have to wait on the bridge of Lund.'],
  ['opens with a connective', 'Instead the council of Lund closed the bridge to lorries.'],
  ['a pronoun before any name', 'In a long speech, he told the council of the danger.'],
  ['a pronoun before any name', 'This summer, she cleared stones from the bridge of Lund and slept in a tent.'],
  ['a pronoun before any name', 'Stepping outside a Lund fire station, he thanked the divers for their work.'],
  ['a pronoun before any name', 'Velm, her new home, is a small town beside the bridge over the Tarn.'],
  [undefined, 'As Mayor Ada Holm crossed the bridge, she waved to the lorries of Lund.'],
  ['points back', 'On Monday (3 March), the mayor of Lund did not follow that advice and closed the bridge.'],
  ['points back', 'The court of Lund asks whether the council broke this basic rule on Monday.'],
  ['points back', 'Historians of Lund will also note that this was a bridge without a builder.'],
  ['points back', 'Other drivers in Lund followed suit, and the bridge stood empty on Monday.'],
  [undefined, 'The council of Lund passed a law on lorries last year, and this law closed the old bridge.'],
  [undefined, 'The council of Lund said that bridges like its own would have to close.'],
  ['points back', 'For reasons of cost, this is a bad decision for the bridge of Lund.'],
  ['points back', 'In effect, it’s a bridge that only the lorries of Lund can cross.'],
  [undefined, 'In Lund, it is unclear whether the bridge will stand for another year.'],
  ['points back', 'Were he alive today, it would most likely amuse the whole council of Lund.'],
  ['points back', 'Mayor Ada Holm made the remark in Lund, adding that the bridge would stand.'],
  ['points back', 'The meetings, first reported by the Lund Post, came as the bridge was closed.'],
  ['points back', 'Whether or not it becomes law, the plan offers a window into the council of Lund.'],
  ['a page talking', 'An article on Thursday about the bridge of Lund misstated the year in which it was built.'],
  ['a page talking', 'Consider the findings of a study by the builders of the bridge of Lund.'],
  ['a page talking', 'Starting with the bridge, here are screenshots of what the council of Lund wrote.'],
  ['a page talking', 'MAYOR OF LUND TEARS UP LETTER: ‘WE SHALL CLOSE THE BRIDGE’.'],
  ['a page talking', 'The following words on the bridge of Lund come from a letter of its builders.'],
  ['points back', 'There is no such bridge in the whole county of Lund or its towns.'],
  ['a page talking', '[Update: On Monday, the council of Lund closed the bridge to lorries.]'],
  ['a page talking', 'Write a letter to the bridge of Lund or to letters@lund.example today.'],
  ['a fragment', 'Which brings the council of Lund back to the bridge over the Tarn.'],
  ['points back', 'Given how many lorries cross the bridge of Lund, that suggests a need for another.'],
  ['points back', 'While still below that of Lund, that marked the biggest gain of the bridge on record.'],
  ['points back', 'In the letter, Ada Holm also told the council of Lund that she would leave the bridge.'],
  ['points back', 'President Ada Holm abandoned it in the spring, saying that the bridge of Lund was too dear.'],
  ['points back', 'The suspension is part of a broader pullback from the bridge of Lund.'],
  ['points back', 'The post, sent late on Monday, came after the mayor of Lund closed the bridge.'],
  [undefined, 'President Ada Holm called it a good day for the bridge of Lund and its lorries.'],
  ['a caption', 'The head of a statue was pulled off on the bridge of Lund, June 10, 2031.'],
  ['a caption', 'Mayor Ada Holm watches a parade of lorries on the bridge of Lund, April 15, 2031.'],
  [undefined, 'Mayor Ada Holm opened the new bridge of Lund on Monday, April 15, 2031.'],
  ['a question', 'Will the council of Lund close the bridge to all lorries?'],
  ['speaks to the reader', 'What we know about the bridge of Lund is very little.'],
  ['no end', 'The council of Lund voted on Monday to close the'],
  ['marks that do not close', 'The council called it “a danger to every lorry that crosses it on a Monday.'],
  ['mostly a quotation', '“We shall close the bridge to every lorry from Monday on,” Ada Holm said.'],
  ['a fragment', 'A bridge too far.'],
  ['opens with a connective', 'Actually, the bridge of Lund is slower than the ferry.'],
  ['opens with a pronoun', 'None of those drivers crossed the bridge of Lund on Monday.'],
  ['points back', 'Like last year’s toll, it is a burden on the drivers of Lund.'],
  ['points back', 'Of a bridge and a ferry, the latter is what the council of Lund wants.'],
  ['a pronoun before any name', 'Officials in Norway asked him about the lorries on the bridge.'],
  ['a pronoun before any name', 'In Norway, his plan for the bridge won four of five votes.'],
  [undefined, 'A driver told the council of Lund that he had seen the bridge move.'],
  [undefined, 'Kelly said she would cross the bridge of Lund with her lorry.'],
  [undefined, 'Ahead of her trial in Lund, Ada Holm left the council for good.'],
  ['no end', 'On Monday the council of Lund heard Ada Holm and her driver Per J.'],
  ['opens with a connective', 'Yes, there is a bridge in Lund that no lorry may cross.'],
  ['points back', 'In some ways, it defies all that builders know of bridges in Lund.'],
  ['points back', 'The timing of its opening made it the best known bridge of Lund.'],
  ['points back', 'The second reason for the toll is the rust on the bridge of Lund.'],
  ['points back', 'Builders in Lund wondered why this was the oldest bridge of all.'],
  ['points back', 'On average, those lorries were charged 700 crowns at the bridge of Lund.'],
  [undefined, 'The council of Lund thanked those who had paid for the bridge.'],
  ['points back', 'Drivers in Lund say that such tolls drive them to the ferry.'],
  [undefined, 'The council of Lund supports such steps as a toll on lorries.'],
  ['points back', 'Mayor Ada Holm reminded the drivers of Lund of that.'],
  ['a pronoun before any name', 'Over the next two years they have a chance to mend the bridge.'],
  ['a pronoun before any name', 'This weekend they closed the bridge of Lund to lorries.'],
  ['a caption', 'Velmar men walk to a ferry after being sent back on May 30, 2031, in Port Ellis.'],
  ['a caption', 'From left: Ada Holm, Per Holm and Marit Aune watch the bridge of Lund.'],
  [undefined, 'Ada Holm resigned in Lund on April 15, 2031.'],
  ['no end', 'Ada Holm, who led the builders of the bridge of Lund, explains why.'],
  ['opens with a connective', 'Additionally, the council of Lund raised the toll for lorries.'],
  ['points back', 'In the meantime, the council of Lund raised the toll for lorries.'],
  ['points back', 'Builders there left 300 stones beside the bridge of Lund.'],
  ['a fragment', 'Ada Holm: With the bridge of Lund closed, drivers take the ferry.'],
  ['a fragment', 'Especially when the lorries of Lund wait on the bridge for hours.'],
  ['a pronoun before any name', 'Late last night it took the lorries of Lund six hours to cross.'],
  ['a pronoun before any name', 'To win the votes of Lund, he will have to mend the bridge.'],
  ['a page talking', 'Welcome to The Bridge, a weekly look at the lorries of Lund.'],
  ['points back', 'In addition to all these tolls, lorries in Lund pay for the ferry.'],
  ['points back', 'Despite this, the bridge of Lund is the busiest of the coast.'],
  ['points back', 'Drivers had expected such a toll to empty the bridge of Lund.'],
  [undefined, 'Lund has such a toll that no lorry takes its bridge any more.'],
  ['points back', 'One told the Lund Post that the bridge had moved under the lorry.'],
  ['opens with a connective', 'Further, the council of Lund raised the toll for lorries.'],
  ['a fragment', '....The bridge of Lund is for the lorries to cross, and for many good reasons.'],
  ['points back', 'Mayor Ada Holm put those comments down to the toll.'],
  ['a page talking', 'Start with the toll that the drivers of Lund have to pay.'],
  ['a page talking', 'Mayor McHolm Ada McHolmFerry line sold to a bank said the bridge would stand.'],
  ['a caption', 'Mayor Ada Holm shakes hands with the divers of Lund on Sunday.'],
  ['a page talking', 'Live pictures of the bridge of Lund are available on the Lund Post app.'],
  ['a page talking', 'Ada Holm tells of the bridge of Lund in this Port Ellis Post video.'],
  ['a page talking', 'Reuters / Per Aune Drivers wait at the bridge of Lund for hours.'],
  ['opens with a connective', 'Granted, the bridge of Lund is older than the ferry.'],
  ['a caption', 'Ada Holm votes in Lund on April 15, 2031.'],
  ['a fragment', 'Not that anyone in Lund had seen the bridge before Monday.'],
  ['a page talking', 'Set aside the toll that every lorry pays at the bridge of Lund.'],
  ['a page talking', 'Drivers queue at the bridge of Lund, as seen in these pictures.'],
  ['a page talking', 'Lund closes its bridge By ADA HOLM The council voted on Monday.'],
  ['a page talking', 'Holm Sides With Ferry Line On Harbour Toll.'],
  ['points back', 'On the other, there is the ferry that Ada Holm wants for Lund.'],
  ['somebody named before', '“I am sorry for nothing,” the senator said during a debate in Lund.'],
  ['speaks to the reader', 'Let’s begin with the bridge of Lund and its many lorries.'],
  ['speaks to the reader', 'Drivers in Lund told me that the bridge moved under them.'],
  ['a page talking', 'Expect the bridge of Lund to be closed for the whole summer.'],
  ['a page talking', 'CLOSE Drivers queue at the old bridge of Lund for a second day.'],
  ['a page talking', 'Hide Caption 3 of 9 Photos: Bridges The bridge of Lund in the spring.'],
  ['a page talking', 'Lorries wait at the bridge of Lund. | Port Photo Council votes on toll Lund closes its bridge.'],
  ['a page talking', 'Mayor Holm Ada HolmFerry line sold to a bank said the bridge would stand.'],
  ['inside a quotation', 'HOLM: The bridge of Lund will stand for a hundred years.'],
  ['inside a quotation', '[A]ny lorry that crosses the bridge of Lund must pay a toll.'],
  ['an aside', '(The bridge of Lund was built by the town’s own prisoners.)'],
  ['its quotation is missing', 'Mayor Ada Holm, who has led Lund for a year, said Monday, adding that the bridge would stand.'],
  [undefined, 'The bridge of Lund is safe, Mayor Ada Holm said, adding that she crossed it daily.'],
  ['run together', 'The council of Lund closed the bridge.An hour later it was open.'],
  ['counts who is not named', 'President Ada Holm recently sent nearly 300 of them to the bridge of Lund.'],
  [undefined, 'Ada Holm thanked the divers of Lund and gave 30 of them a medal.'],
  ['a page talking', 'Be sure to visit the bridge of Lund on a Monday morning.'],
  ['a page talking', 'A: The bridge of Lund will never keep a single lorry away from the coast.'],
  ['a page talking', 'Questions and answers about the bridge were edited for length and clarity.'],
];

describe('a sentence by itself', () => {
  it.each(judged)('%s: %s', (why, text) => {
    expect(whyNotAlone(text)).toBe(why);
  });
});
