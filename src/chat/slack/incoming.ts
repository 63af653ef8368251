/** Everything Slack delivers, by way of Bolt → acknowledged at once, then taken up once. */
import type { App } from '@slack/bolt';
import { type Loose, looseOf, textOf } from '../loose.ts';
import { ARGUMENTS_VIEW, SUGGEST_ACTION } from './modal.ts';

/** What the adapter does about a delivery; none of these is waited for, except the suggestions, which are the acknowledgement. */
export type Deliveries = {
  readonly command: (body: Loose) => Promise<void>;
  readonly action: (body: Loose, action: Loose) => Promise<void>;
  readonly submission: (body: Loose) => Promise<void>;
  readonly suggestions: (body: Loose) => Promise<readonly unknown[]>;
  readonly mention: (body: Loose) => Promise<void>;
  readonly directMessage: (body: Loose) => Promise<void>;
  readonly joined: (body: Loose) => Promise<void>;
  readonly homeOpened: (body: Loose) => Promise<void>;
  readonly uninstalled: (body: Loose) => Promise<void>;
};

/**
 * One listener for each kind, since every matching listener of Bolt runs and an unmatched delivery is never acknowledged.
 * @param begin Starts work behind the acknowledgement and sees to its failure.
 */
export function listenTo(app: App, on: Deliveries, begin: (work: () => Promise<void>) => void): void {
  const loose = (body: unknown): Loose => looseOf(body);

  app.command(/.*/, async ({ ack, body }) => {
    await ack();
    begin(() => on.command(loose(body)));
  });
  app.action(/.*/, async ({ ack, body, action }) => {
    await ack();
    begin(() => on.action(loose(body), loose(action)));
  });
  app.view(/.*/, async ({ ack, body, view }) => {
    await ack();
    if (view.callback_id === ARGUMENTS_VIEW) begin(() => on.submission(loose(body)));
  });
  app.shortcut(/.*/, async ({ ack }) => ack());
  app.options(/.*/, async ({ ack, body }) => {
    const isOurs = textOf(loose(body).action_id).startsWith(`${SUGGEST_ACTION}:`);
    const options = isOurs ? await on.suggestions(loose(body)) : [];
    await ack({ options: options as never });
  });

  // Bolt acknowledges events itself, before these run.
  app.event('app_mention', async ({ body }) => begin(() => on.mention(loose(body))));
  app.event('message', async ({ body }) => begin(() => on.directMessage(loose(body))));
  app.event('member_joined_channel', async ({ body }) => begin(() => on.joined(loose(body))));
  app.event('app_home_opened', async ({ body }) => begin(() => on.homeOpened(loose(body))));
  app.event('app_uninstalled', async ({ body }) => begin(() => on.uninstalled(loose(body))));
  app.event('tokens_revoked', async ({ body }) => {
    // The tokens of people may be revoked while the bot's stays.
    const { bot } = looseOf(looseOf(loose(body).event).tokens);
    if (Array.isArray(bot) && bot.length > 0) begin(() => on.uninstalled(loose(body)));
  });
}
