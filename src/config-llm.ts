/** The `llm:` part of the configuration and LLM_API_KEY → LlmSettings, or null where no provider is named. */
import { z } from 'zod';
import type { LlmSettings } from '#model/config.ts';

export const llmSchema = z
  .strictObject({
    provider: z.enum(['openai-compatible', 'anthropic']).nullable(),
    baseUrl: z.url({ protocol: /^https?$/ }).nullable(),
    model: z.string().min(1).nullable(),
    dailyTokens: z.int().min(0),
    timeoutMs: z.int().min(100).max(60_000),
  })
  .refine(({ provider, model }) => provider === null || model !== null, {
    path: ['model'],
    message: 'must be named with a provider (LLM_MODEL)',
  })
  .refine(({ provider, baseUrl }) => provider !== 'openai-compatible' || baseUrl !== null, {
    path: ['baseUrl'],
    message: 'must be named for openai-compatible (LLM_BASE_URL), such as http://127.0.0.1:11434/v1',
  })
  .refine(({ baseUrl }) => baseUrl === null || !new URL(baseUrl).username, {
    path: ['baseUrl'],
    message: 'must hold no password: it comes from LLM_API_KEY',
  });

export function llmOf({ provider, model, ...rest }: z.infer<typeof llmSchema>, apiKey: string | undefined): LlmSettings | null {
  return provider === null || model === null ? null : { provider, model, ...rest, apiKey: apiKey ?? null };
}
