/** A request for a briefing → the Briefing as the channel would get it, or what is near where nothing is found. */
import { type ComposeInput, compose, titleOfTopic } from '#brief/compose.ts';
import type { Instant } from '#model/article.ts';
import type { Briefing, StoryMaterial } from '#model/briefing.ts';
import type { Asker } from '#model/command.ts';
import type { Config } from '#model/config.ts';
import type { BriefRequest } from '#model/request.ts';
import { phrases } from '#phrases/briefing.ts';
import type { FoundArticle, Library } from '#storage/contract/library.ts';
import type { Storage } from '#storage/storage.ts';
import { mostReported } from './most-reported.ts';
import { muteStories, mutingOf, unmuted } from './mutes.ts';
import { nearTopics } from './near-topics.ts';
import { asksForTheDay, parseQuestion } from './parse-question.ts';
import type { Reader } from './reader.ts';
import { parseSince } from './since.ts';
import { toldOf } from './told-of.ts';
import { type ResolvedTopic, resolveTopic, tellsNothing, toldByOutlets } from './topics.ts';
import { withdrawnOf, withoutWithdrawn } from './withdrawn.ts';

const HOUR_MS = 3_600_000;
/** Articles looked through for a briefing, and stories loaded whole; ranking chooses among these. */
const MAX_FOUND = 300;
const MAX_LOADED = 16;
/** Of a story that everybody reports, the newest say what it has come to. */
const PER_STORY = 12;

export type BriefingAnswer = { readonly kind: 'briefing'; readonly briefing: Briefing } | Nothing;
export type Nothing =
  | { readonly kind: 'unknown-topic'; readonly asked: string; readonly near: readonly string[] }
  /** `isMuted`: something was found, but the channel does not want to read about it. */
  | { readonly kind: 'empty'; readonly isMuted?: boolean };

export async function answerBrief(
  request: BriefRequest,
  asker: Asker,
  reader: Reader,
  storage: Storage,
  config: Config,
): Promise<BriefingAnswer> {
  const found = await gather(request, asker, reader, storage, config);
  return found.kind === 'material' ? { kind: 'briefing', briefing: compose(found.input) } : found;
}

type Gathered = { readonly kind: 'material'; readonly input: ComposeInput } | Nothing;
const MAX_TOPICS = 5;

/** "grid, ferry": one briefing of several topics; of which nothing is found is said. */
async function gatherSeveral(names: readonly string[], ask: (name: string) => Promise<Gathered>): Promise<Gathered> {
  const inputs: { readonly label: string; readonly input: ComposeInput }[] = [];
  const missing: string[] = [];
  let nothing: Nothing = { kind: 'empty' };
  for (const name of names) {
    const found = await ask(name);
    if (found.kind === 'material') inputs.push({ label: found.input.title ?? titleOfTopic(name, found.input.stories), input: found.input });
    else {
      nothing = found;
      missing.push(name);
    }
  }
  const [first] = inputs;
  if (first === undefined) return nothing;
  const stories = new Map(inputs.flatMap(({ input }) => input.stories.map((story) => [story.id, story] as const)));
  const input: ComposeInput = {
    ...first.input,
    title: inputs.map(({ label }) => label).join(' · '),
    topic: names.join(', '),
    words: inputs.flatMap(({ input: { words = [] } }) => words),
    stories: [...stories.values()],
    sections: inputs.map(({ label, input: { stories: own } }) => ({ label, storyIds: new Set(own.map(({ id }) => id)) })),
    ...(missing.length > 0 && { note: phrases.nothingAbout(missing) }),
  };
  return { kind: 'material', input };
}

/** What a briefing would be composed of. */
export async function gather(
  request: Omit<BriefRequest, 'detail'>,
  asker: Asker,
  reader: Reader,
  storage: Storage,
  config: Config,
): Promise<Gathered> {
  const names = (request.topic ?? '')
    .split(/,(?!\d{3}(?!\d))/)
    .map((name) => name.trim())
    .filter(Boolean)
    .slice(0, MAX_TOPICS);
  if (names.length > 1) return gatherSeveral(names, (topic) => gather({ ...request, topic }, asker, reader, storage, config));
  const { library, told } = storage.tenant(reader.tenant);
  const { topics, mutes, reports } = storage.tenant(asker.tenant);
  const withdrawn = await withdrawnOf({ reports });
  const muting = mutingOf(await mutes.of(asker.channel));
  const defined = [...config.topics, ...(await topics.list())];
  const { topic: named, since: sinceAsked } = withSince(request, reader.now, asker.zone);
  const isDay = named !== undefined && asksForTheDay(named) && resolveTopic(named, defined).title === undefined;
  const asked = isDay ? undefined : named;
  const topic = asked === undefined ? undefined : resolveTopic(asked, defined);
  if (asked !== undefined && topic?.query.all?.length === 0 && topic.title === undefined) return { kind: 'unknown-topic', asked, near: [] };
  const windowMs = topic ? config.briefing.topicDays * 24 * HOUR_MS : config.briefing.windowHours * HOUR_MS;
  const since = sinceAsked ?? reader.now - windowMs;
  const search = (query: ArticleQueryWords) => findArticles(library, query, since, reader.now, windowMs);
  const without = (query: ArticleQueryWords) => (muting ? { ...query, none: [...(query.none ?? []), ...muting.words] } : query);
  const words = topic?.query ?? {};
  const whole = unmuted(await search(without(words)), muting);
  if (!whole.length && muting && (await search(words)).length) return { kind: 'empty', isMuted: true };
  const plain = whole.length || asked === undefined ? undefined : asQuestion(asked, reader.now, asker.zone);
  if (plain !== undefined)
    return gather({ ...plain, ...(sinceAsked !== undefined && { since: sinceAsked }) }, asker, reader, storage, config);
  const most =
    whole.length || topic === undefined
      ? undefined
      : await withMostWords(topic, async (query) => unmuted(await search(without(query)), muting));
  const found = most?.found ?? whole;
  if (!found.length) {
    if (asked === undefined) return { kind: 'empty' };
    // A defined topic that nothing fits is not misspelt.
    if (topic?.title !== undefined) return { kind: 'unknown-topic', asked, near: [] };
    const slugs = defined.map(({ slug }) => slug);
    return { kind: 'unknown-topic', asked, near: await nearTopics(asked, library, slugs) };
  }
  const outlets = topic?.query.feeds ?? [];
  const loaded = upTo(reader.now, withoutWithdrawn(await library.stories(mostReported(found).slice(0, MAX_LOADED), PER_STORY), withdrawn));
  const stories = await muteStories(toldByOutlets(loaded, outlets), muting, library);
  if (muting && !stories.length) return { kind: 'empty', isMuted: true };
  const input: ComposeInput = {
    ...(topic?.title !== undefined && { title: topic.title }),
    ...(asked !== undefined && { topic: asked }),
    ...(topic && { words: topic.words }),
    stories,
    told: await toldOf(asker.channel, { told }, library),
    asOf: reader.now,
    zone: asker.zone,
    locale: asker.locale,
    isSample: reader.isSample,
    maxStories: config.briefing.stories,
    quotedWords: config.rights.quotedWords,
    ...(topic ? {} : { read: await library.counts(Math.min(since, ...found.map(({ publishedAt }) => publishedAt))) }),
    since,
    ...(most && { note: phrases.withoutWord(most.left) }),
  };
  return { kind: 'material', input };
}

/** "ceasefire talks since friday", where it came as one option. */
function withSince({ topic, since }: Omit<BriefRequest, 'detail'>, now: Instant, zone: string): Omit<BriefRequest, 'detail'> {
  const [, words = '', time = ''] = (since === undefined && /^(?:(.*\S)[ -]+)?since[ :-]+(\S+(?: \S+)?)$/i.exec(topic ?? '')) || [];
  const at = time === '' ? undefined : parseSince(time, now, zone);
  if (at !== undefined) return { ...(words !== '' && { topic: words }), since: at };
  return { ...(topic !== undefined && { topic }), ...(since !== undefined && { since }) };
}

/** "/brief what happened in geneva yesterday": the topic and time of the question, where its words as they are find nothing. */
function asQuestion(asked: string, now: Instant, zone: string): Omit<BriefRequest, 'detail'> | undefined {
  const { topic, speaker, about, since: day } = parseQuestion(asked).options;
  const words = [topic, speaker, about].filter(Boolean).join(' ');
  const since = day === undefined ? undefined : parseSince(day, now, zone);
  if (words === asked) return undefined;
  return { ...(words !== '' && { topic: words }), ...(since !== undefined && { since }) };
}

/** A sentence of three words or more need not be there to the last one: the first that can be left out is, and it is said. */
async function withMostWords({ query }: ResolvedTopic, search: (query: ArticleQueryWords) => Promise<readonly FoundArticle[]>) {
  const all = query.all ?? [];
  if (all.length < MOST_WORDS || all.length > MAX_WORDS) return undefined;
  // What it is about is named first.
  for (const left of all.slice(1).reverse()) {
    if (all.every((word) => word === left || tellsNothing(word.toLowerCase()))) continue;
    const found = await search({ ...query, all: all.filter((word) => word !== left) });
    if (found.length) return { found, left };
  }
  return undefined;
}
const MOST_WORDS = 3;
const MAX_WORDS = 6;

type ArticleQueryWords = Partial<ResolvedTopic['query']>;

/** Articles in the window; where there are none, the latest ones before it, as far apart as the window is long. */
async function findArticles(
  library: Library,
  query: ArticleQueryWords,
  since: Instant,
  now: Instant,
  windowMs: number,
): Promise<readonly FoundArticle[]> {
  const recent = await library.articles({ ...query, since, until: now, limit: MAX_FOUND });
  if (recent.length) return recent;
  const [latest] = await library.articles({ ...query, until: now, limit: 1 });
  return latest ? library.articles({ ...query, since: latest.publishedAt - windowMs, until: latest.publishedAt, limit: MAX_FOUND }) : [];
}

/** A briefing of a day that is past knows nothing of the days after it. */
const upTo = (now: Instant, stories: readonly StoryMaterial[]): readonly StoryMaterial[] =>
  stories
    .map((story) => ({ ...story, articles: story.articles.filter(({ article }) => article.publishedAt <= now) }))
    .filter(({ articles }) => articles.length > 0);
