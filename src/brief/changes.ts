/** A story's figures, quotes and sources, and what was told before → what moved since; where it never was told, since the first report. */
import type { BriefFigure, BriefQuote, Change, Source, Told } from '#model/briefing.ts';
import type { Revision } from './figures-of-story.ts';
import { isSameValue } from './quantities.ts';
import { toldFigure, toldStory } from './told.ts';
import { fold } from './words.ts';

export type StorySoFar = {
  readonly storyId: string;
  readonly figures: readonly BriefFigure[];
  readonly revisions: readonly Revision[];
  /** Key quotes: a speaker of a fragment is no news. */
  readonly quotes: readonly BriefQuote[];
  readonly sources: readonly Source[];
  /** Articles that say something which no earlier one says. */
  readonly newsIn: ReadonlySet<string>;
};

export function findChanges(story: StorySoFar, told: Told): Change[] {
  const before = toldStory(told, story.storyId);
  if (before === undefined) {
    return story.revisions.map(({ counts, before: was, after }): Change => ({ kind: 'figure', counts, before: was, after }));
  }
  return [
    ...movedFigures(story, told),
    ...newSpeakers(story, before.speakers),
    ...newReports(story, new Set(before.outlets), new Set(before.articles)),
  ];
}

function movedFigures(story: StorySoFar, told: Told): Change[] {
  return story.figures.flatMap((figure): Change[] => {
    const was = toldFigure(told, figure.key);
    const [last] = was;
    const after = figure.values.find((value) => !was.some((old) => isSameValue(old.value, value.value)));
    return last === undefined || after === undefined ? [] : [{ kind: 'figure', counts: figure.counts, before: last, after }];
  });
}

function newSpeakers(story: StorySoFar, known: readonly string[]): Change[] {
  const heard = new Set(known.map(fold));
  return story.quotes.flatMap((quote) =>
    quote.speakers.flatMap((speaker): Change[] => {
      if (heard.has(fold(speaker))) return [];
      heard.add(fold(speaker));
      return [{ kind: 'speaker', speaker, source: quote.source }];
    }),
  );
}

function newReports(story: StorySoFar, outlets: ReadonlySet<string>, articles: ReadonlySet<string>): Change[] {
  const seen = new Set(outlets);
  return story.sources
    .filter((source) => !articles.has(source.articleId))
    .flatMap((source): Change[] => {
      const isNewOutlet = !seen.has(source.outlet);
      seen.add(source.outlet);
      if (story.newsIn.has(source.articleId)) return [{ kind: isNewOutlet ? 'outlet' : 'report', source }];
      return [];
    });
}
