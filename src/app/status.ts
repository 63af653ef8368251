/** An asker → how the bot is: database, feeds by health, connections, last and next polls. */

import type { ChatHealth } from '#chat/chat.ts';
import { capital } from '#lib/capital.ts';
import type { Block, Inline, MessageDocument } from '#model/document.ts';
import { phrases as deliveryPhrases } from '#phrases/deliveries.ts';
import { phrases } from '#phrases/status.ts';
import type { LlmUsage } from './rewrite.ts';
import type { Scene } from './scene.ts';
import { visibleFeeds } from './visible-feeds.ts';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const strong = (words: string): Inline => ({ kind: 'strong', text: words });

/** More than so many say no more than that there are many. */
const MAX_PARKED = 20;

export async function tellStatus(scene: Scene): Promise<MessageDocument> {
  const { storage, asker, connections, reader } = scene;
  const feeds = await visibleFeeds(scene);
  const silent = feeds.filter(({ failures }) => failures > 0);
  const waiting = feeds.filter(({ polledAt }) => polledAt === null);
  const remarks = feeds.filter(({ failures, problem }) => failures === 0 && problem !== null);
  const well = feeds.length - silent.length - waiting.length - remarks.length;
  const time = (at: number): Inline => ({ kind: 'time', at, zone: asker.zone, style: 'date-time' });
  const polls = feeds.flatMap(({ polledAt }) => (polledAt === null ? [] : [polledAt]));
  const nexts = feeds.flatMap(({ nextPollAt }) => (nextPollAt === null ? [] : [nextPollAt]));
  const articles = await storage.articles.count();
  const connected = connections?.() ?? [];
  const parked = await scene.tenant.deliveries.list({ states: ['parked'], limit: MAX_PARKED });
  const counted = deliveryPhrases.count(parked.length, MAX_PARKED);
  const lost = connected.filter(({ health }) => health.state === 'down');
  const trouble = [
    ...(silent.length ? [phrases.feedsSilent(silent.length, feeds.length)] : []),
    ...lost.map(({ platform }) => phrases.platformDown(platform)),
    ...(parked.length ? [phrases.parked(counted)] : []),
  ];
  const summary = connections === null ? phrases.noBot : trouble.length ? phrases.trouble(trouble) : phrases.allWell;
  const health = [
    phrases.well(well),
    ...(remarks.length ? [phrases.remarks(remarks.length)] : []),
    ...(silent.length ? [phrases.silent(silent.length)] : []),
    ...(waiting.length ? [phrases.unread(waiting.length)] : []),
  ];
  const items: (readonly Inline[])[] = [
    [strong(phrases.database), text(phrases.articles(articles))],
    [
      strong(phrases.feeds),
      text(feeds.length ? phrases.health(feeds.length, health) : reader.isSample ? phrases.onlySample : phrases.noFeeds),
    ],
    ...(polls.length ? [[strong(phrases.lastPoll), text(' – '), time(Math.max(...polls))]] : []),
    ...(nexts.length && connections !== null ? [[strong(phrases.nextPoll), text(' – '), time(Math.min(...nexts))]] : []),
    ...connected.map(({ platform, health: state }) => [strong(capital(platform)), text(` – ${inWords(state)}`)]),
  ];
  if (parked.length) items.push([strong(phrases.deliveries), text(` – ${phrases.parked(counted)}${phrases.sendsAgain}`)]);
  if (scene.rewriter) items.push(inWordsOfLlm(await scene.rewriter.usage()));
  const blocks: Block[] = [
    { kind: 'heading', level: 2, inlines: [text(summary)] },
    { kind: 'list', items },
  ];
  const actions = [
    ...(silent.length || remarks.length ? [{ label: phrases.whatIsWrong, ask: 'feeds check' }] : []),
    ...(parked.length ? [{ label: phrases.parkedDeliveries, ask: 'deliveries list' }] : []),
    ...(connections === null ? [] : [{ label: phrases.feeds, ask: 'feeds list' }]),
  ];
  return { summary, blocks: actions.length ? [...blocks, { kind: 'actions', actions }] : blocks };
}

/** "Rewriting – anthropic: claude: 1,204 of 200,000 tokens today" */
function inWordsOfLlm({ name, tokensToday, dailyTokens, problem }: LlmUsage): readonly Inline[] {
  const figure = (value: number) => value.toLocaleString('en-US');
  const trouble = problem ? `. ${problem.message}${problem.hint ? ` ${problem.hint}` : ''}` : '';
  return [strong(phrases.rewriting), text(phrases.tokens(name, figure(tokensToday), figure(dailyTokens)) + trouble)];
}

function inWords({ state, problem }: ChatHealth): string {
  const words = phrases.connection[state];
  return problem ? `${words}. ${problem.message}${problem.hint ? ` ${problem.hint}` : ''}` : words;
}
