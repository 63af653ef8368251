/** The JSON Lines protocols of the command line: extract, readable, parse-feed and verify. They never open the store. */
import { type LineError, type Serve, serveLines } from '#lib/json-lines.ts';
import { stopYoungHeapGrowth } from '#lib/young-heap.ts';

const missing = (field: string): { readonly error: LineError } => ({
  error: { code: `no-${field}`, message: `“${field}” is missing or no string.` },
});

type Protocol = { readonly serve: Serve; readonly atOnce: number; readonly stop: () => Promise<void> };

export type ProtocolName = 'extract' | 'readable' | 'parse-feed' | 'verify';

/** Answers standard input until it ends. Exit code 0. */
export async function serveProtocol(name: ProtocolName): Promise<number> {
  stopYoungHeapGrowth();
  const protocol = await protocols[name]();
  try {
    await serveLines(process.stdin, process.stdout, protocol.serve, protocol.atOnce);
  } finally {
    await protocol.stop();
  }
  return 0;
}

const protocols: Readonly<Record<ProtocolName, () => Promise<Protocol>>> = {
  extract: async () => {
    const { extract } = await import('#extract/extract.ts');
    const { toWire } = await import('#extract/wire.ts');
    const { summariseArticle } = await import('#brief/summarise.ts');
    const serve: Serve = ({ id, text, title }) => {
      if (typeof text !== 'string') return missing('text');
      const heading = typeof title === 'string' ? title : '';
      const extraction = extract({ id: String(id), text, title: heading });
      return {
        ...toWire(id, text, extraction),
        summary: summariseArticle({ id: extraction.articleId, text }, extraction, { title: heading }),
      };
    };
    return { serve, atOnce: 1, stop: async () => {} };
  },
  readable: async () => {
    const { createReadable, READABLE_DEFAULTS } = await import('#ingest/readable.ts');
    const readable = createReadable({ ...READABLE_DEFAULTS, workers: 2 });
    const serve: Serve = async ({ url, html }) => {
      if (typeof html !== 'string') return missing('html');
      const page = await readable.read({ url: typeof url === 'string' ? url : '', html });
      return 'code' in page ? { error: { code: page.code, message: page.message } } : { title: page.title, text: page.text };
    };
    return { serve, atOnce: 4, stop: () => readable.stop() };
  },
  'parse-feed': async () => {
    const { parseFeed } = await import('#ingest/parse-feed.ts');
    const { feedToWire } = await import('#ingest/feed-wire.ts');
    const serve: Serve = async ({ url, contentType, base64 }) => {
      if (typeof base64 !== 'string') return missing('base64');
      const origin = { url: typeof url === 'string' ? url : '', ...(typeof contentType === 'string' && { contentType }) };
      return feedToWire(await parseFeed(Buffer.from(base64, 'base64'), origin));
    };
    return { serve, atOnce: 1, stop: async () => {} };
  },
  verify: async () => {
    const { createVerify } = await import('#extract/verify.ts');
    // claims of one text follow each other: it is read once for them
    let last: { readonly text: string; readonly verify: ReturnType<typeof createVerify> } | undefined;
    const serve: Serve = ({ text, claim }) => {
      if (typeof text !== 'string') return missing('text');
      if (typeof claim !== 'string') return missing('claim');
      if (last?.text !== text) last = { text, verify: createVerify(text) };
      return last.verify(claim);
    };
    return { serve, atOnce: 1, stop: async () => {} };
  },
};
