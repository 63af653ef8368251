/** A command of the terminal → the bot that runs over the same data directory, asked through its local API. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Forgetting } from '#app/forget.ts';
import type { Pruned } from '#app/prune.ts';
import type { Ask } from '#chat/chat.ts';
import type { MessageDocument } from '#model/document.ts';
import { Failure } from '#model/failure.ts';
import type { ForgottenKind } from '#model/forgotten.ts';

/** In the data directory, while a bot runs: its address and the token that opens it. */
export const LOCAL_API_FILE = 'local-api.json';

export type ForgetRequest = { readonly kind: ForgottenKind; readonly what: string; readonly isTrial: boolean };

export type IngestAnswer = { readonly lines: readonly string[]; readonly failed: number };

/** Each asks the running bot of this data directory. @throws Failure 'bot-silent' where it does not answer. */
export const ingestByRunningBot = (dataDir: string, feeds: readonly string[]): Promise<IngestAnswer> =>
  post<IngestAnswer>(dataDir, 'ingest', { feeds });
export const askRunningBot = (dataDir: string, body: Ask['body']): Promise<MessageDocument> => post<MessageDocument>(dataDir, 'ask', body);
export const pruneByRunningBot = (dataDir: string, days: number): Promise<Pruned> => post<Pruned>(dataDir, 'prune', { days });
export const forgetByRunningBot = (dataDir: string, request: ForgetRequest): Promise<Forgetting> =>
  post<Forgetting>(dataDir, 'forget', request);

async function post<T>(dataDir: string, path: string, body: object): Promise<T> {
  try {
    const { url, token } = JSON.parse(readFileSync(join(dataDir, LOCAL_API_FILE), 'utf8')) as { url: string; token: string };
    const response = await fetch(new URL(`/api/local/${path}`, url), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`it answered ${response.status}`);
    return (await response.json()) as T;
  } catch (cause) {
    throw new Failure(
      {
        code: 'bot-silent',
        message: `Another Wirebrief holds ${dataDir}, and its local API does not answer.`,
        hint: 'Wait until it has started, or stop it and run this again.',
      },
      { cause },
    );
  }
}
