/** Discord's rate limits: a request → the headers of its bucket, or a 429. Five messages in five seconds to a channel, fifty requests a second in all. */

export type Limited = { readonly headers: Record<string, string>; readonly retryAfterSeconds?: number; readonly isGlobal?: boolean };
type Bucket = { used: number; resetAt: number };

const PER_CHANNEL = { limit: 5, windowMs: 5_000 };
const OTHERS = { limit: 50, windowMs: 1_000 };

export function createBuckets(now: () => number): (method: string, path: string) => Limited {
  const buckets = new Map<string, Bucket>();
  const take = (name: string, { limit, windowMs }: typeof OTHERS) => {
    const known = buckets.get(name);
    const bucket = known && known.resetAt > now() ? known : { used: 0, resetAt: now() + windowMs };
    buckets.set(name, bucket);
    bucket.used += 1;
    return { remaining: limit - bucket.used, resetAfterMs: bucket.resetAt - now() };
  };
  return (method, path) => {
    // Interactions are not counted among the bot's requests.
    const isInteraction = path.startsWith('/interactions/') || path.startsWith('/webhooks/');
    if (!isInteraction) {
      const all = take('global', OTHERS);
      if (all.remaining < 0)
        return {
          headers: { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' },
          retryAfterSeconds: all.resetAfterMs / 1_000,
          isGlobal: true,
        };
    }
    const isPost = method === 'POST' && /^\/channels\/\d+\/messages$/.test(path);
    const rule = isPost ? PER_CHANNEL : OTHERS;
    const major =
      /^\/(?:channels|guilds|webhooks)\/[^/]+(?:\/[^/]+)?/.exec(isInteraction ? path : path.split('/').slice(0, 3).join('/'))?.[0] ?? '';
    const kind = `${method}:${path.replace(/\d{15,}/g, ':id')}`;
    const { remaining, resetAfterMs } = take(`${kind}:${major}`, rule);
    const headers = {
      'x-ratelimit-limit': String(rule.limit),
      'x-ratelimit-remaining': String(Math.max(0, remaining)),
      'x-ratelimit-reset-after': (resetAfterMs / 1_000).toFixed(3),
      'x-ratelimit-bucket': Buffer.from(kind.split('/webhooks/')[0] || 'webhook')
        .toString('hex')
        .slice(0, 32),
    };
    return remaining < 0
      ? { headers: { ...headers, 'x-ratelimit-scope': 'user' }, retryAfterSeconds: Math.ceil(resetAfterMs / 1_000) }
      : { headers };
  };
}
