/** A feed's address (http, https or file) → its bytes, or why there are none. */
import { open } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { HttpClient } from '#lib/http.ts';
import type { Instant } from '#model/article.ts';
import type { Problem } from '#model/failure.ts';
import type { FetchOutcome, Validators } from '#model/feed.ts';
import { phrases as feeds } from '#phrases/feeds.ts';
import { phrases } from '#phrases/requests.ts';

/** A login or user agent of this feed's own; `headers` never follow a redirect to another origin as far as they hold a login. */
export type FetchFeedOptions = {
  readonly maxBytes?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Only the terminal and the YAML file may name a file; chat and redirects never. */
  readonly allowFile?: boolean;
};

const ACCEPT_FEEDS =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';
const MAX_FILE_BYTES = 50_000_000;

export async function fetchFeed(
  client: HttpClient,
  url: string,
  validators: Validators,
  options: FetchFeedOptions = {},
): Promise<FetchOutcome> {
  if (URL.parse(url)?.protocol !== 'file:') return client.get(url, { ...options, accept: ACCEPT_FEEDS, validators });
  if (options.allowFile === true) return readFeedFile(url, validators, options.maxBytes ?? MAX_FILE_BYTES);
  return failed({
    code: 'file-not-allowed',
    message: phrases.filesOfConfiguration,
    hint: feeds.putInConfiguration,
  });
}

async function readFeedFile(url: string, validators: Validators, maxBytes: number): Promise<FetchOutcome> {
  try {
    await using file = await open(fileURLToPath(url), 'r');
    const stat = await file.stat();
    const { size, mtimeMs } = stat;
    if (!stat.isFile()) return failed({ code: 'not-a-file', message: phrases.noFeedFile(url), hint: phrases.nameFeedFile });
    if (size > maxBytes)
      return failed({
        code: 'too-large',
        message: phrases.fileTooLarge(url, maxBytes),
        hint: phrases.splitFile,
      });
    const etag = fileEtag(size, mtimeMs);
    if (validators.etag === etag) return { kind: 'unchanged' };
    return { kind: 'fresh', bytes: await file.readFile(), contentType: undefined, url, validators: { etag } };
  } catch (error) {
    return failed(fileProblem(url, error));
  }
}

function fileEtag(size: number, modifiedAt: Instant): string {
  return `"${size}-${modifiedAt}"`;
}

function fileProblem(url: string, error: unknown): Problem {
  if (!(error instanceof Error && 'code' in error)) throw error;
  const code = String(error.code);
  if (code === 'ENOENT') return { code: 'not-found', message: phrases.noFile(url), hint: phrases.checkPath };
  if (code === 'EACCES' || code === 'EPERM') return { code: 'forbidden', message: phrases.mayNotRead(url), hint: phrases.checkPermissions };
  return { code: 'bad-address', message: phrases.unreadable(url, code), hint: phrases.fullPath };
}

function failed(problem: Problem): FetchOutcome {
  return { kind: 'failed', problem };
}
