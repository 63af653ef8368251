/** The configured platforms → whether their tokens are taken, and what to do next there. */
import type { Config } from '#model/config.ts';
import type { Problem } from '#model/failure.ts';
import { logFor } from './house.ts';
import { discordAccess, hasDiscord, hasSlack, slackAccess } from './platforms.ts';

export type Finding = {
  readonly what: string;
  readonly problems: readonly Problem[];
  readonly note?: string;
  /** What to do next, where all is well. */
  readonly next?: string;
};

/** @param offline Nobody is asked: only what is not set at all is seen then. */
export async function* inspectPlatforms(config: Config, offline: boolean): AsyncGenerator<Finding> {
  // Said here, so nothing of it needs a log.
  const log = logFor({ ...config, log: { level: 'silent' } });
  if (hasSlack(config)) {
    const [{ modeOf, verifySlack }, { notSet }] = await Promise.all([import('#chat/slack/verify.ts'), import('#chat/slack/problems.ts')]);
    const { publicUrl } = config.http;
    const { install } = config.slack;
    const settings = { ...(await slackAccess(config)), log, ...(install && { install: { ...install, store: noState } }) };
    yield {
      what: 'Slack',
      ...(offline ? { note: `${modeOf(settings)}, not asked`, problems: notSet(settings) } : await verifySlack(settings)),
      next: install
        ? `open ${publicUrl ?? '<your public address>'}/slack/install to add it to a workspace`
        : 'in a channel, type /invite @Wirebrief; then /wirebrief help',
    };
  }
  if (hasDiscord(config)) {
    const { verifyDiscord } = await import('#chat/discord/verify.ts');
    const { note, problems, inviteLink } = offline ? { note: 'not asked', problems: [] } : await verifyDiscord(await discordAccess(config));
    yield { what: 'Discord', note, problems, ...(inviteLink && { next: `add it to a server: ${inviteLink}` }) };
  }
  if (!hasSlack(config) && !hasDiscord(config))
    yield { what: 'chat', problems: [], note: 'none configured; docs/slack.md and docs/discord.md say how' };
}

/** Schedules of the file whose briefings would reach nobody: no adapter of theirs is ever opened. */
export function inspectSchedules({ schedules, ...config }: Config): readonly Finding[] {
  const isThere: Readonly<Record<string, boolean>> = { slack: hasSlack(config), discord: hasDiscord(config) };
  return schedules.flatMap(({ channel }, index): Finding[] => {
    const [platform = '', ...rest] = channel.split(':');
    if (rest.length === 0 || isThere[platform]) return [];
    const hint =
      platform in isThere
        ? `Set its tokens (docs/${platform}.md), or take the schedule out.`
        : 'A channel is “desk”, or begins with slack: or discord:, as “schedule list” shows it.';
    const message = `It is to be posted in ${channel}, and ${platform in isThere ? `no token for ${platform} is set` : 'there is no such chat'}.`;
    return [{ what: `schedules.${index}`, problems: [{ code: 'no-chat', message, hint }] }];
  });
}

/** Verifying stores nothing. */
const noState = { get: async () => undefined, set: async () => undefined, delete: async () => undefined };
