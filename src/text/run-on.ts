/** What stands behind an opening mark that nothing closes → where the reporter's own words begin in it. */

/** ", said Ruiz", ", Ana Ruiz said": a comma or a mark of asking, then a cue. */
const RUN_ON =
  /[,?!](?= (?:(?:said|says|added|adds|explained) (?:\p{Lu}|the |an? )|(?:he|she|they|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2}) (?:said|says|added|adds|told|explained)\b))/u;

/** The end of the quoted words, behind their comma; undefined where no cue follows. */
export function findRunOn(part: string): number | undefined {
  const match = RUN_ON.exec(part);
  return match === null ? undefined : match.index + 1;
}
