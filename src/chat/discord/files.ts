/** What somebody attached to a command → its content as a data: address, which is how a command is handed a file. */
import { type Loose, listOf, looseOf, textOf } from '../loose.ts';
import { DISCORD_LIMITS } from './limits.ts';

/** The type of an option that takes a file. */
const ATTACHMENT = 11;
const TIMEOUT_MS = 15_000;

export type Attached = { readonly option: string; readonly url: string; readonly bytes: number };

/** @param data Of a command; its subcommand's options stand a level deeper. */
export function attachedTo(data: Loose): Attached | undefined {
  const files = looseOf(looseOf(data.resolved).attachments);
  const options = listOf(data.options).flatMap((option) => [option, ...listOf(option.options)]);
  const option = options.find(({ type }) => type === ATTACHMENT);
  const file = looseOf(files[textOf(option?.value)]);
  return option && textOf(file.url) ? { option: textOf(option.name), url: textOf(file.url), bytes: Number(file.size) || 0 } : undefined;
}

/** Undefined: too large, or it could not be read. The address comes from Discord itself, so it needs no guard. */
export async function readAttached({ url, bytes }: Attached, send: typeof fetch): Promise<string | undefined> {
  if (bytes > DISCORD_LIMITS.fileBytes) return undefined;
  try {
    const response = await send(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) return undefined;
    const content = new Uint8Array(await response.arrayBuffer());
    if (content.length > DISCORD_LIMITS.fileBytes) return undefined;
    return `data:application/octet-stream;base64,${Buffer.from(content).toString('base64')}`;
  } catch {
    return undefined;
  }
}
