/** A Briefing → its short form for the phone: the lead, two quotes and three figures in all; further stories with one sentence. */
import type { Briefing, StoryBriefing } from '#model/briefing.ts';

/** About what a phone shows without scrolling twice. */
const SHORT_CHARS = 1_200;
type Share = { readonly sentences: number; readonly quotes: number; readonly figures: number };

const alone: Share = { sentences: 2, quotes: 2, figures: 3 };
/** By rank, where there are several stories. */
const shares: readonly Share[] = [
  { sentences: 1, quotes: 1, figures: 2 },
  { sentences: 1, quotes: 1, figures: 1 },
];
const rest: Share = { sentences: 1, quotes: 0, figures: 0 };

export function abridge(briefing: Briefing): Briefing {
  const several = briefing.stories.length > 1;
  const stories: StoryBriefing[] = [];
  // The date, the small print and the buttons besides.
  let chars = briefing.title.length + 110;
  for (const [index, story] of briefing.stories.entries()) {
    // Room for the headlines of those that follow.
    const lines = briefing.stories.slice(index + 1, index + 6).reduce((sum, { headline }) => sum + headline.length + 15, 0);
    const fitting = (share: Share) => abridgeStory(story, share, SHORT_CHARS - chars - lines, index === 0);
    const isTooLong = (short: StoryBriefing) => index > 0 && chars + lengthOf(short) + lines > SHORT_CHARS;
    const wanted = fitting(several ? (shares[index] ?? rest) : alone);
    const short = isTooLong(wanted) ? fitting(rest) : wanted;
    if (isTooLong(short)) break;
    stories.push(short);
    chars += lengthOf(short);
  }
  return { ...briefing, stories };
}

function abridgeStory(story: StoryBriefing, share: Share, room: number, isFirst: boolean): StoryBriefing {
  const moved = new Set(story.changes.flatMap((change) => (change.kind === 'figure' ? [change.key] : [])));
  let short: StoryBriefing = {
    ...story,
    summary: story.summary.slice(0, share.sentences),
    quotes: shortest(story.quotes, share.quotes),
    moreQuotes: [],
    // A count that moved is told as a change; once is enough.
    figures: story.figures.filter((figure) => !moved.has(figure.key)).slice(0, share.figures),
    changes: story.changes.filter((change) => change.kind === 'figure').slice(0, 2),
  };
  // What is too much goes in this order; the first story keeps its lead and a quote whatever happens.
  if (lengthOf(short) > room && short.summary.length > 1) short = { ...short, summary: short.summary.slice(0, 1) };
  if (lengthOf(short) > room && isFirst && short.quotes.length > 1) short = { ...short, quotes: short.quotes.slice(0, 1) };
  if (lengthOf(short) > room && isFirst && short.figures.length > 1) short = { ...short, figures: short.figures.slice(0, 1) };
  return short;
}

/** The first of the order that fit a phone; a long one only where there is no other. */
function shortest(quotes: StoryBriefing['quotes'], count: number): StoryBriefing['quotes'] {
  const fitting = quotes.filter((quote) => quote.text.length <= 260);
  return (fitting.length >= count ? fitting : [...fitting, ...quotes.filter((quote) => quote.text.length > 260)]).slice(0, count);
}

function lengthOf(story: StoryBriefing): number {
  const quote = story.quotes.reduce(
    (sum, { text, speakers, role = '', source }) => sum + text.length + speakers.join().length + role.length + source.outlet.length + 8,
    0,
  );
  const figures = story.figures.reduce(
    (sum, { counts, values }) =>
      sum +
      counts.length +
      values.reduce((part, value) => part + value.amount.length + (value.saidBy ?? '').length + value.source.outlet.length + 10, 0),
    0,
  );
  const summary = story.summary.reduce((sum, { text, source }) => sum + text.length + source.outlet.length + 3, 0);
  return story.headline.length + summary + quote + figures + 90 * story.changes.length + 12;
}
