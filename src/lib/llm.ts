/** Settings of an LLM → a client that answers one question, or says why not: never a throw, a secret, a redirect followed, or more than a megabyte read. */
import type { LlmSettings } from '#model/config.ts';
import type { Problem } from '#model/failure.ts';
import type { Llm, LlmAnswer, LlmQuestion } from '#model/llm.ts';
import { phrases } from '#phrases/language-model.ts';

/** An answer of a few sentences is far smaller; what is longer is no answer. */
const MAX_BYTES = 1_000_000;

/** HTTPS_PROXY and NO_PROXY, as the rest of the bot heeds them. */
export type LlmProxy = { readonly url: string; readonly noProxy: string | null };

/** The SDK is loaded at the first question: who sets no LLM pays nothing for it. */
export function createLlm(settings: LlmSettings, proxy: LlmProxy | null = null): Llm {
  let loading: Promise<Ask> | undefined;
  return {
    name: `${settings.provider}: ${settings.model}`,
    ask: async (question) => {
      try {
        loading ??= load(settings, proxy);
        return await (await loading)(question);
      } catch (error) {
        return { kind: 'failed', problem: problemOf(error, question.signal) };
      }
    },
  };
}

type Ask = (question: LlmQuestion) => Promise<LlmAnswer>;

async function load(settings: LlmSettings, proxy: LlmProxy | null): Promise<Ask> {
  // the SDK prints advice to the console otherwise
  Reflect.set(globalThis, 'AI_SDK_LOG_WARNINGS', false);
  const [{ generateText }, model] = await Promise.all([import('ai'), modelOf(settings, await narrowFetch(proxy))]);
  return async ({ system, prompt, maxOutputTokens, signal }) => {
    const answer = await generateText({ model, system, prompt, maxOutputTokens, abortSignal: signal, maxRetries: 0, temperature: 0 });
    return { kind: 'text', text: answer.text, tokens: answer.usage.totalTokens };
  };
}

async function modelOf({ provider, baseUrl, model, apiKey }: LlmSettings, fetch: typeof globalThis.fetch) {
  const auth = apiKey === null ? {} : { apiKey };
  switch (provider) {
    case 'anthropic': {
      const { createAnthropic } = await import('@ai-sdk/anthropic');
      return createAnthropic({ ...auth, ...(baseUrl && { baseURL: baseUrl }), fetch })(model);
    }
    case 'openai-compatible': {
      const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
      return createOpenAICompatible({ name: 'llm', baseURL: baseUrl ?? '', ...auth, fetch })(model);
    }
    default:
      return provider satisfies never;
  }
}

/** The key goes to the operator's address and nowhere else; a body without an end is cut off. */
async function narrowFetch(proxy: LlmProxy | null): Promise<typeof globalThis.fetch> {
  const ask = proxy === null ? globalThis.fetch : await proxied(proxy);
  return async (input, init) => {
    const response = await ask(input, { ...init, redirect: 'error' });
    const body = response.body?.pipeThrough(cap(MAX_BYTES)) ?? null;
    return new Response(body, { status: response.status, statusText: response.statusText, headers: response.headers });
  };
}

/** undici's fetch is the built-in one with a say in the way out. */
async function proxied({ url, noProxy }: LlmProxy): Promise<typeof globalThis.fetch> {
  const { EnvHttpProxyAgent, fetch } = await import('undici');
  const dispatcher = new EnvHttpProxyAgent({ httpProxy: url, httpsProxy: url, noProxy: noProxy ?? '' });
  return ((input: string, init: object) => fetch(input, { ...init, dispatcher })) as unknown as typeof globalThis.fetch;
}

function cap(maxBytes: number): TransformStream<Uint8Array, Uint8Array> {
  let size = 0;
  return new TransformStream({
    transform(chunk, controller) {
      size += chunk.byteLength;
      if (size > maxBytes) controller.error(new Error('too long'));
      else controller.enqueue(chunk);
    },
  });
}

/** By status or kind only: what the endpoint said may hold anything, the key too. */
function problemOf(error: unknown, signal: AbortSignal): Problem {
  if (signal.aborted) return { code: 'llm-slow', message: phrases.slow, hint: phrases.raiseTimeout };
  const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'statusCode') : undefined;
  if (status === 401 || status === 403) return { code: 'llm-key', message: phrases.badKey(status), hint: phrases.checkKey };
  if (status === 404)
    return {
      code: 'llm-model',
      message: phrases.noModel,
      hint: phrases.checkModel,
    };
  if (status === 429) return { code: 'llm-limit', message: phrases.fewer };
  if (typeof status === 'number' && status >= 400)
    return { code: 'llm-refused', message: phrases.refused(status), hint: phrases.checkModel };
  return {
    code: 'llm-unreachable',
    message: phrases.unreachable,
    hint: phrases.checkAddress,
  };
}
