/** Discord's limits, documented and observed, in one table; the renderer stays inside it and the stand-in of the tests enforces it. */

export const DISCORD_LIMITS = Object.freeze({
  /** discord.com/developers/docs/resources/message: `content`. */
  contentCharacters: 2_000,
  /** The lead above a briefing is one line; a notification shows no more anyway. */
  leadCharacters: 300,
  embeds: 10,
  /** Title, description, field names and values, footer and author of all embeds of one message together. */
  embedsCharacters: 6_000,
  descriptionCharacters: 4_096,
  titleCharacters: 256,
  footerCharacters: 2_048,
  /** What we allow ourselves of embedsCharacters; the rest is for the footer with part and mark. */
  documentCharacters: 5_900,
  /** A card a story reads well; what comes beyond goes on in the last card, so that `embeds` is never reached. */
  storyCards: 6,
  rows: 5,
  rowButtons: 5,
  /** Of 25, five are kept for turning pages and sharing. */
  documentButtons: 20,
  buttonLabelCharacters: 80,
  customIdCharacters: 100,
  /** Not documented; browsers and proxies take 2,000. */
  urlCharacters: 1_200,
  nonceCharacters: 25,
  /** "checked for uniqueness in the past few minutes": the shortest reading of that. */
  nonceMs: 60_000,
  choices: 25,
  choiceNameCharacters: 100,
  choiceValueCharacters: 100,
  commands: 100,
  commandNameCharacters: 32,
  descriptionOfCommandCharacters: 100,
  options: 25,
  /** Name, description and value of a command with all its options and choices. */
  commandCharacters: 8_000,
  /** Of what somebody types into an option: our dispatcher takes no more. */
  optionCharacters: 500,
  acknowledgeMs: 3_000,
  /** An interaction's token edits and follows up for fifteen minutes. */
  interactionMs: 15 * 60_000,
  /** Of a file that we read; Discord takes 10 MiB. */
  fileBytes: 5_000_000,
  threadNameCharacters: 100,
  historyMessages: 100,
});
