/** What went wrong with a request → a Problem that names the wall and the way round it. No credential of the address gets in. */
import type { Problem } from '#model/failure.ts';

type Headers = Readonly<Record<string, string>>;

/** An address as it may be shown: without user name, password and the values of its query. */
export function shownUrl(url: string): string {
  const parsed = URL.parse(url);
  if (parsed === null) return 'the address';
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

const ASK_FOR_ACCESS =
  'Ask the publisher for access by the user agent that Wirebrief sends, look for another address of the feed, or remove it.';

/** For an answer that is neither content nor a redirect; `status` is 400 or more. */
export function statusProblem(url: string, status: number, headers: Headers): Problem {
  const shown = shownUrl(url);
  const wall = WALLS.find(({ isIn }) => isIn(headers))?.name;
  // A wall's own page comes as 403, 429 or 503; a plain 404 or 500 behind the same provider is the site's.
  if (wall !== undefined && (status === 403 || (status === 503 && 'cf-mitigated' in headers))) {
    return { code: 'forbidden', message: `${wall} keeps programs away from ${shown} (HTTP ${status}).`, hint: ASK_FOR_ACCESS };
  }
  const known = STATUS[status] ?? (status >= 500 ? SERVER_ERROR : REFUSED_REQUEST);
  return { code: known.code, message: `${shown} ${known.seen} (HTTP ${status}).`, hint: known.hint };
}

type Known = { readonly code: string; readonly seen: string; readonly hint: string };

const SERVER_ERROR: Known = { code: 'server-error', seen: 'has trouble of its own', hint: 'Nothing to do here: it is tried again later.' };
const REFUSED_REQUEST: Known = {
  code: 'http-status',
  seen: 'refused the request',
  hint: 'Open the address in a browser and check that it is right.',
};
const STATUS: Readonly<Record<number, Known>> = {
  401: {
    code: 'unauthorized',
    seen: 'asks for a password',
    hint: 'Give the feed its user name and password or token in the configuration.',
  },
  402: { code: 'paywall', seen: 'asks for a payment', hint: 'Use the feed address that comes with a subscription, or remove the feed.' },
  403: { code: 'forbidden', seen: 'does not let us in', hint: ASK_FOR_ACCESS },
  404: { code: 'not-found', seen: 'is not there', hint: "Check the address, or look for the feed's new address on the publisher's site." },
  407: {
    code: 'proxy-login',
    seen: 'could not be reached: the proxy asks for a password',
    hint: 'Put user name and password into HTTPS_PROXY.',
  },
  410: { code: 'gone', seen: 'is gone for good', hint: 'Remove the feed; its publisher has ended it.' },
  429: {
    code: 'rate-limited',
    seen: 'wants fewer requests',
    hint: 'Nothing to do here: it is asked again later. If it stays so, poll it less often.',
  },
  451: { code: 'legal', seen: 'is withheld for legal reasons', hint: 'Remove the feed, or ask from another country.' },
};

/** For a request that never became an answer. `error` is what undici, node or our own guard threw. */
export function requestProblem(url: string, error: unknown, limits: { readonly timeoutMs: number; readonly maxBytes: number }): Problem {
  const shown = shownUrl(url);
  const code = errorCode(error);
  if (code === 'BLOCKED_ADDRESS') {
    return {
      code: 'private-address',
      message: `${shown} leads to a private or reserved address, which feeds may not reach.`,
      hint: "If it is your own server, add its exact address and port to the configuration's fetch.allow.",
    };
  }
  if (code === 'BODY_TOO_LARGE') {
    return {
      code: 'too-large',
      message: `${shown} is larger than ${Math.round(limits.maxBytes / 100_000) / 10} MB.`,
      hint: 'Look for a shorter feed of the same publisher, or raise fetch.maxBytes.',
    };
  }
  if (code === 'BAD_ENCODING') {
    return {
      code: 'bad-encoding',
      message: `${shown} is packed in a way that cannot be unpacked.`,
      hint: "It is the server's fault: tell the publisher.",
    };
  }
  if (DNS.has(code)) {
    return {
      code: 'dns',
      message: `The host name of ${shown} is not known (${code}).`,
      hint: "Check the address for a typing error, and this machine's name server.",
    };
  }
  if (TIMEOUTS.has(code)) {
    return {
      code: 'timeout',
      message: `${shown} did not answer within ${limits.timeoutMs / 1000} seconds.`,
      hint: 'It is tried again later; if it stays slow, raise fetch.timeoutMs.',
    };
  }
  if (TLS.test(code)) {
    return {
      code: 'tls',
      message: `The certificate or encryption of ${shown} is not in order (${code}).`,
      hint: 'Tell the publisher; behind a company proxy, give its certificate in NODE_EXTRA_CA_CERTS.',
    };
  }
  if (code === 'ECONNREFUSED' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH') {
    return {
      code: 'refused',
      message: `Nothing answers at ${shown} (${code}).`,
      hint: 'Check the address and port; it is tried again later.',
    };
  }
  if (code === 'ABORTED') return { code: 'stopped', message: `The request for ${shown} was stopped.` };
  return {
    code: 'broken-answer',
    message: `The connection to ${shown} broke or its answer is no HTTP (${code}).`,
    hint: 'It is tried again later; if it stays so, tell the publisher.',
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
