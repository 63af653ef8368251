/** Configuration, database and feeds → a list of what is well and what is wrong, each with the way to mend it. */
import { existsSync, mkdtempSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { styleText } from 'node:util';
import { checkSchedules } from '#app/enrol-schedules.ts';
import { doubtsAbout, gatherProblems, toWall } from '#app/feed-walls.ts';
import { safeAddress } from '#app/visible-feeds.ts';
import { parseFeed } from '#ingest/parse-feed.ts';
import { createLlm, type LlmProxy } from '#lib/llm.ts';
import type { Config, LlmSettings } from '#model/config.ts';
import { Failure, type Problem } from '#model/failure.ts';
import { SAMPLE } from '#model/subscription.ts';
import { openStorage } from '#storage/open.ts';
import { toFailure } from '#storage/sqlite-failure.ts';
import type { Storage } from '#storage/storage.ts';
import { readConfig } from '../config.ts';
import { type Finding, inspectPlatforms, inspectSchedules } from './check-platforms.ts';
import { logFor, proxyOf } from './house.ts';
import { createPipeline, feedOf } from './pipeline.ts';

/** Exit code 0 when all is well, 1 when something needs mending. */
export async function check({ offline }: { readonly offline: boolean }): Promise<number> {
  let wrong = 0;
  const show = ({ what, problems, note, next }: Finding) => {
    wrong += problems.length ? 1 : 0;
    const mark = problems.length ? styleText('red', 'wrong') : styleText('green', 'ok   ');
    process.stdout.write(`${mark}  ${what}${note ? `: ${note}` : ''}\n`);
    for (const { message, hint } of problems) process.stdout.write(`       ${message}\n${hint ? `       → ${hint}\n` : ''}`);
    if (next && !problems.length) process.stdout.write(`       → ${next}\n`);
  };
  const config = attempt(() => {
    const read = readConfig();
    checkSchedules(read.schedules, read, Date.now());
    return read;
  });
  if ('problem' in config) {
    show({ what: 'configuration', problems: [config.problem] });
    return 1;
  }
  show({ what: 'configuration', problems: [], note: config.value.file ?? 'the defaults' });
  for await (const finding of inspect(config.value, offline)) show(finding);
  for (const finding of inspectSchedules(config.value)) show(finding);
  for await (const finding of inspectPlatforms(config.value, offline)) show(finding);
  const { llm } = config.value;
  if (llm && !offline) show(await inspectLlm(llm, proxyOf(config.value)));
  process.stdout.write(wrong ? `\n${wrong} of these ${wrong === 1 ? 'needs' : 'need'} mending.\n` : '\nAll is well.\n');
  return wrong ? 1 : 0;
}

async function* inspect(config: Config, offline: boolean): AsyncGenerator<Finding> {
  const place = config.databaseUrl === null ? config.dataDir : 'PostgreSQL';
  if (config.databaseUrl === null && !existsSync(join(config.dataDir, 'wirebrief.db'))) {
    const problem = whyNotIn(config.dataDir);
    yield {
      what: 'database',
      problems: problem ? [problem] : [],
      note: `none yet in ${config.dataDir}${problem ? '' : '; the first start makes it'}`,
    };
    return;
  }
  const opened = await openStorage({ ...config, mode: 'read-only', now: Date.now }).then(
    (storage) => ({ storage }),
    (error: unknown) => ({ problem: asProblem(error) }),
  );
  if ('problem' in opened) {
    yield { what: 'database', problems: [opened.problem] };
    return;
  }
  try {
    const articles = await opened.storage.articles.count();
    const unwritable = config.databaseUrl === null ? whyNotIn(config.dataDir) : undefined;
    yield {
      what: 'database',
      problems: unwritable ? [unwritable] : [],
      note: `${articles === 1 ? '1 article' : `${articles} articles`} in ${place}`,
    };
    yield* inspectFeeds(config, opened.storage, offline);
  } finally {
    await opened.storage.close();
  }
}

/** Whether the directory, or the nearest one above it, lets this user write. */
function whyNotIn(dataDir: string): Problem | undefined {
  let place = dataDir;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  const tried = attempt(() => {
    try {
      // What the rights say is not all: a file system may refuse whoever has them.
      rmdirSync(mkdtempSync(join(place, '.wirebrief-check-')));
    } catch (error) {
      throw toFailure(error, place);
    }
  });
  return 'problem' in tried ? tried.problem : undefined;
}

async function* inspectFeeds(config: Config, storage: Storage, offline: boolean): AsyncGenerator<Finding> {
  const stored = (await storage.feeds.list()).filter(({ owner }) => owner !== SAMPLE);
  const configured = config.feeds.map(feedOf);
  const feeds = [...configured, ...stored.filter(({ id }) => configured.every((feed) => feed.id !== id))];
  if (!feeds.length)
    yield {
      what: 'feeds',
      problems: [],
      note: 'none yet; the sample is shown. Add one: node src/main.ts ingest https://example.org/feed.xml',
    };
  const pipeline = createPipeline({ config, storage, now: Date.now, log: logFor({ ...config, log: { level: 'silent' } }) });
  try {
    for (const feed of feeds) {
      const { id, url } = feed;
      const state = stored.find((each) => each.id === id);
      if (offline) {
        yield { what: `feed ${safeAddress(url)}`, problems: state?.problem && state.failures > 0 ? [named(state.problem)] : [] };
        continue;
      }
      const outcome = await pipeline.tools.fetchFeed(url, {}, feed);
      if (outcome.kind !== 'fresh') {
        yield { what: `feed ${safeAddress(url)}`, problems: outcome.kind === 'unchanged' ? [] : [named(outcome.problem)] };
        continue;
      }
      const now = Date.now();
      const parsed = await parseFeed(outcome.bytes, {
        url: outcome.url,
        now,
        ...(outcome.contentType && { contentType: outcome.contentType }),
      });
      if (!parsed.ok) {
        yield { what: `feed ${safeAddress(url)}`, problems: [named(parsed.problem)] };
        continue;
      }
      const [remark] = gatherProblems([...parsed.feed.problems, ...doubtsAbout(parsed.feed, now, outcome.tookMs)]);
      yield {
        what: `feed ${safeAddress(url)}`,
        problems: [],
        note: `${parsed.feed.items.length === 1 ? '1 article' : `${parsed.feed.items.length} articles`}${remark ? `; ${named(remark).message}` : ''}`,
      };
    }
    for (const { message, hint } of offline ? [] : await pipeline.caveats())
      yield { what: 'proxy', problems: [], note: message, ...(hint && { next: hint }) };
  } finally {
    await pipeline.stop();
  }
}

/** One question of a few tokens, which the day's count does not see. */
async function inspectLlm(settings: LlmSettings, proxy: LlmProxy | null): Promise<Finding> {
  const { name, ask } = createLlm(settings, proxy);
  const signal = AbortSignal.timeout(settings.timeoutMs);
  const answer = await ask({ system: 'Answer with one word.', prompt: 'Say: ready', maxOutputTokens: 16, signal });
  return { what: 'language model', note: name, problems: answer.kind === 'failed' ? [answer.problem] : [] };
}

/** With the wall's name before what was seen. */
const named = (problem: Problem): Problem => ({ ...problem, message: `${toWall(problem).name} – ${problem.message}` });

function attempt<T>(read: () => T): { readonly value: T } | { readonly problem: Problem } {
  try {
    return { value: read() };
  } catch (error) {
    return { problem: asProblem(error) };
  }
}

function asProblem(error: unknown): Problem {
  if (error instanceof Failure) return { code: error.code, message: error.message, ...(error.hint && { hint: error.hint }) };
  throw error;
}
