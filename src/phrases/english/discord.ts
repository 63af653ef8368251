/** What only people on Discord read: its settings, and what is wrong with the connection or a channel. */

const APP_PAGE = 'https://discord.com/developers/applications → your app';
/** What the bot needs in a channel; docs/discord.md names them too. */
const NEEDED = 'View Channel, Send Messages, Embed Links, Read Message History (and Send Messages in Threads)';
const TICK = `Open the channel → Edit Channel → Permissions, add Wirebrief, and tick ${NEEDED}.`;
const UNLOCK = 'Open the thread and unlock it, or send the schedule to another channel.';

export const phrases = {
  unreadableFile: 'That file could not be read: it is larger than 5 MB, or Discord did not hand it over. Please try again.',

  noToken: 'no token',
  tokenRefused: 'refused',
  busy: 'busy',
  notReached: 'not reached',
  as: (name = 'the bot') => `as ${name}`,

  notSet: { message: 'Discord: DISCORD_TOKEN is not set.', hint: `Open ${APP_PAGE} → Bot → Reset Token, and copy the token.` },
  badToken: (what: string) => `Discord refuses the bot's token (${what}).`,
  copyToken: `Open ${APP_PAGE} → Bot → Reset Token, copy the new token to DISCORD_TOKEN and start again.`,
  intentsRefused: 'Discord does not grant the bot the intents that it asks for (4014).',
  intentsUnknown: 'Discord does not know the intents that the bot asks for (4013).',
  saveIntents: `Wirebrief asks for no privileged intent: open ${APP_PAGE} → Bot → Privileged Gateway Intents and save the page once; where the app is limited there, verify it or make a new one.`,
  closed: (code: number) => `Discord ended the connection for good (${code}).`,
  seeCodes: 'See https://discord.com/developers/docs/topics/opcodes-and-status-codes; it is tried again every few minutes.',

  unreachable: (what: string) => `Discord cannot be reached (${what}).`,
  triedAgain: 'Nothing to do: it is tried again. See https://discordstatus.com where it lasts.',
  noConnection: 'no connection',
  noConnectionLong: 'no connection for two minutes',
  stopping: 'stopping',
  tooManyConnections: 'too many connections today; it allows a new one tomorrow',
  limited: (seconds: number) => `Discord asks to wait ${seconds} s before the next message to this channel.`,
  unproven: (why: string) => `Discord did not say whether the message stands in the channel (${why}), and its history cannot be read.`,
  lookThere:
    'Look into the channel; send it again only where it is missing. With the permission "Read Message History" the bot can look itself.',

  badAddress: (channel: string) => `"${channel}" is no channel of Discord.`,
  elsewhere: { message: 'That channel or person is not of this server.', hint: 'Choose a channel of the server in which you ask.' },
  noThread: 'A thread cannot be opened there.',
  noChannel: {
    message: 'Discord knows no such channel; it was deleted, or the bot is not in that server.',
    hint: 'Invite the bot (the link stands in docs/discord.md), or send the schedule to another channel.',
  },
  cannotSee: { message: 'The bot cannot see that channel.', hint: TICK },
  mayNotWrite: { message: 'The bot may not write in that channel.', hint: TICK },
  noDirectMessages: {
    message: 'That person takes no direct messages from the bot.',
    hint: 'They can allow it: server name → Privacy Settings → Direct Messages.',
  },
  archived: { message: 'That thread is archived and locked.', hint: UNLOCK },
  locked: { message: 'That thread is locked.', hint: UNLOCK },
  noTextChannel: { message: 'Nobody can write in a channel of that kind.', hint: 'Choose a text channel, a thread or a forum.' },
  wantsTag: {
    message: 'That forum wants a tag on every post.',
    hint: 'Open the forum → Edit Channel, switch off "Require people to select tags when posting", or choose another channel.',
  },
  keptBack: {
    message: "The server's AutoMod kept the message back.",
    hint: 'Open Server Settings → AutoMod and exempt the role Wirebrief.',
  },
  refused: (code: number) => `Discord refused the message (${code}).`,
};
