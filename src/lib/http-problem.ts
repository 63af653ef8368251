/** What went wrong with a request → a Problem that names the wall and the way round it. No credential of the address gets in. */
import type { Problem } from '#model/failure.ts';
import { phrases } from '#phrases/requests.ts';

type Headers = Readonly<Record<string, string>>;

/** An address as it may be shown: without user name, password and the values of its query. */
export function shownUrl(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return phrases.theAddress;
  return `${parsed.protocol}//${parsed.host}${parsed.pathname}${parsed.search === '' ? '' : '?…'}`;
}

/** Bot walls by the marks that they leave in an answer's headers. */
const WALLS: readonly { readonly name: string; readonly isIn: (headers: Headers) => boolean }[] = [
  {
    name: 'DataDome',
    isIn: (h) => 'x-datadome' in h || 'x-dd-b' in h || has(h, 'server', 'datadome') || has(h, 'set-cookie', 'datadome='),
  },
  { name: 'PerimeterX', isIn: (h) => 'x-px-block' in h || has(h, 'set-cookie', '_px') },
  { name: 'Imperva', isIn: (h) => 'x-iinfo' in h || has(h, 'set-cookie', 'incap_ses') },
  { name: 'Sucuri', isIn: (h) => 'x-sucuri-id' in h || has(h, 'server', 'sucuri') },
  { name: 'AWS WAF', isIn: (h) => 'x-amzn-waf-action' in h },
  { name: 'Akamai', isIn: (h) => has(h, 'server', 'akamai') },
  { name: 'Cloudflare', isIn: (h) => 'cf-mitigated' in h || 'cf-ray' in h || has(h, 'server', 'cloudflare') },
];

function has(headers: Headers, name: string, mark: string): boolean {
  return (headers[name] ?? '').toLowerCase().includes(mark);
}

/** For an answer that is neither content nor a redirect; `status` is 400 or more. */
export function statusProblem(url: string, status: number, headers: Headers): Problem {
  const shown = shownUrl(url);
  const wall = WALLS.find(({ isIn }) => isIn(headers))?.name;
  // A wall's own page comes as 403, 429 or 503; a plain 404 or 500 behind the same provider is the site's.
  if (wall !== undefined && (status === 403 || (status === 503 && 'cf-mitigated' in headers))) {
    return { code: 'forbidden', message: phrases.keptOut(wall, shown, status), hint: phrases.askForAccess };
  }
  const kind = isKnown(status) ? status : status >= 500 ? 500 : 400;
  const { seen, hint } = { hint: phrases.askForAccess, ...phrases.statuses[kind] };
  return { code: CODES[kind], message: phrases.answered(shown, seen, status), hint };
}

type Status = keyof typeof phrases.statuses;

const CODES: Readonly<Record<Status, string>> = {
  400: 'http-status',
  401: 'unauthorized',
  402: 'paywall',
  403: 'forbidden',
  404: 'not-found',
  407: 'proxy-login',
  410: 'gone',
  429: 'rate-limited',
  451: 'legal',
  500: 'server-error',
};
const isKnown = (status: number): status is Status => Object.hasOwn(CODES, status);

/** For a request that never became an answer. `error` is what undici, node or our own guard threw. */
export function requestProblem(url: string, error: unknown, limits: { readonly timeoutMs: number; readonly maxBytes: number }): Problem {
  const shown = shownUrl(url);
  const code = errorCode(error);
  if (code === 'BLOCKED_ADDRESS') {
    return {
      code: 'private-address',
      message: phrases.isPrivate(shown),
      hint: phrases.allowIt,
    };
  }
  if (code === 'BODY_TOO_LARGE') {
    return {
      code: 'too-large',
      message: phrases.tooLarge(shown, Math.round(limits.maxBytes / 100_000) / 10),
      hint: phrases.shorterFeed,
    };
  }
  if (code === 'BAD_ENCODING') {
    return {
      code: 'bad-encoding',
      message: phrases.badEncoding(shown),
      hint: phrases.serversFault,
    };
  }
  if (DNS.has(code)) {
    return {
      code: 'dns',
      message: phrases.unknownHost(shown, code),
      hint: phrases.checkHost,
    };
  }
  if (TIMEOUTS.has(code)) {
    return {
      code: 'timeout',
      message: phrases.tooSlow(shown, limits.timeoutMs / 1000),
      hint: phrases.ifItStaysSlow,
    };
  }
  if (TLS.test(code)) {
    return {
      code: 'tls',
      message: phrases.badCertificate(shown, code),
      hint: phrases.giveCertificate,
    };
  }
  if (code === 'ECONNREFUSED' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH') {
    return {
      code: 'refused',
      message: phrases.noAnswer(shown, code),
      hint: phrases.checkPort,
    };
  }
  if (code === 'ABORTED') return { code: 'stopped', message: phrases.stopped(shown) };
  return {
    code: 'broken-answer',
    message: phrases.broken(shown, code),
    hint: phrases.ifItStaysSo,
  };
}

const DNS: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_FAIL', 'ENODATA', 'ESERVFAIL', 'EBADNAME']);
const TIMEOUTS: ReadonlySet<string> = new Set([
  'TIMEOUT',
  'TimeoutError',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);
const TLS = /CERT|SIGNED|SSL|TLS|EPROTO|UNABLE_TO|CRL/;

/** The most telling code in an error, its causes and, where several addresses were tried, the first of theirs. */
export function errorCode(error: unknown): string {
  let current: unknown = error;
  for (let depth = 0; depth < 5 && typeof current === 'object' && current !== null; depth++) {
    const { code, name, cause, errors } = current as { code?: unknown; name?: unknown; cause?: unknown; errors?: unknown };
    if (name === 'TimeoutError') return 'TIMEOUT';
    if (name === 'AbortError') return 'ABORTED';
    if (typeof code === 'string' && code !== 'UND_ERR_ABORTED') return code;
    current = cause ?? (Array.isArray(errors) ? errors[0] : undefined);
  }
  return error instanceof Error ? error.name : 'unknown';
}
