/** A quote, figure or sentence of an article, and what its story made of it → the answer to "why this": who says so and where, and why it is in or out. */
import type { Article } from '#model/article.ts';
import type { Block, Inline, MessageDocument } from '#model/document.ts';
import type { Extraction, Figure, Quote, Sentence } from '#model/extraction.ts';
import { phrases } from '#phrases/briefing.ts';
import { phrases as words } from '#phrases/why.ts';
import { asAmount, goesOn } from './amount.ts';
import type { ComposedStory } from './compose.ts';
import { whyTaken, whyTelling } from './present-why.ts';

export type Fact =
  | { readonly kind: 'quote'; readonly quote: Quote }
  | { readonly kind: 'figure'; readonly figure: Figure }
  | { readonly kind: 'sentence'; readonly sentence: Sentence };

/** How a quote got its speaker, as the rules tell it. */
export type Attribution = {
  readonly cue: string;
  readonly mention: string;
  /** From the mention back to the full name. */
  readonly chain: readonly string[];
  readonly doubts: readonly string[];
  readonly printedFrom: number;
};

export type WhyFact = {
  readonly fact: Fact;
  /** Of a quote; absent where the article's body has expired. */
  readonly attribution?: Attribution;
  readonly article: Article;
  readonly extraction: Extraction;
  readonly composed: ComposedStory;
  readonly topic: readonly string[];
  readonly zone: string;
  readonly isSample: boolean;
};

const text = (content: string): Inline => ({ kind: 'text', text: content });
const paragraph = (...inlines: readonly Inline[]): Block => ({ kind: 'paragraph', inlines });

export function presentWhyFact(why: WhyFact): MessageDocument {
  const { article, fact } = why;
  const span = fact.kind === 'quote' ? fact.quote.span : fact.kind === 'figure' ? fact.figure.span : fact.sentence;
  const quoted = article.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  const title = words.why(quoted);
  return {
    summary: `${why.isSample ? `${phrases.sample}: ` : ''}${title}`,
    blocks: [
      { kind: 'heading', level: 2, inlines: [text(`${why.isSample ? `${phrases.sample} · ` : ''}${title}`)] },
      ...(fact.kind === 'quote'
        ? quoteBlocks(fact.quote, why)
        : fact.kind === 'figure'
          ? figureBlocks(fact.figure, why)
          : sentenceBlocks(fact.sentence, why)),
      paragraph(text(words.ofStory), text(why.composed.story.headline)),
      {
        kind: 'links',
        links: [{ text: article.title, url: article.url, note: article.outlet, at: article.publishedAt, zone: why.zone }],
      },
      { kind: 'actions', actions: [{ label: words.whyStory, ask: `why "${why.composed.story.headline.replace(/["“”]/g, '')}"` }] },
    ],
  };
}

function quoteBlocks(quote: Quote, { article, extraction, composed, topic, attribution }: WhyFact): Block[] {
  const { mention, cue, speakers, role, confidence, printed, span } = quote;
  const cut = (part: { readonly start: number; readonly end: number }): string =>
    article.text.slice(part.start, part.end).replace(/\s+/g, ' ');
  const clause = sentenceAt(mention?.start ?? cue?.start ?? span.start, article, extraction);
  const name = speakers.map((speaker) => speaker.name).join(' and ');
  const items: Inline[][] = [
    ...(cue === undefined ? [] : [[text(words.cue(cut(cue), attribution?.cue))]]),
    ...(mention === undefined
      ? [[text(attribution === undefined ? words.noCue : upperFirst(attribution.cue))]]
      : [[text(words.mention(cut(mention), name, role, attribution?.mention))]]),
    ...(attribution !== undefined && attribution.chain.length > 1 ? [[text(words.chain(attribution.chain))]] : []),
    ...(attribution !== undefined && attribution.doubts.length > 0 ? [[text(words.doubts(attribution.doubts))]] : []),
  ];
  return [
    paragraph(text(words.reads), text(inMarks(clause))),
    ...(speakers.length > 0 ? [{ kind: 'list', items } as const] : []),
    paragraph(
      text(printed ? words.sure(confidence) : speakers.length === 0 ? words.nobody : words.unsure(confidence, attribution?.printedFrom)),
    ),
    ...(printed ? [paragraph(text(placeOfQuote(cutVerbatim(article, span), composed, topic)))] : []),
  ];
}

const upperFirst = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** A sentence that has marks of its own needs none of ours. */
const inMarks = (sentence: string): string => (/["“”]/.test(sentence) ? sentence : `“${sentence}”`);

const cutVerbatim = (article: Article, span: { readonly start: number; readonly end: number }): string =>
  article.text.slice(span.start, span.end);

function placeOfQuote(quoted: string, composed: ComposedStory, topic: readonly string[]): string {
  const { story, left } = composed;
  const key = story.quotes.find((quote) => quote.text === quoted)?.key;
  if (key !== undefined) return words.keyQuote(whyTelling(key, composed, topic));
  const other = story.moreQuotes.find((quote) => quote.text === quoted)?.key;
  return words.leftOut(words.left[(other === undefined ? undefined : left.get(other)) ?? 'repeats']);
}

function figureBlocks(figure: Figure, { article, extraction, composed }: WhyFact): Block[] {
  const amount = asAmount(article.text.slice(figure.span.start, figure.span.end), figure.modifier);
  const counts = figure.concept === null ? '' : goesOn(figure.concept, figure.unit, figure.modifier);
  const isKey = composed.story.figures.some(({ values }) =>
    values.some((value) => value.amount === amount && value.source.articleId === article.id),
  );
  return [
    paragraph(text(words.reads), text(inMarks(sentenceAt(figure.span.start, article, extraction)))),
    {
      kind: 'list',
      items: [
        [text(counts === '' ? amount : `${amount} ${counts}`)],
        [text(figure.saidBy === undefined ? words.noSayer : words.saidBy(figure.saidBy))],
      ],
    },
    paragraph(text(isKey ? words.keyFigure : figure.printed ? words.figureRoom : words.figureHidden)),
  ];
}

function sentenceBlocks(sentence: Sentence, { article, composed, topic }: WhyFact): Block[] {
  const isIt = (other: { readonly span: { readonly start: number }; readonly source: { readonly articleId: string } }): boolean =>
    other.span.start === sentence.start && other.source.articleId === article.id;
  const taken = composed.story.summary.find(isIt);
  if (taken !== undefined) return [paragraph(text(words.chosenSentence(whyTaken(taken, composed, topic))))];
  const passed = composed.passed.find(isIt);
  return [paragraph(text(passed === undefined ? words.lighter : words.passedSentence(passed.whyNot, passed.as)))];
}

/** The whole sentence that holds the place; where none does (a heading), its paragraph. */
function sentenceAt(at: number, article: Article, { sentences }: Extraction): string {
  const held = sentences.find(({ start, end }) => start <= at && at < end);
  const from = held?.start ?? article.text.lastIndexOf('\n', at) + 1;
  const end = held?.end ?? article.text.indexOf('\n', at);
  return article.text.slice(from, end < 0 ? undefined : end).replace(/\s+/g, ' ');
}
