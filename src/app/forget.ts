/**
 * An article, a speaker or a tenant → nothing of it in the store, the indexes and the caches, the posts that still show it, and a mark by which
 * a restored backup is made to forget it again. An article that names a forgotten speaker is neither kept nor taken in again.
 */
import { canonicalUrl } from '#ingest/canonical-url.ts';
import type { Article, ArticleId, Instant } from '#model/article.ts';
import type { Forgotten, ForgottenKind, ShownPost } from '#model/forgotten.ts';
import type { TenantId } from '#model/subscription.ts';
import type { Storage } from '#storage/storage.ts';
import { isMarked, isNamedIn, toForgotten } from './forgotten-marks.ts';

/** Where the marks stand besides the store: a restored backup does not bring back an older list. */
export type ForgottenFile = {
  readonly read: () => readonly Forgotten[];
  readonly append: (entry: Forgotten) => void;
};

export type ForgetTools = {
  readonly storage: Storage;
  readonly file: ForgottenFile;
  readonly now: () => Instant;
  /** A new secret for the first mark. */
  readonly newSalt: () => string;
};

export type Forgetting = {
  readonly articles: number;
  /** Titles and addresses of some of them, for the one who asked. */
  readonly examples: readonly { readonly title: string; readonly url: string }[];
  readonly posts: readonly ShownPost[];
};

export type Forgetter = {
  /** `isTrial`: says what would go, and changes nothing. */
  readonly forget: (kind: ForgottenKind, what: string, options?: { readonly isTrial?: boolean }) => Promise<Forgetting>;
  /** At each start, and now and then for what another process of a fleet was asked: what the store does not know to be forgotten is forgotten again. @returns how many marks that were. */
  readonly replay: () => Promise<number>;
  /** May an article be taken in? */
  readonly isForgotten: (article: Pick<Article, 'title' | 'text' | 'byline'> & { readonly key: string }) => boolean;
};

const PAGE = 200;
const MAX_EXAMPLES = 5;

export function createForgetter({ storage, file, now, newSalt }: ForgetTools): Forgetter {
  let known: readonly Forgotten[] = [];
  let under: Promise<unknown> = Promise.resolve();
  /** One at a time: a mark that is being carried out is not missing. */
  const alone = <T>(run: () => Promise<T>): Promise<T> => {
    const result = under.then(run, run);
    under = result.catch(() => {});
    return result;
  };

  const forget: Forgetter['forget'] = async (kind, what, { isTrial = false } = {}) => {
    const name = kind === 'article' ? canonicalUrl(what) : what.trim();
    const salt = known[0]?.salt ?? newSalt();
    const entry = toForgotten(kind, name, salt, now());
    // First of all, so that it is done to the end after whatever comes in between.
    if (!isTrial && !file.read().some(({ id }) => id === entry.id)) file.append(entry);
    const done = await erase(entry, storage, isTrial);
    if (isTrial) return done;
    await storage.forgetting.note(entry);
    known = [...known.filter(({ id }) => id !== entry.id), entry];
    await storage.forgetting.compact();
    return done;
  };

  const replay = async () => {
    const applied = await storage.forgetting.list();
    const written = file.read();
    for (const entry of applied) if (!written.some(({ id }) => id === entry.id)) file.append(entry);
    const missing = written.filter(({ id }) => !applied.some((entry) => entry.id === id));
    for (const entry of missing) {
      await erase(entry, storage, false);
      await storage.forgetting.note(entry);
    }
    known = [...applied, ...missing];
    if (missing.length > 0) await storage.forgetting.compact();
    return missing.length;
  };

  const isForgotten: Forgetter['isForgotten'] = ({ key, title, text, byline }) =>
    known.some((entry) => {
      if (entry.kind === 'article') return isMarked(entry, key);
      return entry.kind === 'speaker' && isNamedIn(entry, `${title} \n ${byline ?? ''} \n ${text}`);
    });

  return {
    forget: (kind, what, options) => alone(() => forget(kind, what, options)),
    replay: () => alone(replay),
    isForgotten,
  };
}

async function erase(entry: Forgotten, storage: Storage, isTrial: boolean): Promise<Forgetting> {
  const { forgetting, retention } = storage;
  if (entry.kind === 'tenant') return eraseTenant(entry, storage, isTrial);
  const examples: { title: string; url: string }[] = [];
  const ids: ArticleId[] = [];
  const urls = new Set<string>();
  let after = -1;
  for (;;) {
    const page = await forgetting.articles(after, PAGE);
    for (const article of page) {
      after = article.no;
      const isIt =
        entry.kind === 'article'
          ? isMarked(entry, article.key)
          : isNamedIn(entry, `${article.title} \n ${article.byline} \n ${article.text} \n ${article.facts}`);
      if (!isIt) continue;
      ids.push(article.id);
      if (entry.kind === 'article') urls.add(article.url);
      if (examples.length < MAX_EXAMPLES) examples.push({ title: article.title, url: article.url });
    }
    if (page.length < PAGE) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  const mentions = (text: string) =>
    entry.kind === 'speaker' ? isNamedIn(entry, text) : [...urls].some((url) => holdsUrl(text, url)) || ids.some((id) => text.includes(id));
  const posts = await forgetting.posts(mentions);
  if (isTrial) return { articles: ids.length, examples, posts };
  for (let from = 0; from < ids.length; from += PAGE) await retention.removeArticles(ids.slice(from, from + PAGE));
  await forgetting.scrub(mentions);
  return { articles: ids.length, examples, posts };
}

async function eraseTenant(entry: Forgotten, { forgetting }: Storage, isTrial: boolean): Promise<Forgetting> {
  let articles = 0;
  const posts: ShownPost[] = [];
  for (const tenant of await forgetting.tenants()) {
    if (!isMarked(entry, tenant)) continue;
    posts.push(...(await forgetting.posts((_text, owner) => owner === tenant)));
    articles += await forgetting.articlesOf(tenant);
    if (isTrial) continue;
    await forgetting.removeTenant(tenant);
    // A name that is no id of a platform ("desk") is a word of the language too, and trusted only as a job names its tenant.
    await forgetting.scrub((text) => (tenant.includes(':') ? holdsId(text, tenant) : text.includes(`"tenant":${JSON.stringify(tenant)}`)));
  }
  return { articles, examples: [], posts };
}

/** "slack:T1" does not stand in "slack:T12". */
const holdsId = (text: string, tenant: TenantId): boolean =>
  placesOf(text, tenant).some(
    ([start, end]) => !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, start - 2), start)) && !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2)),
  );

/** "https://example.org/a" stands in "https://example.org/a?page=2#b", but not in "https://example.org/a-b" or "https://example.org/a/b". */
const holdsUrl = (text: string, url: string): boolean =>
  placesOf(text, url).some(([, end]) => !/^(?:[\p{L}\p{N}_~%$&+=-]|[./][\p{L}\p{N}])/u.test(text.slice(end, end + 3)));

function placesOf(text: string, part: string): readonly (readonly [start: number, end: number])[] {
  const places: [number, number][] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + 1)) places.push([at, at + part.length]);
  return places;
}
