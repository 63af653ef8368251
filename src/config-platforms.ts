/** The platforms' part of the configuration: keys of the YAML file, and what only the environment knows. */
import { z } from 'zod';
import type { Config } from '#model/config.ts';
import { Failure } from '#model/failure.ts';

const ids = z.array(z.string().regex(/^[A-Za-z0-9]+$/, 'must be a user’s id'));

export const platformSchemas = {
  slack: z.strictObject({
    mode: z.enum(['socket', 'http']),
    port: z.int().min(0).max(65535).nullable(),
    aliases: z.array(z.string().regex(/^[a-z]+$/, 'must be the name of a command')),
    prefix: z.string().regex(/^[a-z0-9_-]{0,20}$/, 'takes small letters, digits, - and _'),
    managers: ids,
  }),
  discord: z.strictObject({ managers: ids, guilds: z.array(z.string().regex(/^\d+$/, 'must be a server’s id')) }),
};

type FromFile = { readonly [K in keyof typeof platformSchemas]: z.infer<(typeof platformSchemas)[K]> };
type Reader = (name: string) => string | undefined;

/** @param plain Reads a setting of the environment; `secret` also from the file that NAME_FILE names. */
export function platformsOf(file: FromFile, plain: Reader, secret: Reader): Pick<Config, 'slack' | 'discord'> {
  const slack = {
    apiUrl: withSlash(address('SLACK_API_URL', plain) ?? 'https://slack.com/api/'),
    botToken: secret('SLACK_BOT_TOKEN') ?? null,
    appToken: secret('SLACK_APP_TOKEN') ?? null,
    signingSecret: secret('SLACK_SIGNING_SECRET') ?? null,
    install: installOf(plain, secret),
  };
  const discord = {
    apiUrl: address('DISCORD_API_URL', plain) ?? 'https://discord.com/api',
    token: secret('DISCORD_TOKEN') ?? null,
    shard: shardOf(plain('DISCORD_SHARD')),
    appId: plain('DISCORD_APP_ID') ?? null,
  };
  if (slack.install && file.slack.mode === 'socket')
    throw wrong('SLACK_CLIENT_ID is for many workspaces, which need HTTP mode.', 'Set SLACK_MODE=http, or leave SLACK_CLIENT_ID out.');
  return { slack: { ...file.slack, ...slack }, discord: { ...file.discord, ...discord } };
}

function installOf(plain: Reader, secret: Reader): Config['slack']['install'] {
  const clientId = plain('SLACK_CLIENT_ID');
  const parts = {
    SLACK_CLIENT_SECRET: secret('SLACK_CLIENT_SECRET'),
    SLACK_STATE_SECRET: secret('SLACK_STATE_SECRET'),
    WIREBRIEF_KEY: secret('WIREBRIEF_KEY'),
  };
  if (!clientId) return null;
  const { SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret, WIREBRIEF_KEY: key } = parts;
  if (key && key.length < MIN_KEY)
    throw wrong(`WIREBRIEF_KEY has fewer than ${MIN_KEY} characters.`, 'Make one with “openssl rand -base64 32”.');
  if (clientSecret && stateSecret && key) return { clientId, clientSecret, stateSecret, key };
  const missing = Object.entries(parts).flatMap(([name, value]) => (value ? [] : [name]));
  throw wrong(`SLACK_CLIENT_ID is set, but not ${missing.join(', ')}.`, 'docs/slack.md, “Many workspaces”, says where each comes from.');
}

/** Whoever has a copy of the database may try keys at any speed. */
const MIN_KEY = 16;

/** "0/2": the first of two. */
function shardOf(value: string | undefined): Config['discord']['shard'] {
  if (!value) return null;
  const [, id, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(value) ?? [];
  if (id && count && Number(id) < Number(count)) return { id: Number(id), count: Number(count) };
  throw wrong(`DISCORD_SHARD is “${value}”, which is no shard.`, 'Write 0/2 for the first of two, 1/2 for the second; or leave it out.');
}

function address(name: string, plain: Reader): string | undefined {
  const value = plain(name);
  if (!value) return undefined;
  const url = URL.parse(value);
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return value.replace(/\/+$/, '');
  throw wrong(`${name} is no http or https address.`, 'Write it in full, or leave it out.');
}

const withSlash = (url: string) => (url.endsWith('/') ? url : `${url}/`);
const wrong = (message: string, hint: string) => new Failure({ code: 'configuration', message, hint });
