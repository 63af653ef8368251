/** A quote → 0..1: how telling it is. Whole statements that take a stand or bring news, by somebody who matters, that read without their context. */
import type { Quote, QuoteKind } from '#model/extraction.ts';
import { topicFit } from './topic.ts';
import { contentWords, fold, wordsOf } from './words.ts';

export type QuoteContext = { readonly title: string; readonly names: readonly string[]; readonly topic: readonly string[] };

const kindWeight: Readonly<Record<QuoteKind, number>> = { direct: 0.4, mixed: 0.2, fragment: 0 };

/** Words of stance: what ought to be, what is promised, feared, praised or refused. */
const stance =
  /\b(?:must|should|shall|will|won't|would|cannot|can't|need|needs|never|always|every|no one|nobody|nothing|only|refuse|reject|demand|urge|promise|vow|fear|fail|failed|failure|wrong|right|unacceptable|dangerous|threat|crisis|disaster|historic|unprecedented\w*|important|mistake|believe|hope|proud|sorry|regret|support|oppose|against|win|lose|lost|victory|war|peace|deal|best|worst|responsib\w+|depend\w*)\b/;
/** Openings that point back at something the reader of a briefing does not see. */
const pointsBack = /^(?:it|that|this|these|those|he|she|they|him|her|them|so|and|but|or|because|which|such|then|there)\b/;
/** "Without their vote," whose statement goes on behind who said it: no part of it stands before another comma. */
const onlyOpens =
  /^(?:with|without|despite|because of|instead of|in|on|at|after|before|during|if|when|while|although|though|unless|since|as)\b[^,;:.!?–—]*,?$/;
/** Openings of courtesy or hesitation. */
const chatter = /^(?:well|thank you|thanks|yeah|yes|no|look|listen|oh|okay|ok|hello|hi|hey|you know|i mean|i think)\b/;

/** What speaks for a quote, and against it. */
export type QuoteMerits = Readonly<Record<'kind' | 'length' | 'speaker' | 'stance' | 'news' | 'topic' | 'opening' | 'question', number>>;

export function weighQuote(quote: Quote, text: string, context: QuoteContext): number {
  const weight = Object.values(meritsOf(quote, text, context)).reduce((sum, part) => sum + part, 0);
  return Math.max(0, Math.min(1, weight));
}

export function meritsOf(quote: Quote, text: string, context: QuoteContext): QuoteMerits {
  const folded = fold(text).trim();
  const words = wordsOf(text);
  const rich = new Set(contentWords(text)).size / Math.max(words.length, 1);
  return {
    kind: kindWeight[quote.kind],
    length: lengthWeight(words.length),
    speaker: prominence(quote, context),
    stance: stance.test(folded) ? 0.1 : 0,
    // It names or counts something.
    news: 0.1 * Math.min(1, rich / 0.45),
    topic: 0.08 * topicFit(context.topic, text),
    opening: (pointsBack.test(folded) ? -0.08 : 0) + (chatter.test(folded) ? -0.1 : 0) + (onlyOpens.test(folded) ? -0.3 : 0),
    question: /\?\W*$/.test(folded) ? -0.08 : 0,
  };
}

/** Eight to thirty-five words read best; under five say little, above sixty nobody reads in a channel. */
function lengthWeight(words: number): number {
  if (words < 5) return -0.15;
  if (words < 8) return 0.05;
  if (words <= 35) return 0.15;
  if (words <= 60) return 0.05;
  return words <= 80 ? -0.4 : -1;
}

/** A name of the headline, a name that the article repeats, a role; a description of nobody counts less. */
function prominence(quote: Quote, context: QuoteContext): number {
  const [speaker] = quote.speakers;
  if (speaker === undefined) return 0;
  if (speaker.kind === 'description') return -0.05;
  const fit = topicFit(wordsOf(speaker.name).slice(-1), context.title);
  const rank = context.names.findIndex((name) => fold(name).includes(fold(speaker.name)) || fold(speaker.name).includes(fold(name)));
  const frequent = rank < 0 ? 0 : Math.max(0, 1 - rank / 10);
  return 0.07 * fit + 0.06 * frequent + (quote.role === undefined ? 0 : 0.05) + (speaker.kind === 'person' ? 0.04 : 0);
}
