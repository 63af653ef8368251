/** "why …" → the reasons of a story, a quote, a figure, a sentence or a feed, from the rules that decided and from what was recorded. */
import { type ComposedStory, type ComposeInput, composeStories, rankAll } from '#brief/compose.ts';
import { headlineOf } from '#brief/headline.ts';
import { presentNotFound } from '#brief/present-not-found.ts';
import { pointsOf, presentWhyStory } from '#brief/present-why.ts';
import { type Attribution, presentWhyFact } from '#brief/present-why-fact.ts';
import { topicWords } from '#brief/topic.ts';
import type { Span } from '#model/article.ts';
import type { StoryMaterial } from '#model/briefing.ts';
import type { MessageDocument } from '#model/document.ts';
import type { Mute } from '#model/subscription.ts';
import { phrases as attribution } from '#phrases/attribution.ts';
import { phrases as feedPhrases } from '#phrases/feeds.ts';
import { phrases as topicPhrases } from '#phrases/topics.ts';
import { phrases } from '#phrases/why.ts';
import type { Library } from '#storage/contract/library.ts';
import { read } from '#text/reading.ts';
import { gather } from './answer-brief.ts';
import { describeFeed } from './describe-feed.ts';
import { type FoundFact, findFact } from './find-fact.ts';
import { createFeedUses } from './manage-feeds.ts';
import { mutedAs, muteStories, mutingOf } from './mutes.ts';
import { nearTopics } from './near-topics.ts';
import { reply } from './reply.ts';
import type { Scene } from './scene.ts';
import { titleOf, type VisibleFeed, visibleFeeds } from './visible-feeds.ts';
import { withdrawnOf, withoutWithdrawn } from './withdrawn.ts';

export async function answerWhy(what: string | undefined, scene: Scene): Promise<MessageDocument> {
  const { asker, reader, storage, config } = scene;
  const { library } = storage.tenant(reader.tenant);
  const asked = bareQuestion(what ?? '');
  if (/^(?:silent )?feeds?$/i.test(asked)) return createFeedUses(scene).check();
  const feed = asked === '' ? undefined : await feedNamed(asked, scene);
  if (feed !== undefined) return whyFeed(feed, scene);
  const mutes = await scene.tenant.mutes.of(asker.channel);
  const named = asked === '' ? [] : mutedAs(asked, mutes);
  if (named.length > 0) return tellMuted(named);
  const withdrawn = await withdrawnOf(scene.tenant);
  const fact = asked === '' ? undefined : await findFact(asked, library, withdrawn);
  if (fact !== undefined) {
    const [material] = withoutWithdrawn(await library.stories([fact.storyId]), withdrawn);
    const top = await topStories(scene);
    const composed = material && oneStory(material, top ?? emptyInput(scene));
    const hiding = material === undefined ? [] : await mutesThatHide(fact, material, mutes, library);
    if (hiding.length > 0) return tellMuted(hiding);
    if (composed !== undefined) {
      const attribution = await attributionOf(fact);
      return presentWhyFact({
        ...fact,
        ...(attribution && { attribution }),
        composed,
        topic: [],
        zone: asker.zone,
        isSample: reader.isSample,
      });
    }
  }
  const found = await gather(asked === '' ? {} : { topic: asked }, asker, reader, storage, config);
  if (found.kind === 'material') return whyStory(asked, found.input, scene);
  if (found.kind === 'empty') {
    if (found.isMuted && mutes.length > 0) return tellMuted(mutes);
    return reply(phrases.nothingYet, [feedPhrases.addOne]);
  }
  const near = (await nearTopics(asked, library, [])).map((name) => ({ name, ask: `why ${name}` }));
  return presentNotFound({ what: phrases.anythingWith(asked), near, isSample: reader.isSample });
}

const tellMuted = (mutes: readonly Mute[]): MessageDocument =>
  reply(phrases.muted(mutes.map(({ what }) => what)), [], [{ label: topicPhrases.whatIsMuted, ask: 'topics list' }]);

/** Each alone leaves the fact, or its article, out of the story. */
async function mutesThatHide(
  { fact, article }: FoundFact,
  material: StoryMaterial,
  mutes: readonly Mute[],
  library: Library,
): Promise<readonly Mute[]> {
  const hiding: Mute[] = [];
  for (const mute of mutes) {
    const [left] = await muteStories([material], mutingOf([mute]), library);
    const held = left?.articles.find((each) => each.article.id === article.id);
    const isLeft = held && (fact.kind !== 'quote' || held.extraction.quotes.some(({ span }) => span.start === fact.quote.span.start));
    if (!isLeft) hiding.push(mute);
  }
  return hiding;
}

/** The rules read the article again: what they decided by is not stored. They are loaded here: a command of the terminal needs them for this only. */
async function attributionOf({ fact, article }: FoundFact): Promise<Attribution | undefined> {
  if (fact.kind !== 'quote') return undefined;
  const { explainQuote } = await import('#extract/explain.ts');
  const found = explainQuote(read(article.text, article.title), fact.quote.span);
  if (found === undefined) return undefined;
  const { cue, mention, chain, doubts, printedFrom } = found;
  const cut = ({ start, end }: Span): string => article.text.slice(start, end).replace(/\s+/g, ' ');
  return {
    cue: cue === undefined ? attribution.noCue : attribution.cues[cue],
    mention: mention === undefined ? attribution.nobody : attribution.mentions[mention],
    chain: chain.map(cut),
    doubts: doubts.map((doubt) => attribution.doubts[doubt]),
    printedFrom,
  };
}

/** The best story about the words; its place is told among the top stories, or among those of the words where it is too old for these. */
async function whyStory(asked: string, input: ComposeInput, scene: Scene): Promise<MessageDocument> {
  const { asker, reader, storage, config } = scene;
  const [ranked] = rankAll(input);
  const material = ranked?.story;
  const composed = material && oneStory(material, input);
  if (material === undefined || composed === undefined) return reply(phrases.nothingYet);
  const top = asked === '' ? input : await topStories(scene);
  const order = top === undefined ? [] : rankAll(top);
  const index = order.findIndex(({ story }) => story.id === material.id);
  const among = order[index];
  const shown = config.briefing.stories;
  const last = order[shown - 1];
  return presentWhyStory({
    composed: { ...composed, ranked: among ?? composed.ranked },
    record: await storage.tenant(reader.tenant).library.storyRecord(material.id),
    place: among && index + 1,
    of: order.length,
    shown,
    last: last && { headline: headlineOf(last.story), score: pointsOf(last) },
    among: phrases.amongTop,
    window: phrases.hours(config.briefing.windowHours),
    topic: input.words ?? topicWords(input.topic ?? ''),
    zone: asker.zone,
    locale: asker.locale,
    isSample: reader.isSample,
  });
}

const oneStory = (material: StoryMaterial, input: ComposeInput): ComposedStory | undefined =>
  composeStories({ ...input, stories: [material], maxStories: 1 })[0];

async function topStories({ asker, reader, storage, config }: Scene): Promise<ComposeInput | undefined> {
  const found = await gather({}, asker, reader, storage, config);
  return found.kind === 'material' ? found.input : undefined;
}

const emptyInput = ({ asker, reader }: Scene): ComposeInput => ({
  stories: [],
  told: new Map(),
  asOf: reader.now,
  zone: asker.zone,
  locale: asker.locale,
  isSample: reader.isSample,
  maxStories: 1,
});

/** "is the Harbour Post silent?" → Harbour Post. */
function bareQuestion(what: string): string {
  const words = what.trim().replace(/[?!.\s]+$/, '');
  const isQuoted = /^["“„]/.test(words);
  const bare = words.replace(/^["“„]|["”“]$/g, '').trim();
  if (isQuoted) return bare;
  return bare
    .replace(/^(?:this|that|the(?: top)?) (?:story|briefing)$/i, '')
    .replace(/^(?:is|are|was|were|isn['’]t|aren['’]t|do|does|did) +(?:(?:the|this|that|there|not|a|an) +)*/i, '')
    .replace(/ +(?:not +)?(?:here|silent|missing|there|in(?: the)? briefing|left out|printed|shown)$/i, '');
}

/** A feed by its whole name only, "the" apart: a part of one may be a topic. Of the sample's feeds too, while it is read. */
async function feedNamed(asked: string, scene: Scene): Promise<VisibleFeed | undefined> {
  const sample = async (): Promise<readonly VisibleFeed[]> =>
    (await scene.storage.feeds.list()).filter(({ owner }) => owner === scene.reader.tenant).map((feed) => ({ ...feed, origin: 'file' }));
  const feeds = scene.reader.isSample ? await sample() : await visibleFeeds(scene);
  const bare = (name: string | undefined): string | undefined => name?.toLowerCase().replace(/^(?:the|www\.) ?/, '');
  return feeds.find((feed) => [titleOf(feed), feed.url, URL.parse(feed.url)?.hostname].some((name) => bare(name) === bare(asked)));
}

async function whyFeed(feed: VisibleFeed, scene: Scene): Promise<MessageDocument> {
  const [latest] = await scene.storage.tenant(scene.reader.tenant).library.articles({ feeds: [feed.id], limit: 1 });
  return {
    summary: `${titleOf(feed)}: ${feed.problem?.message ?? feedPhrases.isWell}`,
    blocks: [
      ...describeFeed(feed, scene, latest?.publishedAt),
      ...(latest === undefined
        ? []
        : [
            { kind: 'actions' as const, actions: [{ label: feedPhrases.latestStory, ask: `why "${latest.title.replace(/["“”]/g, '')}"` }] },
          ]),
    ],
  };
}
