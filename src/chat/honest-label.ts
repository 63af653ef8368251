/** A link's label and address → the label, with the true host beside it where it claims another. */

/** Labels like "https://bank.example" or "bank.example". */
const LOOKS_LIKE_ADDRESS = /^(?:https?:\/\/)?(?<host>(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}]{2,24})(?:[/?#:]|$)/iu;

export function honestLabel(label: string, url: string): string {
  const claimed = LOOKS_LIKE_ADDRESS.exec(label.trim())?.groups?.host?.toLowerCase();
  const host = URL.parse(url)?.hostname;
  if (!claimed || !host || bare(claimed) === bare(host)) return label;
  return `${label} (${host})`;
}

const bare = (host: string): string => host.replace(/^www\./, '');
