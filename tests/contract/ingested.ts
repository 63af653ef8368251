/** Paragraphs with marks → an article as ingestion hands it over: «quote|Speaker», [figure] and sentences are located, not guessed. */
import { createHash } from 'node:crypto';
import type { Instant } from '#model/article.ts';
import type { Extraction, Figure, Quote, Sentence, Speaker } from '#model/extraction.ts';
import type { IngestedArticle } from '#storage/contract/articles.ts';

export const NOON: Instant = Date.UTC(2026, 5, 1, 12);
export const HOUR_MS = 3_600_000;

export type Draft = {
  readonly id: string;
  readonly feedId?: string;
  readonly outlet?: string;
  readonly title?: string;
  /** "«The harbour is open|Ada Lind»" is a quote of hers, "[1,400 people]" a figure; the marks do not stay in the text. */
  readonly marked?: string;
  readonly at?: Instant;
  readonly key?: string;
  readonly guid?: string | null;
  readonly storyId?: string;
  readonly clusterKeys?: readonly string[];
  readonly names?: readonly string[];
  readonly version?: number;
};

/** "Ada Lind=Ада": a name with another form of it. */
const speakerOf = (form: string): Speaker => {
  const [name = '', ...aliases] = form.split('=');
  if (aliases.length > 0) return { name, kind: 'person', aliases };
  if (/^\p{Ll}/u.test(name)) return { name, kind: 'description' };
  return { name, kind: name.includes(' ') ? 'person' : 'organisation' };
};

function sentencesOf(text: string): Sentence[] {
  let paragraph = -1;
  let offset = 0;
  return text.split('\n\n').flatMap((part) => {
    paragraph += 1;
    const from = offset;
    offset += part.length + 2;
    return [...part.matchAll(/\S.*?(?:\.(?=\s|$)|$)/gs)].map(({ index, 0: words }) => ({
      start: from + index,
      end: from + index + words.length,
      paragraph,
    }));
  });
}

function readMarks(marked: string): { text: string; quotes: Quote[]; figures: Figure[] } {
  let text = '';
  const quotes: Quote[] = [];
  const figures: Figure[] = [];
  for (const part of marked.split(/(«[^»]*»|\[[^\]]*\])/)) {
    const start = text.length;
    if (part.startsWith('«')) {
      const [words = '', ...names] = part.slice(1, -1).split('|');
      text += words;
      const span = { start, end: text.length };
      quotes.push({
        span,
        kind: 'direct',
        speakers: names.map(speakerOf),
        confidence: names.length > 0 ? 0.97 : 0.5,
        printed: names.length > 0,
      });
    } else if (part.startsWith('[')) {
      const words = part.slice(1, -1);
      text += words;
      const value = Number(words.replaceAll(',', '').match(/\d+/)?.[0] ?? 0);
      const unit = words.split(' ').at(-1) ?? null;
      const span = { start, end: text.length };
      figures.push({ span, value, unit, modifier: '=', concept: words, salience: 0.5, printed: value > 1 });
    } else text += part;
  }
  return { text, quotes, figures };
}

export function ingested(draft: Draft): IngestedArticle {
  const { id, marked = 'Nothing happened at the harbour.', at = NOON, feedId = 'harbour', version = 1 } = draft;
  const { text, quotes, figures } = readMarks(marked);
  const extraction: Extraction = { articleId: id, version, sentences: sentencesOf(text), quotes, figures, names: draft.names ?? [] };
  const key = draft.key ?? `https://${feedId}.example/${id}`;
  return {
    article: {
      id,
      feedId,
      outlet: draft.outlet ?? 'The Harbour Post',
      url: key,
      title: draft.title ?? `Title of ${id}`,
      text,
      publishedAt: at,
      fetchedAt: at + 60_000,
    },
    extraction,
    key,
    guid: draft.guid === undefined ? `guid-${id}` : draft.guid,
    storyId: draft.storyId ?? `story-${id}`,
    clusterKeys: draft.clusterKeys ?? [],
  };
}

/** Any number of articles, each with a quote and a figure, an hour apart, the first one the oldest. */
export function manyIngested(count: number, draft: (index: number) => Partial<Draft> = () => ({})): IngestedArticle[] {
  return Array.from({ length: count }, (_, index) => {
    const mark = createHash('sha256').update(String(index)).digest('hex').slice(0, 6);
    return ingested({
      id: `a${index}`,
      title: `Report ${index}`,
      marked: `Ships came. "«The pier ${mark} stays open.|Ada Lind»" she said.\n\nIt held [${index + 2} ships].`,
      at: NOON + index * HOUR_MS,
      ...draft(index),
    });
  });
}
