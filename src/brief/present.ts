/** A Briefing → a MessageDocument: title with topic and date, then each story's lead, quotes, figures, changes and sources, then one line of numbers. */
import type { BriefFigure, Briefing, BriefQuote, Change, Source, SourcedSentence, StoryBriefing } from '#model/briefing.ts';
import type { Action, Block, FigureLine, Inline, MessageDocument, QuoteBlock } from '#model/document.ts';
import type { Detail } from '#model/request.ts';
import { phrases } from '#phrases/briefing.ts';
import { abridge } from './abridge.ts';
import { withDates } from './dated.ts';

/** What a post of this detail shows; the told ledger records exactly that. */
export const asShown = (briefing: Briefing, detail: Detail): Briefing => (detail === 'short' ? abridge(briefing) : briefing);

export function present(briefing: Briefing, detail: Detail): MessageDocument {
  const shown = asShown(briefing, detail);
  const isFull = detail === 'full';
  const left = briefing.stories.slice(shown.stories.length);
  const actions = actionsOf(briefing, shown, detail);
  return {
    summary: summaryLine(shown),
    blocks: [
      ...opening(shown),
      ...shown.stories.flatMap((story, index): Block[] => [
        ...(isFull && index > 0 ? [{ kind: 'divider' } as const] : []),
        ...(isFull ? storyInFull(story, shown) : storyInShort(story, shown)),
      ]),
      ...inOneLine(left),
      ...(shown.stories.some(isRetold) ? [quiet([{ kind: 'text', text: phrases.retold }])] : []),
      quiet([
        { kind: 'text', text: phrases.read(briefing.articlesRead, briefing.outlets) },
        { kind: 'time', at: briefing.asOf, zone: briefing.zone, style: 'date-time' },
      ]),
      ...(actions.length > 0 ? [{ kind: 'actions', actions } as const] : []),
    ],
  };
}

const quiet = (inlines: readonly Inline[]): Block => ({ kind: 'paragraph', inlines, quiet: true });
const paragraph = (inlines: readonly Inline[]): Block => ({ kind: 'paragraph', inlines });
const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, inlines: [{ kind: 'text', text }] });
const cite = (source: Source): Inline => ({ kind: 'cite', outlet: source.outlet, url: source.url });

/** For notifications: the mark, the topic, and the lead sentence whole, or the headline where that sentence is long. */
function summaryLine(briefing: Briefing): string {
  const [story] = briefing.stories;
  const sentence = story?.summary[0] === undefined ? '' : wordingOf(story.summary[0]);
  const lead = story === undefined ? (briefing.note ?? '') : sentence !== '' && sentence.length <= 200 ? sentence : story.headline;
  return [briefing.isSample ? phrases.sample : '', briefing.title, lead].filter((part) => part !== '').join(': ');
}

function opening(briefing: Briefing): Block[] {
  const date: Inline = { kind: 'time', at: briefing.asOf, zone: briefing.zone, style: 'date' };
  const mark = briefing.isSample ? `${phrases.sample} · ` : '';
  return [
    { kind: 'heading', level: 1, inlines: [{ kind: 'text', text: `${mark}${briefing.title} · ` }, date] },
    ...(briefing.isSample
      ? [quiet([{ kind: 'strong', text: phrases.sample }, { kind: 'text', text: `: ${phrases.sampleNote}` }, date])]
      : []),
    ...(briefing.note === undefined ? [] : [{ kind: 'paragraph', inlines: [{ kind: 'text', text: briefing.note }] } as const]),
  ];
}

function storyHead(story: StoryBriefing, locale: string): Block[] {
  const outlets = new Set(story.sources.map((source) => source.outlet)).size;
  const languages = new Set(story.sources.map(({ language }) => language));
  const [language] = languages;
  const parts = [
    ...(story.section === undefined ? [] : [story.section]),
    phrases.status[story.status],
    ...(outlets > 1 ? [phrases.outlets(outlets)] : []),
    ...(languages.size === 1 && language !== undefined ? [phrases.inLanguage(languageName(language, locale))] : []),
  ];
  return [heading(2, story.headline), quiet([{ kind: 'text', text: parts.join(' · ') }])];
}

/** "German"; a tag that nobody knows stays as it is. */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What moved comes before the figures that stand: it is the news. A headline alone has its source below it. */
function storyInShort(story: StoryBriefing, briefing: Briefing): Block[] {
  const [source] = story.sources;
  const isBare = story.summary.length + story.quotes.length + story.changes.length + story.figures.length === 0;
  return [
    ...storyHead(story, briefing.locale),
    ...(source !== undefined && isBare ? [paragraph([{ kind: 'text', text: phrases.readAt }, cite(source)])] : []),
    ...summaryParagraph(story.summary, briefing),
    ...story.quotes.map(quoteBlock),
    ...(story.changes.length > 0 ? [changeList(story.changes)] : []),
    ...(story.figures.length > 0 ? [figuresBlock(story.figures, briefing.zone)] : []),
  ];
}

function storyInFull(story: StoryBriefing, briefing: Briefing): Block[] {
  return [
    ...storyHead(story, briefing.locale),
    ...(story.summary.length > 0 ? [heading(3, phrases.whatHappened), ...summaryParagraph(story.summary, briefing)] : []),
    ...(story.quotes.length > 0 ? [heading(3, phrases.keyQuotes), ...story.quotes.map(quoteBlock)] : []),
    ...(story.figures.length > 0 ? [heading(3, phrases.keyFigures), figuresBlock(story.figures, briefing.zone)] : []),
    ...(story.changes.length > 0 ? [heading(3, phrases.whatChanged), changeList(story.changes)] : []),
    heading(3, phrases.sources),
    {
      kind: 'links',
      links: story.sources.map((source) => ({
        text: source.title,
        url: source.url,
        note: source.outlet + (source.language === undefined ? '' : phrases.noteInLanguage(languageName(source.language, briefing.locale))),
        at: source.publishedAt,
        zone: briefing.zone,
      })),
    },
  ];
}

/** Stories for which there is no room: their headlines, each with its latest source. */
function inOneLine(stories: readonly StoryBriefing[]): Block[] {
  const items = stories.slice(0, MAX_LINES).flatMap((story): Inline[][] => {
    const [source] = story.sources;
    const topic = story.section === undefined ? '' : `${story.section} · `;
    return source === undefined ? [] : [[{ kind: 'text', text: `${topic}${story.headline} ` }, cite(source)]];
  });
  return items.length === 0 ? [] : [heading(3, phrases.alsoToday), { kind: 'list', items }];
}
const MAX_LINES = 5;

const isRetold = ({ summary }: StoryBriefing): boolean => summary.some(({ retold }) => retold !== undefined);
const wordingOf = ({ text, retold }: SourcedSentence): string => retold ?? text;

/** Sentences of one article in a row share the cite at the end of the row. */
function summaryParagraph(summary: readonly SourcedSentence[], { asOf, locale }: Pick<Briefing, 'asOf' | 'locale'>): Block[] {
  const sentences = summary.filter((sentence) => wordingOf(sentence) !== '');
  if (sentences.length === 0) return [];
  const inlines = sentences.flatMap((sentence, index): Inline[] => {
    const { source } = sentence;
    const text = withDates(wordingOf(sentence), { publishedAt: source.publishedAt, asOf, locale });
    const next = sentences[index + 1];
    const space = next === undefined ? [] : [{ kind: 'text', text: ' ' } as const];
    const closes = next === undefined || next.source.articleId !== source.articleId;
    return closes ? [{ kind: 'text', text: `${text} ` }, cite(source), ...space] : [{ kind: 'text', text: `${text} ` }];
  });
  return [{ kind: 'paragraph', inlines }];
}

function quoteBlock(quote: BriefQuote): QuoteBlock {
  const { speakers, role } = withTitle(quote);
  return {
    kind: 'quote',
    text: quote.text,
    speakers,
    ...(role === undefined ? {} : { role }),
    ...(quote.toldTo === undefined ? {} : { toldTo: quote.toldTo }),
    source: [cite(quote.source)],
  };
}

/** A short title stands before its name: "Sen. Ada Holm", not "Ada Holm, Sen." */
function withTitle({ speakers, role }: BriefQuote): Pick<QuoteBlock, 'speakers' | 'role'> {
  const [first, ...others] = speakers;
  if (first === undefined || role === undefined || !/^\p{Lu}\p{L}{1,4}\.$/u.test(role))
    return { speakers, ...(role !== undefined && { role }) };
  return { speakers: [`${role} ${first}`, ...others] };
}

const figuresBlock = (figures: readonly BriefFigure[], zone: string): Block => ({
  kind: 'figures',
  lines: figures.flatMap((figure) => figureLine(figure, zone)),
});

/** Where outlets differ, each says when. */
function figureLine(figure: BriefFigure, zone: string): FigureLine[] {
  const when = (source: Source): Inline[] =>
    figure.values.length > 1
      ? [
          { kind: 'text', text: ', ' },
          { kind: 'time', at: source.publishedAt, zone, style: 'date-time' },
        ]
      : [];
  const [first, ...others] = figure.values.map(({ amount, saidBy, source }) => ({
    amount,
    ...(saidBy === undefined ? {} : { saidBy }),
    source: [cite(source), ...when(source)],
  }));
  return first === undefined ? [] : [{ ...first, counts: figure.counts, others }];
}

/** New speakers share a line: their words stand above. */
function changeList(changes: readonly Change[]): Block {
  const speakers = changes.flatMap((change) => (change.kind === 'speaker' ? [change.speaker] : []));
  const items = changes.flatMap((change) => (change.kind === 'speaker' ? [] : [changeLine(change)]));
  return { kind: 'list', items: speakers.length === 0 ? items : [...items, [{ kind: 'text', text: phrases.newSpeakers(speakers) }]] };
}

function changeLine(change: Exclude<Change, { readonly kind: 'speaker' }>): Inline[] {
  switch (change.kind) {
    case 'figure': {
      const said = (value: { readonly amount: string; readonly saidBy?: string }): string =>
        value.amount + (value.saidBy === undefined ? '' : phrases.according(value.saidBy));
      return [
        { kind: 'text', text: `${phrases.figureMoved(change.counts, said(change.before), change.after.amount)} ` },
        cite(change.after.source),
      ];
    }
    case 'outlet':
      return [
        { kind: 'text', text: phrases.newOutlet(change.source.outlet) },
        { kind: 'link', text: change.source.title, url: change.source.url },
      ];
    case 'report':
      return [
        { kind: 'text', text: phrases.newReport },
        { kind: 'link', text: change.source.title, url: change.source.url },
        { kind: 'text', text: ' ' },
        cite(change.source),
      ];
  }
}

/** Further steps, as one would type them. */
function actionsOf(briefing: Briefing, shown: Briefing, detail: Detail): Action[] {
  const topic = briefing.topic;
  const hidden =
    briefing.stories.reduce((sum, story) => sum + story.quotes.length + story.moreQuotes.length, 0) -
    shown.stories.reduce((sum, story) => sum + story.quotes.length, 0);
  // Quotes, figures and sources are asked for one topic at a time.
  const isSeveral = topic?.includes(',') === true;
  const words = topic?.replace(/-/g, ' ');
  return [
    ...(detail === 'short' && briefing.stories.length > 0
      ? [{ label: phrases.fullBriefing, ask: topic === undefined ? 'brief detail:full' : `brief ${topic} detail:full` }]
      : []),
    ...(!isSeveral && hidden > 0
      ? [{ label: phrases.moreQuotes(hidden), ask: words === undefined ? 'quotes' : `quotes about ${words}` }]
      : []),
    ...(!isSeveral && briefing.stories.some((story) => story.figures.length > 0)
      ? [{ label: phrases.allFigures, ask: words === undefined ? 'figures' : `figures ${words}` }]
      : []),
    ...(detail === 'short' && !isSeveral && briefing.stories.length > 0
      ? [{ label: phrases.sources, ask: topic === undefined ? 'sources' : `sources ${topic}` }]
      : []),
    ...(briefing.stories.length > 0 ? [{ label: phrases.why, ask: topic === undefined ? 'why' : `why ${topic}` }] : []),
  ];
}
