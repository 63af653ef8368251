/** What every chat says by itself, beside the documents it shows. */

/** What "told" is said to without an article. */
const BARE = ['parliament', 'congress', 'police', 'staff', 'people', 'men', 'women', 'children', 'television', 'radio', 'media'];

export const phrases = {
  ourFault: 'That went wrong on our side. It is in the log; please try again in a moment.',
  tryAgain: 'That went wrong on our side. Please try again in a moment.',
  starting: 'Wirebrief is still starting.',
  expired: 'This button has expired. Please ask again.',
  sharedAlready: 'It was shared already.',
  sharedBy: (name: string) => `Shared by ${name}`,
  shareInChannel: 'Share in channel',
  pageBefore: (page: number, of: number) => `‹ ${page} of ${of}`,
  pageAfter: (page: number, of: number) => `${page} of ${of} ›`,
  ask: 'Ask',
  askThis: 'Ask this',
  askWirebrief: 'Ask Wirebrief',
  youAsked: 'You asked: ',
  orSimplyAsk: '/brief putin-xi – or simply ask',
  cancel: 'Cancel',
  typeToSearch: 'Type to search',
  briefMe: 'Brief me',
  help: 'Help',
  tryThese: 'Try:',
  elsewhere: 'elsewhere: ',

  unclear: 'Attribution unclear',
  unsure: '(attribution unclear)',
  speakers: (names: readonly string[]) => names.join(' and '),
  /** "told the court" is stored as "court"; a name, a plural and what needs no article stay. */
  toldTo: (who: string) => `to ${/^\p{Ll}+$/u.test(who) && !/s$/.test(who) && !BARE.includes(who) ? `the ${who}` : who}`,

  noTerminal: (channel: string) => `“${channel}” is no terminal.`,
  notOfPage: (channel: string) => `“${channel}” is no channel of the page.`,
  chooseAnother: 'Send the schedule to another channel.',
  notNoted: { message: 'The bot could not note how far the message got.', hint: 'Look into the channel, and at the log for the database.' },

  /** Why a platform could not be reached, or a message may stand there unseen. */
  networkError: 'network error',
  rateLimit: 'rate limit',
  brokenOff: 'an earlier try was broken off',
};
