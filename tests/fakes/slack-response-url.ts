/** What Slack does with a POST to a response_url: five uses within thirty minutes, messages in the place where the command was given. */
import { refuseBlocks } from './slack-limits.ts';
import type { FakeWorld } from './slack-world.ts';

export type ResponseContext = {
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  /** The message whose button was pressed. */
  readonly original?: string;
};
export type ResponseUrl = ResponseContext & { uses: number; readonly at: number };

const MAX_USES = 5;
const MAX_AGE_MS = 30 * 60_000;

export function answerResponseUrl(
  world: FakeWorld,
  urls: ReadonlyMap<string, ResponseUrl>,
  id: string,
  args: Record<string, unknown>,
): { readonly status: number; readonly body: unknown } {
  const url = urls.get(id);
  if (!url) return { status: 404, body: 'used_url' };
  if (Date.now() - url.at > MAX_AGE_MS) return { status: 404, body: 'expired_url' };
  if (url.uses >= MAX_USES) return { status: 404, body: 'used_url' };
  url.uses += 1;
  const original =
    url.original === undefined ? undefined : world.messages.find(({ ts, channel }) => ts === url.original && channel === url.channel);
  if (args.delete_original === true) {
    if (original) world.messages.splice(world.messages.indexOf(original), 1);
    return { status: 200, body: { ok: true } };
  }
  const refusal = args.blocks === undefined ? null : refuseBlocks(args.blocks);
  if (refusal) return { status: 400, body: refusal.error };
  if (args.blocks === undefined && typeof args.text !== 'string') return { status: 400, body: 'no_text' };
  const content = { text: String(args.text ?? ''), blocks: (args.blocks as readonly unknown[] | undefined) ?? [] };
  if (args.replace_original === true && original) {
    Object.assign(original, content);
    original.edits += 1;
    return { status: 200, body: { ok: true } };
  }
  world.messages.push({
    ...content,
    channel: url.channel,
    team: url.team,
    ts: world.nextTs(),
    ...(args.response_type === 'in_channel' ? {} : { ephemeralTo: url.user }),
    ...(typeof args.thread_ts === 'string' ? { threadTs: args.thread_ts } : {}),
    via: 'response_url',
    edits: 0,
  });
  return { status: 200, body: { ok: true } };
}
