/** What the rewriting of summaries asks of a language model, and what it gets. */
import type { Problem } from './failure.ts';

export type LlmQuestion = {
  readonly system: string;
  readonly prompt: string;
  readonly maxOutputTokens: number;
  /** Ends the question; it counts as failed then. */
  readonly signal: AbortSignal;
};

export type LlmAnswer =
  /** `tokens`: of question and answer, as the endpoint counts them; undefined where it does not say. */
  | { readonly kind: 'text'; readonly text: string; readonly tokens: number | undefined }
  | { readonly kind: 'failed'; readonly problem: Problem };

export type Llm = { readonly name: string; readonly ask: (question: LlmQuestion) => Promise<LlmAnswer> };
