/** A story's articles → its record: the briefing of it, its reports in the order of time, and the figures that changed on the way. */
import { compose } from '#brief/compose.ts';
import { figuresOfStory } from '#brief/figures-of-story.ts';
import type { FigureValue, StoryMaterial, Told } from '#model/briefing.ts';
import type { Config } from '#model/config.ts';
import type { FigurePoint, FigureSeries, StoryRecord } from '#model/desk.ts';
import { listedIn } from './desk-quotes.ts';
import type { Reader } from './reader.ts';

const OPENING_CHARACTERS = 240;

export function storyRecord(
  material: StoryMaterial,
  told: Told,
  reader: Reader,
  { zone, locale, rights }: Pick<Config, 'zone' | 'locale' | 'rights'>,
): StoryRecord | null {
  const briefing = compose({
    stories: [material],
    told,
    asOf: reader.now,
    zone,
    locale,
    isSample: reader.isSample,
    maxStories: 1,
    quotedWords: rights.quotedWords,
  });
  const [story] = briefing.stories;
  if (story === undefined) return null;
  const reports = material.articles
    .toSorted((a, b) => a.article.publishedAt - b.article.publishedAt || (a.article.id < b.article.id ? -1 : 1))
    .map(({ article, extraction }) => {
      const { text, ...described } = article;
      const sentence = extraction.sentences[0];
      const opening = sentence ? text.slice(sentence.start, sentence.end) : '';
      return {
        article: described,
        opening: opening.length > OPENING_CHARACTERS ? `${opening.slice(0, OPENING_CHARACTERS).replace(/\s+\S*$/, '')} …` : opening,
        quotes: listedIn(article, extraction, material.id).filter(({ quote }) => quote.printed),
      };
    });
  return { story, reports, series: seriesOf(material) };
}

/** Quantities with more than one value over time: what stands, and what was overtaken by it. */
function seriesOf(material: StoryMaterial): readonly FigureSeries[] {
  const { figures, revisions } = figuresOfStory(material, []);
  return figures.flatMap((figure): FigureSeries[] => {
    const values = [...figure.values, ...revisions.filter(({ key }) => key === figure.key).flatMap(({ before, after }) => [before, after])];
    const points = new Map(values.map((value) => [`${value.source.articleId} ${value.amount}`, pointOf(value)]));
    const inTime = [...points.values()].sort((a, b) => a.at - b.at);
    const isChange = new Set(inTime.map(({ value }) => value)).size > 1 && new Set(inTime.map(({ at }) => at)).size > 1;
    return isChange ? [{ key: figure.key, counts: figure.counts, unit: figure.unit, points: inTime }] : [];
  });
}

const pointOf = ({ amount, value, saidBy, source }: FigureValue): FigurePoint => ({
  at: source.publishedAt,
  value: typeof value === 'number' ? value : (value[0] + value[1]) / 2,
  isRange: typeof value !== 'number',
  amount,
  source,
  ...(saidBy !== undefined && { saidBy }),
});
