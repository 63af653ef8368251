/**
 * A page's HTML → the title and text of its article, in a thread of its own with a limit on time and memory: what a hostile page can break is one thread,
 * and the next page gets a new one.
 */
import { Worker } from 'node:worker_threads';
import type { Problem } from '#model/failure.ts';
import { phrases } from '#phrases/requests.ts';
import type { PageInput, ReadablePage } from './readable-page.ts';

export type ReadableOptions = {
  /** For one page, from the moment its thread is ready. */
  readonly timeoutMs: number;
  /** Of the HTML, in UTF-16 units. */
  readonly maxBytes: number;
  readonly heapMb: number;
  readonly workers: number;
  /** A thread without work ends after this time, and its memory with it. */
  readonly idleMs?: number;
};

export const READABLE_DEFAULTS: ReadableOptions = { timeoutMs: 4000, maxBytes: 3_000_000, heapMb: 256, workers: 1, idleMs: 30_000 };

export interface Readable {
  /** Pages are read in the order in which they came. A `code` in the answer tells a Problem from a page. */
  read(page: PageInput): Promise<ReadablePage | Problem>;
  /** Pages under way are answered with "stopped". */
  stop(): Promise<void>;
}

type Job = { readonly page: PageInput; readonly settle: (outcome: ReadablePage | Problem) => void };

type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly page: ReadablePage }
  | { readonly kind: 'threw'; readonly message: string };

export function createReadable(options: ReadableOptions = READABLE_DEFAULTS): Readable {
  const waiting: Job[] = [];
  const threads = new Set<Thread>();
  let isStopped = false;

  const dispatch = () => {
    while (waiting.length > 0) {
      let thread = [...threads].find((candidate) => candidate.isIdle());
      if (thread === undefined && threads.size < options.workers) {
        thread = startThread(
          options,
          (ended) => {
            threads.delete(ended);
            if (!isStopped) dispatch();
          },
          dispatch,
        );
        threads.add(thread);
      }
      const job = thread === undefined ? undefined : waiting.shift();
      if (thread === undefined || job === undefined) return;
      thread.take(job);
    }
  };

  return {
    read: (page) => {
      if (isStopped) return Promise.resolve(STOPPED);
      if (page.html.length > options.maxBytes) return Promise.resolve(tooLarge(page.html.length, options.maxBytes));
      return new Promise((settle) => {
        waiting.push({ page, settle });
        dispatch();
      });
    },
    stop: async () => {
      isStopped = true;
      for (const { settle } of waiting.splice(0)) settle(STOPPED);
      await Promise.all([...threads].map((thread) => thread.end(STOPPED)));
    },
  };
}

interface Thread {
  isIdle(): boolean;
  take(job: Job): void;
  /** Ends the thread; the page that it is at is answered with the problem. */
  end(problem: Problem): Promise<void>;
}

function startThread(options: ReadableOptions, onEnd: (thread: Thread) => void, onIdle: () => void): Thread {
  const worker = new Worker(new URL('./readable-worker.ts', import.meta.url), {
    // Nothing of the environment, where the secrets are, and none of the flags of whoever started us.
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: options.heapMb, maxYoungGenerationSizeMb: 48, stackSizeMb: 4 },
  });
  let job: Job | undefined;
  let isReady = false;
  let isEnding = false;
  let timer: NodeJS.Timeout | undefined;

  const finish = (outcome: ReadablePage | Problem) => {
    clearTimeout(timer);
    const done = job;
    job = undefined;
    done?.settle(outcome);
  };
  const end = async (problem: Problem) => {
    isEnding = true;
    finish(problem);
    await worker.terminate();
  };
  const rest = () => {
    worker.unref();
    timer = setTimeout(() => void end(STOPPED), options.idleMs ?? 30_000).unref();
    onIdle();
  };
  const begin = () => {
    if (job === undefined) return;
    clearTimeout(timer);
    timer = setTimeout(() => void end(TOO_SLOW), options.timeoutMs);
    worker.postMessage(job.page);
  };
  const thread: Thread = {
    isIdle: () => job === undefined && !isEnding,
    take: (next) => {
      job = next;
      worker.ref();
      if (isReady) begin();
    },
    end,
  };
  worker.on('message', (answer: Answer) => {
    if (answer.kind === 'ready') {
      isReady = true;
      return begin();
    }
    finish(answer.kind === 'threw' ? unreadable(answer.message) : answer.page.text.length < MIN_LENGTH ? NO_ARTICLE : answer.page);
    rest();
  });
  worker.on('error', (error: NodeJS.ErrnoException) => {
    isEnding = true;
    finish(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? TOO_HEAVY : unreadable(error.message));
  });
  worker.on('exit', () => {
    finish(STOPPED);
    onEnd(thread);
  });
  return thread;
}

/** Shorter is no article: an error message, a cookie notice, a loading screen. */
const MIN_LENGTH = 60;

const STOPPED: Problem = { code: 'stopped', message: phrases.stopping };
const TOO_SLOW: Problem = {
  code: 'page-too-slow',
  message: phrases.pageTooSlow,
  hint: phrases.feedInstead,
};
const TOO_HEAVY: Problem = {
  code: 'page-too-heavy',
  message: phrases.pageTooHeavy,
  hint: phrases.feedInstead,
};
const NO_ARTICLE: Problem = {
  code: 'no-article',
  message: phrases.noArticle,
  hint: phrases.scriptsOrSignIn,
};

function tooLarge(length: number, maxBytes: number): Problem {
  return {
    code: 'page-too-large',
    message: phrases.pageTooLarge(Math.round(length / 100_000) / 10, Math.round(maxBytes / 100_000) / 10),
    hint: phrases.feedInstead,
  };
}

function unreadable(message: string): Problem {
  return {
    code: 'unreadable-page',
    message: phrases.pageUnreadable(message.slice(0, 200)),
    hint: phrases.feedInstead,
  };
}
