/** Tokens → whether Slack takes them, asked once; for `check`, which starts nothing. */
import type { Problem } from '#model/failure.ts';
import { phrases } from '#phrases/slack.ts';
import { createApi } from './api.ts';
import { introduce } from './bots.ts';
import { appTokenProblem, notSet, unreachable } from './problems.ts';
import type { SlackSettings } from './settings.ts';

type Needs = Pick<SlackSettings, 'apiUrl' | 'mode' | 'botToken' | 'appToken' | 'signingSecret' | 'install' | 'log' | 'network'>;

export const modeOf = ({ mode }: Pick<Needs, 'mode'>): string => (mode === 'socket' ? phrases.socketMode : phrases.httpMode);

/** `problems`: what needs mending. The signing secret cannot be tried out; Slack's first request does. */
export async function verifySlack(settings: Needs): Promise<{ readonly note: string; readonly problems: readonly Problem[] }> {
  const api = createApi(settings);
  const problems: Problem[] = [...notSet(settings)];
  let note = modeOf(settings);
  if (!settings.install && settings.botToken) {
    const found = await introduce(api, settings.botToken);
    if (found.problem) problems.push(found.problem);
    if (found.kind === 'known') note = phrases.ofWorkspace(found.bot.team ?? '', note);
  }
  if (settings.mode === 'socket' && settings.appToken) {
    const opened = await api.call(settings.appToken, 'apps.connections.open');
    if (opened.kind === 'refused') problems.push(appTokenProblem(opened.error));
    if (opened.kind === 'outage') problems.push(unreachable(opened.message));
  }
  return { note, problems };
}
