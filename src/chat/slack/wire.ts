/** Slack's deliveries as far as we read them: loose JSON → typed values, absent where they are not what the documentation says. */

export type Loose = Readonly<Record<string, unknown>>;

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
export const looseOf = (value: unknown): Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
const listOf = (value: unknown): readonly Loose[] => (Array.isArray(value) ? value.map(looseOf) : []);

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
