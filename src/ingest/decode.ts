/** The bytes of a feed or a page → text: byte order mark, then valid UTF-8, then what was declared, then windows-1252. */

export type Decoded = {
  readonly text: string;
  /** WHATWG name of the charset that was used: "utf-8", "windows-1251". */
  readonly charset: string;
  /** What the HTTP header or the document declared, as it stands there. */
  readonly declared: string | undefined;
  /** Bytes that the charset has no letter for. */
  readonly hasBadBytes: boolean;
};

/** Names that say little: servers send them for anything. */
const GENERIC = new Set(['utf-8', 'windows-1252', 'iso-8859-1', 'us-ascii']);
const DECLARATION_BYTES = 4_096;

export const decodeBytes = (bytes: Uint8Array, contentType?: string): Decoded => {
  const fromHeader = /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  const wide = sniffWide(bytes);
  if (wide) return { text: wide.text, charset: wide.charset, declared: fromHeader, hasBadBytes: wide.text.includes('\uFFFD') };
  const fromDocument = declaredInside(bytes);
  const declared = fromHeader ?? fromDocument;
  const names = [fromHeader, fromDocument].map(canonicalName);
  // Its seven bits look like valid UTF-8, so here the declaration counts first.
  if (names.includes('iso-2022-jp') && bytes.includes(0x1b)) return decodeAs(bytes, 'iso-2022-jp', declared);
  const utf8 = decodeStrictly(bytes);
  if (utf8 !== undefined) return { text: utf8, charset: 'utf-8', declared, hasBadBytes: false };
  const telling = names.find((name) => name !== undefined && !GENERIC.has(name));
  if (telling) return decodeAs(bytes, telling, declared);
  const mixed = decodeMostlyUtf8(bytes);
  if (mixed !== undefined) return { text: mixed, charset: 'utf-8', declared, hasBadBytes: true };
  return decodeAs(bytes, 'windows-1252', declared);
};

const decodeStrictly = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const decodeAs = (bytes: Uint8Array, charset: string, declared: string | undefined): Decoded => {
  const text = new TextDecoder(charset).decode(bytes);
  return { text, charset, declared, hasBadBytes: text.includes('\uFFFD') };
};

/** The WHATWG name of a label; undefined where no decoder knows it. "x-sjis" → "shift_jis". */
const canonicalName = (label: string | undefined): string | undefined => {
  if (!label) return undefined;
  const name = label.toLowerCase().replace(/^(?:x-)?(cp|ms|win)-?(125\d|874)$/, 'windows-$2');
  try {
    const known = new TextDecoder(name).encoding;
    // A document that could be read up to its declaration is not UTF-16, whatever it says.
    return known.startsWith('utf-16') ? undefined : known;
  } catch {
    return undefined;
  }
};

/** The encoding of the XML declaration, or of an HTML meta tag. */
const declaredInside = (bytes: Uint8Array): string | undefined => {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARATION_BYTES));
  return (
    /<\?xml\s[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1]
  );
};

/** UTF-16 and UTF-32, by their mark or by where the zero bytes of the first "<" or "{" stand. */
const sniffWide = (bytes: Uint8Array): { text: string; charset: string } | undefined => {
  const [a = 1, b = 1, c = 1, d = 1] = bytes;
  if (a === 0 && b === 0 && (d === 0x3c || d === 0x7b || (c === 0xfe && d === 0xff)))
    return { text: decodeUtf32(bytes, false), charset: 'utf-32be' };
  if (c === 0 && d === 0 && ((b === 0 && (a === 0x3c || a === 0x7b)) || (a === 0xff && b === 0xfe)))
    return { text: decodeUtf32(bytes, true), charset: 'utf-32le' };
  const isLittle = (a === 0xff && b === 0xfe) || (b === 0 && d === 0 && a !== 0 && c !== 0 && bytes.length >= 4);
  const isBig = (a === 0xfe && b === 0xff) || (a === 0 && c === 0 && b !== 0 && d !== 0 && bytes.length >= 4);
  if (!isLittle && !isBig) return undefined;
  const charset = isLittle ? 'utf-16le' : 'utf-16be';
  return { text: new TextDecoder(charset).decode(bytes), charset };
};

/** No TextDecoder reads UTF-32. */
const decodeUtf32 = (bytes: Uint8Array, isLittle: boolean): string => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  let codes: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, isLittle);
    codes.push(code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? 0xfffd : code);
    if (codes.length === 4_096) {
      parts.push(String.fromCodePoint(...codes));
      codes = [];
    }
  }
  return (parts.join('') + String.fromCodePoint(...codes)).replace(/^\uFEFF/, '');
};

/**
 * A UTF-8 text with a few foreign bytes (an item pasted from elsewhere, a letter cut at the end): those bytes alone are read as windows-1252.
 * Undefined where well-formed letters beyond ASCII do not outnumber them.
 */
const decodeMostlyUtf8 = (bytes: Uint8Array): string | undefined => {
  const lossy = new TextDecoder('utf-8').decode(bytes);
  let letters = 0;
  let bad = 0;
  for (let i = 0; i < lossy.length; i++) {
    const code = lossy.charCodeAt(i);
    if (code === 0xfffd) bad++;
    else if (code > 0x7f) letters++;
  }
  if (bad === 1 && letters > 0 && lossy.endsWith('\uFFFD')) return lossy.slice(0, -1);
  return letters < 2 * bad ? undefined : readForeignBytes(bytes);
};

const readForeignBytes = (bytes: Uint8Array): string => {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  const western = new TextDecoder('windows-1252');
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const width = sequenceWidth(bytes, at);
    if (width > 0) {
      at += width;
      continue;
    }
    parts.push(utf8.decode(bytes.subarray(from, at)), western.decode(bytes.subarray(at, at + 1)));
    at += 1;
    from = at;
  }
  parts.push(utf8.decode(bytes.subarray(from)));
  return parts.join('').replace(/^\uFEFF/, '');
};

/** Bytes of the well-formed UTF-8 letter at `at`; 0 where there is none. */
const sequenceWidth = (bytes: Uint8Array, at: number): number => {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const width = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  for (let i = 1; i < width; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1] ?? 0;
  // Overlong forms, surrogates and what lies beyond U+10FFFF (Unicode 16, table 3-7).
  if (
    (first === 0xe0 && second < 0xa0) ||
    (first === 0xed && second > 0x9f) ||
    (first === 0xf0 && second < 0x90) ||
    (first === 0xf4 && second > 0x8f)
  )
    return 0;
  return width;
};
