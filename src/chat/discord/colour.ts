/** A title → the colour of its cards: the same topic has the same colour every day and on every machine. */

/** Told apart by most eyes, on Discord's light and dark ground. */
const PALETTE: readonly number[] = [
  0x2f6fde, 0xd9534f, 0x2e9e6b, 0xe08a1e, 0x8b5cd6, 0x1f9aa8, 0xc2477f, 0x7a8b2f, 0x5b6ee1, 0xb5651d, 0x3b8ea5, 0x9c3d54,
];

export function colourOf(title: string): number {
  // FNV-1a over code units.
  let hash = 0x811c9dc5;
  for (let index = 0; index < title.length; index += 1) hash = Math.imul(hash ^ title.charCodeAt(index), 0x01000193);
  return PALETTE[(hash >>> 0) % PALETTE.length] ?? 0;
}
