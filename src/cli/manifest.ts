/** Our commands and the configuration → config/slack-manifest.json, which one pastes at api.slack.com. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { manifest } from '#chat/slack/manifest.ts';
import { commands } from '#commands/index.ts';
import type { Config } from '#model/config.ts';
import { Failure } from '#model/failure.ts';
import { readConfig } from '../config.ts';

export const MANIFEST_FILE = resolve(import.meta.dirname, '../../config/slack-manifest.json');

export function manifestText({ slack, http }: Config): string {
  if (slack.mode === 'http' && http.publicUrl === null)
    throw new Failure({
      code: 'configuration',
      message: 'In HTTP mode the manifest names the address under which Slack reaches the bot, and none is set.',
      hint: 'WIREBRIEF_PUBLIC_URL=https://news.example npm run manifest',
    });
  const options = {
    aliases: { prefix: slack.prefix, names: slack.aliases },
    ...(slack.mode === 'http' && http.publicUrl !== null && { publicUrl: http.publicUrl }),
  };
  return `${JSON.stringify(manifest(commands, options), null, 2)}\n`;
}

/** @param file Where to; "-" prints it. */
export function writeManifest(file: string | undefined): number {
  const text = manifestText(readConfig());
  if (file === '-') process.stdout.write(text);
  else {
    const path = file ?? MANIFEST_FILE;
    writeFileSync(path, text);
    process.stdout.write(
      `${path} was written. Paste it at https://api.slack.com/apps: a new app “From a manifest”, or “App Manifest” of yours.\n`,
    );
  }
  return 0;
}
