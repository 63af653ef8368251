/** Slack's limits, documented and observed, in one table; the renderer stays inside it and the stand-in of the tests enforces it. */

export const SLACK_LIMITS = Object.freeze({
  /** Blocks of a message; of a modal or App Home. docs.slack.dev, Block Kit. */
  messageBlocks: 50,
  viewBlocks: 100,
  /**
   * All blocks of one message. Undocumented: `msg_blocks_too_long` came at about 13,200 characters (bolt-js#2509), and once at 11,341
   * characters of mere text (bolt-js#2867), so containers count too. We count the blocks' JSON, which is more than either.
   */
  messageCharacters: 13_200,
  /** What we allow ourselves of that; the rest is for the row of paging and sharing buttons. */
  documentCharacters: 11_800,
  documentBlocks: 47,
  /** `text` beside blocks; longer is truncated at 40,000, and 4,000 are recommended. */
  fallbackCharacters: 4_000,
  sectionCharacters: 3_000,
  headerCharacters: 150,
  contextElements: 10,
  /** Observed, not documented: shorter than a section to be safe. */
  contextCharacters: 2_000,
  actionsElements: 25,
  buttonLabelCharacters: 75,
  buttonValueCharacters: 2_000,
  actionIdCharacters: 255,
  blockIdCharacters: 255,
  urlCharacters: 3_000,
  /** Of a select menu: text, value, and how many. */
  optionCharacters: 75,
  optionValueCharacters: 150,
  options: 100,
  placeholderCharacters: 150,
  inputLabelCharacters: 2_000,
  modalTitleCharacters: 24,
  modalButtonCharacters: 24,
  privateMetadataCharacters: 3_000,
  /** A response_url takes five answers within thirty minutes. */
  responseUrlUses: 5,
  responseUrlMs: 30 * 60_000,
  acknowledgeMs: 3_000,
  /** Manifest: name of a slash command with its slash, its description, its hint. */
  commandCharacters: 32,
  commandDescriptionCharacters: 2_000,
  usageHintCharacters: 1_000,
  slashCommands: 50,
});

/**
 * Names of Slack's own slash commands; a manifest with one of them is refused.
 * Unverified: put together from Slack's help pages, since no real Slack can be reached from here; docs/UNVERIFIED.md lists it.
 */
export const RESERVED_COMMANDS: readonly string[] = Object.freeze(
  (
    'active apps archive away call canvas collapse contact dm dnd expand feed feedback files github help huddle invite ' +
    'invite_people join keys kick leave list lists me mentions msg mute open people prefs purpose remind remove rename ' +
    'search settings shortcuts shrug skype sounds star stars status tableflip theme todo topic trigger unarchive ' +
    'unmute usergroup users who workflow'
  ).split(' '),
);
