/** A story's printed quotes → at most four key quotes, one a speaker, the telling ones first; and the rest, for "More quotes". */
import type { BriefQuote, StoryMaterial, Told } from '#model/briefing.ts';
import type { Quote } from '#model/extraction.ts';
import { fingerprint } from './fingerprint.ts';
import { weighQuote } from './quote-weight.ts';
import { inOrder, sourceOf } from './sources.ts';
import { isSameSpeaker, lastName, type PlacedSpeaker } from './speakers-of-quote.ts';

const MAX_KEY_QUOTES = 4;
/** Below it a quote may be listed, but is not what an editor would pull out. */
const KEY_WEIGHT = 0.3;
const ENOUGH = 2;

type Weighed = {
  readonly quote: BriefQuote;
  readonly speakers: readonly PlacedSpeaker[];
  readonly weight: number;
  readonly isTold: boolean;
};
/** Why a quote is no key quote: it is a second one of its speaker, holds what another says, is a part of a sentence, tells little, or came fifth. */
export type LeftReason = 'speaker' | 'repeats' | 'part' | 'weak' | 'room';
export type StoryQuotes = {
  readonly quotes: readonly BriefQuote[];
  readonly moreQuotes: readonly BriefQuote[];
  /** Why each of `moreQuotes` is one of them, in their order. */
  readonly left: readonly LeftReason[];
};

/** The same words by the same speaker have one key, whichever outlet has them. */
function quoteKey(text: string, quote: Pick<Quote, 'speakers'>): string {
  return fingerprint(text, ...quote.speakers.map((speaker) => (speaker.kind === 'person' ? lastName(speaker.name) : speaker.name)));
}

export function quotesOfStory(material: StoryMaterial, topic: readonly string[], told: Told): StoryQuotes {
  const byKey = new Map<string, Weighed>();
  for (const { article, extraction } of inOrder(material)) {
    for (const quote of extraction.quotes) {
      if (!quote.printed || quote.speakers.length === 0) continue;
      const text = article.text.slice(quote.span.start, quote.span.end);
      const key = quoteKey(text, quote);
      // The first outlet to print it is its source.
      if (text.trim() === '' || byKey.has(key)) continue;
      byKey.set(key, {
        quote: {
          key,
          text,
          kind: quote.kind,
          speakers: quote.speakers.map((speaker) => speaker.name),
          ...(quote.role === undefined ? {} : { role: quote.role }),
          ...(quote.toldTo === undefined ? {} : { toldTo: quote.toldTo }),
          source: sourceOf(article),
        },
        speakers: quote.speakers.map((speaker) => ({ speaker, articleId: article.id })),
        weight: weighQuote(quote, text, { title: article.title, names: extraction.names, topic }),
        isTold: told.has(`quote:${key}`),
      });
    }
  }
  return choose([...byKey.values()].sort((a, b) => Number(a.isTold) - Number(b.isTold) || b.weight - a.weight));
}

function choose(ranked: readonly Weighed[]): StoryQuotes {
  const chosen: Weighed[] = [];
  const left: { readonly item: Weighed; readonly why: LeftReason }[] = [];
  for (const item of ranked) {
    const why = whyLeft(item, chosen);
    if (why === undefined) chosen.push(item);
    else left.push({ item, why });
  }
  return {
    quotes: chosen.map((item) => item.quote),
    moreQuotes: left.map(({ item }) => item.quote),
    left: left.map(({ why }) => why),
  };
}

function whyLeft(candidate: Weighed, chosen: readonly Weighed[]): LeftReason | undefined {
  if (chosen.some((other) => other.speakers.some((a) => candidate.speakers.some((b) => isSameSpeaker(a, b))))) return 'speaker';
  if (chosen.some((other) => overlaps(other.quote.text, candidate.quote.text))) return 'repeats';
  if (candidate.weight < KEY_WEIGHT || candidate.quote.speakers.every((name) => nobody.test(name) || member.test(name))) return 'weak';
  // Parts of sentences only where whole statements are few.
  if (candidate.quote.kind !== 'direct' && chosen.length >= ENOUGH) return 'part';
  return chosen.length === MAX_KEY_QUOTES ? 'room' : undefined;
}

/** "people", "statement", "group": said by anybody, or by a text or body of which nothing tells whose or which it is, it is not what an editor would pull out. */
const nobody =
  /^(?:(?:some|many|most|other|few) )?(?:people|some|many|most|others|someone|somebody|everyone|everybody|anyone|you|they|one|(?:news |press )?(?:statement|release|letter|e-?mail|memo|message|report|document|filing|lawsuit|complaint|post|tweet|website|site|page|group|company|firm|organi[sz]ation|agency|body|institution|outlet|newspaper)s?)$/i;

/** "Velm senator", where the article means one whom it named: which, is not certain. */
const member = /^(?:former )?(?:\p{Lu}[\p{L}.]* )+(?:senator|congress(?:man|woman)|representative|governor|lawmaker)$/u;

/** One holds the other: outlets cut the same statement differently. */
function overlaps(a: string, b: string): boolean {
  const [short, long] = [a, b]
    .map((text) =>
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .sort((x, y) => x.length - y.length);
  return short !== undefined && long !== undefined && ` ${long} `.includes(` ${short} `);
}
