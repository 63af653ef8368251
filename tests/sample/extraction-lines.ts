/** A sample article and its gold → what was expected and what `extract` found, as lines that can be set against each other. */

import { extract } from '#extract/extract.ts';
import type { Span } from '#model/article.ts';
import type { Extraction, Figure } from '#model/extraction.ts';
import type { Gold, GoldFigure, SampleArticle } from './sample.ts';

export type Lines = { readonly expected: readonly string[]; readonly actual: readonly string[] };
type Pair = { readonly article: SampleArticle; readonly gold: Gold };

const extractFrom = ({ article, gold }: Pair, text: string) => extract({ id: gold.slug, title: article.title, text });
const plainName = (name: string) => name.replace(/^(?:an?|the) /i, '').toLowerCase();

/** A quotation over several paragraphs may be one quote or several: here it is one row a paragraph. */
function stretchesOf(extraction: Extraction, text: string) {
  return extraction.quotes
    .filter(({ speakers, printed }) => printed || speakers.length > 0)
    .flatMap((quote) => {
      const stretches = text.slice(quote.span.start, quote.span.end).split(/\n+/);
      return stretches.map((stretch) => ({
        ...quote,
        text: stretch.replace(/^["“]/, ''),
        speakers: quote.speakers.map(({ name }) => name),
      }));
    });
}

/** Where the gold allows "A|B": what was found if it is one of them, with or without a title before it; else the first. */
function allowed(gold: string | null, found: string | null | undefined): string {
  const choices = (gold ?? 'none').split('|').map(plainName);
  const name = plainName(found ?? 'none');
  return choices.some((choice) => ` ${name}`.endsWith(` ${choice}`)) ? name : (choices[0] ?? 'none');
}

/** Words, speakers, addressee; of key quotes the kind too. */
export function quoteLines({ article, gold }: Pair): Lines {
  const found = stretchesOf(extractFrom({ article, gold }, article.ingested), article.ingested);
  const line = (text: string, speakers: readonly string[], toldTo: string, kind: string) =>
    `“${text}” by ${speakers.map(plainName).join(' + ')} to ${toldTo}${kind}`;
  const isKey = (text: string) => gold.quotes.some((quote) => quote.key && quote.text === text);
  return {
    expected: gold.quotes.map((quote) => {
      const toldTo = found.find(({ text }) => text === quote.text)?.toldTo;
      return line(quote.text, quote.speakers, allowed(quote.told_to, toldTo), quote.key ? `, ${quote.kind}` : '');
    }),
    actual: found.map((quote) =>
      line(quote.text, quote.speakers, plainName(quote.toldTo ?? 'none'), isKey(quote.text) ? `, ${quote.kind}` : ''),
    ),
  };
}

/** Key quotes of named speakers: all, and those that may be printed. */
export function printedLines({ article, gold }: Pair): Lines {
  const printed = stretchesOf(extractFrom({ article, gold }, article.ingested), article.ingested).filter((quote) => quote.printed);
  const named = gold.quotes.filter(({ key, speakers }) => key && speakers.every((name) => /^\p{Lu}/u.test(name))).map(({ text }) => text);
  return { expected: named, actual: named.filter((text) => printed.some((quote) => quote.text === text)) };
}

export function roleLines({ article, gold }: Pair): Lines {
  const found = extractFrom({ article, gold }, article.ingested).quotes.flatMap(({ speakers: [speaker], role }) =>
    speaker?.kind === 'person' && role !== undefined ? [`${speaker.name}: ${plainName(role)}`] : [],
  );
  return {
    expected: Object.entries(gold.roles).map(([name, role]) => `${name}: ${plainName(role)}`),
    actual: [...new Set(found)],
  };
}

function isAt(text: string, { near }: GoldFigure, { span }: Figure): boolean {
  const start = text.indexOf(near);
  return span.start < start + near.length && start < span.end;
}

/** Printed figures, without those that may be printed or not. */
function printedFigures({ article, gold }: Pair) {
  const text = article.ingested;
  const found = extractFrom({ article, gold }, text).figures.filter(({ printed }) => printed);
  const eitherWay = gold.figures_either_way ?? [];
  return { text, printed: found.filter((figure) => !eitherWay.some((goldFigure) => isAt(text, goldFigure, figure))) };
}

/** Value, modifier, unit and who says so. */
export function figureLines({ article, gold }: Pair): Lines {
  const { text, printed } = printedFigures({ article, gold });
  const line = (near: string, value: GoldFigure['value'] | Figure['value'], modifier: string, unit: string, saidBy: string) =>
    `${near}: ${modifier} ${[value].flat().join('..')} ${unit}, said by ${saidBy}`;
  return {
    expected: gold.figures.map(({ near, value, modifier, unit, attribution, ...rest }) => {
      const figure = printed.find((candidate) => isAt(text, { near, value, modifier, unit, attribution, ...rest }, candidate));
      return line(near, value, modifier, allowed(unit, figure?.unit), allowed(attribution, figure?.saidBy));
    }),
    actual: printed.map((figure) => {
      const near =
        gold.figures.find((goldFigure) => isAt(text, goldFigure, figure))?.near ?? text.slice(figure.span.start, figure.span.end);
      return line(near, figure.value, figure.modifier, plainName(figure.unit ?? 'none'), plainName(figure.saidBy ?? 'none'));
    }),
  };
}

const SMALL_WORDS = new Set(['the', 'and', 'are', 'that', 'for']);
const stemsOf = (words: string) =>
  (words.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !SMALL_WORDS.has(word)).map((word) => word.slice(0, 4));

/** What printed figures count: the gold's words are ours, so one stem in common is enough. */
export function conceptLines({ article, gold }: Pair): Lines {
  const { text, printed } = printedFigures({ article, gold });
  const rows = printed.flatMap((figure) => {
    const goldFigure = gold.figures.find((candidate) => isAt(text, candidate, figure));
    if (goldFigure === undefined) return [];
    const counted = `${figure.concept ?? ''} ${figure.unit ?? ''}`.trim();
    const stems = stemsOf(counted);
    const isShared = stemsOf(goldFigure.about).some((stem) => stems.some((other) => stem.startsWith(other) || other.startsWith(stem)));
    return [{ near: goldFigure.near, about: goldFigure.about, counted, isShared }];
  });
  return {
    expected: rows.map(({ near, about }) => `${near}: ${about}`),
    actual: rows.map(({ near, about, counted, isShared }) => `${near}: ${isShared ? about : counted}`),
  };
}

/** The article with its captions and links: nothing is found in them, and the quotes are those of the body alone. */
export function furnitureLines({ article, gold }: Pair): Lines {
  const whole = extractFrom({ article, gold }, article.text);
  const spans = [...whole.sentences, ...whole.quotes.map(({ span }) => span), ...whole.figures.map(({ span }) => span)];
  const inFurniture = gold.not_body.filter((paragraph) => {
    for (let start = article.text.indexOf(paragraph); start >= 0; start = article.text.indexOf(paragraph, start + 1)) {
      if (spans.some((span: Span) => span.start < start + paragraph.length && start < span.end)) return true;
    }
    return false;
  });
  const names = (extraction: Extraction, text: string) =>
    stretchesOf(extraction, text).map((quote) => `“${quote.text}” by ${quote.speakers.join(' + ')}`);
  return {
    expected: names(extractFrom({ article, gold }, article.ingested), article.ingested),
    actual: [...names(whole, article.text), ...inFurniture.map((paragraph) => `taken for the body: ${paragraph}`)],
  };
}
