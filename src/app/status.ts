/** An asker → how the bot is: database, feeds by health, connections, last and next polls. */

import type { ChatHealth } from '#chat/chat.ts';
import { capital } from '#lib/capital.ts';
import type { Block, Inline, MessageDocument } from '#model/document.ts';
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
  const lost = connected.filter(({ health }) => health.state === 'down');
  const trouble = [
    ...(silent.length ? [`${silent.length} of ${feeds.length} feeds silent`] : []),
    ...lost.map(({ platform }) => `${platform} down`),
    ...(parked.length ? [`${counted(parked.length)} parked`] : []),
  ];
  const summary = connections === null ? 'No bot runs here now.' : trouble.length ? `Trouble: ${trouble.join(', ')}.` : 'All is well.';
  const health = [
    `${well} well`,
    ...(remarks.length ? [`${remarks.length} with remarks`] : []),
    ...(silent.length ? [`${silent.length} silent`] : []),
    ...(waiting.length ? [`${waiting.length} not read yet`] : []),
  ];
  const items: (readonly Inline[])[] = [
    [strong('Database'), text(` – ${articles} ${articles === 1 ? 'article' : 'articles'}`)],
    [
      strong('Feeds'),
      text(
        feeds.length
          ? ` – ${feeds.length}: ${health.join(', ')}`
          : reader.isSample
            ? ' – the sample, until a real one is there'
            : ' – none yet',
      ),
    ],
    ...(polls.length ? [[strong('Last poll'), text(' – '), time(Math.max(...polls))]] : []),
    ...(nexts.length && connections !== null ? [[strong('Next poll'), text(' – '), time(Math.min(...nexts))]] : []),
    ...connected.map(({ platform, health: state }) => [strong(capital(platform)), text(` – ${inWords(state)}`)]),
  ];
  if (parked.length) items.push([strong('Deliveries'), text(` – ${counted(parked.length)} parked; “deliveries retry” sends them again`)]);
  if (scene.rewriter) items.push(inWordsOfLlm(await scene.rewriter.usage()));
  const blocks: Block[] = [
    { kind: 'heading', level: 2, inlines: [text(summary)] },
    { kind: 'list', items },
  ];
  const actions = [
    ...(silent.length || remarks.length ? [{ label: 'What is wrong with the feeds?', ask: 'feeds check' }] : []),
    ...(parked.length ? [{ label: 'Parked deliveries', ask: 'deliveries list' }] : []),
    ...(connections === null ? [] : [{ label: 'Feeds', ask: 'feeds list' }]),
  ];
  return { summary, blocks: actions.length ? [...blocks, { kind: 'actions', actions }] : blocks };
}

/** "Rewriting – anthropic: claude: 1,204 of 200,000 tokens today" */
function inWordsOfLlm({ name, tokensToday, dailyTokens, problem }: LlmUsage): readonly Inline[] {
  const figure = (value: number) => value.toLocaleString('en-US');
  const trouble = problem ? `. ${problem.message}${problem.hint ? ` ${problem.hint}` : ''}` : '';
  return [strong('Rewriting'), text(` – ${name}: ${figure(tokensToday)} of ${figure(dailyTokens)} tokens today${trouble}`)];
}

const counted = (count: number) => `${count >= MAX_PARKED ? `${count} or more` : count} ${count === 1 ? 'briefing' : 'briefings'}`;

function inWords({ state, problem }: ChatHealth): string {
  const words = { connected: 'connected', connecting: 'connecting', down: 'not connected' }[state];
  return problem ? `${words}. ${problem.message}${problem.hint ? ` ${problem.hint}` : ''}` : words;
}
