/** What only people on Slack read: its settings, its App Home, and what is wrong with the connection or a channel. */

const APP_PAGE = 'https://api.slack.com/apps → your app';
const REINSTALL = 'then press "Reinstall to Workspace" on the same page';

export const phrases = {
  whatItIs: 'News briefings: who said what, which numbers matter, each line with its source.',
  mainCommand: 'Briefings, quotes and figures from the news',
  home: 'Who said what, which numbers matter, each line with its source. Type `/wirebrief help`, or write to me here.',
  more: (asks: string) => `More: ${asks}`,

  socketMode: 'Socket Mode',
  httpMode: 'HTTP mode',
  ofWorkspace: (team: string, mode: string) => `workspace ${team}, ${mode}`,
  notFound: 'Not found',

  notSet: (name: string) => `Slack: ${name} is not set.`,
  copyBotToken: `Open ${APP_PAGE} → OAuth & Permissions and copy the "Bot User OAuth Token" (xoxb-…).`,
  makeAppToken: `Open ${APP_PAGE} → Basic Information → App-Level Tokens → Generate, tick connections:write, and copy the token (xapp-…).`,
  copySigningSecret: `Open ${APP_PAGE} → Basic Information → App Credentials and copy the Signing Secret.`,
  badBotToken: (error: string) => `Slack refuses the bot token (${error}).`,
  copyBotTokenAgain: `Open ${APP_PAGE} → OAuth & Permissions, copy the "Bot User OAuth Token" (xoxb-…) to SLACK_BOT_TOKEN and start again.`,
  badAppToken: (error: string) => `Slack refuses the app-level token (${error}).`,
  makeAppTokenAgain: `Open ${APP_PAGE} → Basic Information → App-Level Tokens, make one with connections:write, copy it (xapp-…) to SLACK_APP_TOKEN, and see that Socket Mode is switched on.`,
  noScope: (missing: readonly string[]) =>
    `Slack: the bot lacks ${missing.length === 1 ? 'the scope' : 'the scopes'} ${missing.join(', ')}.`,
  addScope: (missing: readonly string[]) =>
    `Open ${APP_PAGE} → OAuth & Permissions → Scopes → Bot Token Scopes, add ${missing.join(', ')}, ${REINSTALL}.`,

  unreachable: (what: string) => `Slack cannot be reached (${what}).`,
  triedAgain: 'Nothing to do: it is tried again. See https://slack-status.com where it lasts.',
  closed: 'the connection was closed',
  noHello: 'no hello within 15 s',
  unknownError: 'unknown error',
  notJson: 'an answer that is not JSON',
  limited: (seconds: number) => `Slack asks to wait ${seconds} s before the next message to this channel.`,
  unproven: (why: string) => `Slack did not say whether the message stands in the channel (${why}), and its history cannot be read.`,
  lookThere:
    'Look into the channel; send it again only where it is missing. With the scopes channels:history and groups:history the bot can look itself.',

  notInChannel: { message: 'The bot is not in that channel.', hint: 'Open the channel and type /invite @Wirebrief.' },
  noChannel: {
    message: 'Slack knows no such channel, or it is private and the bot is not in it.',
    hint: 'Open the channel and type /invite @Wirebrief; a deleted channel needs a new schedule.',
  },
  archived: { message: 'That channel is archived.', hint: 'Unarchive it, or send the schedule to another channel.' },
  restricted: {
    message: 'A setting of the workspace keeps apps from posting there.',
    hint: 'Ask an owner of the workspace: Settings & administration → Permissions, or choose another channel.',
  },
  noDirectMessages: 'Slack does not let the bot write to that account.',
  refused: (error: string) => `Slack refused the message (${error}).`,
  badAddress: (channel: string) => `"${channel}" is no channel of Slack.`,
  notInstalled: {
    message: 'The bot is not installed in that workspace of Slack.',
    hint: 'Install it again: open /slack/install of this bot, or set SLACK_BOT_TOKEN of that workspace.',
  },
};
