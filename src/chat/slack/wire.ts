/** Slack's deliveries → who did something, and where. */
import { type Loose, listOf, looseOf, textOf } from '../loose.ts';

/** Who did something, and where. */
export type Place = { readonly team: string; readonly channel: string; readonly user: string; readonly botUser?: string };

/** Slash commands carry `team_id`, interactions `team.id`, events `team_id` of the envelope. */
export function placeOf(body: Loose): Place {
  const event = looseOf(body.event);
  const container = looseOf(body.container);
  const team = textOf(body.team_id) || textOf(looseOf(body.team).id) || textOf(looseOf(body.user).team_id);
  const channel = textOf(body.channel_id) || textOf(looseOf(body.channel).id) || textOf(event.channel) || textOf(container.channel_id);
  const user = textOf(body.user_id) || textOf(looseOf(body.user).id) || textOf(event.user);
  const botUser = textOf(listOf(body.authorizations)[0]?.user_id);
  return { team, channel, user, ...(botUser ? { botUser } : {}) };
}
