import { describe, expect, it } from 'vitest';
import { decodeBytes } from '#ingest/decode.ts';
import { firstOf, readFeed } from './feeds-reading.ts';

/** Text → bytes of a charset, by turning its decoder round: letters of one byte, then of two. */
const encode = (text: string, charset: string): Uint8Array => {
  const bytes = BYTES.get(charset) ?? bytesOf(charset);
  BYTES.set(charset, bytes);
  return Uint8Array.from([...text].flatMap((letter) => bytes.get(letter) ?? [0x3f]));
};

const BYTES = new Map<string, ReadonlyMap<string, number[]>>();

const bytesOf = (charset: string): ReadonlyMap<string, number[]> => {
  const bytes = new Map<string, number[]>();
  const decoder = new TextDecoder(charset);
  for (let a = 0; a < 256; a++) {
    const one = decoder.decode(Uint8Array.of(a));
    if (one.length === 1 && one !== '\uFFFD' && !bytes.has(one)) bytes.set(one, [a]);
  }
  for (let a = 0x81; a < 0xff; a++) {
    for (let b = 0x40; b < 0xff; b++) {
      const two = decoder.decode(Uint8Array.of(a, b));
      if (two.length === 1 && two !== '\uFFFD' && !bytes.has(two)) bytes.set(two, [a, b]);
    }
  }
  return bytes;
};

const wide = (text: string, size: 2 | 4, isLittle: boolean, hasMark: boolean): Uint8Array => {
  const codes = [...(hasMark ? `\uFEFF${text}` : text)].map((letter) => letter.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(codes.length * size));
  codes.forEach((code, i) => {
    if (size === 2) view.setUint16(i * 2, code, isLittle);
    else view.setUint32(i * 4, code, isLittle);
  });
  return new Uint8Array(view.buffer);
};

const feedOf = (title: string, declared?: string) =>
  `<?xml version="1.0"${declared ? ` encoding="${declared}"` : ''}?><rss version="2.0"><channel><title>T</title><item><title>${title}</title></item></channel></rss>`;
const titleOf = async (bytes: Uint8Array, contentType?: string) => firstOf(await readFeed(bytes, { contentType })).title;

const SENTENCES: readonly [charset: string, title: string][] = [
  ['windows-1252', 'Größe “42” – déjà vu €5'],
  ['iso-8859-2', 'Żółta łódź płynie'],
  ['windows-1250', 'Příliš žluťoučký kůň'],
  ['windows-1251', 'Паром вышел на рассвете'],
  ['koi8-r', 'Паром вышел на рассвете'],
  ['koi8-u', 'Пором вийшов на світанку'],
  ['iso-8859-5', 'Паром вышел на рассвете'],
  ['iso-8859-7', 'Το πλοίο έφυγε νωρίς'],
  ['windows-1253', 'Το πλοίο έφυγε νωρίς'],
  ['windows-1254', 'Gemi şafakta yola çıktı'],
  ['windows-1255', 'המעבורת יצאה עם שחר'],
  ['windows-1256', 'غادرت العبارة عند الفجر'],
  ['windows-1257', 'Kuģis devās ceļā rītausmā'],
  ['iso-8859-15', 'Œuvre à 5 €'],
  ['windows-874', 'เรือออกตอนเช้า'],
  ['macintosh', 'Le bateau est à l’heure'],
  ['gbk', '渡轮黎明时分出发'],
  ['gb18030', '渡轮黎明时分出发'],
  ['big5', '渡輪黎明時分出發'],
  ['shift_jis', '船は夜明けに出た'],
  ['euc-kr', '배는 새벽에 떠났다'],
];

describe('the charset of a feed', () => {
  it.each(SENTENCES)('%s declared by the document', async (charset, title) => {
    expect(await titleOf(encode(feedOf(title, charset), charset))).toBe(title);
  });

  it.each(SENTENCES)('%s declared by the server', async (charset, title) => {
    expect(await titleOf(encode(feedOf(title), charset), `text/xml; charset="${charset.toUpperCase()}"`)).toBe(title);
  });

  it.each(SENTENCES)('%s declared by the document while the server says the usual', async (charset, title) => {
    expect(await titleOf(encode(feedOf(title, charset), charset), 'text/xml; charset=ISO-8859-1')).toBe(title);
  });

  const title = 'Café – 夜明け';
  it.each([
    ['UTF-8, whatever is declared', new TextEncoder().encode(feedOf(title, 'iso-8859-1')), 'text/xml; charset=windows-1251'],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${feedOf(title)}`), undefined],
    ['UTF-16 little-endian with a mark', wide(feedOf(title, 'utf-16'), 2, true, true), undefined],
    ['UTF-16 big-endian with a mark', wide(feedOf(title, 'utf-16'), 2, false, true), undefined],
    ['UTF-16 little-endian without one', wide(feedOf(title), 2, true, false), 'text/xml'],
    ['UTF-16 big-endian without one', wide(feedOf(title), 2, false, false), 'text/xml'],
    ['UTF-32 little-endian with a mark', wide(feedOf(title), 4, true, true), undefined],
    ['UTF-32 big-endian without one', wide(feedOf(title), 4, false, false), undefined],
    ['UTF-8 that calls itself UTF-16', new TextEncoder().encode(feedOf(title, 'utf-16')), undefined],
  ])('%s', async (_, bytes, contentType) => {
    expect(await titleOf(bytes, contentType)).toBe(title);
  });

  it('ISO-2022-JP, whose seven bits look like ASCII', async () => {
    const [head = '', tail = ''] = feedOf('|', 'iso-2022-jp').split('|');
    const kana = Uint8Array.of(0x1b, 0x24, 0x42, 0x41, 0x25, 0x1b, 0x28, 0x42);
    const bytes = Buffer.concat([Buffer.from(head), kana, Buffer.from(tail)]);
    expect(await titleOf(bytes)).toBe(new TextDecoder('iso-2022-jp').decode(kana));
    expect(await titleOf(bytes)).toMatch(/^\p{Script=Han}$/u);
  });

  it('is said where it is not the UTF-8 that was declared, and only there', async () => {
    const told = async (bytes: Uint8Array, contentType?: string) =>
      (await readFeed(bytes, { contentType })).problems.filter(({ code }) => code === 'charset').map(({ message }) => message);
    const western = encode(feedOf('Größe naïve'), 'windows-1252');
    expect(await told(western, 'text/xml; charset=utf-8')).toEqual(['It says that it is UTF-8, and is not: it was read as windows-1252.']);
    expect(await told(western, 'text/xml; charset=iso-8859-1')).toEqual([]);
    expect(await told(western)).toEqual([]);
    expect(await told(new TextEncoder().encode(feedOf('Größe', 'utf-8')), 'text/xml; charset=UTF-8')).toEqual([]);
  });

  it('windows-1252 where nothing is declared', async () => {
    expect(await titleOf(encode(feedOf('naïve “Größe”'), 'windows-1252'))).toBe('naïve “Größe”');
  });

  it('one foreign item in a UTF-8 feed is read beside the rest', async () => {
    const mixed = Buffer.concat([
      Buffer.from('<rss version="2.0"><channel><item><title>Größe ünd Maß</title></item><item><title>'),
      Buffer.from([0x47, 0x72, 0xf6, 0xdf, 0x65]),
      Buffer.from('</title></item></channel></rss>'),
    ]);
    const feed = await readFeed(mixed, { contentType: 'text/xml; charset=utf-8' });
    expect(feed.items.map((item) => item.title)).toEqual(['Größe ünd Maß', 'Größe']);
    expect(feed.problems.map(({ code }) => code)).toContain('charset');
  });

  it('a letter cut in two at the end is dropped', () => {
    const whole = Buffer.from('über');
    expect(decodeBytes(Buffer.concat([whole, Buffer.from('ö').subarray(0, 1)])).text).toBe('über');
  });
});
