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
    return lastSteps(story.revisions).map((revision): Change => ({ kind: 'figure', ...revision }));
  }
  return [
    ...movedFigures(story, told),
    ...newSpeakers(story, before.speakers),
    ...newReports(story, new Set(before.outlets), new Set(before.articles)),
  ];
}

/** 19 after 15, not 19 after 12 as well: the newest of the overtaken values comes first. */
function lastSteps(revisions: readonly Revision[]): Revision[] {
  const seen = new Set<string>();
  return revisions.filter(({ key }) => !seen.has(key) && seen.add(key));
}

function movedFigures(story: StorySoFar, told: Told): Change[] {
  return story.figures.flatMap((figure): Change[] => {
    const was = toldFigure(told, figure.key);
    const after = figure.values.find((value) => !was.some((old) => isSameValue(old.value, value.value)));
    if (after === undefined) return [];
    // Set beside what the same sayer or outlet had said, where they had.
    const before =
      was.find((old) => old.saidBy !== undefined && old.saidBy === after.saidBy) ??
      was.find((old) => old.source.outlet === after.source.outlet) ??
      was[0];
    return before === undefined ? [] : [{ kind: 'figure', key: figure.key, counts: figure.counts, before, after }];
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
