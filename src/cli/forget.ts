/** forget article|speaker|tenant → erased from store, indexes and caches, by the running bot where there is one; then the posts that still show it. */
import type { Forgetting } from '#app/forget.ts';
import { foldedWords } from '#lib/fold.ts';
import { Failure } from '#model/failure.ts';
import type { ForgottenKind } from '#model/forgotten.ts';
import { readConfig } from '../config.ts';
import { openHouse } from './house.ts';
import { forgetByRunningBot } from './running-bot.ts';

export const KINDS: readonly ForgottenKind[] = ['article', 'speaker', 'tenant'];

export type ForgetOptions = { readonly dryRun?: boolean; readonly oneWord?: boolean };

/** @throws Failure 'usage'. Exit code 0, also where nothing of it was there: the mark is kept for what may come. */
export async function forget(kind: string, what: string, { dryRun = false, oneWord = false }: ForgetOptions): Promise<number> {
  const known = KINDS.find((each) => each === kind);
  if (!known) throw new Failure({ code: 'usage', message: `“${kind}” cannot be forgotten.`, hint: `One of: ${KINDS.join(', ')}.` });
  if (known === 'speaker' && foldedWords(what).length < (oneWord ? 1 : 2))
    throw new Failure({
      code: 'usage',
      message: `“${what}” is one word, and every article with it would go.`,
      hint: 'Give the whole name, or add --one-word where that is what you want.',
    });
  const config = readConfig();
  const done = await here().catch((error: unknown) => {
    if (error instanceof Failure && error.code === 'already-running')
      return forgetByRunningBot(config.dataDir, { kind: known, what, isTrial: dryRun });
    throw error;
  });
  process.stdout.write(`${tellForgotten(known, what, done, dryRun).join('\n')}\n`);
  return 0;

  async function here(): Promise<Forgetting> {
    const house = await openHouse(config, { mode: 'own' });
    try {
      return await house.forgetter.forget(known ?? 'article', what, { isTrial: dryRun });
    } finally {
      await house.close();
    }
  }
}

function tellForgotten(kind: ForgottenKind, what: string, { articles, examples, posts }: Forgetting, isTrial: boolean): string[] {
  const count = `${articles} ${articles === 1 ? 'article' : 'articles'}`;
  const lead = isTrial
    ? `Nothing was changed. Forgetting the ${kind} “${what}” would remove ${count}.`
    : articles || posts.length
      ? `The ${kind} “${what}” is forgotten: ${count} removed.`
      : `Nothing of the ${kind} “${what}” was here. What may come of it is kept out from now on.`;
  const shown = examples.map(({ title, url }) => `  ${title} (${url})`);
  const messages = posts.map(
    ({ channel, at, ids }) => `  ${channel}, ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC, message ${ids.join(', ')}`,
  );
  return [
    lead,
    ...shown,
    ...(articles > shown.length && shown.length ? [`  and ${articles - shown.length} more`] : []),
    ...(messages.length ? ['', 'These posts show it; they stand in channels and must be removed there:', ...messages] : []),
    ...(isTrial
      ? []
      : [
          '',
          'A restored backup forgets it again at its first start. Copies of the database (backup, data/backups) still hold it: remove those that you do not need.',
        ]),
  ];
}
