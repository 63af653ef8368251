/** A command as text → its answer printed in the terminal; beside a running bot, or alone. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toTerminal } from '#chat/terminal/render.ts';
import type { MessageDocument } from '#model/document.ts';
import { DESK } from '#model/subscription.ts';
import { readConfig } from '../config.ts';
import { openHouse } from './house.ts';
import { loadSample } from './pipeline.ts';

/** The channel that the terminal and the local page share. */
export const DESK_CHANNEL = 'desk';

export async function answerInTerminal(text: string, options: { readonly exitCode?: number } = {}): Promise<number> {
  const config = readConfig();
  const isThere = existsSync(join(config.dataDir, 'wirebrief.db'));
  const house = await openHouse(config, isThere ? 'read-only' : 'own');
  try {
    if (!isThere) await loadSample(house);
    const { document } = await house.handlers.answer({
      eventId: crypto.randomUUID(),
      tenant: DESK,
      channel: DESK_CHANNEL,
      isManager: true,
      body: { kind: 'text', text },
    });
    print(document, config.locale);
    return options.exitCode ?? 0;
  } finally {
    await house.storage.close();
  }
}

/** Colours only on a terminal, and not where NO_COLOR asks for none (https://no-color.org). */
export function print(document: MessageDocument, locale: string): void {
  const { stdout } = process;
  const colour = stdout.isTTY === true && stdout.hasColors();
  stdout.write(toTerminal(document, { width: stdout.columns ?? 80, colour, locale }));
}
