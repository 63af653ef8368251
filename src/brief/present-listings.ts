/** Quotes or figures found → the answer of `/quotes` and `/figures`: grouped by story, newest first, each with outlet, date and link. */
import type { Article, Instant } from '#model/article.ts';
import type { ListedFigure, ListedQuote } from '#model/briefing.ts';
import type { Action, Block, Inline, MessageDocument } from '#model/document.ts';
import { phrases as briefingPhrases } from '#phrases/briefing.ts';
import { phrases } from '#phrases/listings.ts';
import { atWords } from './at-words.ts';
import { tidyHeadline } from './headline.ts';
import { figureLines } from './listed-figures.ts';

export type ListingWish = {
  /** What was asked, in words: "Vladimir Putin", "putin about ukraine"; empty for all. */
  readonly asked: string;
  /** The command that was asked, without skip: "quotes putin about ukraine". */
  readonly ask: string;
  /** All that match; more than are given where this is one page of several. */
  readonly total: number;
  /** How many came on the pages before. */
  readonly skip: number;
  readonly zone: string;
  readonly isSample: boolean;
  readonly asOf: Instant;
  /** Nothing older was asked for. */
  readonly since?: Instant | undefined;
  /** Speakers of the same name who are not meant. */
  readonly others?: readonly string[];
  /** Said first: what is listed is not quite what was asked for. */
  readonly note?: string;
};

export function presentQuotes(quotes: readonly ListedQuote[], wish: ListingWish): MessageDocument {
  return listing(phrases.quotesOf(wish.asked), quotes, wish, (group) =>
    group.map(
      ({ quote, text, article }): Block => ({
        kind: 'quote',
        text,
        speakers: quote.speakers.map((speaker) => speaker.name),
        ...(quote.role === undefined ? {} : { role: quote.role }),
        ...(quote.toldTo === undefined ? {} : { toldTo: quote.toldTo }),
        ...(quote.printed ? {} : { isUnsure: true }),
        source: origin(article, wish.zone),
      }),
    ),
  );
}

export function presentFigures(figures: readonly ListedFigure[], wish: ListingWish): MessageDocument {
  return listing(phrases.figuresOf(wish.asked), figures, wish, (group) => [
    { kind: 'figures', lines: figureLines(group, ({ article, sentence }) => origin(article, wish.zone, sentence)) },
  ]);
}

type Listed = { readonly article: Omit<Article, 'text'>; readonly storyId: string };

function listing<T extends Listed>(
  title: string,
  items: readonly T[],
  wish: ListingWish,
  body: (group: readonly T[]) => readonly Block[],
): MessageDocument {
  const shown = wish.skip + items.length;
  const mark = wish.isSample ? `${briefingPhrases.sample} · ` : '';
  const others = wish.others ?? [];
  const actions: Action[] = [
    ...(shown < wish.total ? [{ label: phrases.next(Math.min(items.length, wish.total - shown)), ask: `${wish.ask} skip:${shown}` }] : []),
    ...others.map((name) => ({ label: name, ask: `quotes ${name}` })),
  ];
  return {
    summary: `${wish.isSample ? `${briefingPhrases.sample}: ` : ''}${title}: ${phrases.found(wish.total)}`,
    blocks: [
      { kind: 'heading', level: 1, inlines: [{ kind: 'text', text: `${mark}${title}` }, ...sinceWhen(wish)] },
      ...(wish.note === undefined ? [] : [{ kind: 'paragraph', quiet: true, inlines: [{ kind: 'text', text: wish.note }] } as const]),
      ...byStory(items).flatMap((group): Block[] => [{ kind: 'heading', level: 2, inlines: storyTitle(group) }, ...body(group)]),
      {
        kind: 'paragraph',
        quiet: true,
        inlines: [
          {
            kind: 'text',
            text: `${others.length > 0 ? `${phrases.ofSameName(others)} ` : ''}${phrases.page(wish.skip, shown, wish.total)}${wish.isSample ? phrases.sampleAsOf : phrases.asOf}`,
          },
          { kind: 'time', at: wish.asOf, zone: wish.zone, style: 'date-time' },
        ],
      },
      ...(actions.length > 0 ? [{ kind: 'actions', actions } as const] : []),
    ],
  };
}

const sinceWhen = ({ since, zone }: ListingWish): Inline[] =>
  since === undefined
    ? []
    : [
        { kind: 'text', text: phrases.since },
        { kind: 'time', at: since, zone, style: 'date' },
      ];

/** Stories by their newest item; inside a story the newest article first, and an article's own order kept. */
function byStory<T extends Listed>(items: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(item.storyId, [...(groups.get(item.storyId) ?? []), item]);
  const newest = (group: readonly T[]): Instant => Math.max(...group.map((item) => item.article.publishedAt));
  return [...groups.values()]
    .map((group) => [...group].sort((a, b) => b.article.publishedAt - a.article.publishedAt))
    .sort((a, b) => newest(b) - newest(a));
}

function storyTitle(group: readonly Listed[]): Inline[] {
  const [first] = group;
  return first === undefined ? [] : [{ kind: 'text', text: tidyHeadline(first.article.title, first.article.outlet) }];
}

const origin = (article: Omit<Article, 'text'>, zone: string, sentence?: string): Inline[] => [
  { kind: 'cite', outlet: article.outlet, url: sentence === undefined ? article.url : atWords(article.url, sentence) },
  { kind: 'text', text: ', ' },
  { kind: 'time', at: article.publishedAt, zone, style: 'date' },
];
