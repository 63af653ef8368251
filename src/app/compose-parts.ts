/** A schedule's news → the parts of its delivery, each a document with what it tells; or the reason why there is nothing to post. */
import { asShown, present } from '#brief/present.ts';
import { toldBy } from '#brief/told.ts';
import { capital } from '#lib/capital.ts';
import type { Instant } from '#model/article.ts';
import type { Briefing } from '#model/briefing.ts';
import type { Block, MessageDocument } from '#model/document.ts';
import type { Problem } from '#model/failure.ts';
import type { DeliveryPart, Schedule } from '#model/schedule.ts';
import type { ToldRecord } from '#model/subscription.ts';
import { phrases as deliveryPhrases } from '#phrases/deliveries.ts';
import { phrases } from '#phrases/posts.ts';
import { type ChannelNews, NOTHING_NEW } from './channel-news.ts';

export type Composed = { readonly parts: readonly DeliveryPart[] } | { readonly skip: Problem };

/** @param key Of the delivery; each part's is made of it. @param dueAt Said where the post comes late. @param hasThreads The full form may stand in the post's thread. */
export async function composeParts(
  schedule: Schedule,
  news: ChannelNews,
  key: string,
  dueAt: Instant,
  now: Instant,
  hasThreads: boolean,
): Promise<Composed> {
  if (news.briefing.stories.length > 0) {
    const parts = partsOf(news.briefing, schedule, news, key, lateNote(schedule, dueAt, now));
    return { parts: hasThreads && schedule.detail === 'short' ? [...parts, ...belowOf(news.briefing, schedule, news, key)] : parts };
  }
  switch (schedule.empty) {
    case 'nothing':
      return { skip: { code: NOTHING_NEW, message: deliveryPhrases.nothingNew } };
    case 'one-line':
      return { parts: [{ key: `${key}#1`, document: oneLine(news, now), tells: [] }] };
    case 'best': {
      const quiet = await news.quietDay();
      if (quiet.stories.length === 0) return { parts: [{ key: `${key}#1`, document: oneLine(news, now), tells: [] }] };
      const note = phrases.quietDay(capital(nothingNew(news)));
      return { parts: partsOf({ ...quiet, note }, schedule, news, key, []) };
    }
    default:
      return schedule.empty satisfies never;
  }
}

/** A channel's first briefing comes after none. */
const nothingNew = ({ told }: ChannelNews): string => (told.size > 0 ? phrases.nothingNewSince : phrases.nothingNew);
const LATE_MS = 15 * 60_000;

const quiet = (...inlines: Extract<Block, { kind: 'paragraph' }>['inlines']): Block => ({ kind: 'paragraph', quiet: true, inlines });

function lateNote({ zone }: Schedule, dueAt: Instant, now: Instant): readonly Block[] {
  if (now - dueAt < LATE_MS) return [];
  return [quiet({ kind: 'text', text: phrases.late }, { kind: 'time', at: dueAt, zone, style: 'date-time' })];
}

function oneLine(news: ChannelNews, now: Instant): MessageDocument {
  const { title, zone } = news.briefing;
  const summary = `${title}: ${nothingNew(news)}.`;
  return {
    summary,
    blocks: [
      {
        kind: 'paragraph',
        inlines: [
          { kind: 'text', text: `${summary} ` },
          { kind: 'time', at: now, zone, style: 'date-time' },
        ],
      },
    ],
  };
}

/** The short form is one part; the full form one for each story, so that none is so long that a platform tears it. */
function partsOf(
  briefing: Briefing,
  schedule: Schedule,
  { told }: ChannelNews,
  key: string,
  foot: readonly Block[],
): readonly DeliveryPart[] {
  const { channel, detail } = schedule;
  const tells = (stories: Briefing['stories']): readonly ToldRecord[] =>
    toldBy({ ...briefing, stories }, told).map((telling) => ({ ...telling, channel }));
  const shown = { ...briefing, stories: withAllSpeakers(asShown(briefing, detail).stories, briefing.stories) };
  const document = withReport(withActions(present(briefing, detail), schedule), key);
  const pieces =
    detail === 'full'
      ? atDividers({ ...document, blocks: [...document.blocks, ...foot] })
      : [{ ...document, blocks: [...document.blocks, ...foot] }];
  // Each story with its own part; where the pieces are not the stories, all is told once the last piece stands there.
  const isByStory = pieces.length === shown.stories.length;
  return pieces.map((piece, index) => {
    const isLast = index === pieces.length - 1;
    const stories = isByStory ? shown.stories.slice(index, index + 1) : isLast ? shown.stories : [];
    return { key: `${key}#${index + 1}`, document: piece, tells: tells(stories) };
  });
}

/** The full form for the thread of a post that left something out: one part for each story. */
function belowOf(briefing: Briefing, { channel }: Schedule, { told }: ChannelNews, key: string): readonly DeliveryPart[] {
  const shown = asShown(briefing, 'short').stories;
  const isCut = briefing.stories.some((story, index) => {
    const short = shown[index];
    const sizes = ({ summary, quotes, figures }: typeof story): number => summary.length + quotes.length + figures.length;
    return short === undefined || sizes(short) < sizes(story);
  });
  if (!isCut) return [];
  const document = present(briefing, 'full');
  // The post above has the buttons.
  const pieces = atDividers({ ...document, blocks: document.blocks.filter(({ kind }) => kind !== 'actions') });
  const isByStory = pieces.length === briefing.stories.length;
  return pieces.map((piece, index) => {
    const isLast = index === pieces.length - 1;
    const stories = isByStory ? briefing.stories.slice(index, index + 1) : isLast ? briefing.stories : [];
    const tells = toldBy({ ...briefing, stories }, told).map((telling) => ({ ...telling, channel }));
    return { key: `${key}#${index + 2}`, under: `${key}#1`, document: piece, tells };
  });
}

/** Who had no room in the post is not heard for the first time when the story comes again: the quotes left out count for their speakers. */
function withAllSpeakers(shown: Briefing['stories'], composed: Briefing['stories']): Briefing['stories'] {
  return shown.map((story) => {
    const whole = composed.find(({ storyId }) => storyId === story.storyId) ?? story;
    return { ...story, moreQuotes: [...whole.quotes, ...whole.moreQuotes] };
  });
}

function atDividers(document: MessageDocument): readonly MessageDocument[] {
  const pieces: Block[][] = [[]];
  for (const block of document.blocks) {
    if (block.kind === 'divider') pieces.push([]);
    else pieces.at(-1)?.push(block);
  }
  return pieces.filter((blocks) => blocks.length > 0).map((blocks) => ({ ...document, blocks }));
}

/** The buttons under a briefing of several topics ask for each of them. */
function withActions(document: MessageDocument, { topics, detail }: Schedule): MessageDocument {
  if (topics.length < 2) return document;
  const actions = topics.slice(0, 5).map((topic) => ({ label: phrases.full(topic), ask: `brief ${topic} detail:full` }));
  const blocks = document.blocks.filter(({ kind }) => kind !== 'actions');
  return { ...document, blocks: detail === 'full' ? blocks : [...blocks, { kind: 'actions', actions }] };
}

/** Readers say what is wrong; a test or a preview is nothing to report. */
function withReport(document: MessageDocument, key: string): MessageDocument {
  if (/^(?:test|preview):/.test(key)) return document;
  const given = document.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
  const blocks = document.blocks.filter(({ kind }) => kind !== 'actions');
  return { ...document, blocks: [...blocks, { kind: 'actions', actions: [...given, { label: phrases.report, ask: `report ${key}` }] }] };
}

/** A post that says of itself that it does not count. */
export function markedAsTest(document: MessageDocument): MessageDocument {
  const mark: Block = {
    kind: 'paragraph',
    inlines: [
      { kind: 'strong', text: phrases.test },
      { kind: 'text', text: phrases.testNote },
    ],
  };
  return { ...document, summary: `${phrases.test}: ${document.summary}`, blocks: [mark, ...document.blocks] };
}
