/** What Slack sends a bot: payloads of commands, events, buttons, selects and modals, in the shapes of its documentation. */
import type { ResponseContext } from './slack-response-url.ts';
import { buttonsOf, type FakeMessage, type FakeWorld } from './slack-world.ts';

export type Delivery = { readonly type: 'slash_commands' | 'events_api' | 'interactive'; readonly payload: Record<string, unknown> };
export type Delivered = { readonly ackMs: number; readonly status: number; readonly answer: unknown };

type Place = { readonly team?: string; readonly channel?: string; readonly user?: string };

const TEAM = 'T0LAB';
const CHANNEL = 'C0LAB';
const USER = 'U0ANA';

export function slackPayloads(world: FakeWorld, newResponseUrl: (context: ResponseContext) => string) {
  let events = 0;
  const interactive = (payload: Record<string, unknown>, team: string, user: string): Delivery => ({
    type: 'interactive',
    payload: {
      ...payload,
      token: 'legacy',
      api_app_id: 'A0FAKE',
      team: { id: team, domain: 'lab' },
      user: { id: user, username: 'ana', team_id: team },
    },
  });

  return {
    slash(command: string, text: string, { team = TEAM, channel = CHANNEL, user = USER }: Place = {}): Delivery {
      return {
        type: 'slash_commands',
        payload: {
          token: 'legacy',
          team_id: team,
          team_domain: 'lab',
          channel_id: channel,
          channel_name: 'general',
          user_id: user,
          user_name: 'ana',
          command,
          text,
          api_app_id: 'A0FAKE',
          is_enterprise_install: 'false',
          response_url: newResponseUrl({ team, channel, user }),
          trigger_id: world.trigger(),
        },
      };
    },

    event(event: Record<string, unknown>, team = TEAM): Delivery {
      events += 1;
      return {
        type: 'events_api',
        payload: {
          token: 'legacy',
          team_id: team,
          api_app_id: 'A0FAKE',
          type: 'event_callback',
          event_id: `Ev${events}`,
          event_time: Math.floor(Date.now() / 1_000),
          authorizations: [{ enterprise_id: null, team_id: team, user_id: `UBOT${team}`, is_bot: true, is_enterprise_install: false }],
          event,
        },
      };
    },

    mention(text: string, { team = TEAM, channel = CHANNEL, user = USER, threadTs }: Place & { threadTs?: string } = {}): Delivery {
      return this.event(
        {
          type: 'app_mention',
          user,
          text: `<@UBOT${team}> ${text}`,
          ts: world.nextTs(),
          channel,
          event_ts: '1',
          ...(threadTs ? { thread_ts: threadTs } : {}),
        },
        team,
      );
    },

    directMessage(text: string, { team = TEAM, channel = 'D0ANA', user = USER }: Place = {}): Delivery {
      return this.event({ type: 'message', channel_type: 'im', user, text, ts: world.nextTs(), channel, event_ts: '1' }, team);
    },

    /** Somebody presses the button with this label. */
    press(message: FakeMessage, label: string | RegExp, { team = message.team, user = message.ephemeralTo ?? USER }: Place = {}): Delivery {
      const button = buttonsOf(message).find((candidate) =>
        typeof label === 'string' ? candidate.label === label : label.test(candidate.label),
      );
      if (!button)
        throw new Error(
          `no button ${label} among ${buttonsOf(message)
            .map((candidate) => candidate.label)
            .join(', ')}`,
        );
      return interactive(
        {
          type: 'block_actions',
          container: {
            type: 'message',
            message_ts: message.ts,
            channel_id: message.channel,
            is_ephemeral: message.ephemeralTo !== undefined,
          },
          trigger_id: world.trigger(),
          channel: { id: message.channel, name: 'general' },
          // Slack leaves the message out where it is ephemeral.
          ...(message.ephemeralTo
            ? {}
            : {
                message: {
                  type: 'message',
                  ts: message.ts,
                  text: message.text,
                  blocks: message.blocks,
                  ...(message.threadTs ? { thread_ts: message.threadTs } : {}),
                },
              }),
          state: { values: {} },
          response_url: newResponseUrl({ team, channel: message.channel, user, original: message.ts }),
          actions: [
            {
              type: 'button',
              action_id: button.action_id,
              block_id: 'b1',
              value: button.value,
              text: { type: 'plain_text', text: button.label },
              action_ts: world.nextTs(),
            },
          ],
        },
        team,
        user,
      );
    },

    suggestion(view: Record<string, unknown>, actionId: string, typed: string, { team = TEAM, user = USER }: Place = {}): Delivery {
      return interactive(
        { type: 'block_suggestion', action_id: actionId, block_id: actionId, value: typed, container: { type: 'view' }, view },
        team,
        user,
      );
    },

    /** A modal is sent with these values: block id → what was typed or chosen. */
    submit(view: Record<string, unknown>, values: Readonly<Record<string, string>>, { team = TEAM, user = USER }: Place = {}): Delivery {
      const blocks = (view.blocks ?? []) as { block_id?: string; element?: { action_id: string; type: string } }[];
      const state = Object.fromEntries(
        blocks.flatMap(({ block_id, element }) => {
          if (!block_id || !element) return [];
          const value = values[block_id];
          const isSelect = element.type.endsWith('_select');
          const chosen = value === undefined ? null : { text: { type: 'plain_text', text: value }, value };
          return [
            [
              block_id,
              {
                [element.action_id]: isSelect
                  ? { type: element.type, selected_option: chosen }
                  : { type: element.type, value: value ?? null },
              },
            ],
          ];
        }),
      );
      return interactive(
        {
          type: 'view_submission',
          trigger_id: world.trigger(),
          view: { ...view, state: { values: state }, hash: '1.x' },
          response_urls: [],
        },
        team,
        user,
      );
    },
  };
}
