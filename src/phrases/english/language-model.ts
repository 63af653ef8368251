/** Why a language model did not reword a summary; "status" says it. */

export const phrases = {
  slow: 'The LLM gave no answer in time.',
  raiseTimeout: 'Raise llm.timeoutMs, or take a faster model.',
  badKey: (status: number) => `The LLM refused the key (HTTP ${status}).`,
  checkKey: 'Check LLM_API_KEY.',
  noModel: 'The LLM’s address knows no such model or path (HTTP 404).',
  checkModel: 'Check LLM_BASE_URL and LLM_MODEL.',
  fewer: 'The LLM asks for fewer questions (HTTP 429).',
  refused: (status: number) => `The LLM answered with HTTP ${status}.`,
  unreachable: 'The LLM could not be reached, or its answer could not be read.',
  checkAddress: 'Check LLM_BASE_URL.',
};
