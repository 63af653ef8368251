/** A Briefing → the same with its summaries retold by an LLM where one is set up: within the day's tokens, from what was kept where it was asked before, and as it was where anything fails. */
import { createHash } from 'node:crypto';
import { asShown } from '#brief/present.ts';
import type { Instant } from '#model/article.ts';
import type { Briefing, SourcedSentence, StoryBriefing } from '#model/briefing.ts';
import type { Problem } from '#model/failure.ts';
import type { Llm } from '#model/llm.ts';
import type { Detail } from '#model/request.ts';
import { phrases } from '#phrases/language-model.ts';
import { retell } from './retell.ts';
import { PROMPT_VERSION, questionFor } from './retell-prompt.ts';

export type Rewriter = {
  /** Never throws, takes no longer than `timeoutMs`, and rewrites only what a post of this detail shows. */
  readonly rewrite: (briefing: Briefing, detail: Detail) => Promise<Briefing>;
  /** For `status`. */
  readonly usage: () => Promise<LlmUsage>;
};

export type LlmUsage = {
  readonly name: string;
  readonly tokensToday: number;
  readonly dailyTokens: number;
  /** Of the last question, where it failed. */
  readonly problem: Problem | null;
};

/** Keyv's own methods. */
export type Memory = {
  readonly get: <Value>(key: string) => Promise<Value | undefined>;
  readonly set: (key: string, value: unknown, ttlMs: number) => Promise<unknown>;
};

export type RewriteTools = {
  readonly llm: Llm;
  readonly memory: Memory;
  readonly now: () => Instant;
  readonly dailyTokens: number;
  /** Of a whole briefing. */
  readonly timeoutMs: number;
  /** What a person who runs the bot may want to read: refused drafts, failures. */
  readonly onTrouble: (trouble: { readonly code: string; readonly message: string }) => void;
};

const DAY_MS = 86_400_000;
const KEEP_MS = 7 * DAY_MS;
/** After a failure no question is asked for so long: a dead endpoint must not make each briefing wait. */
const PAUSE_MS = 5 * 60_000;
/** The answer holds little more than the sentences. */
const MAX_OUTPUT_TOKENS = 700;

export function createRewriter(tools: RewriteTools): Rewriter {
  const { llm, memory, now, timeoutMs, onTrouble } = tools;
  const budget = createBudget(tools);
  let problem: Problem | null = null;
  let pausedUntil = 0;

  const draftFor = async (sentences: readonly SourcedSentence[], signal: AbortSignal): Promise<string | undefined> => {
    const question = questionFor(sentences);
    const key = `draft:${createHash('sha256')
      .update(JSON.stringify([PROMPT_VERSION, llm.name, question]))
      .digest('base64url')}`;
    const kept = await memory.get<string>(key);
    if (kept !== undefined) return kept;
    if (now() < pausedUntil || signal.aborted) return undefined;
    const estimate = Math.ceil((question.system.length + question.prompt.length) / 3) + MAX_OUTPUT_TOKENS;
    if (!(await budget.take(estimate))) return undefined;
    const answer = await orAborted(llm.ask({ ...question, maxOutputTokens: MAX_OUTPUT_TOKENS, signal }), signal);
    if (answer.kind === 'failed') {
      problem = answer.problem;
      pausedUntil = now() + PAUSE_MS;
      onTrouble(answer.problem);
      return undefined;
    }
    problem = null;
    await budget.correct((answer.tokens ?? estimate) - estimate);
    await memory.set(key, answer.text, KEEP_MS);
    return answer.text;
  };

  const rewriteStory = async (story: StoryBriefing, signal: AbortSignal): Promise<StoryBriefing> => {
    // one sentence is as good as it is
    if (story.summary.length < 2) return story;
    const draft = await draftFor(story.summary, signal);
    if (draft === undefined) return story;
    const { sentences, refused } = retell(story.summary, draft);
    for (const { why } of refused) onTrouble({ code: 'llm-draft', message: why });
    return { ...story, summary: sentences };
  };

  return {
    rewrite: async (briefing, detail) => {
      const shown = asShown(briefing, detail).stories.length;
      const signal = AbortSignal.timeout(timeoutMs);
      const stories = await Promise.all(
        briefing.stories.map((story, index) =>
          index >= shown
            ? story
            : rewriteStory(story, signal).catch((error: unknown) => {
                onTrouble({ code: 'llm-fault', message: error instanceof Error ? error.name : 'unknown' });
                return story;
              }),
        ),
      );
      return { ...briefing, stories };
    },
    usage: async () => ({ name: llm.name, tokensToday: await budget.used(), dailyTokens: tools.dailyTokens, problem }),
  };
}

/** A client that does not heed its signal is not waited for either. */
async function orAborted(answer: ReturnType<Llm['ask']>, signal: AbortSignal): ReturnType<Llm['ask']> {
  const aborted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const slow = { kind: 'failed', problem: { code: 'llm-slow', message: phrases.slow } } as const;
  return Promise.race([answer, aborted.then(() => slow)]);
}

/** Tokens of a UTC day. What a question may cost is taken before it is asked, and what it did not cost is given back; so the cap holds when questions overlap. */
function createBudget({ memory, now, dailyTokens }: RewriteTools) {
  const keyOf = () => `tokens:${new Date(now()).toISOString().slice(0, 10)}`;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work, work);
    turn = done.catch(() => {});
    return done;
  };
  const used = async (): Promise<number> => (await memory.get<number>(keyOf())) ?? 0;
  const add = async (tokens: number): Promise<unknown> => memory.set(keyOf(), Math.max(0, (await used()) + tokens), 2 * DAY_MS);
  return {
    used,
    take: (tokens: number): Promise<boolean> =>
      inTurn(async () => {
        if ((await used()) + tokens > dailyTokens) return false;
        // a store that cannot be written to (beside a running bot) counts nothing, so nothing is asked
        return (await add(tokens)) !== false;
      }),
    correct: (tokens: number): Promise<unknown> => inTurn(() => add(tokens)),
  };
}
