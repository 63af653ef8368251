/** What "help" answers; each command's own words stand in commands.ts. */

export const phrases = {
  whatIDo: 'I read the news and tell you what happened, who said what, and which numbers matter.',
  orAsk: 'Or simply ask: “what did Putin say about Ukraine since Friday”. Quotes are word for word; every line links to its source.',
  noCommand: (name: string) => `There is no command “${name}”.`,
  all: 'All commands',
  option: (description: string, choices: readonly string[] = [], required = false) =>
    `: ${description}${choices.length > 0 ? ` (${choices.join(' or ')})` : ''}${required ? ' – needed' : ''}`,
};
