/** Environment + config/*.yaml → one checked, frozen Config; the only reader of process.env. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { z } from 'zod';
import type { Config, FeedSetting, SampleSetting } from '#model/config.ts';
import { Failure } from '#model/failure.ts';
import { check, merge, readYaml, type Tree } from './config-file.ts';
import { llmOf } from './config-llm.ts';
import { platformsOf } from './config-platforms.ts';
import { type feed, sampleSchema, schema } from './config-schema.ts';

const home = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const SECRETS = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_CLIENT_SECRET',
  'SLACK_STATE_SECRET',
  'DISCORD_TOKEN',
  'WIREBRIEF_KEY',
  'WIREBRIEF_ADMIN_TOKEN',
  'DATABASE_URL',
  'LLM_API_KEY',
] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads and checks everything once. @throws Failure 'configuration' that names each wrong key. */
export function readConfig(env: Environment = process.env): Config {
  const file = configFile(env);
  const raw = merge(readYaml(resolve(home, 'config/default.yaml')), file ? readYaml(file) : {});
  const settings = check(schema, withEnvironment(raw, env), file ?? 'config/default.yaml', variableOf(env));
  const feeds = settings.feeds.map((each) => feedSetting(each, env));
  const url = databaseUrl(env);
  const proxy = proxyUrl(env);
  const named = [...SECRETS.map((name) => secret(env, name)), ...feeds.flatMap((each) => each.secrets)];
  const secrets = [...named, ...passwordsOf(url), ...passwordsOf(proxy)].flatMap((value) => value || []);
  return deepFreeze({
    file,
    dataDir: resolve(settings.data),
    databaseUrl: url,
    http: settings.http,
    adminToken: adminToken(env),
    zone: settings.zone === 'system' ? new Intl.DateTimeFormat().resolvedOptions().timeZone : settings.zone,
    locale: settings.locale,
    sample: settings.sample ? readSample() : null,
    feeds: feeds.map(({ setting }) => setting),
    topics: settings.topics.map((topic) => ({ ...topic, title: topic.title ?? topic.slug, origin: 'config' as const })),
    schedules: settings.schedules.map(({ channel, ...rest }) => ({ channel, ...withoutEmpty(rest) })),
    briefing: settings.briefing,
    quotes: settings.quotes,
    fetch: {
      ...settings.fetch,
      proxy,
      noProxy: env.NO_PROXY ?? env.no_proxy ?? null,
    },
    ...platformsOf(
      settings,
      (name) => env[name] || undefined,
      (name) => secret(env, name),
    ),
    rights: settings.rights,
    llm: llmOf(settings.llm, secret(env, 'LLM_API_KEY')),
    log: settings.log,
    secrets,
  });
}

type FeedEntry = z.infer<typeof feed>;

/** The login comes from the variable that the entry names: "user:password", or a whole header such as "Bearer 2f…". */
function feedSetting({ login, ...entry }: FeedEntry, env: Environment): { setting: FeedSetting; secrets: readonly string[] } {
  const value = login === undefined ? undefined : secret(env, login);
  if (login !== undefined && value === undefined)
    throw new Failure({
      code: 'configuration',
      message: `The feed ${entry.url} takes its login from ${login}, which is not set.`,
      hint: `Set ${login} (or ${login}_FILE) to user:password, or to a header such as “Bearer …”.`,
    });
  const setting = withoutEmpty(entry) as FeedSetting;
  if (value === undefined) return { setting, secrets: [] };
  const authorization = /^(?:Basic|Bearer|Token|Digest) \S/i.test(value) ? value : `Basic ${Buffer.from(value, 'utf8').toString('base64')}`;
  const parts = [value, authorization.replace(/^\S+ /, ''), value.slice(value.indexOf(':') + 1)];
  // A short part would be found in every second word of the log.
  return { setting: { ...setting, authorization }, secrets: parts.filter((part) => part.length >= 6) };
}

function configFile(env: Environment): string | null {
  const named = env.WIREBRIEF_CONFIG;
  if (named) {
    if (existsSync(named)) return resolve(named);
    throw new Failure({
      code: 'configuration',
      message: `WIREBRIEF_CONFIG names ${named}, which is not there.`,
      hint: 'Name an existing YAML file, or unset WIREBRIEF_CONFIG.',
    });
  }
  const local = resolve(home, 'config/local.yaml');
  return existsSync(local) ? local : null;
}

/** The environment's few plain settings, over what the files say. */
function withEnvironment(raw: Tree, env: Environment): Tree {
  let settings = raw;
  for (const [variable, path] of Object.entries(VARIABLES)) {
    const value = env[variable];
    if (!value) continue;
    const [last = '', ...above] = path.split('.').reverse();
    const leaf: Tree = { [last]: NUMBERS.has(variable) ? Number(value) : value };
    settings = merge(
      settings,
      above.reduce((tree, key): Tree => ({ [key]: tree }), leaf),
    );
  }
  return settings;
}

const VARIABLES: Readonly<Record<string, string>> = {
  WIREBRIEF_HOST: 'http.host',
  PORT: 'http.port',
  WIREBRIEF_PUBLIC_URL: 'http.publicUrl',
  SLACK_MODE: 'slack.mode',
  SLACK_PORT: 'slack.port',
  LLM_PROVIDER: 'llm.provider',
  LLM_BASE_URL: 'llm.baseUrl',
  LLM_MODEL: 'llm.model',
  WIREBRIEF_DATA: 'data',
};
const NUMBERS: ReadonlySet<string> = new Set(['PORT', 'SLACK_PORT']);

/** "http.port" → PORT, where that is set and so stands over what the files say. */
const variableOf = (env: Environment) => (path: string) =>
  Object.keys(VARIABLES).find((variable) => VARIABLES[variable] === path && env[variable]);

/** A secret from NAME, or from the file that NAME_FILE names. */
function secret(env: Environment, name: string): string | undefined {
  const file = env[`${name}_FILE`];
  if (!file) return env[name] || undefined;
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (cause) {
    throw new Failure(
      { code: 'configuration', message: `${name}_FILE names ${file}, which cannot be read.`, hint: 'Check the path and its permissions.' },
      { cause },
    );
  }
}

/** Sent with each request it may be tried at any speed, so it must be too long for that. */
function adminToken(env: Environment): string | null {
  const token = secret(env, 'WIREBRIEF_ADMIN_TOKEN');
  if (token === undefined || token.length >= MIN_ADMIN_TOKEN) return token ?? null;
  throw new Failure({
    code: 'configuration',
    message: `WIREBRIEF_ADMIN_TOKEN has fewer than ${MIN_ADMIN_TOKEN} characters.`,
    hint: 'Make one with “openssl rand -base64 24”, or unset it: the first start makes one and shows it once.',
  });
}
const MIN_ADMIN_TOKEN = 16;

/** @throws Failure 'configuration', without the address: it may hold a password. */
function databaseUrl(env: Environment): string | null {
  const url = secret(env, 'DATABASE_URL');
  if (!url || /^postgres(ql)?:\/\//.test(url)) return url ?? null;
  throw new Failure({
    code: 'configuration',
    message: 'DATABASE_URL is no address of a PostgreSQL database.',
    hint: 'Write postgres://user:password@host:5432/database, or unset it for the embedded database.',
  });
}

/** As curl has it, "proxy.example:3128" is http. @throws Failure 'configuration', without the address: it may hold a password. */
function proxyUrl(env: Environment): string | null {
  const given = env.HTTPS_PROXY || env.https_proxy;
  if (!given) return null;
  const url = given.includes('://') ? given : `http://${given}`;
  if (/^https?:\/\//.test(url) && URL.canParse(url)) return url;
  throw new Failure({
    code: 'configuration',
    message: 'HTTPS_PROXY is no http or https address.',
    hint: 'Write http://proxy.example:3128, or unset it.',
  });
}

/** The password alone too: an error of a driver may tell it without the address around it. */
const passwordsOf = (url: string | null): readonly string[] => {
  const password = (url !== null && URL.parse(url)?.password) || '';
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    return [password];
  }
};

function readSample(): SampleSetting {
  const file = resolve(home, 'config/sample/sample.yaml');
  const sample = check(sampleSchema, readYaml(file), file);
  return {
    asOf: Date.parse(sample.asOf),
    feeds: sample.feeds.map((entry) => ({
      url: pathToFileURL(resolve(home, 'config/sample', entry.file)).href,
      title: entry.title,
      page: 'never' as const,
    })),
  };
}

/** Absent keys are left out, since `undefined` is another value to exact types. */
const withoutEmpty = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> };

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
